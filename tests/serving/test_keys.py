"""The keys as a person handles them: changed while Kith serves, split and joined, a file sealed away."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving.running import EMAIL, SOURCE, Kith, a_copy_of, environment, kith
from tests.serving.test_restore import Writer, hash_of, read, restore

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc"),
    pytest.mark.xdist_group("serving"),
    pytest.mark.timeout(600),
]


def key_file(place: Path) -> Path:
    return place / "agency" / "secrets" / "installation-key"


def ids(place: Path) -> list[str]:
    return [line.split("-")[1] for line in key_file(place).read_text().split()]


@pytest.mark.drill
def test_the_key_is_changed_while_somebody_writes_and_an_old_one_retired_only_when_nothing_needs_it(
    made: Path,
) -> None:
    with a_copy_of(made) as place, Kith(place) as running:
        writer = Writer(place)
        writer.wait_for(5)
        (old,) = ids(place)
        served_by = running.pids("kith.cli.web")
        rotated = kith(place, "keys", "rotate", "--as", EMAIL)
        assert rotated.returncode == 0, rotated.stderr
        new = ids(place)[0]
        assert ids(place) == [new, old] and f"New installation key {new}" in rotated.stdout
        assert re.search(rf"{new}  current +wraps 1 keys and seeds", kith(place, "keys", "show").stdout)
        writer.wait_for(5)  # the same process goes on
        again = kith(place, "keys", "rotate", "--as", EMAIL)
        assert "takes the old ones out" in again.stdout and ids(place) == [new, old]
        early = kith(place, "keys", "retire", "--as", EMAIL)
        assert early.returncode == 1 and "No backup has been made with the current key" in early.stderr
        assert kith(place, "backup", str(place / "backups")).returncode == 0
        assert kith(place, "keys", "retire", "--as", EMAIL).returncode == 0
        assert ids(place) == [new]
        writer.wait_for(5)
        written = writer.stop()
        assert read(place) == {number: hash_of(number) for number in written} or set(written) <= set(read(place))
        assert running.pids("kith.cli.web") == served_by and running.is_up()
        assert kith(place, "ledger", "verify").returncode == 0


@pytest.mark.drill
def test_any_two_shares_make_the_key_again(made: Path, tmp_path: Path) -> None:
    split = kith(made, "keys", "escrow", "split", str(tmp_path / "shares"))
    assert split.returncode == 0, split.stderr
    shares = sorted((tmp_path / "shares").iterdir())
    assert [path.stat().st_mode & 0o777 for path in shares] == [0o600] * 3
    for number, pair in enumerate(((0, 1), (0, 2), (2, 1))):
        out = tmp_path / f"key-{number}"
        joined = kith(made, "keys", "escrow", "join", *(str(shares[at]) for at in pair), "--out", str(out))
        assert joined.returncode == 0, joined.stderr
        assert out.read_text() == key_file(made).read_text()
        assert out.stat().st_mode & 0o077 == 0
    refused = kith(made, "keys", "escrow", "join", str(shares[0]), str(shares[0]), "--out", str(tmp_path / "no"))
    assert refused.returncode == 1 and "Two different shares" in refused.stderr
    assert not (tmp_path / "no").exists()
    assert "not split" not in kith(made, "doctor").stdout


@pytest.mark.drill
def test_a_key_in_the_environment_is_never_written_down(made: Path, tmp_path: Path) -> None:
    with a_copy_of(made) as place:
        word = key_file(place).read_text()
        key_file(place).unlink()
        with Kith(place, KITH_KEY=word):
            refused = kith(place, "keys", "rotate", "--as", EMAIL, KITH_KEY=word)
            assert refused.returncode == 1
            assert "put its word before" in refused.stderr
            assert kith(place, "backup", str(place / "backups"), KITH_KEY=word).returncode == 0
        shutil.rmtree(place / "agency")
        done = kith(place, "restore", str(place / "backups"), KITH_KEY=word)
        assert done.returncode == 0, done.stderr
        assert not key_file(place).exists()


@pytest.mark.drill
def test_an_exhibit_is_sealed_so_that_neither_kith_nor_a_backup_nor_a_restore_opens_it(made: Path) -> None:
    with a_copy_of(made) as place:
        secret = place / "away"
        secret.mkdir()
        private, public = secret / "private", place / "agency" / "secrets" / "sealing-public-key"
        made_pair = kith(place, "keys", "sealing", "make", "--private", str(private), "--public", str(public))
        assert made_pair.returncode == 0, made_pair.stderr
        with Kith(place):
            object_, before = an_exhibit(place)
            assert kith(place, "backup", str(place / "older")).returncode == 0
            sealed = kith(place, "keys", "seal", "--case", "TB-00009", "--exhibit", "E1", "--why", "The court said so.")
            assert sealed.returncode == 0, sealed.stderr
            assert opens(place) == "sealed"
            assert kith(place, "backup", str(place / "backups")).returncode == 0
        assert before not in database_of(place, "backups")
        assert before in database_of(place, "older")  # said honestly: a backup made before still holds the key
        lists = place / "sealings"
        shutil.copy(place / "agency" / "sealings.jsonl", lists)
        key = place / "key"
        shutil.copy(key_file(place), key)
        shutil.rmtree(place / "agency")
        # The older backup is put back on a machine that kept the list of sealings: it is sealed again.
        (place / "agency").mkdir(mode=0o700)
        shutil.copy(lists, place / "agency" / "sealings.jsonl")
        older = kith(place, "restore", str(place / "older"), "--key", str(key))
        assert older.returncode == 0, older.stdout + older.stderr
        with Kith(place):
            assert opens(place) == "sealed"
        shutil.rmtree(place / "agency")
        assert restore(place, key).returncode == 0
        with Kith(place):
            assert opens(place) == "sealed"
        out = place / "opened"
        copy = next((place / "backups" / "objects").glob(f"??/{object_}"))
        words = ["unseal-with", str(private), "--object", str(copy), "--sealings", str(lists), "--out", str(out)]
        opened = kith(place, "keys", *words)
        assert opened.returncode == 0, opened.stderr
        assert out.read_bytes() == b"what Lena handed over"
        private.write_text(private.read_text().replace("private-", "private-0", 1))
        assert kith(place, "keys", *words[:-1], str(place / "no")).returncode == 1


def database_of(place: Path, backups: str) -> bytes:
    """Unlock a backup's database as its owner can, to look for a key in it."""
    import gzip

    from kith.core.backup import Place
    from kith.core.backup.manifest import Manifest
    from kith.core.backup.pieces import PieceReader
    from kith.core.vault import InstallationKeys

    backup = Place(place / backups).newest()
    manifest, lock = Manifest.read(backup, InstallationKeys.load(key_file(place)))
    with PieceReader(backup / "database.kith", lock.private, manifest.database.name) as reader:
        return gzip.decompress(reader.read())


