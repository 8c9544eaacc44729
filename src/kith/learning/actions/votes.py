"""A facilitator leads a team through a dilemma. Opening a vote is told to the ledger; how it goes is the room's own."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from kith.core import ledger, transactions
from kith.core.actions import action, own
from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.engines.dilemmas import load
from kith.learning import joining
from kith.learning.models import Dilemma, Gathering
from kith.learning.queries import votes as queries
from kith.learning.queries.dilemmas import on_offer
from kith.learning.rules.dilemmas import NothingChosen, check_offered
from kith.learning.rules.votes import Elsewhere, NotOpened, check_may_open, check_turn

__all__ = ["Elsewhere", "NotOpened", "NothingChosen", "back", "close_question", "end", "go_on", "open_gathering"]

_TRIES = 5  # of eleven million codes at most thirty are taken


@action
def open_gathering(*, dilemma_id: UUID, by: Worker, at: datetime) -> Gathering:
    """Open a vote on a dilemma, for four hours.

    Raises:
        NotFound: the dilemma is not on offer.
        NotOpened: one is open, too many are, or nobody outside can be answered.
    """
    dilemma = on_offer().filter(id=dilemma_id).first()
    if dilemma is None:
        raise NotFound
    many = queries.open_now()
    mine = queries.own_gatherings(by, at).filter(ended_at=None, until_at__gt=at)
    check_may_open(open_now=many, has_one=mine.exists(), has_door=transactions.has_door())
    made = _made(dilemma, by, at)
    ledger.note("vote.opened", by=by.id, at=at, about=made, facts={"dilemma": str(dilemma.id)})
    return made


@own
def close_question(*, gathering_id: UUID, turn: int | None, by: Worker, at: datetime) -> Gathering:
    """Close the question: votes become counts, and what stood beside them goes, in this transaction.

    Raises:
        Elsewhere: nothing is changed.
    """
    found = _locked(gathering_id, turn, by, at)
    if not found.is_open:
        raise Elsewhere
    answered, counts = _counted(found)
    found.splits = [*found.splits, {"answered": answered, "counts": counts}]
    return _shown(found, found.choices, is_open=False)


@own
def go_on(*, gathering_id: UUID, turn: int | None, chosen: int | None, by: Worker, at: datetime) -> Gathering:
    """Go on with one of the choices of a question that is closed, whichever most chose.

    Raises:
        Elsewhere, NothingChosen: nothing is changed.
    """
    found = _locked(gathering_id, turn, by, at)
    if len(found.splits) <= len(found.choices):
        raise Elsewhere
    check_offered(chosen, len(found.offered))
    return _shown(found, [*found.choices, int(chosen or 0)], is_open=True)


@own
def back(*, gathering_id: UUID, turn: int | None, by: Worker, at: datetime) -> Gathering:
    """Go back a step: from a closed question to asking it again, and else to the closed question before.

    Raises:
        Elsewhere: nothing is changed.
    """
    found = _locked(gathering_id, turn, by, at)
    step = len(found.choices)
    if len(found.splits) > step:
        found.splits = found.splits[:step]
        return _shown(found, found.choices, is_open=True)
    if not step:
        raise Elsewhere
    _counted(found)
    return _shown(found, found.choices[:-1], is_open=False)


@own
def end(*, gathering_id: UUID, by: Worker, at: datetime) -> Gathering:
    """End a gathering: its votes and its code go at once, its counts after a day. Ending it twice ends it once."""
    found = _held(gathering_id, by, at)
    if found.ended_at is None:
        _counted(found)
        found.ended_at, found.code, found.is_open, found.offered = at, None, False, []
        found.turn += 1
        found.save(update_fields=["ended_at", "code", "is_open", "offered", "turn"])
    return found


def _made(dilemma: Dilemma, by: Worker, at: datetime) -> Gathering:
    """Make a gathering with a code that no other has; others' rows are behind a wall, so the database says so."""
    offered = _offered(dilemma, [])
    for _ in range(_TRIES):
        try:
            with transaction.atomic():
                return Gathering.objects.create(
                    worker=by,
                    dilemma=dilemma,
                    code=joining.new_code(),
                    offered=offered,
                    is_open=bool(offered),
                    opened_at=at,
                    until_at=at + Gathering.OPEN_FOR,
                )
        except IntegrityError:
            continue
    raise NotOpened("No free code was found. Try again.")


def _held(gathering_id: UUID, by: Worker, at: datetime) -> Gathering:
    found = queries.own_gatherings(by, at).filter(id=gathering_id).select_for_update(of=("self",)).first()
    if found is None:
        raise NotFound
    return found


def _locked(gathering_id: UUID, turn: int | None, by: Worker, at: datetime) -> Gathering:
    found = _held(gathering_id, by, at)
    if queries.is_over(found, at):
        raise Elsewhere
    check_turn(turn, found.turn)
    return found


def _counted(gathering: Gathering) -> tuple[int, list[int] | None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT answered, counts FROM kith_vote_closes(%s)", [gathering.id])
        answered, counts = cursor.fetchone()
    return answered, counts


def _shown(gathering: Gathering, choices: Sequence[int], *, is_open: bool) -> Gathering:
    """Show what follows these choices, as a new turn."""
    gathering.choices, gathering.offered = list(choices), _offered(gathering.dilemma, choices)
    gathering.is_open = is_open and bool(gathering.offered)
    gathering.turn += 1
    gathering.save(update_fields=["choices", "offered", "is_open", "splits", "turn"])
    return gathering


def _offered(dilemma: Dilemma, choices: Sequence[int]) -> list[str]:
    return [each.words for each in load(dilemma.compiled).at(choices).choices]
