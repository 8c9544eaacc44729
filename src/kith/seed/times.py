"""Times of the stories, in the borough's own zone."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

ZONE = "Europe/London"


def at(on: str, clock: str = "10:00") -> datetime:
    """Give an instant: at("2026-03-02", "14:05")."""
    local = datetime.combine(date.fromisoformat(on), time.fromisoformat(clock), ZoneInfo(ZONE))
    return local.astimezone(UTC)
