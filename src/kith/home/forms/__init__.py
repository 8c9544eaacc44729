"""What is typed in the front hall."""

from kith.home.forms.timeline import TimelineFilter

__all__ = ["TimelineFilter"]
