"""What is allowed in correspondence: plain Python, no database, no clock."""

from kith.correspondence.rules.beginnings import fill
from kith.correspondence.rules.check_ins import EVERY_DAYS, MOST_DAYS, STILL_TIMELY, NotACheckIn, check_days, next_due
from kith.correspondence.rules.filing import (
    ACKNOWLEDGED,
    CHECK_SAYS,
    Check,
    Writer,
    acknowledgement,
    checked,
    has_just_written,
    is_out_of_hours,
    night_of,
    whose,
)
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
from kith.correspondence.rules.replies import read_reply_address, reply_address
from kith.correspondence.rules.urgent import Urgent, find_urgent
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
    "ACKNOWLEDGED",
    "Answer",
    "CHECK_SAYS",
    "Check",
    "EVERY_DAYS",
    "FIRST_SUBJECT",
    "Enclosed",
    "MOST_BYTES",
    "MOST_DAYS",
    "NotACheckIn",
    "NotSendable",
    "STILL_TIMELY",
    "State",
    "Urgent",
    "Writer",
    "acknowledgement",
    "answer_of",
    "check_address",
    "check_days",
    "check_file_name",
    "check_size",
    "check_subject",
    "check_text",
    "checked",
    "fill",
    "find_urgent",
    "is_out_of_hours",
    "is_too_late",
    "first_words",
    "has_just_written",
    "may_move",
    "next_due",
    "night_of",
    "read_reply_address",
    "reply_address",
    "seen_as",
    "tidy",
    "wait_after",
    "whose",
    "write_mail",
]
