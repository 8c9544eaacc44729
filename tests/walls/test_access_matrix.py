"""Every address, as every role in every relation to a case, by every method: what is answered, and what is changed."""

import contextlib
import os
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from tests.walls import cast
from tests.walls.agency import Agency
from tests.walls.cast import SIGNED_OUT, Somebody, everybody
from tests.walls.places import FOR_MACHINES, OF_SIGN_IN, PLACES, PUBLIC, addresses, status

ALL = os.environ.get("KITH_WALLS") == "all"
METHODS = ("GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH")
#: How many of the combinations of a role are tried every day, drawn by a seed that is said when one is odd.
SAMPLE, SEED = 60, int(os.environ.get("KITH_WALLS_SEED", "3"))
pytestmark = pytest.mark.timeout(1800)

Asked = tuple[Somebody, str, str]


def drawn(role: str, many: int = SAMPLE) -> list[Asked]:
    """Give who asks for which address by which method: all, or a sample in which most get to a wall of ours."""
    people = everybody(role) if role else SIGNED_OUT
    if ALL:
        return list(product(people, PLACES, METHODS))
    chance = random.Random(f"{SEED} {role}")
    methods = chance.choices(METHODS, weights=[8, 5, 1, 1, 1, 1, 1], k=many)
    places = chance.choices(list(PLACES), k=many)
    return [(chance.choice(people), place, method) for place, method in zip(places, methods, strict=True)]


def test_access_matrix_has_every_address_and_no_other():
    apart = {*OF_SIGN_IN, *PUBLIC, *FOR_MACHINES}
    there = {place: view for place, view in addresses() if place not in apart}
    missing = sorted(set(there) - set(PLACES))
    gone = sorted(set(PLACES) - set(there))
    assert not missing, (
        f"say in tests/walls/places.py what {missing} must answer: the permission, the methods, who else finds it; and"
        " in tests/walls/filling.py what stands in its address, if that is a new word"
    )
    assert not gone, f"take out of tests/walls/places.py what is no address any more: {gone}"
    odd = []
    for address, view in there.items():
        row, asks = PLACES[address], {"": False, "POST": "POST", "GET POST": True}
        said = (row.needs, set(row.methods.split()), row.looks, asks[row.step_up])
        declared = (view.needs.name, set(view.methods), view.looks, view.step_up)
        if said != declared:
            odd.append(f"{address}: the page declares {declared}, the table says {said}")
    assert odd == []


def test_access_matrix_of_public_pages(agency: Agency):
    """Whoever asks, signed in or not, is answered the same; nothing is changed, and no look is told."""
    there = {place: set(view.methods) for place, view in addresses() if getattr(view, "is_public", False)}
    assert there == {place: set(methods.split()) for place, (methods, _) in PUBLIC.items()}
    some = [Somebody("team_manager", "plain", each) for each in cast.PLAIN][:3] + SIGNED_OUT[:2]
    for who in some:
        agency.client(who)
    before, told = agency.digest(), agency.told()
    for address, (methods, shown) in PUBLIC.items():
        path = "/" + address.replace("<str:token>", "x" * 32).replace("<str:code>", "BCDFGH")
        for method in METHODS:
            answers = [agency.ask(who, method, path) for who in some]
            assert len({(each.status_code, each.content) for each in answers}) == 1, f"{method} {path}"
            assert answers[0].status_code == (shown if method == "GET" else _public(address, method, methods))
    now = agency.digest()
    assert {table for table in now if now[table] != before[table]} <= {"exhibits_droptry", "learning_votetry"}
    assert agency.told() == told


def _public(address: str, method: str, methods: str) -> int:
    """Give what a method other than GET is answered: on the page itself it is refused or closed, the rest leads on."""
    on_the_page = {"drop/<str:token>/", "peer/<str:token>/", "vote/", "vote/<str:code>/"}
    return 405 if method not in methods.split() else 200 if address in on_the_page else 302


