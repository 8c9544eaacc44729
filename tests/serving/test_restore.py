"""The drill: everything is lost and comes back; what was damaged or half made is never taken for a backup."""

import contextlib
import hashlib
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from kith.core.cluster import attached
from tests.serving import writing
from tests.serving.running import (
    SOURCE,
    Kith,
    a_copy_of,
    a_place_with_amal,
    environment,
    kith,
    lose_everything,
    until,
)

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc"),
    pytest.mark.xdist_group("serving"),
    pytest.mark.timeout(600),
]


class Writer:
    """Somebody who keeps file after file; what is committed is known by its number."""

    def __init__(self, place: Path, **more: str) -> None:
        more |= {"PYTHONPATH": f"{SOURCE}:{SOURCE.parent}"}
        self._log = place / "written"
        with self._log.open("ab") as out:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.serving.writing", "write"], env=environment(place, **more), stdout=out
            )

    def committed(self) -> list[int]:
        """List the numbers of the files of which the database said that they are kept."""
        return [int(line) for line in self._log.read_text().split("\n")[:-1]]

    def wait_for(self, count: int) -> None:
        wanted = len(self.committed()) + count
        until(lambda: len(self.committed()) >= wanted, 60)

    def stop(self) -> list[int]:
        self._process.kill()
        self._process.wait()
        return self.committed()


def read(place: Path, **more: str) -> dict[int, str]:
    """Open every file of the case: number and hash."""
    more |= {"PYTHONPATH": f"{SOURCE}:{SOURCE.parent}"}
    command = [sys.executable, "-m", "tests.serving.writing", "read"]
    done = subprocess.run(command, env=environment(place, **more), capture_output=True, text=True, check=True)
    return {int(line.split()[0]): line.split()[1] for line in done.stdout.splitlines()}


def hash_of(number: int) -> str:
    return hashlib.sha256(writing.content(number)).hexdigest()


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    """A Kith that was backed up twice, the second time while somebody wrote; it is stopped."""
    with a_place_with_amal() as place:
        with Kith(place):
            first = kith(place, "backup", str(place / "backups"))
            writer = Writer(place)
            writer.wait_for(25)
            (place / "before").write_text("\n".join(map(str, writer.committed())))
            second = kith(place, "backup", str(place / "backups"))
            writer.wait_for(5)
            writer.stop()
            assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
        yield place


@pytest.fixture(scope="module")
def ruins(made: Path) -> Iterator[tuple[Path, Path]]:
    """The same for the tests that restore nothing."""
    with a_copy_of(made) as place:
        subprocess.run(["cp", "-a", made / "backups", place], check=True)
        yield place, lose_everything(place)


@pytest.fixture
def lost(made: Path) -> Iterator[tuple[Path, Path]]:
    """A place that holds the backups and nothing of the agency, with the key beside them."""
    with a_copy_of(made) as place:
        subprocess.run(["cp", "-a", made / "backups", made / "before", place], check=True)
        yield place, lose_everything(place)


