"""What pages of correspondence show, and what its jobs need to know."""

from kith.correspondence.queries.beginnings import beginning, beginnings_page
from kith.correspondence.queries.check_ins import check_in_in, check_ins_due, check_ins_page
from kith.correspondence.queries.letters import (
    CannotWrite,
    Letter,
    Way,
    Words,
    content_of,
    enclosures_of,
    letter,
    way_to,
    ways_to,
)
from kith.correspondence.queries.outbox import (
    Due,
    Look,
    alone,
    asked_for,
    by_hand,
    due,
    left_sending,
    needing_a_look,
    receipt_for,
)
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
from kith.correspondence.queries.standing import load_of
from kith.correspondence.queries.writing import check_page, choose_page, place_of, write_page

__all__ = [
    "CannotWrite",
    "Due",
    "FIRST_CONTACT",
    "Letter",
    "Look",
    "NotNow",
    "Past",
    "URGENT",
    "Way",
    "Words",
    "alone",
    "asked_for",
    "beginning",
    "beginnings_page",
    "by_hand",
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
    "left_sending",
    "letter",
    "list_page",
    "load_of",
    "may_leave",
    "message_in",
    "needing_a_look",
    "place_of",
    "post_room_page",
    "receipt_for",
    "show_page",
    "still_leaves",
    "way_to",
    "ways_to",
    "write_page",
]
