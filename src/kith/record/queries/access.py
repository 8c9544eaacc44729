"""Who may open a case, and who has opened it: the one page that reads the ledger."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.core.permissions import Permission
from kith.record.models import Access, Case
from kith.record.queries.heads import CaseHead, address, case_head
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
    "record:readers": "Outside readers",
    "record:reader": "An outside reader",
    "home:timeline": "Timeline",
    "home:search": "Search",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessLine:
    """A worker's access to the case. `until_at` None: they may open it now."""

    id: UUID
    name: str
    role: str
    team: str
    why: str
    from_at: datetime
    until_at: datetime | None
    given_by: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class AccessPage:
    """Who may open the case now, and who might once."""

    title: str
    case: CaseHead
    now: list[AccessLine]
    ended: list[AccessLine]
    may_give: bool


@dataclass(frozen=True, slots=True)
class EndAccessPage:
    """The access that would be ended."""

    title: str
    case: CaseHead
    access: AccessLine


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


def access_page(case: Case, by: Worker) -> AccessPage:
    """Show who may open the case."""
    rows = Access.objects.filter(case=case).select_related("worker", "given_by").order_by("-from_at", "id")
    lines = [_line(row, by) for row in rows]
    now = [line for line in lines if line.until_at is None]
    ended = [line for line in lines if line.until_at is not None]
    return AccessPage("Access", case_head(case), now, ended, by.may(Permission.GIVE_ACCESS))


def access_in(case: Case, access_id: UUID) -> Access:
    """Find an access to the case that holds now.

    Raises:
        NotFound: not of this case, or ended already.
    """
    rows = Access.objects.filter(case=case, id=access_id, until_at__isnull=True)
    found = rows.select_related("worker", "given_by").first()
    if found is None:
        raise NotFound
    return found


def end_access_page(case: Case, access: Access, by: Worker) -> EndAccessPage:
    """Give the page on which an access is ended."""
    return EndAccessPage(f"End {access.worker.name}'s access", case_head(case), _line(access, by))


def colleague(email: str) -> Worker | None:
    """Find somebody who works here and may sign in, by e-mail address."""
    return Worker.objects.filter(email__iexact=email.strip(), is_active=True).first()


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


def _line(row: Access, by: Worker) -> AccessLine:
    return AccessLine(
        id=row.id,
        name=row.worker.name,
        role=row.worker.get_role_display(),
        team=row.worker.team,
        why=row.get_why_display(),
        from_at=row.from_at,
        until_at=row.until_at,
        given_by=row.given_by.name,
        is_own=row.worker_id == by.id,
    )
