"""The one place that reads the clock; everything else is given the time."""

from datetime import UTC, datetime


def now() -> datetime:
    """Tell the time: aware, UTC, whole microseconds."""
    return datetime.now(UTC)
