"""What somebody says of their own capabilities, and whether they share it. Theirs alone: no line is told."""

from datetime import date, datetime
from uuid import UUID

from django.db import connection

from kith.core import ledger
from kith.core.actions import action, own
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.learning.models import SelfCheck, Sharing
from kith.learning.queries.cpd import listed_by
from kith.learning.rules.frameworks import LEVELS
from kith.learning.rules.noticing import check_names_nobody


class NoMap(Refusal):
    """No new map was drawn. The reason is not said: it would tell who shares."""


@own
def say_level(
    *,
    framework: str,
    key: str,
    level: str,
    evidence: str,
    next_step: str,
    next_on: date | None,
    allowed: dict[str, str],
    by: Worker,
    at: datetime,
) -> SelfCheck:
    """Keep what somebody says of themselves about one statement; what they said before stays as their history.

    Raises:
        Named: something may identify a person who uses services.
    """
    check_names_nobody({"evidence": evidence, "next_step": next_step}, allowed=allowed, is_listed=listed_by(by.id))
    said = {"evidence": evidence, "next_step": next_step, "next_on": next_on}
    return SelfCheck.objects.create(worker=by, framework=framework, key=key, level=LEVELS[level][0], at=at, **said)


@own
def forget_checks(*, framework: str, by: Worker, at: datetime) -> None:
    """Delete all somebody said of themselves in a framework, with its history, and share it no more."""
    Sharing.objects.filter(worker=by, framework=framework).delete()
    SelfCheck.objects.filter(worker=by, framework=framework).delete()


@own
def share(*, framework: str, by: Worker, at: datetime) -> None:
    """Let somebody's levels in a framework be counted in the maps of their teams, until they say otherwise."""
    Sharing.objects.get_or_create(worker=by, framework=framework, defaults={"since_at": at})


@own
def stop_sharing(*, framework: str, by: Worker, at: datetime) -> None:
    """End it: every map in which they were counted is gone at once (migration 0003)."""
    Sharing.objects.filter(worker=by, framework=framework).delete()


@action
def draw_map(*, team_id: UUID, framework: str, keys: list[str], by: Worker, at: datetime) -> None:
    """Draw a new map of a team, if it may be drawn. The agency's ledger is told that somebody had it drawn.

    Raises:
        NoMap: fewer than eight share, or a map was drawn lately, or too few people differ from an earlier one.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT kith_learning_draws(%s, %s, %s)", [team_id, framework, keys])
        (drawn,) = cursor.fetchone() or (False,)
    if not drawn:
        raise NoMap(
            "No new map can be drawn now. It needs eight people who share, four weeks since the last one, and at least"
            " three people who differ from each earlier map. Which of these is missing is not said."
        )
    facts = {"team": str(team_id), "framework": framework}
    ledger.note("learning.map_drawn", by=by.id, at=at, facts=facts)
