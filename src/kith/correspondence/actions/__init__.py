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
from kith.correspondence.actions.sending import Changed, Sent, send_message
from kith.correspondence.actions.writing import (
    TooLate,
    attach_stored,
    attach_upload,
    keep_words,
    take_off,
    write_again,
)

__all__ = [
    "Changed",
    "NotByHand",
    "Sent",
    "TooLate",
    "ask_again",
    "attach_stored",
    "attach_upload",
    "expire",
    "keep_words",
    "mark_unsure",
    "note_answer",
    "note_call",
    "note_posted",
    "put_away",
    "send_check_in",
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
