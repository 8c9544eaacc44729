"""`kith search`: what a worker may find, printed with label and place; the same answer for unknown and not theirs."""

import json

import pytest

from kith.cli.search import search as command
from kith.core.models import LedgerRow
from kith.core.transactions import scoped
from kith.home.queries.search import SHOWN
from kith.home.tests import world as worlds
from kith.record import testing as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return worlds.build()


@pytest.fixture
def kith(world, capsys, monkeypatch):
    """Run the command; gives its code and what it printed."""
    monkeypatch.delenv("KITH_WORKER", raising=False)

    def run(*words, by=world.amal):
        capsys.readouterr()
        code = command([*words, *(["--as", by.email] if by else [])])
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return run


def test_the_command_prints_label_place_and_words(world, kith):
    world.everything()

    code, said = kith("skool")
    assert code == 0
    assert "No “skool”; looked for: school, schools." in said
    assert f"Marrow, {world.case.reference}" in said
    assert "[E1, line 2] 25 March 2026, 09:16 GMT, Lena (“Mum”)\n    Are they at school today?" in said


def test_each_case_that_is_printed_keeps_that_it_was(world, kith):
    world.entry("school")
    kith("school")

    with scoped(worker_id=world.amal.id):
        bodies = [json.loads(row.body) for row in LedgerRow.objects.filter(chain=world.case.id)]
    assert [body["facts"]["page"] for body in bodies if body["verb"] == "case.opened"] == ["home:search"]


def test_the_command_searches_one_case(world, kith):
    other = make.case(world.amal, family_name="Thornby")
    world.entry("school here")
    world.entry("school there", case=other)

    assert "school here" not in kith("school", "--case", other.reference.lower())[1]


@pytest.mark.parametrize("reference", ["TB-99999", ""])
def test_an_unknown_case_and_one_of_somebody_elses_are_answered_alike(world, kith, reference):
    world.entry("school")

    code, said = kith("school", "--case", reference or world.case.reference, by=world.cara)
    assert (code, said) == (2, "kith search: there is no case with this reference among those this worker may open\n")


def test_an_unknown_worker_is_said(world, kith, monkeypatch):
    assert kith("school", by=None) == (
        2,
        "kith search: say who asks: --as name@example.org, or KITH_WORKER in the environment\n",
    )
    monkeypatch.setenv("KITH_WORKER", "nobody@example.org")
    assert kith("school", by=None)[1].startswith("kith search: nobody who works here has this e-mail address")


def test_the_environment_says_who_asks(world, kith, monkeypatch):
    world.entry("school")
    monkeypatch.setenv("KITH_WORKER", world.amal.email.upper())

    assert "[Entry]" in kith("school", by=None)[1]


def test_the_command_says_when_there_is_more(world, kith):
    worlds.lay_out(world.case, world.amal, ["all"] * (SHOWN + 1))

    assert "These are the newest" in kith("all")[1]
