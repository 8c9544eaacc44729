"""`kith people`: who works here, and in which team."""

import pytest
from django.db import connections

from kith.cli.main import main
from kith.core.permissions import Role
from kith.record import testing


@pytest.fixture(autouse=True)
def attached(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql:///{connections['default'].settings_dict['NAME']}")


def test_somebody_is_put_into_a_team_and_taken_out(capsys: pytest.CaptureFixture[str]) -> None:
    bo = testing.worker("Bo Tester", Role.TEAM_MANAGER)
    assert main(["people", "team", bo.email, "Tidebank", "--manages"]) == 0
    assert main(["people", "list"]) == 0
    assert main(["people", "team", bo.email, "Tidebank", "--leave"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Bo Tester manages Tidebank."
    assert said[1].endswith("Tidebank")
    assert said[2] == "Bo Tester no longer works in Tidebank."


def test_what_cannot_be_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    student = testing.worker("Sue Student", Role.STUDENT_OR_NQSW)
    for words, says in (
        ([student.email, "Tidebank", "--leave"], "Sue Student is not in a team called Tidebank."),
        ([student.email, "Tidebank", "--manages"], "does not manage a team's cases"),
        (["nobody@agency.example.org", "Tidebank"], "Nobody who works here signs in as nobody@agency.example.org"),
    ):
        assert main(["people", "team", *words]) == 1
        assert says in capsys.readouterr().err
