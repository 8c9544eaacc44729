"""Exhibits on the record: their numbers, and their many items on the line of time."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from kith.core import ledger
from kith.core.actions import action
from kith.core.models import Worker
from kith.record.models import Case

_STAGING = """
    DROP TABLE IF EXISTS pg_temp.placed;
    CREATE TEMPORARY TABLE placed (member int, start bigint, at timestamptz, speaker int, hour smallint) ON COMMIT DROP
"""
_COPY = "COPY placed FROM STDIN (FORMAT BINARY)"
_TYPES = ("int4", "int8", "timestamptz", "int4", "int2")
# An answer changes when things happened, never where they lie: rows are added or re-dated, and none goes.
_PLACE = """
    INSERT INTO record_timelinerow AS row (case_id, source_id, member, position, at, kind, speaker, hour)
    SELECT %(case)s, %(source)s, member, start, at, 'item', speaker, hour FROM placed
    ON CONFLICT (case_id, source_id, member, position) DO UPDATE
        SET at = excluded.at, speaker = excluded.speaker, hour = excluded.hour
        WHERE (row.at, row.speaker, row.hour) IS DISTINCT FROM (excluded.at, excluded.speaker, excluded.hour)
"""


class Placed(NamedTuple):
    """An item of an exhibit on the line of time. `at` None is "no date known"; `hour` is of its own local clock."""

    member: int
    start: int
    at: datetime | None
    speaker: int | None
    hour: int | None


@action
def place_items(*, case: Case, source_id: UUID, batches: Iterable[Sequence[Placed]], by: Worker) -> int:
    """Place the items of an exhibit on the line of time, or place them anew after an answer changed.

    All of it is one transaction: nobody sees half of the old answer and half of the new. The action that asks for it
    tells the ledger.

    Args:
        batches: taken one at a time, so memory does not grow with the exhibit.

    Returns:
        How many rows were added or changed.
    """
    with connection.cursor() as cursor:
        cursor.execute(_STAGING)
        for batch in batches:
            with cursor.copy(_COPY) as copy:
                copy.set_types(_TYPES)
                for row in batch:
                    copy.write_row(row)
        cursor.execute(_PLACE, {"case": case.id, "source": source_id})
        changed = int(cursor.rowcount)
    ledger.nothing_changed()
    return changed


@action
def give_exhibit_number(*, case: Case, by: Worker) -> int:
    """Give the next exhibit of the case its number; two at once never get the same, and none is given twice.

    The action that takes the exhibit in tells the ledger.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE record_case SET next_exhibit = next_exhibit + 1 WHERE id = %s RETURNING next_exhibit - 1", [case.id]
        )
        number = int(cursor.fetchone()[0])
    ledger.nothing_changed()
    return number
