"""What those who keep a set change: each is a new version of a row, and a line of the agency's chain."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal, Stale
from kith.core.models import Worker
from kith.core.reference import loading, queries
from kith.core.reference.reading import Head, made_row
from kith.core.reference.rules import Row, check_periods, content
from kith.core.reference.shapes import NotThisShape


class NotAllowed(Refusal):
    """Only those who keep reference data may change it."""


class CannotStand(Refusal):
    """A row cannot stand as asked; nothing was written. The text says what to mend."""


@action
def add_row(*, name: str, row: Mapping[str, Any], why: str, by: Worker, at: datetime) -> Row:
    """Add a row to a set: a new key, or a key's next period.

    Args:
        row: key, value, source, owner, effective_from, effective_to, next_check_on, is_verified.

    Raises:
        CannotStand: its shape is wrong, it is there already, or it overlaps another row of its key.
    """
    _may(by, name)
    loading.hold()
    made = _made(queries.heads()[name], row)
    stand = queries.all_standing(name)
    if any(_begins(each) == _begins(made) for each in stand):
        raise CannotStand(f"'{made.key}' is there already from that day: change that row.")
    made = _on_its_line(made, stand)
    return _write("reference.added", made, why, by, at)


@action
def edit_row(*, name: str, line: UUID, version: int, row: Mapping[str, Any], why: str, by: Worker, at: datetime) -> Row:
    """Change what a row says; the version before stays in its history.

    Args:
        version: the number of the version the worker saw.

    Raises:
        Stale: somebody has changed it meanwhile.
        CannotStand: as `add_row`.
    """
    _may(by, name)
    loading.hold()
    before = _seen(name, line, version)
    made = replace(_made(queries.heads()[name], {**row, "key": before.key, "mark": ""}), line=line)
    if (made.value, made.source, made.is_verified) == (before.value, before.source, before.is_verified):
        made = replace(made, mark=before.mark)  # how it was found out says nothing of other words
    if content(made) == content(before):
        ledger.nothing_changed()
        return before
    return _write("reference.edited", made, why, by, at)


@action
def end_row(*, name: str, line: UUID, version: int, last_day: date, why: str, by: Worker, at: datetime) -> Row:
    """Say on which day a row is in force for the last time.

    Raises:
        Stale: somebody has changed it meanwhile.
        CannotStand: that day lies before it began.
    """
    _may(by, name)
    loading.hold()
    before = _seen(name, line, version)
    if before.effective_from and last_day < before.effective_from:
        raise CannotStand("The last day must be the same as or after the day from which it is in force.")
    return _write("reference.ended", replace(before, effective_to=last_day), why, by, at)


@action
def check_row(*, name: str, line: UUID, version: int, next_check_on: date, why: str, by: Worker, at: datetime) -> Row:
    """Say that a row was compared with its source today and is right, and when that is to be done again.

    Args:
        why: what was looked at.

    Raises:
        Stale: somebody has changed it meanwhile.
        CannotStand: the next check does not lie ahead.
    """
    _may(by, name)
    loading.hold()
    before = _seen(name, line, version)
    if next_check_on <= at.date():
        raise CannotStand("The next check must be after today.")
    made = replace(before, next_check_on=next_check_on, is_verified=True, mark="")
    return _write("reference.checked", made, why, by, at)


@action
def take_shipped(*, name: str, line: UUID, version: int, by: Worker, at: datetime) -> Row:
    """Let the newer row that came with Kith stand in place of the agency's own.

    Raises:
        Stale: somebody has changed it meanwhile, or there is none that is newer.
    """
    _may(by, name)
    loading.hold()
    _seen(name, line, version)
    newer = queries.newer_shipped(queries.versions(name, line))
    if newer is None:
        raise Stale("There is no newer row that came with Kith; nothing was changed.")
    return _write("reference.took_shipped", newer.row, "Took the row that came with Kith", by, at)


@action
def load_rows(*, rows: Sequence[Row], file_name: str, by: Worker, at: datetime) -> int:
    """Let the rows of a file stand, all of them or none; gives how many say something new.

    A row with the key and first day of one that stands is its next version; what stands already is left alone.

    Raises:
        CannotStand: two rows of one key would be in force on the same day.
    """
    _may(by, rows[0].name)
    loading.hold()
    listed = queries.all_standing(rows[0].name)
    stand = {row.line: row for row in listed}
    asked = [_on_its_line(row, listed) for row in rows]
    waiting = [row for row in asked if row.line not in stand or content(stand[row.line]) != content(row)]
    check_periods((stand | {row.line: row for row in waiting}).values())
    for row in waiting:
        _write("reference.loaded", row, f"Loaded from {file_name}", by, at, is_checked=True)
    if not waiting:
        ledger.nothing_changed()
    return len(waiting)


def _may(by: Worker, name: str) -> None:
    if not queries.may_edit(by, name):
        raise NotAllowed("Only those who keep this set may change it: the information governance lead knows who.")


def _made(head: Head, given: Mapping[str, Any]) -> Row:
    try:
        return made_row(head, given)
    except NotThisShape as problem:
        text = str(problem)
        raise CannotStand(f"{text[:1].upper()}{text[1:]}.") from None


def _begins(row: Row) -> tuple[str, date | None]:
    return row.key, row.effective_from


def _on_its_line(row: Row, stand: Sequence[Row]) -> Row:
    """Put a row on the line of the one that begins as it does; on a new one if its own is in use for another day."""
    for each in stand:
        if _begins(each) == _begins(row):
            return replace(row, line=each.line)
    is_free = all(each.line != row.line for each in stand)
    return row if is_free else replace(row, line=uuid4())


def _seen(name: str, line: UUID, version: int) -> Row:
    """Give the row that stands, if it is the version the worker saw."""
    stands = queries.standing_of(queries.versions(name, line))
    if stands.number != version:
        raise Stale("Somebody has changed this row since you opened it. Look at it again; nothing was changed.")
    return stands.row


def _write(verb: str, row: Row, why: str, by: Worker, at: datetime, *, is_checked: bool = False) -> Row:
    if not is_checked:
        others = [each for each in queries.all_standing(row.name) if each.line != row.line]
        check_periods([*others, row])
    version = loading.last_versions().get(row.line, 0) + 1
    made = loading.stored(row, version=version, by=by, at=at, why=why)
    made.save(force_insert=True)
    facts = {"set": row.name, "key": row.key, "version": version, "verified": row.is_verified}
    ledger.note(verb, by=by.id, at=at, about=made, facts=facts, words={"why": why, "value": _said_by(row)})
    return row


def _said_by(row: Row) -> str:
    """Give what the ledger commits to of a row: all that it says, in one order."""
    return ledger.canonical({name: _plain(each) for name, each in sorted(row.value.items())} | {"source": row.source})


def _plain(value: object) -> object:
    return value if isinstance(value, bool | str | int | list) else str(value)
