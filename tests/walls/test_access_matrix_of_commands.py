"""Every `kith` command that acts as a worker, as every role in every relation to a case: what comes, what changes."""

import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections

from kith import cli
from kith.cli.main import COMMANDS, main
from kith.core.ledger.signing import CheckpointKey
from kith.core.models import Worker
from kith.core.vault import new_sealing_pair, write_pair
from tests.walls import cast
from tests.walls.agency import Agency
from tests.walls.cast import Somebody, everybody

ALL = os.environ.get("KITH_WALLS") == "all"
SAMPLE, SEED = 6, int(os.environ.get("KITH_WALLS_SEED", "3"))
UNKNOWN = "WALL-NOBODYS"
pytestmark = pytest.mark.timeout(1800)

#: What acts as a worker on a case: what is typed, the permission it needs, what the entitled are told, and their code.
ON_A_CASE = {
    "search": ("search six --case {case}", "OPEN_CASE", "You said six", 0),
    "original": ("original --case {case} --exhibit E1 --line 2", "OPEN_CASE", "You said six", 0),
    "take-in": ("take-in --case {case} {file}", "TAKE_IN", "E2  ", 0),
    "ledger": ("ledger export --case {case} {out}", "OPEN_CASE", "Check it with", 0),
    # the case opens to them; an exhibit that it does not have is as far as this goes, or it could be sealed once only
    "keys": ("keys seal --case {case} --exhibit E99 --why Walls", "TAKE_IN", "no exhibit E99 in this case", 1),
}
#: What names a worker and opens no case.
ON_NONE = {"reference": "loads reference data, as the information governance lead alone"}
#: What nobody is signed in for: whoever holds the machine, or no database at all.
OF_THE_MACHINE = {"demo", "serve", "worker", "read", "guard", "backup", "restore", "people", "doctor", "manage"}
OF_THE_MACHINE |= {"badges", "files", "learning"}


def test_access_matrix_has_every_command():
    missing = sorted(set(COMMANDS) - set(ON_A_CASE) - set(ON_NONE) - OF_THE_MACHINE)
    assert not missing, f"say in this file whether {missing} act as a worker, and what that worker must be let to do"
    as_somebody = {
        path.stem for path in Path(cli.__file__).parent.glob("*.py") if re.search(r'"--as"', path.read_text())
    }
    assert as_somebody == {"search", "original", "take_in", "ledger", "keys", "sealing", "reference"}, (
        "a command takes --as: give it a row in ON_A_CASE here"
    )


@pytest.fixture
def typed(agency: Agency, tmp_path, monkeypatch, capsys) -> Iterator:
    """Type a command as somebody; gives its code and all that it printed."""
    before = dict(os.environ)
    write_pair(tmp_path / "private", tmp_path / "public", new_sealing_pair()[0])
    (tmp_path / "chat.txt").write_text("04/03/2026, 18:04 - Robin: Back by half six\n")
    os.environ |= {
        "DATABASE_URL": f"postgresql:///{connections['default'].settings_dict['NAME']}",
        "KITH_OWNER_DATABASE_URL": "postgresql:///not-used",
        "KITH_CHECKPOINT_KEY": CheckpointKey.new().pem().decode(),
        "KITH_SEALING_KEY_FILE": str(tmp_path / "public"),
        "KITH_FOLDER": str(tmp_path / "agency"),
    }
    runs = iter(range(1_000_000))

    def run(words: str, email: str, reference: str) -> tuple[int, str]:
        out = tmp_path / f"out-{next(runs)}"
        argv = words.format(case=reference, file=tmp_path / "chat.txt", out=out).split()
        capsys.readouterr()
        code = main([argv[0], *argv[1:], "--as", email])
        printed = capsys.readouterr()
        return code, (printed.out + printed.err).replace(str(out), "OUT")

    yield run
    os.environ.clear()
    os.environ.update(before)


def drawn(command: str) -> list[Somebody]:
    people = [each for role in cast.ROLES for each in everybody(role)]
    return people if ALL else random.Random(f"{SEED} {command}").sample(people, SAMPLE * 3)


@pytest.mark.parametrize("command", list(ON_A_CASE))
def test_access_matrix_of_a_command(command: str, agency: Agency, typed, record_property):
    words, needs, told, code = ON_A_CASE[command]
    emails = dict(Worker.objects.values_list("id", "email"))
    refused, odd, people = agency.digest(), [], drawn(command)
    for who in sorted(people, key=lambda who: who.opens and needs in who.may):  # the refused first: they change nothing
        is_entitled = who.opens and needs in who.may
        if is_entitled and refused:
            odd += [f"{table} changed" for table, rows in agency.digest().items() if rows != refused[table]]
            refused = {}
        email, reference = emails[agency.people[who.called]], f"WALL-{who.kind.replace(' ', '-').upper()}"
        came = typed(words, email, reference)
        if is_entitled and (came[0] != code or told not in came[1] and command != "take-in"):
            odd.append(f"{who.called}: {came}")
        if not is_entitled:
            unknown = typed(words, email, UNKNOWN)
            if came[0] == 0 or (came[0], came[1].replace(reference, UNKNOWN)) != unknown:
                odd.append(f"{who.called}: {came}, and of a case that nobody ever had {unknown}")
    record_property("combinations", len(people))
    assert odd == [], f"{len(odd)} of {len(people)} (KITH_WALLS_SEED={SEED})"


def test_access_matrix_of_searching_all_cases_as_each(agency: Agency, typed, record_property):
    emails = dict(Worker.objects.values_list("id", "email"))
    people, odd = drawn("search everything"), []
    for who in people:
        code, said = typed("search six", emails[agency.people[who.called]], "")
        found = set(re.findall(r"WALL-[A-Z-]+", said))
        expected = {f"WALL-{who.kind.replace(' ', '-').upper()}"} if who.opens else set()
        if found != expected or code != (0 if who.person.active else 2):
            odd.append(f"{who.called}: {code}, {found}")
    record_property("combinations", len(people))
    assert odd == []
