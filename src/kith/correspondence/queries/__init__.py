"""What pages of correspondence show, and what its jobs need to know."""

from kith.correspondence.queries.beginnings import beginning, beginnings_page
from kith.correspondence.queries.check_ins import check_in_in, check_ins_due, check_ins_page
from kith.correspondence.queries.letters import CannotWrite, Letter, content_of, enclosures_of, letter, way_to
from kith.correspondence.queries.outbox import Due, alone, due, needing_a_look
from kith.correspondence.queries.past_plan import (
    FIRST_CONTACT,
    URGENT,
    NotNow,
    Past,
    first_contact_page,
    first_way,
    is_first_contact,
    may_leave,
    still_leaves,
)
from kith.correspondence.queries.post_room import post_room_page
from kith.correspondence.queries.sent import copy_of, list_page, message_in, show_page
from kith.correspondence.queries.writing import check_page, choose_page, place_of, write_page

__all__ = [
    "CannotWrite",
    "Due",
    "FIRST_CONTACT",
    "Letter",
    "NotNow",
    "Past",
    "URGENT",
    "alone",
    "beginning",
    "beginnings_page",
    "check_in_in",
    "check_ins_due",
    "check_ins_page",
    "check_page",
    "choose_page",
    "content_of",
    "copy_of",
    "due",
    "enclosures_of",
    "first_contact_page",
    "first_way",
    "is_first_contact",
    "letter",
    "list_page",
    "may_leave",
    "message_in",
    "needing_a_look",
    "place_of",
    "post_room_page",
    "show_page",
    "still_leaves",
    "way_to",
    "write_page",
]
