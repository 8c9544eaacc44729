"""The record's pages: find, ask once, answer."""

from kith.record.views.access import access, end_access, give_access, hand_over, opens, place_with_team, plain
from kith.record.views.cases import case, drop_quotation, start
from kith.record.views.closing import (
    declare_conflict,
    end_conflict,
    lift_restriction,
    record_conflict,
    restrict,
    stop_withholding,
    withhold,
)
from kith.record.views.drafts import put_draft_away, save_draft, versions
from kith.record.views.outside import end_reader, let_in, reader, readers, withhold_release
from kith.record.views.people import (
    add_contact,
    add_participant,
    allow_to_know,
    end_contact,
    fact,
    participant,
    people,
    protect_fact,
)
from kith.record.views.reaching import break_glass, end_shift, give_shift, reach, review_break_glass, shifts
from kith.record.views.writing import amend_entry, decision, entry, record_decision, review_decision, write_entry

__all__ = [
    "hand_over",
    "place_with_team",
    "plain",
    "declare_conflict",
    "end_conflict",
    "lift_restriction",
    "record_conflict",
    "restrict",
    "stop_withholding",
    "break_glass",
    "end_shift",
    "give_shift",
    "reach",
    "review_break_glass",
    "shifts",
    "access",
    "add_contact",
    "add_participant",
    "allow_to_know",
    "amend_entry",
    "case",
    "decision",
    "drop_quotation",
    "end_access",
    "end_contact",
    "end_reader",
    "entry",
    "fact",
    "give_access",
    "let_in",
    "opens",
    "participant",
    "people",
    "protect_fact",
    "put_draft_away",
    "reader",
    "readers",
    "record_decision",
    "review_decision",
    "save_draft",
    "start",
    "versions",
    "withhold",
    "withhold_release",
    "write_entry",
]
