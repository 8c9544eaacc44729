"""What `kith keys`, `kith backup` and `kith restore` say and refuse where no Kith runs."""

from pathlib import Path

import pytest

from kith.cli import doctor
from kith.cli.main import main
from kith.core.vault import InstallationKeys, new_sealing_pair, read_private, read_public, write_pair
from kith.core.vault.keys import KeyProblem


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KITH_DATA", str(tmp_path))
    for name in ("DATABASE_URL", "KITH_KEY", "KITH_KEY_FILE", "KITH_FOLDER", "KITH_NAME", "KITH_SEALING_KEY_FILE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "agency"


def test_a_key_is_made_once_and_shown_by_its_id_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "make"]) == 0
    file = folder / "secrets" / "installation-key"
    key = InstallationKeys.load(file).current
    assert main(["keys", "make"]) == 1
    assert InstallationKeys.load(file).current == key
    assert main(["keys", "show"]) == 0
    shown = capsys.readouterr()
    assert key.id in shown.out and "Kith is not running; not split for escrow" in shown.out
    assert "There is a key file" in shown.err
    assert key.text().split("-")[2] not in shown.out + shown.err


def test_the_doctor_asks_for_escrow_and_a_backup_until_both_are_there(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["keys", "make"])
    doctor.doctor([])
    assert "mend  escrow" in capsys.readouterr().out
    assert main(["keys", "escrow", "split", str(tmp_path / "shares")]) == 0
    assert main(["keys", "escrow", "split", str(tmp_path / "shares")]) == 1
    capsys.readouterr()
    doctor.doctor([])
    shown = capsys.readouterr().out
    assert "escrow" not in shown
    assert "mend  backup: none was ever made" in shown


@pytest.mark.parametrize("made_at", ["2026-03-02T09:30:00+00:00", "half a note"])
def test_the_doctor_says_that_a_backup_is_old(made_at: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from kith.core.backup import LastBackup
    from kith.core.backup.record import FILE

    main(["keys", "make"])
    LastBackup(made_at, str(folder / "backups"), "b96592d028e2b66a").write(folder)
    if "half" in made_at:
        (folder / FILE).write_text(made_at)
    doctor.doctor([])
    assert "mend  backup: " in capsys.readouterr().out


def test_an_operators_own_database_is_not_backed_up_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql:///theirs")
    assert main(["backup", str(tmp_path / "backups")]) == 1
    assert main(["restore", str(tmp_path / "backups")]) == 1
    shown = capsys.readouterr().err
    assert "back it up with PostgreSQL's means first" in shown and "unset DATABASE_URL" in shown
    assert not (tmp_path / "backups").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["backup", "{}/backups"], "There is no Kith in"),
        (["restore", "{}/nothing"], "holds no backups of Kith"),
        (["keys", "seal", "--case", "X", "--exhibit", "E1", "--why", "So."], "There is no sealing key"),
        (["keys", "escrow", "join", "{}/a", "{}/b", "--out", "{}/c"], "The share {}/a cannot be read"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    words: list[str], says: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if words[0] == "restore":
        assert main(["keys", "make", "--out", str(tmp_path / "key")]) == 0
        words = [*words, "--key", "{}/key"]
    else:
        main(["keys", "make"])
    capsys.readouterr()
    assert main([word.format(tmp_path) for word in words]) == 1
    assert says.format(tmp_path) in capsys.readouterr().err


def test_a_sealing_pair_reads_back_and_a_slip_in_it_is_found(tmp_path: Path) -> None:
    private, public = new_sealing_pair()
    write_pair(tmp_path / "private", tmp_path / "public", private)
    assert read_private(tmp_path / "private") == private
    assert read_public(tmp_path / "public") == public
    assert (tmp_path / "private").stat().st_mode & 0o077 == 0
    with pytest.raises(KeyProblem, match="cannot be written"):
        write_pair(tmp_path / "private", tmp_path / "other", private)
    word = (tmp_path / "public").read_text().strip()
    for at in range(len("kith1-sealing-public-"), len(word)):
        (tmp_path / "public").write_text(word[:at] + ("a" if word[at] != "a" else "b") + word[at + 1 :])
        with pytest.raises(KeyProblem):
            read_public(tmp_path / "public")
    with pytest.raises(KeyProblem):
        read_public(tmp_path / "private")
