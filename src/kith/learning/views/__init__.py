"""Which address is answered by which one action or query."""

from kith.learning.views.bites import about, bites, take, take_all
from kith.learning.views.dilemmas import after_play, begin_again, dilemma, dilemmas, forget_play, play, step_back
from kith.learning.views.finding import bulletin, figures, get_help, trouble
from kith.learning.views.front import front

__all__ = [
    "about",
    "after_play",
    "begin_again",
    "bites",
    "bulletin",
    "dilemma",
    "dilemmas",
    "figures",
    "forget_play",
    "front",
    "get_help",
    "play",
    "step_back",
    "take",
    "take_all",
    "trouble",
]
