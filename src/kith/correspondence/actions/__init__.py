"""What changes in correspondence: one function for each thing a worker, or a job on their behalf, does."""

from kith.correspondence.actions.check_ins import send_check_in, start_check_in, stop_check_in
from kith.correspondence.actions.ending import (
    NotByHand,
    note_call,
    note_posted,
    put_away,
    settle,
    stop,
    take_receipt,
)
from kith.correspondence.actions.handing_over import ask_again, expire, mark_unsure, note_answer, take_up
from kith.correspondence.actions.sending import Changed, Sent, ask_about_message, send_first_contact, send_message
from kith.correspondence.actions.writing import (
    NotCleaned,
    TooLate,
    attach_stored,
    attach_upload,
    keep_words,
    make_clean_copy,
    take_off,
    write_again,
)

__all__ = [
    "Changed",
    "NotByHand",
    "NotCleaned",
    "Sent",
    "TooLate",
    "ask_about_message",
    "ask_again",
    "attach_stored",
    "attach_upload",
    "expire",
    "keep_words",
    "make_clean_copy",
    "mark_unsure",
    "note_answer",
    "note_call",
    "note_posted",
    "put_away",
    "send_check_in",
    "send_first_contact",
    "send_message",
    "settle",
    "start_check_in",
    "stop",
    "stop_check_in",
    "take_off",
    "take_receipt",
    "take_up",
    "write_again",
]
