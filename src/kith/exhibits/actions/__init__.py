"""What changes about exhibits: one function for each thing a worker (or a reading on their behalf) does."""

from kith.exhibits.actions.asking import NotAnAnswer, answer_question, ask_what_is_open
from kith.exhibits.actions.custody import check_original, note_custody, open_original
from kith.exhibits.actions.dropping import AskWord, Full, add_files, begin_sending, end, give_word, look
from kith.exhibits.actions.links import NotMade, NotOpen, make_link, note_seen, take_in_dropped, withdraw_link
from kith.exhibits.actions.loading import Members, Progress, ReadElsewhere, Rows, load_batch
from kith.exhibits.actions.originals import Original, original_of
from kith.exhibits.actions.people import NobodyThere, say_who, say_who_all
from kith.exhibits.actions.placing import place_on_timeline
from kith.exhibits.actions.quoting import NotQuoted, quote_item
from kith.exhibits.actions.reading import Found, begin_reading, finish_reading, keep_unread
from kith.exhibits.actions.taking_in import NotAgain, NotTaken, ask_to_read, take_in

__all__ = [
    "AskWord",
    "Found",
    "Full",
    "Members",
    "NobodyThere",
    "NotAgain",
    "NotAnAnswer",
    "NotMade",
    "NotOpen",
    "NotQuoted",
    "NotTaken",
    "Original",
    "Progress",
    "ReadElsewhere",
    "Rows",
    "add_files",
    "answer_question",
    "ask_to_read",
    "ask_what_is_open",
    "begin_reading",
    "begin_sending",
    "check_original",
    "end",
    "finish_reading",
    "give_word",
    "keep_unread",
    "load_batch",
    "look",
    "make_link",
    "note_custody",
    "note_seen",
    "open_original",
    "original_of",
    "place_on_timeline",
    "quote_item",
    "say_who",
    "say_who_all",
    "take_in",
    "take_in_dropped",
    "withdraw_link",
]
