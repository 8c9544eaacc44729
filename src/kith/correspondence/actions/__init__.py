"""What changes in correspondence: one function for each thing a worker, or a job on their behalf, does."""

from kith.correspondence.actions.answering import acknowledge, note_bounce
from kith.correspondence.actions.arriving import POST_ROOM, clear_arrived, keep_arrived
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
from kith.correspondence.actions.filing import Filing, file_to_case, place_arrived, put_in_tray, set_aside
from kith.correspondence.actions.handing_over import ask_again, expire, mark_unsure, note_answer, take_up
from kith.correspondence.actions.leaving_out import (
    Chosen,
    NotLeftOut,
    attach_without,
    give_ground_in_file,
    leave_out_of_file,
    put_back_in_file,
)
from kith.correspondence.actions.receiving import SaidAlready, disown, know_way, mark_read
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
    "Chosen",
    "Filing",
    "NotByHand",
    "NotCleaned",
    "NotLeftOut",
    "Sent",
    "TooLate",
    "ask_about_message",
    "POST_ROOM",
    "SaidAlready",
    "acknowledge",
    "ask_again",
    "attach_stored",
    "attach_upload",
    "attach_without",
    "clear_arrived",
    "disown",
    "file_to_case",
    "give_ground_in_file",
    "keep_arrived",
    "leave_out_of_file",
    "expire",
    "keep_words",
    "make_clean_copy",
    "know_way",
    "mark_read",
    "mark_unsure",
    "note_answer",
    "note_bounce",
    "place_arrived",
    "put_in_tray",
    "note_call",
    "note_posted",
    "put_away",
    "put_back_in_file",
    "send_check_in",
    "send_first_contact",
    "send_message",
    "set_aside",
    "settle",
    "start_check_in",
    "stop",
    "stop_check_in",
    "take_off",
    "take_receipt",
    "take_up",
    "write_again",
]
