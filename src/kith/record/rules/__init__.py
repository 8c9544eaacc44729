"""What is allowed in the record: plain Python, no database, no clock."""

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
    "NotAnAddress",
    "Span",
    "Wrong",
    "check_contact_value",
    "check_decision",
    "happened",
    "is_private_reader",
]
