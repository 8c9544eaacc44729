"""Whether a reader may be written to now, by one channel; where no plan says otherwise, they may."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from kith.record.models import Case, Participant


@dataclass(frozen=True, slots=True)
class Leave:
    """Whether a message may leave now; `until`: when it may, if it is held; `way_through`: the mends."""

    may: Literal["now", "held", "no"]
    until: datetime | None = None
    why: str = ""
    way_through: tuple[str, ...] = ()


def leave_when(case: Case, reader: Participant, channel: str, at: datetime) -> Leave:
    """Say when a message to this reader may leave by a channel ("email", "sms", "letter", "phone")."""
    return Leave("now")
