"""The record's pages: find, ask once, answer."""

from kith.record.views.access import access, end_access, give_access, opens
from kith.record.views.cases import case, drop_quotation, start
from kith.record.views.drafts import put_draft_away, save_draft, versions
from kith.record.views.keeping import (
    ask_erasure,
    choose_schedule,
    close_case,
    end_hold,
    keeping,
    place_hold,
    reopen_case,
    seal_for_adoption,
)
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
from kith.record.views.writing import amend_entry, decision, entry, record_decision, review_decision, write_entry

__all__ = [
    "access",
    "add_contact",
    "add_participant",
    "allow_to_know",
    "amend_entry",
    "ask_erasure",
    "case",
    "choose_schedule",
    "close_case",
    "decision",
    "drop_quotation",
    "end_access",
    "end_contact",
    "end_hold",
    "entry",
    "fact",
    "give_access",
    "keeping",
    "opens",
    "participant",
    "people",
    "place_hold",
    "protect_fact",
    "put_draft_away",
    "record_decision",
    "reopen_case",
    "review_decision",
    "save_draft",
    "seal_for_adoption",
    "start",
    "versions",
    "write_entry",
]
