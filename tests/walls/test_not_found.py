"""Unknown and not mine are one answer: the same bytes, after the same questions to the database."""

import re
import time
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.record.testing import case, worker
from tests.house.test_structure import addresses

#: Of so many askings each, the quickest of neither may take this much longer than the other.
ASKED, LONGER = 40, 1.5


@pytest.fixture
def asking(committed):
    """Give what Cara, of another team, is answered; and a case that is not hers."""
    made, cara = case(worker("Amal")), worker("Cara", role="team_manager")
    client = Client()
    client.force_login(cara)
    client.get("/")
    return client, made


def told(client: Client, path: str, method: str) -> tuple[int, bytes, dict[str, str], list[str]]:
    with CaptureQueriesContext(connection) as queries:
        answer = getattr(client, method)(path)
    shapes = [re.sub(r"'[^']*'|\b\d+\b", "?", each["sql"]) for each in queries]
    return answer.status_code, answer.content, dict(answer.headers), shapes


def test_an_unknown_case_and_anothers_case_are_one_answer_on_every_page(asking) -> None:
    client, made = asking
    tried, odd = 0, []
    for place, view in addresses():
        if "<uuid:case_id>" not in place:
            continue
        for method in ("get", "post"):
            answers = [told(client, _path(place, case_id), method) for case_id in (made.id, uuid.uuid4())]
            tried += 1
            if answers[0] != answers[1] or answers[0][0] not in {404, 405}:
                odd.append(f"{method} {view.__name__}: {answers[0][0]} and {answers[1][0]}")
    assert tried > 60
    assert odd == []


def test_they_take_the_same_time(asking) -> None:
    client, made = asking
    took: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(ASKED):
        for is_there, times in took.items():
            path = f"/cases/{made.id if is_there else uuid.uuid4()}/"
            began = time.perf_counter()
            assert client.get(path).status_code == 404
            times.append(time.perf_counter() - began)
    there, unknown = (min(times) for times in took.values())  # the quickest: a busy machine only makes others slower
    assert 1 / LONGER < there / unknown < LONGER


def _path(place: str, case_id: uuid.UUID) -> str:
    path = "/" + place.replace("<uuid:case_id>", str(case_id))
    path = re.sub(r"<uuid:\w+>", str(uuid.UUID(int=7)), path)
    return re.sub(r"<(?:int:)?\w+>", "1", re.sub(r"<(?:slug|str):\w+>", "pdf", path))
