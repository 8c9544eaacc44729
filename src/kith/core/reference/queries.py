"""What stands: of each line the agency's newest version if it made one, else the newest that shipped."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.errors import NotFound
from kith.core.models import ReferenceRow, Worker
from kith.core.permissions import Permission
from kith.core.reference.reading import Head, shipped
from kith.core.reference.rules import FAR_PAST, Row, agencys_first, content

HOLIDAYS = "bank_holidays"
_NAMED_AT_MOST = 8


class NoSuchSet(LookupError):
    """Code asked for a set that does not ship: a bug, never a worker's doing."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a row, with who recorded it: nobody where it came with Kith."""

    row: Row
    number: int
    is_agencys: bool
    by: str
    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class ToCheck:
    """A set, where it is checked, and which of its rows nobody has checked, or not lately; `says` is empty for none."""

    name: str
    title: str
    check_at: str
    says: str


def rows(name: str, *, on: date) -> list[Row]:
    """List the rows of a set that are in force on a day, in the order of its file.

    Raises:
        NoSuchSet: no such set ships.
    """
    if name not in shipped():
        raise NoSuchSet(f"there is no set '{name}' in core/reference/data")
    begun = Q(effective_from__isnull=True) | Q(effective_from__lte=on)
    lasting = Q(effective_to__isnull=True) | Q(effective_to__gte=on)
    return agencys_first(in_order(row_of(each) for each in standing(name).filter(begun, lasting)))


def one(name: str, key: str, *, on: date) -> Row | None:
    """Give the row of a key that is in force on a day, if there is one."""
    return next((row for row in rows(name, on=on) if row.key == key), None)


def holidays(*, on: date) -> frozenset[date]:
    """Give the bank holidays of England and Wales, for `days.working_days_after`."""
    return frozenset(date.fromisoformat(row.key) for row in rows(HOLIDAYS, on=on))


def heads() -> Mapping[str, Head]:
    """Give the head of every set, by name."""
    return {name: each.head for name, each in shipped().items()}


def may_edit(by: Worker, name: str) -> bool:
    """Tell whether somebody may change a set: who keeps them all, and whoever its head names besides. Nobody else."""
    head = heads().get(name)
    if head is None:
        return False
    named = [Permission[each] for each in head.edited_by if each in Permission.__members__]
    return any(by.may(each) for each in (Permission.EDIT_REFERENCE, *named))


def standing(name: str = "") -> "QuerySet[ReferenceRow]":
    """Give the version of each line that stands, of one set or of all."""
    chosen = ReferenceRow.objects.filter(name=name) if name else ReferenceRow.objects.all()
    newest = chosen.order_by("line", "origin", "-version").distinct("line")  # "agency" sorts before "shipped"
    return ReferenceRow.objects.filter(id__in=newest.values("id"))


def all_standing(name: str = "") -> list[Row]:
    """List every row that stands, also those no longer or not yet in force, set by set in file order."""
    return in_order(row_of(each) for each in standing(name))


def in_order(found: Iterable[Row]) -> list[Row]:
    """Put rows in the order of their files; what the agency added stands after them, by key and day."""
    places = {row.line: place for place, row in enumerate(row for each in shipped().values() for row in each.rows)}
    return sorted(
        found,
        key=lambda row: (row.name, places.get(row.line, len(places)), row.key, row.effective_from or FAR_PAST),
    )


def versions(name: str, line: UUID) -> Sequence[Version]:
    """List every version of a line, the newest first.

    Raises:
        NotFound: the set has no such line.
    """
    found = ReferenceRow.objects.filter(name=name, line=line).select_related("recorded_by").order_by("-version")
    listed = [
        Version(
            row=row_of(each),
            number=each.version,
            is_agencys=each.origin == ReferenceRow.Origin.AGENCY,
            by=each.recorded_by.name if each.recorded_by else "",
            at=each.recorded_at,
            why=each.why,
        )
        for each in found
    ]
    if name not in shipped() or not listed:
        raise NotFound
    return listed


def standing_of(listed: Sequence[Version]) -> Version:
    """Give the version that stands, of those of one line, newest first."""
    return next((each for each in listed if each.is_agencys), listed[0])


def newer_shipped(listed: Sequence[Version]) -> Version | None:
    """Give the version that came with Kith after the agency's own and says something else, if there is one."""
    stands = standing_of(listed)
    newest = listed[0]
    is_other = not newest.is_agencys and newest is not stands and content(newest.row) != content(stands.row)
    return newest if is_other else None


def lines_with_newer_shipped(name: str = "") -> frozenset[UUID]:
    """Give the lines of which a newer shipped version waits behind the agency's own."""
    stand = {each.line: each for each in standing(name) if each.origin == ReferenceRow.Origin.AGENCY}
    came = ReferenceRow.objects.filter(line__in=stand, origin=ReferenceRow.Origin.SHIPPED)
    newest = came.order_by("line", "-version").distinct("line")
    return frozenset(
        each.line
        for each in newest
        if each.version > stand[each.line].version and content(row_of(each)) != content(row_of(stand[each.line]))
    )


def row_of(stored: ReferenceRow) -> Row:
    """Give a stored version as the value that everybody else is given."""
    return Row(
        name=stored.name,
        key=stored.key,
        value=stored.value,
        source=stored.source,
        owner=stored.owner,
        effective_from=stored.effective_from,
        effective_to=stored.effective_to,
        next_check_on=stored.next_check_on,
        is_verified=stored.is_verified,
        mark=stored.mark,
        line=stored.line,
        is_agencys=stored.origin == ReferenceRow.Origin.AGENCY,
    )


def to_check(on: date) -> list[ToCheck]:
    """Look at every set: which rows in force on a day are not verified, and which are due to be checked again."""
    current = [row for row in all_standing() if row.is_in_force(on)]
    return [
        ToCheck(head.name, head.title, head.check_at, _waiting([row for row in current if row.name == head.name], on))
        for head in heads().values()
    ]


def _waiting(found: Sequence[Row], on: date) -> str:
    unverified = [row.key for row in found if not row.is_verified]
    stale = [row.key for row in found if row.is_verified and row.is_stale(on)]
    states = ((unverified, "not checked yet"), (stale, "to be checked again"))
    return "; ".join(f"{len(keys)} {state} ({_named(keys)})" for keys, state in states if keys)


def _named(keys: Sequence[str]) -> str:
    more = len(keys) - _NAMED_AT_MOST
    return ", ".join(keys[:_NAMED_AT_MOST]) + (f" and {more} more" if more > 0 else "")
