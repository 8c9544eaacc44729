"""What is allowed in correspondence: plain Python, no database, no clock."""

from kith.correspondence.rules.beginnings import fill
from kith.correspondence.rules.check_ins import EVERY_DAYS, MOST_DAYS, STILL_TIMELY, NotACheckIn, check_days, next_due
from kith.correspondence.rules.first_words import FIRST_SUBJECT, first_words
from kith.correspondence.rules.mail import Enclosed, write_mail
from kith.correspondence.rules.outbox import (
    DID_NOT_GO,
    WAITING,
    Answer,
    Load,
    State,
    answer_of,
    is_useless,
    may_move,
    useless_after,
    wait_after,
)
from kith.correspondence.rules.receipts import Meaning, meaning_of, steps_to
from kith.correspondence.rules.texts import (
    Fragments,
    check_length,
    check_mobile,
    fragments,
    number_of,
    price_in_words,
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
    "DID_NOT_GO",
    "EVERY_DAYS",
    "FIRST_SUBJECT",
    "MOST_BYTES",
    "MOST_DAYS",
    "STILL_TIMELY",
    "WAITING",
    "Answer",
    "Enclosed",
    "Fragments",
    "Load",
    "Meaning",
    "NotACheckIn",
    "NotSendable",
    "State",
    "answer_of",
    "check_address",
    "check_days",
    "check_file_name",
    "check_length",
    "check_mobile",
    "check_size",
    "check_subject",
    "check_text",
    "fill",
    "first_words",
    "fragments",
    "is_useless",
    "may_move",
    "meaning_of",
    "next_due",
    "number_of",
    "price_in_words",
    "seen_as",
    "steps_to",
    "tidy",
    "useless_after",
    "wait_after",
    "write_mail",
]
