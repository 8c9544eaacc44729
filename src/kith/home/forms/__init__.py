"""What is typed in the front hall."""

from kith.home.forms.keeping import ConfirmErasure, DecideErasure
from kith.home.forms.timeline import TimelineFilter

__all__ = ["ConfirmErasure", "DecideErasure", "TimelineFilter"]
