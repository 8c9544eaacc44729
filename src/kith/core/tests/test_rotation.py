"""The installation key is changed while cases are started; sealed files are out of Kith's own reach."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection

from kith.core import files, replayed, rewriting, rotation, sealings
from kith.core.cluster import OWNER, Cluster
from kith.core.models import CaseKey as CaseKeyRow
from kith.core.models import StoredFile, Worker
from kith.core.transactions import scoped
from kith.core.vault import (
    CaseKey,
    InstallationKeys,
    ObjectName,
    WrongKey,
    new_installation_key,
    new_sealing_pair,
    unseal_key,
    write_key_file,
)
from kith.core.vault.alone import open_alone, sealed_key_in
from kith.record import testing as make
from kith.record.testing import AT

OLD = InstallationKeys((new_installation_key(),))


@pytest.fixture
def as_owner(cluster: Cluster, committed: str) -> str:
    """The owner role's address of a database of this test's own."""
    return cluster.url(OWNER, committed)


def plant(url: str, keys: InstallationKeys, count: int) -> dict:
    """Put case keys into the table, without cases: only their wrapping matters here."""
    made = {uuid4(): CaseKey.new() for _ in range(count)}
    with psycopg.connect(url) as owner:
        owner.execute("ALTER TABLE core_case_key DROP CONSTRAINT IF EXISTS core_case_key_case_id_fkey")
        with owner.cursor() as cursor, cursor.copy("COPY core_case_key (case_id, wrapped) FROM STDIN") as copy:
            for case_id, key in made.items():
                copy.write_row((case_id, keys.wrap_case_key(case_id, key)))
    return made


def run_rewrap(url: str, keys: InstallationKeys, then: str) -> subprocess.CompletedProcess[str]:
    """Rewrap in a process of its own."""
    lines = (
        "import os, signal, django; django.setup()\n"
        "from kith.core import rotation\nfrom kith.core.vault import InstallationKeys\n"
        f"def done(count):\n print(count, flush=True)\n {then}\n"
        "rotation.rewrap(InstallationKeys.load(), done=done)"
    )
    environment = {**os.environ, "DATABASE_URL": url, "KITH_KEY": keys.text()}
    environment |= {"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-W", "ignore", "-c", lines]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_rotation_that_is_killed_goes_on_where_it_was(as_owner: str) -> None:
    made = plant(as_owner, OLD, 450)
    new = OLD.rotated()
    killed = run_rewrap(as_owner, new, "os.kill(os.getpid(), signal.SIGKILL)")
    assert killed.stdout.split() == ["200"], killed.stderr
    assert rotation.uses() == {new.current.id: 200, OLD.current.id: 250}
    for row in CaseKeyRow.objects.all():  # in between, both keys open everything
        assert new.unwrap_case_key(row.case_id, bytes(row.wrapped)) == made[row.case_id]
    done = run_rewrap(as_owner, new, "pass")
    assert done.stdout.split() == ["200", "250"], done.stderr
    assert rotation.uses() == {new.current.id: 450}
    current_alone = InstallationKeys((new.current,))
    for row in CaseKeyRow.objects.all():
        assert current_alone.unwrap_case_key(row.case_id, bytes(row.wrapped)) == made[row.case_id]


def test_a_key_that_still_wraps_something_cannot_be_retired(cluster: Cluster, as_owner: str) -> None:
    plant(as_owner, OLD, 2)
    new = OLD.rotated()
    refused = pytest.raises(rotation.StillNeeded, match=f"2 by {OLD.current.id}")
    with own_rights(cluster), refused, rotation.nothing_wrapped_by(new):
        pytest.fail("retired all the same")
    assert run_rewrap(as_owner, new, "pass").returncode == 0
    with own_rights(cluster), rotation.nothing_wrapped_by(new):
        pass


def test_no_case_is_started_while_a_key_is_retired(cluster: Cluster, as_owner: str) -> None:
    plant(as_owner, OLD, 1)
    with own_rights(cluster), rotation.nothing_wrapped_by(OLD), psycopg.connect(as_owner) as other:
        other.execute("SET lock_timeout = '200ms'")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            other.execute("INSERT INTO core_case_key VALUES (%s, %s)", [uuid4(), b"x"])


class own_rights:
    """Be the owner role in this process, for as long as the block lasts."""

    def __init__(self, cluster: Cluster) -> None:
        parts = cluster.parts(OWNER, connection.settings_dict["NAME"])
        self._owner = {"USER": parts["user"], "PASSWORD": parts["password"]}

    def __enter__(self) -> None:
        self._before = {key: connection.settings_dict[key] for key in self._owner}
        connection.close()
        connection.settings_dict.update(self._owner)

    def __exit__(self, *_: object) -> None:
        connection.close()
        connection.settings_dict.update(self._before)


def test_a_changed_key_file_is_read_without_a_new_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "key"
    write_key_file(file, OLD)
    monkeypatch.delenv("KITH_KEY")
    monkeypatch.setenv("KITH_KEY_FILE", str(file))
    assert files.installation_keys() == OLD
    assert files.installation_keys() is files.installation_keys()
    new = OLD.rotated()
    write_key_file(file, new, replace=True)
    assert files.installation_keys() == new


@dataclass(frozen=True)
class World:
    """A case of Amal's, and Cara of another team."""

    amal: Worker
    cara: Worker
    case: "make.Case"


