"""What the commands say and refuse before anything runs."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from kith.cli import demo, doctor, serve, session
from kith.cli.main import main


@pytest.fixture(autouse=True)
def _a_place_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITH_DATA", str(tmp_path))
    for name in ("DATABASE_URL", "KITH_KEY", "KITH_SECRET_KEY", "KITH_SMTP_HOST", "KITH_FOLDER", "KITH_NAME"):
        monkeypatch.delenv(name, raising=False)


def test_every_command_of_the_help_can_be_imported(capsys: pytest.CaptureFixture[str]) -> None:
    from importlib import import_module

    from kith.cli.main import COMMANDS

    assert main([]) == 0
    shown = capsys.readouterr().out
    for name, (module, function, says) in COMMANDS.items():
        assert f"kith {name}" in shown and says in shown
        assert callable(getattr(import_module(module), function))


def test_an_unknown_command_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sevre"]) == 2
    assert "there is no command 'sevre'" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["ledger", "verify"], ["people", "list"], ["worker"]])
def test_a_command_that_needs_a_running_kith_says_so(words: list[str]) -> None:
    with pytest.raises(SystemExit, match="Kith is not running on this machine. Start it with 'kith serve'"):
        main(words)


@pytest.mark.parametrize("words", [["search", "swimming", "--as", "amal@agency.example.org"], ["ledger", "verify"]])
def test_a_database_that_is_away_is_a_sentence(words: list[str], tmp_path: Path) -> None:
    nowhere = f"postgresql://kith_app@/kith?host={tmp_path}"
    place = {"DATABASE_URL": nowhere, "KITH_OWNER_DATABASE_URL": nowhere, "KITH_SECRET_KEY": "tests only"}
    command = [sys.executable, "-m", "kith.cli", *words]
    ran = subprocess.run(command, env={**os.environ, **place}, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 1
    said = f"kith {words[0]}: the database cannot be reached just now; wait a little, then try again.\n"
    assert ran.stderr.endswith(said)
    assert "Traceback" not in ran.stderr


def test_a_taken_port_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(serve.CannotServe, match=f"Port {port} is taken"):
            serve.check_port("127.0.0.1", port)
    serve.check_port("127.0.0.1", port)


@pytest.mark.parametrize(("host", "port"), [("192.0.2.1", 8000), ("127.0.0.1", 70_000), ("no such host", 8000)])
def test_a_place_that_cannot_be_listened_on_is_a_sentence(host: str, port: int) -> None:
    with pytest.raises(serve.CannotServe, match="cannot listen"):
        serve.check_port(host, port)


def test_keys_are_made_once_and_only_their_owner_may_read_them(tmp_path: Path) -> None:
    folder = tmp_path / "agency"
    assert session.make_keys(folder)
    before = {path.name: path.read_bytes() for path in (folder / "secrets").iterdir()}
    assert not session.make_keys(folder)
    assert {path.name: path.read_bytes() for path in (folder / "secrets").iterdir()} == before
    assert set(before) == {"session-key", "installation-key"}
    assert not [path for path in (folder / "secrets").iterdir() if path.stat().st_mode & 0o077]


def test_a_key_kept_elsewhere_stays_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITH_KEY_FILE", "/run/secrets/kith")
    assert not session.make_keys(tmp_path / "agency")
    assert "KITH_KEY_FILE" not in session.serving(tmp_path / "agency", "postgresql:///kith")
    assert "KITH_SECRET_KEY_FILE" in session.serving(tmp_path / "agency", "postgresql:///kith")


def test_the_demonstration_takes_nothing_of_the_agencys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [each for each in os.environ if each.startswith("KITH_")]:
        monkeypatch.setenv(name, os.environ[name])  # so that what the tests stand on is put back
    for name in ("DATABASE_URL", "KITH_OWNER_DATABASE_URL", "KITH_KEY", "KITH_SMTP_HOST", "KITH_SMTP_PASSWORD_FILE"):
        monkeypatch.setenv(name, "the agency's")
    kept = os.environ["KITH_DATA"]
    demo.forget_the_agency()
    assert "the agency's" not in os.environ.values()
    assert os.environ["KITH_DATA"] == kept


def test_a_folder_that_is_not_the_demonstrations_is_never_wiped(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "postgres").write_text("an agency's")
    for afresh in (False, True):
        with pytest.raises(demo.NotTheDemonstrations):
            demo.begin(folder, afresh=afresh)
    assert (folder / "postgres").read_text() == "an agency's"


def test_a_demonstration_is_wiped_when_asked_or_when_its_making_was_cut_short(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    demo.begin(folder, afresh=False)
    (folder / "postgres").write_text("half a borough")
    demo.begin(folder, afresh=False)
    assert [path.name for path in folder.iterdir()] == [demo.MARK]
    (folder / demo.MARK).write_text("made")
    (folder / "postgres").write_text("a borough")
    demo.begin(folder, afresh=False)
    assert (folder / "postgres").exists()
    demo.begin(folder, afresh=True)
    assert [path.name for path in folder.iterdir()] == [demo.MARK]


def test_the_doctor_is_content_with_a_new_machine_and_not_with_an_open_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doctor.doctor([]) == 0
    assert "fine  installation key: made at the first start" in capsys.readouterr().out
    folder = tmp_path / "agency"
    session.make_keys(folder)
    folder.chmod(0o710)
    assert doctor.doctor([]) == 0
    key = folder / "secrets" / "installation-key"
    assert session.serving(folder, "")["KITH_KEY_FILE"] == str(key)
    assert key.read_text().split("-")[1] in capsys.readouterr().out
    key.chmod(0o644)
    assert doctor.doctor([]) == 1
    said = capsys.readouterr().out
    assert "mend  installation key: cannot be used" in said and "chmod 600" in said
    key.chmod(0o600)
    folder.chmod(0o755)
    assert doctor.doctor([]) == 1
    assert f"chmod o= {folder}" in capsys.readouterr().out


def test_the_doctor_speaks_to_its_end_in_a_process_of_its_own(tmp_path: Path) -> None:
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("KITH_", "DATABASE_", "DJANGO_"))}
    where = {"KITH_FOLDER": str(tmp_path / "agency"), "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(
        [sys.executable, "-m", "kith.cli", "doctor"], env={**ours, **where}, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "") and "fine  badges: no key was made" in ran.stdout


def test_the_doctor_calls_a_site_without_tls_unsafe(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for hosts, tls, code, says in (
        ("localhost", "", 0, "fine  reached by: localhost alone"),
        ("kith.example.org", "", 1, "mend  reached by: kith.example.org without TLS"),
        ("kith.example.org", "1", 0, "fine  reached by: TLS, as kith.example.org"),
    ):
        monkeypatch.setenv("KITH_HOSTS", hosts)
        monkeypatch.setenv("KITH_TLS", tls or "0")
        assert doctor.doctor([]) == code
        assert says in capsys.readouterr().out
