"""What pages of the record show: one frozen dataclass a page."""

from kith.record.queries.heads import CaseHead, case_head, case_in, participant_in, participants_of

__all__ = ["CaseHead", "case_head", "case_in", "participant_in", "participants_of"]
