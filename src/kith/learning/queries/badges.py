"""Taking a badge out: made when its earner asks, given to them as a file, kept nowhere and told to nobody."""

import secrets
import uuid
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from kith.core.errors import NotFound, Refusal
from kith.core.models import Worker
from kith.core.vault import KeyProblem
from kith.engines.badges import Drawn, Earner, Issuer, bake, claims
from kith.learning import issuing
from kith.learning.queries import bites
from kith.learning.queries.dilemmas import own_plays
from kith.learning.queries.issuer import issuer
from kith.learning.rules.badges import KINDS, As, achievement, good_until
from kith.learning.rules.telling import Learnt
from kith.ui import formats

_SALT_BYTES = 16


class NoKey(Refusal):
    """The agency's key cannot be used now."""


@dataclass(frozen=True, slots=True)
class BadgePage:
    """What a badge would say, before anybody takes it. `own_word`: what its earner has to say of themselves."""

    title: str
    learnt: Learnt
    issuer: str
    says: str
    criteria: str
    email: str
    until: date
    own_word: str
    back_href: str
    back_title: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A badge as a file."""

    name: str
    data: bytes


def badge_of_play(play_id: UUID, by: Worker, at: datetime) -> BadgePage:
    """Show what a badge about one of somebody's own plays says.

    Raises:
        NotFound: no such play is theirs, it has not come to an ending, or the agency gives no badges.
    """
    play = own_plays(by).filter(id=play_id, is_ended=True).first()
    if play is None:
        raise NotFound
    learnt = Learnt("dilemma", play.dilemma.key, play.dilemma.title)
    return _page(learnt, by, at, reverse("learning:after_play", args=[play_id]), "What you played")


def badge_of_bite(topic: str, by: Worker, at: datetime) -> BadgePage:
    """Show what a badge about a bite says.

    Raises:
        NotFound: there is no such bite, or the agency gives no badges.
    """
    learnt = bites.learnt(topic, timezone.localdate(at))
    if learnt is None:
        raise NotFound
    return _page(learnt, by, at, reverse("learning:about", args=[learnt.key]), "The bite")


def take(page: BadgePage, kind: As, by: Worker, at: datetime) -> Taken:
    """Sign the badge and give it as a file.

    Raises:
        NotFound: the agency gives none any more.
        NoKey: its key cannot be used.
    """
    whose = issuer()
    if whose is None:
        raise NotFound
    token = _signed(page.learnt, whose, by, at)
    name = f"Badge {page.learnt.title}.{kind}"
    if kind == As.WORDS:
        return Taken(name, token.encode())
    lines = (f"Given on {formats.day(at)}", f"Good until {formats.day(good_until(at))}")
    return Taken(name, bake(token, Drawn(KINDS[page.learnt.kind].above, page.learnt.title, whose.name, lines)))


def _signed(learnt: Learnt, whose: Issuer, by: Worker, at: datetime) -> str:
    try:
        key = issuing.load()
    except KeyProblem:
        key = None
    if key is None:
        raise NoKey("Your agency's key for badges cannot be used now. Whoever runs Kith finds out why: kith doctor.")
    payload = claims(
        id=uuid.uuid4(),
        subject=uuid.uuid4(),
        issuer=whose,
        earner=Earner(by.email, secrets.token_hex(_SALT_BYTES)),
        what=achievement(learnt, whose.home),
        from_at=at,
        until_at=good_until(at),
    )
    return key.sign(payload)


def _page(learnt: Learnt, by: Worker, at: datetime, back_href: str, back_title: str) -> BadgePage:
    whose = issuer()
    if whose is None:
        raise NotFound
    what = achievement(learnt, whose.home)
    return BadgePage(
        title="Take a badge out",
        learnt=learnt,
        issuer=whose.name,
        says=what.description,
        criteria=what.criteria,
        email=by.email,
        until=good_until(at).date(),
        own_word=KINDS[learnt.kind].own_word,
        back_href=back_href,
        back_title=back_title,
    )
