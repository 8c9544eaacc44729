"""What the front hall changes: the trace of a look, and what is destroyed."""

from kith.home.actions.erasing import NotDestroyed, confirm_erasure, decide_case, decide_review
from kith.home.actions.looking import note_cases_shown

__all__ = ["NotDestroyed", "confirm_erasure", "decide_case", "decide_review", "note_cases_shown"]
