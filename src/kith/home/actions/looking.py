"""A search shows words of several cases on one page: a look at each of them, which its ledger keeps."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kith.core import ledger
from kith.core.actions import action
from kith.core.models import Worker


@action
def note_cases_shown(*, case_ids: Iterable[UUID], by: Worker, at: datetime) -> None:
    """Leave in each case the same trace as opening it does; never what was looked for.

    Written in the transaction that showed the words: without the note the page is not sent.
    """
    shown = list(dict.fromkeys(case_ids))
    for case_id in shown:
        about = f"record.case:{case_id}"
        ledger.note("case.opened", case_id=case_id, by=by.id, at=at, about=about, facts={"page": "home:search"})
    if not shown:
        ledger.nothing_changed()