@pytest.fixture
def sealed(committed: str, tmp_path: Path) -> tuple[World, StoredFile, bytes, bytes]:
    """A file of a case that Amal sealed, with the wrapped key it had, and the private key."""
    settings.DATA_FOLDER = str(tmp_path)
    amal = make.worker()
    one = World(amal, make.worker("Cara Tester"), make.case(amal))
    private, public = new_sealing_pair()
    with scoped(worker_id=one.amal.id, case_id=one.case.id):
        stored = files.keep_bytes(b"a picture that nobody here may open again" * 1000, case_id=one.case.id, at=AT)
    before = bytes(stored.wrapped_key)
    with scoped(worker_id=one.amal.id, case_id=one.case.id):
        file = sealings.seal_file(file=stored, public_key=public, by=one.amal, at=AT, why="The court said so.")
    return one, file, before, private


def test_a_sealed_file_opens_with_none_of_kiths_keys(sealed: tuple[World, StoredFile, bytes, bytes]) -> None:
    one, _, _, private = sealed
    with scoped(worker_id=one.amal.id, case_id=one.case.id):
        file = StoredFile.objects.get()
        assert file.is_sealed
        with pytest.raises(files.SealedAway):
            files.open_stored(file)
        name, case_key = ObjectName(file.address, file.id), files.case_key(one.case.id)
    with pytest.raises(WrongKey):
        case_key.unwrap_file_key(name, bytes(file.wrapped_key))
    for secret in (case_key.secret, *(key.secret for key in files.installation_keys().keys)):
        with pytest.raises(WrongKey):
            unseal_key(bytes(file.wrapped_key), secret, name=name)
    assert unseal_key(bytes(file.wrapped_key), private, name=name)


def test_the_holder_of_the_private_key_opens_it_from_two_files(
    sealed: tuple[World, StoredFile, bytes, bytes],
) -> None:
    _, file, _, private = sealed
    name = ObjectName(file.address, file.id)
    key = sealed_key_in(Path(settings.DATA_FOLDER) / sealings.LIST, name)
    assert key is not None
    with open_alone(files.store().path_of(name), unseal_key(key, private, name=name)) as reader:
        assert reader.read() == b"a picture that nobody here may open again" * 1000


def test_sealing_is_told_to_the_ledger_and_done_once(sealed: tuple[World, StoredFile, bytes, bytes]) -> None:
    one, file, _, private = sealed
    with scoped(worker_id=one.amal.id, case_id=one.case.id):
        with connection.cursor() as cursor:
            cursor.execute("SELECT body FROM core_ledger WHERE body LIKE '%%file.sealed%%'")
            assert len(cursor.fetchall()) == 1
        with pytest.raises(sealings.AlreadySealed):
            sealings.seal_file(file=file, public_key=new_sealing_pair()[1], by=one.amal, at=AT, why="Again")


def test_another_team_cannot_seal(sealed: tuple[World, StoredFile, bytes, bytes]) -> None:
    one, file, _, _ = sealed
    with pytest.raises(ObjectDoesNotExist):
        sealings.seal_file(file=file, public_key=new_sealing_pair()[1], by=one.cara, at=AT, why="Hers is no case")
    assert len(list(replayed.lines(Path(settings.DATA_FOLDER) / sealings.LIST))) == 1


def test_the_old_key_is_on_no_page_of_the_table_once_it_was_written_anew(
    sealed: tuple[World, StoredFile, bytes, bytes], cluster: Cluster, as_owner: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rewriting, "TRIES", 1200)  # a long test of another process writes in the same server
    _, _, before, _ = sealed
    assert before in table(cluster)
    with psycopg.connect(as_owner, autocommit=True) as owner:
        sealings.forget_old_keys(owner)
    assert before not in table(cluster)


def table(cluster: Cluster) -> bytes:
    """Give the bytes of the table of stored files, as they lie on the disk."""
    with psycopg.connect(cluster.superuser_url(connection.settings_dict["NAME"]), autocommit=True) as superuser:
        superuser.execute("CHECKPOINT")
        row = superuser.execute("SELECT pg_relation_filepath('core_stored_file')").fetchone()
    assert row
    return (cluster.data / row[0]).read_bytes()


def test_a_sealing_is_done_again_on_an_older_database(
    sealed: tuple[World, StoredFile, bytes, bytes], cluster: Cluster
) -> None:
    _, file, before, _ = sealed
    with own_rights(cluster):
        StoredFile.objects.filter(id=file.id).update(wrapped_key=before)
        assert sealings.replay(Path(settings.DATA_FOLDER)) == 1
        assert sealings.replay(Path(settings.DATA_FOLDER)) == 0
        assert bytes(StoredFile.objects.get(id=file.id).wrapped_key) == bytes(file.wrapped_key)


def test_lists_are_joined_line_by_line_and_a_cut_line_is_left(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    for path, names in ((ours, "12"), (theirs, "23")):
        for name in names:
            replayed.append(path, {"object": name})
    with theirs.open("ab") as file:
        file.write(b'{"object": "4')
    replayed.append(theirs, {"object": "5"})
    assert replayed.join(ours, theirs.read_bytes().splitlines()) == 2
    assert [line["object"] for line in replayed.lines(ours)] == ["1", "2", "3", "5"]
    theirs.write_text('{"object": "1"} altered\n')
    with pytest.raises(replayed.BrokenList, match="Line 1"):
        list(replayed.lines(theirs))
