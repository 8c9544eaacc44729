"""Makers for tests and the demonstration. They know no case."""

import re
import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime
from html import unescape
from itertools import count
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.test import Client

from kith.core import clock, teams
from kith.core.models import Team, Worker
from kith.core.permissions import Permission, Role
from kith.core.transactions import scoped
from kith.engines.dilemmas.tests.sample import INK, compiled
from kith.learning import actions
from kith.learning.actions import authors, votes
from kith.learning.actions import dilemmas as playing
from kith.learning.loading import facts_of
from kith.learning.models import CpdPiece, Dilemma, DilemmaDraft, Gathering, Play

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

_numbers = count(1)


def worker(name: str = "Amal Tester", role: str = Role.LA_SOCIAL_WORKER) -> Worker:
    """Make somebody who works here."""
    return Worker.objects.create(email=f"learner{next(_numbers)}@agency.example.org", name=name, role=role)


def signed_in(who: Worker) -> Client:
    """Give a browser in which somebody is signed in."""
    client = Client()
    client.force_login(who)
    return client


def dilemma(by: Worker, **changes: object) -> Dilemma:
    """Publish the sample story as a version of the agency's: in the name of `by`, or of an author if they are none."""
    by = by if by.may(Permission.WRITE_LEARNING) else author()
    facts = {"key": f"photograph-{next(_numbers)}", "version": 1, "published_at": AT, **changes}
    with scoped(worker_id=by.id):
        return Dilemma.objects.create(
            **{
                "ink": INK,
                "compiled": compiled(),
                "origin": "agency",
                "by": by,
                "at": AT,
                **facts_of(compiled()),
                **facts,
            }
        )


def author(name: str = "Author Tester", role: str = Role.PRACTICE_EDUCATOR) -> Worker:
    """Make somebody who writes what others learn from."""
    return worker(name, role)


def draft(by: Worker, ink: str = INK, key: str = "") -> DilemmaDraft:
    """Begin a draft with these words."""
    row = authors.take_in(words=ink, file_name=f"draft-{next(_numbers)}.ink", by=by, at=AT)
    if key:
        with scoped(worker_id=by.id):
            DilemmaDraft.objects.filter(id=row.id).update(key=key)
    return row


def drafted(by: Worker, ink: str = INK, key: str = "") -> Dilemma:
    """Publish these words as the next version of a dilemma."""
    return authors.publish(draft_id=draft(by, ink, key).id, version=1, changed="Changed.", by=by, at=AT)


def played(by: Worker, choices: Sequence[int] = (), of: Dilemma | None = None) -> Play:
    """Make a play of the sample story with these choices made."""
    play = playing.begin(dilemma_id=(of or dilemma(by)).id, by=by, at=AT)
    for made, chosen in enumerate(choices):
        play = playing.choose(play_id=play.id, made=made, chosen=chosen, by=by, at=AT)
    return play


def seen(client: Client, path: str) -> str:
    """Give the page at a path.

    Raises:
        AssertionError: it was not shown.
    """
    answer = client.get(path)
    assert answer.status_code == 200, f"{path} answered {answer.status_code}"
    return answer.content.decode()


def words_of(content: str) -> str:
    """Give the words of a page, without its tags and with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", content)).split())


def send(browser: Client, where: str, **typed: object) -> HttpResponse:
    """Send a form as a browser does, with the key of a fresh page."""
    return browser.post(where, {"submit_key": str(uuid.uuid4()), **typed})  # type: ignore[return-value]


def piece(by: Worker, *, finished: bool = True, **said: Any) -> CpdPiece:
    """Write a piece of somebody's log, and finish it."""
    words: dict[str, Any] = {"activity": "A course", "about": "About online life.", "learnt": "To ask first."}
    words |= {"impact": "I ask first now.", "done_on": date(2026, 3, 27), **said}
    made = actions.begin_piece(by=by, at=clock.now())
    actions.write_piece(piece_id=made.id, words=words, allowed={}, by=by, at=clock.now())
    return actions.finish_piece(piece_id=made.id, by=by, at=clock.now()) if finished else made


def say(by: Worker, level: str, *, key: str = "skills", framework: str = "digital_capabilities", **said: Any) -> None:
    """Have somebody say how far along they feel."""
    more = {"evidence": "", "next_step": "", "next_on": None, "allowed": {}, **said}
    actions.say_level(framework=framework, key=key, level=level, by=by, at=clock.now(), **more)


def team(*people: Worker, manager: Worker, name: str = "Harbour team") -> UUID:
    """Put people into a team under a manager; gives its id."""
    teams.join(worker=manager, team=name, at=clock.now(), manages=True)
    for each in people:
        teams.join(worker=each, team=name, at=clock.now())
    return Team.objects.get(name=name).id


def sharers(*levels: str) -> list[Worker]:
    """Make people who say a level and share it."""
    found = []
    for number, level in enumerate(levels):
        each = worker(f"Sharer {number}")
        say(each, level)
        actions.share(framework="digital_capabilities", by=each, at=clock.now())
        found.append(each)
    return found


def gathering(by: Worker, of: Dilemma | None = None, at: datetime | None = None) -> Gathering:
    """Open a vote on the sample story, now."""
    return votes.open_gathering(dilemma_id=(of or dilemma(by)).id, by=by, at=at or clock.now())
