"""What changes in this room: one function for each thing a worker does with a statement."""

from kith.court.actions.body import (
    Gone,
    add_pieces,
    change_words,
    move_part,
    put_part_back,
    take_part_out,
    write_words,
)
from kith.court.actions.preparing import begin_statement, change_details, name_people
from kith.court.actions.releasing import (
    Changed,
    NotThere,
    add_court,
    ask_about_papers,
    leave_out_of_copy,
    release_papers,
)

__all__ = [
    "Changed",
    "Gone",
    "NotThere",
    "add_court",
    "add_pieces",
    "ask_about_papers",
    "begin_statement",
    "change_details",
    "change_words",
    "leave_out_of_copy",
    "move_part",
    "name_people",
    "put_part_back",
    "release_papers",
    "take_part_out",
    "write_words",
]