def test_what_other_machines_call_is_named_with_its_token():
    assert {place: view.token for place, view in addresses() if hasattr(view, "token")} == FOR_MACHINES


def test_access_matrix_knows_every_role():
    assert set(cast.MAY) == set(cast.ROLES), "say in tests/walls/cast.py what the role may do"


@pytest.mark.parametrize("role", [*cast.ROLES, ""], ids=lambda role: role or "signed out")
def test_access_matrix(role: str, agency: Agency, settings, record_property):
    settings.STEP_UP_MINUTES = 600  # all of it takes longer than signing in is fresh
    asked = drawn(role)
    for who in {who.called: who for who, _, _ in asked}.values():
        agency.client(who)
        if who.is_signed_in:
            agency.unknown(who)
    before, told = agency.digest(), agency.told()
    odd, looks = [], Counter()
    for who, address, method in asked:
        odd += tried(agency, who, address, method, looks)
    record_property("combinations", len(asked))
    assert odd == [], f"{len(odd)} of {len(asked)} (KITH_WALLS_SEED={SEED})"
    now = agency.digest()
    assert {table: (before[table], now[table]) for table in now if now[table] != before[table]} == {}
    assert agency.told() - told == +looks


@pytest.mark.drill
def test_access_matrix_of_what_asks_whether_it_is_still_them(agency: Agency, record_property):
    """Long after signing in: what is dangerous asks first, whatever else answers as before, and nothing is changed."""
    who = Somebody("team_manager", "plain", next(each for each in cast.PLAIN if each.relation == "manager of the team"))
    with signed_in_long_ago(agency, who):
        before, odd, tried_here = agency.digest(), [], 0
        for (address, place), method in product(PLACES.items(), ("GET", "POST")):
            if method not in place.methods.split() or place.needs not in who.may:
                continue
            answer = agency.ask(who, method, agency.path(address, place, who.kind))
            tried_here += 1
            asks = b"Confirm it is you" in answer.content
            if asks != (method in place.step_up.split()):
                odd.append(f"{method} /{address} {'asks' if asks else 'does not ask'}: {answer.status_code}")
        assert agency.digest() == before
    record_property("combinations", tried_here)
    assert odd == []


@contextlib.contextmanager
def signed_in_long_ago(agency: Agency, who: Somebody):
    """Let somebody have signed in two hours ago."""
    browser = agency.client(who)
    session = browser.session
    session["began"] = (datetime.now(UTC) - timedelta(hours=2)).timestamp()
    session["account_authentication_methods"] = []
    session.save()
    yield
    agency.clients.pop(who.called)


def tried(agency: Agency, who: Somebody, address: str, method: str, looks: Counter) -> list[str]:
    """Ask once; say what is not as the table says, and add what the ledger must be told."""
    place = PLACES[address]
    expected = status(address, place, method, who)
    answer = agency.ask(who, method, agency.path(address, place, who.kind))
    words = f"{method} /{address} as {who.called}: {answer.status_code}, not {expected}"
    if answer.status_code not in expected:
        return [words]
    if who.is_signed_in and method in place.methods.split() and place.needs in who.may and "case_id" in address:
        me = str(agency.people[who.called])
        if not who.opens:
            looks[me, "case.refused"] += 1
        elif place.looks:
            looks[me, "case.opened"] += 1
        looks[me, "custody"] += who.opens and method == "GET" and "/items/" in address
    if answer.status_code == 302 and not who.is_signed_in and "/accounts/login/?next=" not in answer.url:
        return [f"{words}, and sent to {answer.url}"]
    if answer.status_code == 302 and who.is_signed_in:  # what it had to say would stand on the page asked for next
        session = agency.client(who).session
        session.pop("_messages", None)
        session.save()
    if answer.status_code == 404 and answer.content != agency.unknown(who):
        return [f"{words}: not the words of a case that nobody ever had"]
    return []
