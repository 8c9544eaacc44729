"""Playing a dilemma: what is played is its player's own, so no line of the ledger says so."""

from datetime import datetime
from uuid import UUID

from kith.core.actions import own
from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.engines.dilemmas import load
from kith.learning.actions.telling import tell
from kith.learning.models import Play
from kith.learning.queries import dilemmas as queries
from kith.learning.rules.dilemmas import MovedOn, NothingChosen, check_is_here, check_offered
from kith.learning.rules.telling import Learnt, Verb

__all__ = ["MovedOn", "NothingChosen", "begin", "begin_again", "choose", "forget", "step_back"]


@own
def begin(*, dilemma_id: UUID, by: Worker, at: datetime) -> Play:
    """Begin a dilemma, or give the play of it that is open.

    Raises:
        NotFound: nobody may begin it: it was withdrawn, or never published.
    """
    dilemma = queries.on_offer().filter(id=dilemma_id).first()
    if dilemma is None:
        raise NotFound
    there = queries.own_plays(by).filter(dilemma=dilemma, is_ended=False).first()
    return there or Play.objects.create(worker=by, dilemma=dilemma, begun_at=at, moved_at=at)


@own
def choose(*, play_id: UUID, made: int | None, chosen: int | None, by: Worker, at: datetime) -> Play:
    """Make one choice.

    Args:
        made: how many choices had been made where the form was shown.
        chosen: which of the choices, from 0.

    Raises:
        MovedOn, NothingChosen: nothing is changed.
    """
    play = _locked(play_id, by)
    check_is_here(made, len(play.choices))
    story = load(play.dilemma.compiled)
    check_offered(chosen, len(story.at(play.choices).choices))
    play = _moved(play, [*play.choices, int(chosen or 0)], at)
    if play.is_ended:
        learnt = Learnt("dilemma", play.dilemma.key, play.dilemma.title)
        tell(verb=Verb.COMPLETED, learnt=learnt, by=by, at=at, once_since=play.begun_at)
    return play


@own
def step_back(*, play_id: UUID, made: int | None, by: Worker, at: datetime) -> Play:
    """Take the last choice back.

    Raises:
        MovedOn: nothing is changed.
    """
    play = _locked(play_id, by)
    check_is_here(made, len(play.choices))
    return _moved(play, play.choices[:-1], at)


@own
def begin_again(*, play_id: UUID, by: Worker, at: datetime) -> Play:
    """Go back to the beginning of the same version."""
    return _moved(_locked(play_id, by), [], at)


@own
def forget(*, play_id: UUID, by: Worker, at: datetime) -> None:
    """Delete a play: nothing is left of it."""
    _locked(play_id, by).delete()


def _locked(play_id: UUID, by: Worker) -> Play:
    play = queries.own_plays(by).filter(id=play_id).select_for_update(of=("self",)).first()
    if play is None:
        raise NotFound
    return play


def _moved(play: Play, choices: list[int], at: datetime) -> Play:
    story = load(play.dilemma.compiled)
    play.choices, play.moved_at, play.is_ended = choices, at, story.at(choices).ending is not None
    play.save(update_fields=["choices", "moved_at", "is_ended"])
    return play
