"""What pages of the record show: one frozen dataclass a page."""

from kith.record.queries.access import access_in, access_page, colleague, end_access_page, opens_page
from kith.record.queries.case_page import case_page
from kith.record.queries.caseload import CaseLine, DueReview, caseload, due_reviews
from kith.record.queries.drafts import Begun, Unfinished, begun, unfinished_drafts, versions_page
from kith.record.queries.heads import CaseHead, case_head, case_in, participant_in, participants_of
from kith.record.queries.outside import may_be_let_in, reader_in, reader_page, readers_page, release_to, withhold_page
from kith.record.queries.people import (
    contact_page,
    detail_in_use,
    fact_in,
    fact_page,
    form_page,
    people_page,
    person_page,
)
from kith.record.queries.quotations import Kept, basket_of, quotation_kept_by, quotation_of, quotations_of
from kith.record.queries.writing import (
    decision_as_typed,
    decision_in,
    decision_page,
    entry_as_typed,
    entry_in,
    entry_page,
    record_decision_page,
    standing_decisions,
    write_entry_page,
)

__all__ = [
    "Begun",
    "CaseHead",
    "CaseLine",
    "DueReview",
    "Kept",
    "Unfinished",
    "access_in",
    "access_page",
    "basket_of",
    "begun",
    "case_head",
    "case_in",
    "case_page",
    "caseload",
    "colleague",
    "contact_page",
    "decision_as_typed",
    "decision_in",
    "decision_page",
    "detail_in_use",
    "end_access_page",
    "due_reviews",
    "entry_as_typed",
    "entry_in",
    "entry_page",
    "fact_in",
    "fact_page",
    "form_page",
    "may_be_let_in",
    "opens_page",
    "participant_in",
    "participants_of",
    "people_page",
    "person_page",
    "quotation_kept_by",
    "quotation_of",
    "quotations_of",
    "reader_in",
    "reader_page",
    "readers_page",
    "record_decision_page",
    "release_to",
    "standing_decisions",
    "unfinished_drafts",
    "versions_page",
    "withhold_page",
    "write_entry_page",
]
