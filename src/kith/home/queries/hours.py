"""The page of a worker's own hours: what Kith tells whoever writes outside them, and who covers meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kith.core import hours
from kith.core.hours import Hours
from kith.core.models import Worker
from kith.core.wall_clock import said_window
from kith.record.queries.contact_plan import covers
from kith.record.queries.heads import address


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursPage:
    """One's own hours. `reply` is what somebody who writes at this moment would be told; empty in working time."""

    title: str
    hours: Hours
    said: Sequence[str]
    is_said: bool
    reply: str
    has_duty: bool
    duty_url: str
    covers: Sequence[str]


def hours_page(by: Worker, at: datetime) -> HoursPage:
    """Show a worker their own hours."""
    found = hours.hours_of(by)
    return HoursPage(
        title="Your working hours",
        hours=found,
        said=[said_window(each) for each in found.windows],
        is_said=found.is_said,
        reply=hours.away_words(by, at),
        has_duty=bool(hours.duty_words(at.date())),
        duty_url=address("home:reference_set", "help_directory"),
        covers=covers(by, at),
    )
