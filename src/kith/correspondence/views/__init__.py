"""Pages of correspondence: what is sent, and what comes in."""

from kith.correspondence.views.receiving import (
    came_in,
    not_theirs,
    place,
    place_in,
    received,
    received_copy,
    set_aside,
    thread,
    was_read,
)
from kith.correspondence.views.sending import (
    again,
    begin,
    check,
    check_ins,
    choose,
    frozen_copy,
    list_messages,
    post_room,
    show,
    start_check_in,
    stop_check_in,
    write,
)
from kith.correspondence.views.texts import text_in

__all__ = [
    "again",
    "begin",
    "came_in",
    "check",
    "check_ins",
    "choose",
    "frozen_copy",
    "list_messages",
    "not_theirs",
    "place",
    "place_in",
    "post_room",
    "received",
    "received_copy",
    "set_aside",
    "show",
    "start_check_in",
    "stop_check_in",
    "text_in",
    "thread",
    "was_read",
    "write",
]
