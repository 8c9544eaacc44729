"""What is allowed in correspondence: plain Python, no database, no clock."""

from kith.correspondence.rules.beginnings import fill
from kith.correspondence.rules.mail import Enclosed, write_mail
from kith.correspondence.rules.outbox import (
    Answer,
    State,
    answer_of,
    is_too_late,
    may_move,
    wait_after,
)
from kith.correspondence.rules.words import (
    MOST_BYTES,
    NotSendable,
    check_address,
    check_file_name,
    check_size,
    check_subject,
    check_text,
    seen_as,
    tidy,
)

__all__ = [
    "MOST_BYTES",
    "Answer",
    "Enclosed",
    "NotSendable",
    "State",
    "answer_of",
    "check_address",
    "check_file_name",
    "check_size",
    "check_subject",
    "check_text",
    "fill",
    "is_too_late",
    "may_move",
    "seen_as",
    "tidy",
    "wait_after",
    "write_mail",
]
