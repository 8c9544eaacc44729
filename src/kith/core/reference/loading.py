"""Puts what ships into the table: at each start, as the owner role. Once loaded, loading again changes nothing."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Max

from kith.core.models import ReferenceRow, Worker
from kith.core.reference.queries import row_of
from kith.core.reference.reading import shipped
from kith.core.reference.rules import Row, content


def load_shipped(*, at: datetime, rows: Iterable[Row] | None = None) -> int:
    """Add a version for each shipped row that is new or says something new; gives how many were added.

    The agency's own versions stay what stands (`queries.standing`): theirs wins, and the page says that a newer one
    came. No worker does this, so no line of the ledger does either: the version itself says when it came.

    Args:
        rows: instead of those of the files.
    """
    asked = [row for each in shipped().values() for row in each.rows] if rows is None else list(rows)
    with transaction.atomic():
        hold()
        came = ReferenceRow.objects.filter(origin=ReferenceRow.Origin.SHIPPED)
        newest = {each.line: row_of(each) for each in came.order_by("line", "-version").distinct("line")}
        waiting = [row for row in asked if row.line not in newest or content(newest[row.line]) != content(row)]
        last = last_versions()
        ReferenceRow.objects.bulk_create(
            stored(row, version=last.get(row.line, 0) + 1, by=None, at=at, why="") for row in waiting
        )
    return len(waiting)


def hold() -> None:
    """Let one transaction at a time change reference data, so that periods are judged against what will stand."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('kith reference data'))")


def last_versions() -> Mapping[UUID, int]:
    """Give the newest version's number of every line."""
    return dict(ReferenceRow.objects.values_list("line").annotate(Max("version")))


def stored(row: Row, *, version: int, by: Worker | None, at: datetime, why: str) -> ReferenceRow:
    """Make the version to be stored of a row; the agency's if a worker made it."""
    return ReferenceRow(
        name=row.name,
        key=row.key,
        line=row.line,
        version=version,
        origin=ReferenceRow.Origin.AGENCY if by else ReferenceRow.Origin.SHIPPED,
        value=row.value,
        source=row.source,
        owner=row.owner,
        effective_from=row.effective_from,
        effective_to=row.effective_to,
        next_check_on=row.next_check_on,
        is_verified=row.is_verified,
        mark=row.mark,
        why=why,
        recorded_by=by,
        recorded_at=at,
    )
