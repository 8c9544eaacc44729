"""Law, limits, roles, help lines: dated data with source, owner and next check, never a constant in code."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["Row", "one", "rows"]

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a set, as it stands: what it says, on whose word, for which days, and when it is checked again."""

    name: str
    key: str
    value: dict[str, Any]
    source: str
    owner: str
    effective_from: date | None
    effective_to: date | None
    next_check_on: date
    is_verified: bool

    def is_stale(self, on: date) -> bool:
        """Tell whether the day on which it should be checked again has come."""
        return self.next_check_on <= on

    def caution(self, on: date) -> str:
        """Say what stands beside the value on a page: one plain sentence, or nothing if it may be relied on."""
        if not self.is_verified:
            return "Nobody has checked this against its source yet: check it before you rely on it."
        if self.is_stale(on):
            return f"This was to be checked again by {self.next_check_on}: check it before you rely on it."
        return ""


def rows(name: str, *, on: date) -> list[Row]:
    """List the rows of a set that are in force on a day, in the order of its file."""
    return [row for row in _shipped(name) if (row.effective_from or date.min) <= on <= (row.effective_to or date.max)]


def one(name: str, key: str, *, on: date) -> Row | None:
    """Give the row of a key that is in force on a day, if there is one."""
    return next((row for row in rows(name, on=on) if row.key == key), None)


@cache
def _shipped(name: str) -> tuple[Row, ...]:
    found = tomllib.loads((_DATA / f"{name}.toml").read_text())
    owner = found["set"]["owner"]
    return tuple(
        Row(
            name=name,
            key=each["key"],
            value=each["value"],
            source=each["source"],
            owner=each.get("owner", owner),
            effective_from=each.get("effective_from"),
            effective_to=each.get("effective_to"),
            next_check_on=each["next_check_on"],
            is_verified=each["is_verified"],
        )
        for each in found["rows"]
    )
