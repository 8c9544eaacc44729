"""What is allowed in correspondence: plain Python, no database, no clock."""

from kith.correspondence.rules.beginnings import fill
from kith.correspondence.rules.check_ins import EVERY_DAYS, MOST_DAYS, STILL_TIMELY, NotACheckIn, check_days, next_due
from kith.correspondence.rules.first_words import FIRST_SUBJECT, first_words
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
    "EVERY_DAYS",
    "FIRST_SUBJECT",
    "MOST_BYTES",
    "MOST_DAYS",
    "STILL_TIMELY",
    "Answer",
    "Enclosed",
    "NotACheckIn",
    "NotSendable",
    "State",
    "answer_of",
    "check_address",
    "check_days",
    "check_file_name",
    "check_size",
    "check_subject",
    "check_text",
    "fill",
    "is_too_late",
    "first_words",
    "may_move",
    "next_due",
    "seen_as",
    "tidy",
    "wait_after",
    "write_mail",
]
