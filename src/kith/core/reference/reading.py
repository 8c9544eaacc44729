"""Reads sets from TOML files: a `[set]` head with its shape, then `[[rows]]`. Whole or not at all; plain Python."""

import re
import tomllib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from kith.core.errors import Refusal
from kith.core.reference.rules import MARKS, UNVERIFIED_MARKS, PeriodsOverlap, Row, check_periods
from kith.core.reference.shapes import CALLED, KINDS, Field, NotThisShape, check_value

FOLDER = Path(__file__).parent / "data"
#: Row ids are derived from these words, so that a shipped row has one address everywhere.
_LINES = uuid.uuid5(uuid.NAMESPACE_URL, "kith:reference")
_KEY = re.compile(r"[a-z0-9][a-z0-9_.-]{0,79}")
_LARGEST_BYTES = 2_000_000
_ROW = {"key", "value", "source", "owner", "next_check_on", "is_verified", "mark", "effective_from", "effective_to"}


class BadFile(Refusal):
    """A file of reference data cannot be used; the text names file, set, key and mend. Nothing of it was loaded."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a set is: its name, what it is for, who keeps it, where it is checked, and the shape of its values.

    `has_days`: its keys are days, such as 2027-05-03. `edited_by`: names of permissions; whoever has one
    keeps this set, beside those who keep every set.
    """

    name: str
    title: str
    says: str
    owner: str
    check_at: str
    shape: Mapping[str, Field]
    has_days: bool = False
    edited_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read: the head of its set, and its rows in order."""

    head: Head
    rows: tuple[Row, ...]


@cache
def shipped() -> Mapping[str, ReadFile]:
    """Read every set that ships, once a process.

    Raises:
        BadFile: one cannot be used (tests/house looks at each).
    """
    found = [read_file(path, {}) for path in sorted(FOLDER.glob("*.toml"))]
    return {each.head.name: each for each in found}


def line_of(name: str, key: str, effective_from: date | None) -> uuid.UUID:
    """Give the id that all versions of a row share: its set, its key, and the day from which it is in force."""
    return uuid.uuid5(_LINES, f"{name}/{key}/{effective_from or ''}")


def read_file(path: Path, known: Mapping[str, Head]) -> ReadFile:
    """Read one file whole.

    Args:
        known: the sets there are; a file of one of them need only name it. Empty: the file brings its own head.

    Raises:
        BadFile: it cannot be read, or any row of it cannot be used.
    """
    given = _toml(path)
    head = _head(path, given.get("set"), known)
    listed = given.get("rows", [])
    if not isinstance(listed, list) or not listed:
        raise BadFile(f"{path.name}, set {head.name}: it has no rows. Write each under a line [[rows]].")
    rows = tuple(_row(path, head, number, each) for number, each in enumerate(listed, start=1))
    try:
        check_periods(rows)
    except PeriodsOverlap as problem:
        raise BadFile(f"{path.name}: {problem}") from None
    return ReadFile(head, rows)


def _toml(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise BadFile(f"{path.name}: it is larger than {_LARGEST_BYTES // 1_000_000} MB, which no set is.")
        return tomllib.loads(path.read_bytes().decode())
    except OSError as problem:
        raise BadFile(f"{path.name}: it cannot be read ({problem.strerror}).") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise BadFile(f"{path.name}: it is not TOML in UTF-8 ({problem}). Mend that place and try again.") from None


def _head(path: Path, given: Any, known: Mapping[str, Head]) -> Head:
    name = given.get("name") if isinstance(given, dict) else None
    if not isinstance(name, str) or not name:
        raise BadFile(f'{path.name}: it does not say which set it is. Begin with [set] and name = "...".')
    if known:
        if name not in known:
            raise BadFile(f"{path.name}: there is no set '{name}'. The sets are: {', '.join(sorted(known))}.")
        return known[name]
    words = {each: given.get(each) for each in ("title", "says", "owner", "check_at")}
    if not all(isinstance(each, str) and each for each in words.values()):
        raise BadFile(f"{path.name}, set {name}: the head needs title, says, owner and check_at.")
    return Head(
        name=name,
        **words,
        shape=_shape(path, name, given.get("value")),
        has_days=given.get("keys") == "day",
        edited_by=_edited_by(path, name, given.get("edited_by", [])),
    )


def _edited_by(path: Path, name: str, given: Any) -> tuple[str, ...]:
    """Read which permissions let somebody edit the set; none, where the head does not say."""
    if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
        raise BadFile(f'{path.name}, set {name}: edited_by is a list of permissions, such as ["WRITE_LEARNING"].')
    return tuple(given)


def _shape(path: Path, name: str, given: Any) -> Mapping[str, Field]:
    if not isinstance(given, dict) or next(iter(given), "") != CALLED:
        raise BadFile(f"{path.name}, set {name}: the first field of [set.value] is '{CALLED}', the name of a row.")
    for field, words in given.items():
        if not isinstance(words, dict) or words.get("kind") not in KINDS or not words.get("label"):
            raise BadFile(
                f"{path.name}, set {name}, field {field}: give it a label and one kind of {', '.join(KINDS)}."
            )
    return {
        field: Field(
            name=field,
            kind=words["kind"],
            label=words["label"],
            hint=words.get("hint", ""),
            is_required=words.get("required", True),
            choices=tuple(words.get("choices", ())),
        )
        for field, words in given.items()
    }


def _row(path: Path, head: Head, number: int, given: Any) -> Row:
    """Read one row, or say which row of which file is wrong and how to mend it."""
    key = given.get("key") if isinstance(given, dict) else None
    place = f"{path.name}, set {head.name}, " + (f"key '{key}'" if key else f"row {number}")
    try:
        if not isinstance(key, str):
            raise NotThisShape("give it a key")
        return made_row(head, given)
    except NotThisShape as problem:
        raise BadFile(f"{place}: {problem}.") from None


def made_row(head: Head, given: Mapping[str, Any]) -> Row:
    """Make a row of plain values, as a file or a form gives them.

    Raises:
        NotThisShape: says what is missing or wrong, and how to mend it.
    """
    _check_key(given["key"], head)
    if odd := sorted(set(given) - _ROW):
        raise NotThisShape(f"'{odd[0]}' is not part of a row; a row has {', '.join(sorted(_ROW))}")
    value = given.get("value")
    if not isinstance(value, dict):
        raise NotThisShape("give it a [rows.value]")
    check_value(value, head.shape)
    mark, is_verified = _how_sure(given)
    begins, ends = _day(given, "effective_from"), _day(given, "effective_to")
    if begins and ends and ends < begins:
        raise NotThisShape("effective_to lies before effective_from; give the last day on which it is in force")
    return Row(
        name=head.name,
        key=given["key"],
        value=dict(value),
        source=_said(given, "source", "where it can be checked"),
        owner=_said(given, "owner", "who keeps it right") if "owner" in given else head.owner,
        effective_from=begins,
        effective_to=ends,
        next_check_on=_needed_day(given, "next_check_on"),
        is_verified=is_verified,
        mark=mark,
        line=line_of(head.name, given["key"], begins),
    )


def _check_key(key: str, head: Head) -> None:
    if not _KEY.fullmatch(key):
        raise NotThisShape(
            "a key is made of small letters, digits, '_', '-' and '.', and begins with a letter or digit"
        )
    if head.has_days and not _is_day(key):
        raise NotThisShape("the key of a row of this set is its day, such as 2027-05-03")


def _is_day(key: str) -> bool:
    try:
        return date.fromisoformat(key).isoformat() == key
    except ValueError:
        return False


def _how_sure(given: Mapping[str, Any]) -> tuple[str, bool]:
    mark, is_verified = given.get("mark", ""), given.get("is_verified", False)
    if mark not in ("", *MARKS) or not isinstance(is_verified, bool):
        raise NotThisShape(f"mark is one of {', '.join(MARKS)}, and is_verified is true or false")
    if is_verified and mark in UNVERIFIED_MARKS:
        raise NotThisShape(
            f"what is marked {mark} ({MARKS[mark]}) is not verified: check its source, then take the mark off"
        )
    return mark, is_verified


def _said(given: Mapping[str, Any], name: str, wanted: str) -> str:
    words = given.get(name)
    if not isinstance(words, str) or not words.strip() or len(words) > 1000:
        raise NotThisShape(f"give '{name}': {wanted}, in at most 1000 characters")
    return words.strip()


def _day(given: Mapping[str, Any], name: str) -> date | None:
    found = given.get(name)
    if found is not None and (not isinstance(found, date) or isinstance(found, datetime)):
        raise NotThisShape(f"'{name}' is a day without quotes, such as 2026-11-30")
    return found


def _needed_day(given: Mapping[str, Any], name: str) -> date:
    found = _day(given, name)
    if found is None:
        raise NotThisShape(f"give '{name}': the day on which somebody looks at its source again, such as 2027-01-31")
    return found
