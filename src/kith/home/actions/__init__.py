"""What the front hall changes: nothing but the trace of a look."""

from kith.home.actions.looking import note_cases_shown

__all__ = ["note_cases_shown"]
