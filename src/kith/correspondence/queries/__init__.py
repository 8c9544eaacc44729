"""What pages of correspondence show, and what its jobs need to know."""

from kith.correspondence.queries.beginnings import beginning, beginnings_page
from kith.correspondence.queries.check_ins import check_in_in, check_ins_due, check_ins_page
from kith.correspondence.queries.letters import (
    CannotWrite,
    Letter,
    Way,
    Words,
    enclosures_of,
    letter,
    may_leave,
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
from kith.correspondence.queries.post_room import post_room_page
from kith.correspondence.queries.sent import copy_of, list_page, message_in, show_page
from kith.correspondence.queries.standing import load_of
from kith.correspondence.queries.writing import check_page, choose_page, place_of, write_page

__all__ = [
    "CannotWrite",
    "Due",
    "Letter",
    "Look",
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
    "copy_of",
    "due",
    "enclosures_of",
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
    "way_to",
    "ways_to",
    "write_page",
]
