"""`kith ledger`, as an administrator types it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connections

from kith.cli.main import main
from kith.core.ledger.signing import CheckpointKey
from kith.record import testing as make

SOURCE = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _a_place_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setenv("KITH_FOLDER", str(tmp_path / "agency"))
    monkeypatch.setenv("KITH_CHECKPOINT_KEY_FILE", str(tmp_path / "agency" / "secrets" / "checkpoint-key"))
    monkeypatch.setenv("KITH_SECRET_KEY", "tests only")
    for name in ("KITH_LOG", "KITH_CHECKPOINT_KEY", "KITH_OWNER_DATABASE_URL"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


@pytest.fixture
def attached(monkeypatch, db):
    monkeypatch.setenv("DATABASE_URL", f"postgresql:///{connections['default'].settings_dict['NAME']}")


def test_the_key_is_made_once_shown_and_never_replaced(tmp_path, capsys):
    assert main(["ledger", "key", "show"]) == 2
    assert "Make one: kith ledger key make" in capsys.readouterr().err
    assert main(["ledger", "key", "make"]) == 0
    path = tmp_path / "agency" / "secrets" / "checkpoint-key"
    fingerprint = CheckpointKey.parse(path.read_text()).fingerprint
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert fingerprint in capsys.readouterr().out.replace(" ", "")
    assert main(["ledger", "key", "show"]) == 0
    assert capsys.readouterr().out.replace(" ", "").strip() == fingerprint
    assert main(["ledger", "key", "make"]) == 2
    assert "left as it is" in capsys.readouterr().err


def test_a_key_in_the_environment_is_left_there(monkeypatch, capsys):
    monkeypatch.setenv("KITH_CHECKPOINT_KEY", CheckpointKey.new().pem().decode())
    assert main(["ledger", "key", "make"]) == 2
    assert "is in the environment" in capsys.readouterr().err


def test_nothing_is_exported_without_a_key_or_a_case_of_ones_own(attached, tmp_path, capsys):
    amal, cara = make.worker(), make.worker("Cara")
    case = make.case(amal)
    assert main(["ledger", "export", "--case", case.reference, str(tmp_path / "out")]) == 2
    assert "no checkpoint key yet" in capsys.readouterr().err
    main(["ledger", "key", "make"])
    for words in (["--case", case.reference, "--as", cara.email], ["--case", "TB-NONE", "--as", amal.email]):
        assert main(["ledger", "export", *words, str(tmp_path / "out")]) == 2
        assert "there is no case" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_case_is_exported_and_its_export_verified(attached, tmp_path, capfd):
    amal = make.worker()
    case = make.case(amal)
    main(["ledger", "key", "make"])
    place = tmp_path / "out"
    assert main(["ledger", "export", "--case", case.reference, "--as", amal.email, str(place)]) == 0
    assert "guard it as the case itself" in capfd.readouterr().out
    assert main(["ledger", "verify", str(place)]) == 0  # this machine's own key is known here
    assert "All of it holds." in capfd.readouterr().out
    assert main(["ledger", "verify", str(place), "--fingerprint", "ab" * 32]) == 1
    (tmp_path / "agency" / "secrets" / "checkpoint-key").rename(tmp_path / "elsewhere")
    assert main(["ledger", "verify", str(place)]) == 3
    assert main(["ledger", "verify", str(tmp_path / "nowhere")]) == 2
    said = (place / "ledger.jsonl").read_text()
    (place / "ledger.jsonl").write_text(said.replace("case.started", "case.stopped"))
    capfd.readouterr()
    assert main(["ledger", "verify", str(place)]) == 1
    assert "DOES NOT HOLD: ledger.jsonl, line 3: line 1 does not follow" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--fingerprint", "ab"], "64 hexadecimal digits"),
        (["--noted", "7"], "64 hexadecimal digits"),
        (["--noted", "x:ab"], "write its number, a colon and its hash"),
    ],
)
def test_what_cannot_be_read_is_a_sentence(words, says, capsys):
    assert main(["ledger", "verify", *words]) == 2
    assert says in capsys.readouterr().err


def test_the_worker_process_signs_and_asks_for_stamps_by_itself():
    from kith.config.jobs import find_jobs
    from kith.core.jobs import sweeps
    from kith.core.ledger import keeping

    find_jobs()
    assert {keeping.keep_checkpoints, keeping.keep_stamps} <= set(sweeps())


@pytest.mark.drill
def test_the_whole_of_it_as_an_administrator_does_it(cluster, committed, tmp_path):
    """In processes of their own: make the key, sign, export both kinds of chain, verify everything, then tamper."""
    amal = make.worker()
    case = make.case(amal)
    environment = {
        **os.environ,
        "PYTHONPATH": str(SOURCE),
        "DATABASE_URL": cluster.url("kith_app", committed),
        "KITH_OWNER_DATABASE_URL": cluster.url("kith_owner", committed),
        "DJANGO_SETTINGS_MODULE": "kith.config.settings",
    }

    def kith(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "kith.cli", "ledger", *words]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    made = kith("key", "make").stdout
    fingerprint = next(line for line in made.splitlines() if len(line.split()) == 16)
    noted = kith("checkpoint").stdout.splitlines()[-1].strip()
    assert noted.startswith("1:")
    again = kith("checkpoint").stdout
    assert "nothing has changed since" in again and noted in again
    for words in (["--case", case.reference], ["--agency", "--as", amal.email]):
        place = str(tmp_path / f"export{words[0]}")
        ran = kith("export", *words, place)
        assert ran.returncode == 0, ran.stderr
        ran = kith("verify", place, "--fingerprint", fingerprint)
        assert (ran.returncode, ran.stderr) == (0, "")
    last = [json.loads(line) for line in (tmp_path / "export--agency" / "ledger.jsonl").read_text().splitlines()][-2]
    assert last["line"]["verb"] == "ledger.exported"
    ran = kith("verify", "--fingerprint", fingerprint, "--noted", noted)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "3 checkpoints. All hold." in ran.stdout
    assert kith("verify", "--fingerprint", "ab" * 32).returncode == 1