AN_EXHIBIT = """
from kith.cli import session; session.attach()
from datetime import date
from kith.core import clock, files
from kith.core.models import StoredFile, Worker
from kith.core.transactions import scoped
from kith.exhibits import testing
from kith.record import actions
by = Worker.objects.get(email="amal@agency.example.org")
case = actions.start_case(reference="TB-00009", family_name="Marrow", kind="private_law", opened_on=date(2026, 3, 2),
                          by=by, at=clock.now())
testing.exhibit(case, by, b"what Lena handed over", "picture.bin", at=clock.now())
with scoped(worker_id=by.id, case_id=case.id):
    file = StoredFile.objects.get()
    print(f"{file.address}.{file.id.hex}", bytes(file.wrapped_key).hex())
"""
OPENS = """
from kith.cli import session; session.attach()
from kith.core import files
from kith.core.models import StoredFile, Worker
from kith.core.transactions import scoped
by = Worker.objects.get(email="amal@agency.example.org")
with scoped(worker_id=by.id):
    try:
        print(files.open_stored(StoredFile.objects.get()).read())
    except files.SealedAway:
        print("sealed")
"""


def run(place: Path, lines: str) -> str:
    more = {"PYTHONPATH": f"{SOURCE}{os.pathsep}{SOURCE.parent}", "DJANGO_SETTINGS_MODULE": "kith.config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", lines], env=environment(place, **more), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def an_exhibit(place: Path) -> tuple[str, bytes]:
    """Take an exhibit in; give its object and its wrapped key."""
    name, key = run(place, AN_EXHIBIT).split()
    return name, bytes.fromhex(key)


def opens(place: Path) -> str:
    return run(place, OPENS)