def restore(place: Path, key: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return kith(place, "restore", str(place / "backups"), "--key", str(key), *words)


@pytest.mark.drill
def test_what_was_committed_before_a_backup_outlives_the_loss_of_everything(
    made: Path, lost: tuple[Path, Path]
) -> None:
    place, key = lost
    done = restore(place, key)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "All hold." in done.stdout
    assert re.search(r"verifying the ledger +\d+\.\d s", done.stdout)
    assert re.search(r"in all +\d+\.\d s", done.stdout)
    assert not list(place.glob("agency.*"))
    check_secrets(made, place, key)
    with Kith(place) as running:
        assert running.sign_in() == 302
        found = read(place)
        before = [int(line) for line in (place / "before").read_text().split()]
        assert len(before) >= 25
        assert set(before) <= set(found)
        assert all(found[number] == hash_of(number) for number in found)
        verified = kith(place, "ledger", "verify")
        assert verified.returncode == 0 and "All hold." in verified.stdout
        again = kith(place, "backup", str(place / "backups"))
    assert again.returncode == 0, again.stderr
    # Files whose rows came after the snapshot may be there too; the second backup copies none of them again.
    files = re.search(r"(\d+) files, .* of which 0 are new", again.stdout)
    assert files and int(files[1]) >= len(found), again.stdout


def check_secrets(made: Path, place: Path, key: Path) -> None:
    """Every role has a new password, and the key lies where Kith looks."""
    old, new = made / "agency" / "secrets", place / "agency" / "secrets"
    for role in ("kith_super", "kith_owner", "kith_app", "kith_family", "kith_archive"):
        assert (old / role).read_text() != (new / role).read_text()
    assert (new / "installation-key").read_text() == key.read_text()


@pytest.mark.drill
def test_the_installation_key_is_in_no_backup(made: Path) -> None:
    key = (made / "agency" / "secrets" / "installation-key").read_text().strip().split("-")[2]
    for path in (made / "backups").rglob("*"):
        assert not path.is_file() or key.encode() not in path.read_bytes()


@pytest.mark.drill
def test_nothing_in_a_backup_can_be_read(made: Path) -> None:
    words = [b"amal@agency", b"Marrow", b"file 5 ", b"kith_owner"]
    for path in (made / "backups").rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert not [word for word in words if word in data], path


def pieces(place: Path) -> dict[str, Path]:
    newest = sorted((place / "backups").glob("20*"))[-1]
    found = {path.name: path for path in newest.iterdir()}
    found["object"] = max((place / "backups" / "objects").glob("??/*"), key=lambda path: path.stat().st_size)
    return found


NAMED = {
    "database.kith": "The piece {}/database",
    "folder.kith": "The piece {}/folder",
    "objects.list": "The piece objects.list",
    "manifest.kith": "The piece manifest",
    "manifest.code": "The piece manifest",
    "object": "The object {}",
}


@pytest.mark.drill
@pytest.mark.parametrize("piece", NAMED)
def test_a_flipped_byte_is_refused_by_the_name_of_its_piece(piece: str, ruins: tuple[Path, Path]) -> None:
    place, key = ruins
    path = pieces(place)[piece]
    assert set(pieces(place)) == set(NAMED)
    whole = path.read_bytes()
    data = bytearray(whole)
    data[len(data) // 2] ^= 0x04
    path.chmod(0o600)
    path.write_bytes(data)
    refused = restore(place, key)
    path.write_bytes(whole)
    assert refused.returncode == 1
    assert NAMED[piece].format(path.name if piece == "object" else path.parent.name) in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not list(place.glob("agency*"))


@pytest.mark.drill
def test_another_key_is_refused_by_its_id(ruins: tuple[Path, Path]) -> None:
    place, key = ruins
    other = place / "other"
    assert kith(place, "keys", "make", "--out", str(other)).returncode == 0
    refused = restore(place, other)
    assert refused.returncode == 1
    assert f"opens with installation key {key.read_text().split('-')[1]}" in refused.stderr
    assert not list(place.glob("agency*"))


@pytest.mark.drill
def test_a_folder_that_is_not_empty_is_never_restored_into(made: Path) -> None:
    before = sorted(path.name for path in (made / "agency").iterdir())
    refused = kith(made, "restore", str(made / "backups"))
    assert refused.returncode == 1
    assert "is not empty" in refused.stderr
    assert sorted(path.name for path in (made / "agency").iterdir()) == before


@pytest.mark.drill
def test_a_backup_that_was_killed_leaves_the_earlier_ones_usable(made: Path) -> None:
    with a_copy_of(made) as place:
        subprocess.run(["cp", "-a", made / "backups", place], check=True)
        whole = sorted(path.name for path in (place / "backups").glob("20*"))
        with Kith(place):
            killed = subprocess.Popen(
                [sys.executable, "-m", "kith.cli", "backup", str(place / "backups")], env=environment(place)
            )
            until(lambda: list((place / "backups").glob(".part-*/database.kith")), 30)
            killed.send_signal(signal.SIGKILL)
            killed.wait()
        assert list((place / "backups").glob(".part-*"))
        assert sorted(path.name for path in (place / "backups").glob("20*")) == whole
        key = lose_everything(place)
        done = restore(place, key)
        assert done.returncode == 0, done.stderr
        assert "All hold." in done.stdout
        assert kith(place, "backup", str(place / "backups")).returncode == 0  # though Kith is not running
        assert not list((place / "backups").glob(".part-*"))


@pytest.mark.drill
def test_a_full_disk_is_a_sentence_and_earlier_backups_stay(made: Path) -> None:
    with a_copy_of(made) as place, a_small_disk(place / "small") as small:
        refused = kith(place, "backup", str(small / "backups"))
        assert refused.returncode == 1
        assert f"There is no room left on the disk of {small / 'backups'}. No backup was made" in refused.stderr
        assert not [path for path in small.rglob("*") if path.name.startswith((".part", "20"))]


def switch_log(place: Path) -> None:
    """Have PostgreSQL begin another file of its log, and forget the earlier ones."""
    found = attached(place / "agency" / "postgres")
    assert found is not None
    with psycopg.connect(found.superuser_url("postgres"), autocommit=True) as connection:
        for _ in range(2):
            connection.execute("SELECT pg_switch_wal()")
            connection.execute("CHECKPOINT")


@contextlib.contextmanager
def a_small_disk(place: Path) -> Iterator[Path]:
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", place], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this account may not mount a small disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


@pytest.mark.drill
def test_with_an_archive_nothing_that_was_committed_is_lost(made: Path) -> None:
    with a_copy_of(made) as place:
        with Kith(place, "--archive", str(place / "archive")) as running:
            assert kith(place, "backup", str(place / "backups")).returncode == 0
            writer = Writer(place)
            writer.wait_for(30)
            running.stop(signal.SIGKILL)
            committed = writer.stop()
        key = lose_everything(place)
        done = restore(place, key, "--archive", str(place / "archive"))
        assert done.returncode == 0, done.stdout + done.stderr
        assert "All hold." in done.stdout
        with Kith(place):
            found = read(place)
        assert len(committed) >= 30
        assert [number for number in committed if found.get(number) != hash_of(number)] == []
        for path in (place / "archive").rglob("*"):
            assert not path.is_file() or b"file 5 " not in path.read_bytes()


@pytest.mark.drill
def test_an_archive_that_does_not_go_on_from_the_backup_is_refused(made: Path) -> None:
    with a_copy_of(made) as place:
        subprocess.run(["cp", "-a", made / "backups", place], check=True)
        with Kith(place):
            writer = Writer(place)
            writer.wait_for(60)  # beyond what the backup's own log covers
            writer.stop()
            switch_log(place)
        with Kith(place, "--archive", str(place / "archive")) as running:
            assert "The archive was begun after the last backup" in kith(place, "doctor").stdout
            writer = Writer(place)
            writer.wait_for(5)
            writer.stop()
            assert running.is_up()
        key = lose_everything(place)
        refused = restore(place, key, "--archive", str(place / "archive"))
        assert refused.returncode == 1
        assert "The archive lacks" in refused.stderr
        assert not (place / "agency").exists()
