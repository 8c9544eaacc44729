"""What is typed in the front hall."""

from kith.home.forms.reference import AddRow, CheckRow, EditRow, EndRow, TakeShipped, as_typed
from kith.home.forms.timeline import TimelineFilter

__all__ = ["AddRow", "CheckRow", "EditRow", "EndRow", "TakeShipped", "TimelineFilter", "as_typed"]
