"""What is allowed in the record: plain Python, no database, no clock."""

from kith.record.rules.access import (
    LONGEST_SHIFT,
    MOST_OWN_WORDS,
    REACH_REASONS,
    SHORTEST_EMERGENCY,
    by_day,
    check_emergency,
    check_look_again,
    check_own_words,
    check_reader_until,
    check_shift,
    end_of_day,
    reader_kind,
)
from kith.record.rules.words import (
    NotAnAddress,
    Span,
    Wrong,
    check_contact_value,
    check_decision,
    happened,
    is_private_reader,
)

__all__ = [
    "LONGEST_SHIFT",
    "MOST_OWN_WORDS",
    "NotAnAddress",
    "REACH_REASONS",
    "SHORTEST_EMERGENCY",
    "Span",
    "Wrong",
    "by_day",
    "check_contact_value",
    "check_decision",
    "check_emergency",
    "check_look_again",
    "check_own_words",
    "check_reader_until",
    "check_shift",
    "end_of_day",
    "happened",
    "is_private_reader",
    "reader_kind",
]
