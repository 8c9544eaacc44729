"""Makers for tests and the demonstration. They know no case."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from html import unescape
from itertools import count

from django.test import Client

from kith.core.models import Worker
from kith.core.permissions import Role
from kith.core.transactions import scoped
from kith.engines.dilemmas.tests.sample import INK, compiled
from kith.learning.actions import dilemmas as actions
from kith.learning.loading import facts_of
from kith.learning.models import Dilemma, Play

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
    """Publish the sample story as a version of the agency's."""
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


def played(by: Worker, choices: Sequence[int] = (), of: Dilemma | None = None) -> Play:
    """Make a play of the sample story with these choices made."""
    play = actions.begin(dilemma_id=(of or dilemma(by)).id, by=by, at=AT)
    for made, chosen in enumerate(choices):
        play = actions.choose(play_id=play.id, made=made, chosen=chosen, by=by, at=AT)
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
