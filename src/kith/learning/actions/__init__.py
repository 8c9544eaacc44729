"""What changes: one function per thing somebody does here."""

from kith.learning.actions.checks import NoMap, draw_map, forget_checks, say_level, share, stop_sharing
from kith.learning.actions.cpd import (
    NotFinished,
    begin_piece,
    delete_all,
    delete_piece,
    finish_piece,
    list_word,
    save_words,
    unlist_word,
    write_piece,
)
from kith.learning.actions.peers import (
    NotAsked,
    NotOpen,
    ask_by_link,
    ask_colleague,
    look,
    remove_part,
    write_as_colleague,
    write_by_link,
)
from kith.learning.actions.telling import NoStore, note_told, say_read, switch_off, switch_on, tell
from kith.learning.rules.noticing import Named, Place

__all__ = [
    "Named",
    "NoMap",
    "NoStore",
    "NotAsked",
    "NotFinished",
    "NotOpen",
    "Place",
    "ask_by_link",
    "ask_colleague",
    "begin_piece",
    "delete_all",
    "delete_piece",
    "draw_map",
    "finish_piece",
    "forget_checks",
    "list_word",
    "look",
    "note_told",
    "remove_part",
    "save_words",
    "say_level",
    "say_read",
    "share",
    "stop_sharing",
    "switch_off",
    "switch_on",
    "tell",
    "unlist_word",
    "write_as_colleague",
    "write_by_link",
    "write_piece",
]
