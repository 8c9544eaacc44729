"""`kith reference`, and what the doctor says of reference data, against a real database."""

from pathlib import Path

import pytest

from kith.cli import reference as command
from kith.cli import session
from kith.cli.doctor import _reference
from kith.core import reference
from kith.core.permissions import Role
from kith.core.reference import actions
from kith.core.reference import queries as stored
from kith.core.reference.reading import shipped
from kith.core.reference.tests.making import AT, NEXT, TODAY, row
from kith.core.reference.tests.test_reading import HEAD, ROW
from kith.record.testing import worker


@pytest.fixture
def dee(db, monkeypatch):
    monkeypatch.setattr(session, "attach", lambda: None)  # the test's own database is reached already
    return worker("Dee Lowe", Role.INFORMATION_GOVERNANCE_LEAD)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "newer.toml"
    path.write_text(HEAD + ROW.format(key="our_visit") + ROW.format(key="sar"))
    return path


def test_what_ships_can_be_used(capsys):
    assert command.reference(["check"]) == 0
    said = capsys.readouterr().out
    assert all(f"{name}: {len(each.rows)} rows can be used" in said for name, each in shipped().items())


def test_a_file_is_checked_without_a_database(file, capsys):
    assert command.reference(["check", str(file)]) == 0
    assert capsys.readouterr().out == "deadline_rules: 2 rows can be used; 0 of them not verified\n"
    file.write_text(file.read_text() + "limits = 3\n")
    assert command.reference(["check", str(file)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("kith reference: newer.toml: it is not TOML") and "line 25" in said


def test_a_file_is_loaded_once_in_somebodys_name(dee, file, capsys):
    assert command.reference(["load", str(file), "--as", dee.email]) == 0
    assert "2 of 2 rows are new or say something new" in capsys.readouterr().out
    found = reference.one("deadline_rules", "our_visit", on=TODAY)
    (version,) = stored.versions("deadline_rules", found.line)
    assert version.by == "Dee Lowe" and version.why == "Loaded from newer.toml"
    assert command.reference(["load", str(file), "--as", dee.email]) == 0
    assert "0 of 2 rows" in capsys.readouterr().out


def test_a_file_with_one_bad_row_loads_nothing(dee, file, capsys):
    file.write_text(file.read_text() + ROW.format(key="third").replace('says = "Answered."\n', ""))
    assert command.reference(["load", str(file), "--as", dee.email]) == 1
    assert capsys.readouterr().err == (
        "kith reference: newer.toml, set deadline_rules, key 'third': 'says' is missing; give it"
        " (text of at most 4000 characters).\n"
    )
    assert reference.one("deadline_rules", "our_visit", on=TODAY) is None


def test_a_row_that_would_be_there_twice_loads_nothing(dee, file, capsys):
    file.write_text(
        file.read_text() + ROW.format(key="epo").replace("is_verified", "effective_from = 2027-01-01\nis_verified")
    )
    assert command.reference(["load", str(file), "--as", dee.email]) == 1
    assert "deadline_rules, key 'epo': two rows would be in force on the same day" in capsys.readouterr().err
    assert reference.one("deadline_rules", "our_visit", on=TODAY) is None


def test_only_the_lead_loads(dee, file, capsys):
    cara = worker("Cara")
    assert command.reference(["load", str(file), "--as", cara.email]) == 1
    assert "Only those who keep this set may change it" in capsys.readouterr().err
    assert command.reference(["load", str(file), "--as", "nobody@example.org"]) == 1
    assert "say who loads it" in capsys.readouterr().err


def test_the_doctor_names_what_is_to_be_checked_and_where(dee):
    epo = reference.one("deadline_rules", "epo", on=TODAY)
    actions.check_row(name="deadline_rules", line=epo.line, version=1, next_check_on=NEXT, why="read it", by=dee, at=AT)
    holidays = [row(each.key, name="bank_holidays", value=each.value) for each in shipped()["bank_holidays"].rows]
    actions.load_rows(rows=holidays, file_name="checked.toml", by=dee, at=AT)
    found = {each.what: each for each in _reference(Path())}
    deadlines = found["reference, deadlines"]
    unchecked = [each.key for each in reference.rows("deadline_rules", on=TODAY) if not each.is_verified]
    assert deadlines.says.startswith(f"{len(unchecked)} not checked yet ({', '.join(unchecked[:8])} and ")
    assert "epo" not in deadlines.says.split(", ")
    assert deadlines.mend.endswith("then say so under /reference/deadline_rules/.")
    assert not deadlines.is_unsafe
    quiet = found["reference, bank holidays in england and wales"]
    assert (quiet.says, quiet.mend) == ("all checked", "")
    assert "law in short" in " ".join(found)
