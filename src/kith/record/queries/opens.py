"""Who has opened a case: for the team by name, for those concerned by role and day. The one reader of the ledger."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils import timezone

from kith.core.models import Worker
from kith.core.permissions import Role
from kith.record import rules
from kith.record.models import Access, Case, Withholding
from kith.record.queries.access import held_at, managers_of
from kith.record.queries.heads import CaseHead, address, case_head
from kith.record.queries.ways import may_give
from kith.ui.parts import Pager

OPENS_A_PAGE = 200
_NAMES_OF_ROOMS = {
    "record": "Record",
    "exhibits": "Exhibits",
    "correspondence": "Messages",
    "court": "Statements",
    "home": "Timeline and search",
}
_NAMES_OF_PAGES = {
    "record:case": "Record",
    "record:people": "People",
    "record:participant": "A person",
    "record:fact": "A protected fact",
    "record:entry": "An entry",
    "record:decision": "A decision",
    "record:access": "Access",
    "record:opens": "Who opened this case",
    "record:plain": "Who looked, for the person concerned",
    "record:readers": "Outside readers",
    "record:reader": "An outside reader",
    "home:timeline": "Timeline",
    "home:search": "Search",
}


#: Each look by its day where the agency is, and by whom; one line a day and a worker, however often they looked.
_DAYS = """
    SELECT DISTINCT ((body::jsonb ->> 'at')::timestamptz AT TIME ZONE %s)::date, (body::jsonb ->> 'by')::uuid
    FROM core_ledger WHERE chain = %s AND body::jsonb ->> 'verb' = 'case.opened'
"""


@dataclass(frozen=True, slots=True)
class Opening:
    """One look at the case."""

    at: datetime
    name: str
    role: str
    page: str


@dataclass(frozen=True, slots=True)
class OpensPage:
    """Who opened the case, newest first."""

    title: str
    case: CaseHead
    opens: list[Opening]
    pager: Pager


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which the record was looked at, and the roles that looked."""

    on: date
    roles: Sequence[str]


@dataclass(frozen=True, slots=True)
class Withheld:
    """That those concerned are not told for now: why, who said so, and when it is looked at again."""

    id: UUID
    why: str
    by: str
    at: datetime
    look_again_on: date
    is_due: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage:
    """Who may look and who looked, for the person concerned: roles and days, never people, teams or places.

    While it is withheld it holds no roles and no days at all.
    """

    title: str
    case: CaseHead
    roles: Sequence[str]
    days: Sequence[Day]
    withheld: Withheld | None
    may_withhold: bool


def opens_page(case: Case, before: int | None = None) -> OpensPage:
    """Show who opened the case, 200 at a time, from the ledger.

    Args:
        before: the line of the ledger to go on from, downwards; None for the newest.
    """
    rows = _opens(case, before)
    more = len(rows) > OPENS_A_PAGE
    shown = rows[:OPENS_A_PAGE]
    workers = Worker.objects.in_bulk({UUID(body["by"]) for _, body in shown})
    opens = [_opening(body, workers) for _, body in shown]
    older = f"{address('record:opens', case.id)}?before={shown[-1][0]}" if more else ""
    newer = address("record:opens", case.id) if before is not None else ""
    pager = Pager(older=older, newer=newer, newer_text="Newest")
    return OpensPage("Who opened this case", case_head(case), opens, pager)


def _opens(case: Case, before: int | None) -> list[tuple[int, dict[str, Any]]]:
    """Read the case's own chain downwards, by its key, one row more than a page holds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT seq, body FROM core_ledger WHERE chain = %s AND (%s::bigint IS NULL OR seq < %s)"
            " AND body::jsonb ->> 'verb' = 'case.opened' ORDER BY seq DESC LIMIT %s",
            [case.id, before, before, OPENS_A_PAGE + 1],
        )
        return [(seq, json.loads(body)) for seq, body in cursor.fetchall()]


def _opening(body: dict[str, Any], workers: dict[UUID, Worker]) -> Opening:
    worker = workers.get(UUID(body["by"]))
    return Opening(
        at=datetime.fromisoformat(body["at"]),
        name=worker.name if worker else "",
        role=worker.get_role_display() if worker else "",
        page=_page_in_words(body["facts"].get("page", "")),
    )


def _page_in_words(view: str) -> str:
    return _NAMES_OF_PAGES.get(view) or _NAMES_OF_ROOMS.get(view.partition(":")[0], "")


def plain_page(case: Case, at: datetime) -> PlainPage:
    """Show who may look and who looked, as it may be told to the person concerned."""
    withheld = withheld_in(case, at)
    return PlainPage(
        title="Who has looked at this record",
        case=case_head(case),
        roles=[] if withheld else _roles_now(case, at),
        days=[] if withheld else _days(case),
        withheld=withheld,
        may_withhold=may_give(case),
    )


def withholding_of(case: Case) -> Withholding | None:
    """Find what keeps those concerned from being told, if anything does."""
    return Withholding.objects.filter(case=case, ended_at__isnull=True).select_related("case", "withheld_by").first()


def withheld_in(case: Case, at: datetime) -> Withheld | None:
    """Say why those concerned are not told for now, if they are not."""
    row = withholding_of(case)
    if row is None:
        return None
    due = row.look_again_on <= timezone.localdate(at)
    return Withheld(row.id, row.why, row.withheld_by.name, row.withheld_at, row.look_again_on, due)


def _roles_now(case: Case, at: datetime) -> list[str]:
    held = held_at(Access.objects.filter(case=case), at).values_list("worker__role", flat=True)
    managers = [] if case.is_restricted else [row.worker.role for row in managers_of(case, at)]
    return sorted({str(Role(role).label) for role in [*held, *managers]})


def _days(case: Case) -> list[Day]:
    with connection.cursor() as cursor:
        cursor.execute(_DAYS, [settings.TIME_ZONE, case.id])
        looks = [(on, UUID(str(worker_id))) for on, worker_id in cursor.fetchall()]
    workers = Worker.objects.in_bulk({worker_id for _, worker_id in looks})
    named = [(on, workers[worker_id].get_role_display()) for on, worker_id in looks if worker_id in workers]
    return [Day(on, roles) for on, roles in rules.by_day(named)]
