"""What changes in the record: one function for each thing a worker does."""

from kith.record.actions.access import end_access, give_access
from kith.record.actions.adoption import seal_for_adoption
from kith.record.actions.drafts import save_draft, use_draft
from kith.record.actions.keeping import (
    ask_erasure,
    choose_schedule,
    close_case,
    end_hold,
    place_hold,
    reopen_case,
)
from kith.record.actions.leaving import Outgoing, OutgoingFile, Released, release
from kith.record.actions.opening import open_case, start_case
from kith.record.actions.people import (
    add_contact_detail,
    add_participant,
    allow_to_know,
    end_contact_detail,
    protect_fact,
)
from kith.record.actions.placing import Placed, give_exhibit_number, place_items
from kith.record.actions.quoting import Quoted, drop_quotation, keep_quotation, use_quotations
from kith.record.actions.timeline import add_to_timeline
from kith.record.actions.writing import record_decision, write_entry

__all__ = [
    "Outgoing",
    "OutgoingFile",
    "Placed",
    "Quoted",
    "Released",
    "add_contact_detail",
    "add_participant",
    "add_to_timeline",
    "allow_to_know",
    "ask_erasure",
    "choose_schedule",
    "close_case",
    "drop_quotation",
    "end_access",
    "end_contact_detail",
    "end_hold",
    "give_access",
    "give_exhibit_number",
    "keep_quotation",
    "open_case",
    "place_hold",
    "place_items",
    "protect_fact",
    "record_decision",
    "release",
    "reopen_case",
    "save_draft",
    "seal_for_adoption",
    "start_case",
    "use_draft",
    "use_quotations",
    "write_entry",
]
