"""The line of time: rooms above add their rows here, so that one query shows everything in order."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from kith.core import ledger
from kith.core.actions import action
from kith.core.models import Worker
from kith.record.models import Case, TimelineRow


@action
def add_to_timeline(*, case: Case, kind: str, source_id: UUID, at: datetime | None, by: Worker) -> None:
    """Place one thing (an entry, a decision, a message) on the line of time; `at` None is "no date known".

    Its own action tells the ledger; this adds nothing to that. Items of an exhibit come many at once (exhibits).
    """
    local = at.astimezone(ZoneInfo(settings.TIME_ZONE)) if at else None
    TimelineRow.objects.create(case=case, kind=kind, source_id=source_id, at=at, hour=local.hour if local else None)
    ledger.nothing_changed()
