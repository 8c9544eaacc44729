"""The pages of exhibits: find, ask once, answer."""

from kith.exhibits.views.asking import people, questions
from kith.exhibits.views.dropping import drop, drop_end, drop_leave, drop_send, drop_thanks
from kith.exhibits.views.links import (
    ask_by_link,
    link_made,
    link_seen,
    links,
    put_in_message,
    take_in_dropped,
    withdraw_link,
)
from kith.exhibits.views.reading import check, exhibit, exhibits, item, progress, quote, read_again
from kith.exhibits.views.taking_in import take_in

__all__ = [
    "ask_by_link",
    "check",
    "drop",
    "drop_end",
    "drop_leave",
    "drop_send",
    "drop_thanks",
    "exhibit",
    "exhibits",
    "item",
    "link_made",
    "link_seen",
    "links",
    "people",
    "progress",
    "put_in_message",
    "questions",
    "quote",
    "read_again",
    "take_in",
    "take_in_dropped",
    "withdraw_link",
]
