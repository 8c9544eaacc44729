"""Which address is answered by which one action or query."""

from kith.learning.views.dilemmas import after_play, begin_again, dilemma, dilemmas, forget_play, play, step_back
from kith.learning.views.front import front

__all__ = ["after_play", "begin_again", "dilemma", "dilemmas", "forget_play", "front", "play", "step_back"]
