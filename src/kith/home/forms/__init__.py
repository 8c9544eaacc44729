"""What is typed in the front hall."""

from kith.home.forms.deadlines import CountFrom
from kith.home.forms.keeping import ConfirmErasure, DecideErasure
from kith.home.forms.reference import AddRow, CheckRow, EditRow, EndRow, TakeShipped, as_typed
from kith.home.forms.timeline import TimelineFilter

__all__ = [
    "AddRow",
    "CheckRow",
    "ConfirmErasure",
    "CountFrom",
    "DecideErasure",
    "EditRow",
    "EndRow",
    "TakeShipped",
    "TimelineFilter",
    "as_typed",
]
