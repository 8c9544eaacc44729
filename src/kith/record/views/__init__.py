"""The record's pages: find, ask once, answer."""

from kith.record.views.access import access, end_access, give_access, opens
from kith.record.views.cases import case, drop_quotation, start
from kith.record.views.drafts import put_draft_away, save_draft, versions
from kith.record.views.outside import end_reader, let_in, reader, readers, withhold
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
    "write_entry",
]
