"""An object of the store that no row names is removed once it is old; one that a row names never is."""

import json
import os
import subprocess
import sys
from datetime import timedelta

import psycopg
import pytest
from django.db import connection

from kith.core import clock, files, orphans
from kith.core.cluster import OWNER
from kith.core.models import StoredFile
from kith.core.transactions import scoped
from kith.record import testing as make

LATER = orphans.SAFE_AGE + timedelta(hours=1)


@pytest.fixture
def amal(committed):
    return make.worker()


@pytest.fixture
def made(amal, tmp_path, settings):
    """A case whose files lie in a folder of this test's own."""
    settings.DATA_FOLDER = str(tmp_path)
    return make.case(amal)


def keep(amal, made, data: bytes) -> StoredFile:
    with scoped(worker_id=amal.id, case_id=made.id):
        return files.keep_bytes(data, case_id=made.id, at=clock.now())


def roll_back(amal, made, data: bytes) -> None:
    """Keep a file in a transaction that then fails."""
    with pytest.raises(ZeroDivisionError), scoped(worker_id=amal.id, case_id=made.id):
        files.keep_bytes(data, case_id=made.id, at=clock.now())
        raise ZeroDivisionError


def run(amal, made, then: str) -> subprocess.CompletedProcess[str]:
    """Do something in a process of its own, which may be killed on the way."""
    lines = (
        "import os, signal, django; django.setup()\n"
        "from datetime import timedelta\n"
        "from kith.core import clock, files, orphans\nfrom kith.core.transactions import scoped\n"
        f"from uuid import UUID\nworker, case = {amal.id!r}, {made.id!r}\n{then}"
    )
    parts = connection.settings_dict
    url = f"postgresql://{parts['USER']}:{parts['PASSWORD']}@/{parts['NAME']}?host={parts['HOST']}&port={parts['PORT']}"
    environment = {**os.environ, "DATABASE_URL": url, "KITH_FOLDER": str(files.store().path_of_files().parents[1])}
    environment |= {"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-W", "ignore", "-c", lines]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


def objects() -> set[str]:
    return {str(each.name.file_id) for each in files.store().listing()}


def test_what_was_rolled_back_goes_after_a_week_and_what_a_row_names_stays(amal, made) -> None:
    kept = keep(amal, made, b"kept")
    roll_back(amal, made, b"rolled back")
    assert len(objects()) == 2
    assert orphans.remove(at=clock.now() + orphans.SAFE_AGE - timedelta(hours=1)).objects == 0
    assert orphans.look(clock.now() + LATER).objects == 1
    assert len(objects()) == 2
    swept = orphans.remove(at=clock.now() + LATER)
    assert (swept.objects, swept.size_bytes > 0) == (1, True)
    assert objects() == {str(kept.id)}
    with scoped(worker_id=amal.id, case_id=made.id), files.open_stored(kept) as reader:
        assert reader.read() == b"kept"
    assert orphans.remove(at=clock.now() + LATER) == orphans.Swept(0, 0, 0)


def test_a_process_killed_between_its_object_and_its_row_leaves_an_orphan_and_no_more(amal, made) -> None:
    kept = keep(amal, made, b"kept")
    killed = run(
        amal,
        made,
        "with scoped(worker_id=worker, case_id=case):\n"
        "    files.keep_bytes(b'killed', case_id=case, at=clock.now())\n"
        "    os.kill(os.getpid(), signal.SIGKILL)",
    )
    assert killed.returncode == -9, killed.stderr
    assert len(objects()) == 2
    assert orphans.remove(at=clock.now() + LATER).objects == 1
    assert objects() == {str(kept.id)}


def test_a_sweep_that_is_killed_is_taken_up_by_the_next(amal, made) -> None:
    kept = keep(amal, made, b"kept")
    for number in range(4):
        roll_back(amal, made, f"rolled back {number}".encode())
    killed = run(
        amal,
        made,
        "from kith.core.vault import Disk\ndelete, done = Disk.delete, []\n"
        "def dies(store, name):\n"
        "    done.append(name)\n"
        "    return os.kill(os.getpid(), signal.SIGKILL) if len(done) > 2 else delete(store, name)\n"
        "Disk.delete = dies\n"
        f"orphans.remove(at=clock.now() + timedelta(seconds={LATER.total_seconds()}))",
    )
    assert killed.returncode == -9, killed.stderr
    assert len(objects()) == 3
    assert orphans.remove(at=clock.now() + LATER).objects == 2
    assert objects() == {str(kept.id)}


@pytest.mark.drill
def test_half_of_what_a_crash_was_writing_goes_too_and_what_is_being_written_stays(amal, made) -> None:
    store = files.store()
    being_written = store.begin()
    being_written.write(b"x" * 10)
    (store.path_of_files().parent / "incoming" / "left.part").write_bytes(b"left by a crash")
    assert orphans.remove(at=clock.now() + LATER).halves == 1
    being_written.drop()


def test_so_many_that_the_database_must_be_older_than_its_store_are_left_alone(amal, made, caplog, monkeypatch) -> None:
    for number in range(orphans.FEW + 1):
        roll_back(amal, made, f"rolled back {number}".encode())
    with pytest.raises(orphans.TooManyOrphans, match="21 of 21 objects have no row"):
        orphans.remove(at=clock.now() + LATER)
    monkeypatch.setattr(orphans, "_EACH_DAY", orphans.Rest())
    later = clock.now() + LATER
    monkeypatch.setattr(clock, "now", lambda: later)
    orphans.sweep_each_day()
    assert "orphans left where they are" in caplog.text
    assert len(objects()) == orphans.FEW + 1
    assert orphans.remove(at=clock.now() + LATER, even_many=True).objects == orphans.FEW + 1


def test_the_job_worker_does_it_once_a_day_and_the_agencys_chain_says_so(
    amal, made, monkeypatch, cluster, committed
) -> None:
    roll_back(amal, made, b"rolled back")
    monkeypatch.setattr(orphans, "_EACH_DAY", orphans.Rest(seconds=86_400))
    later = clock.now() + LATER
    monkeypatch.setattr(clock, "now", lambda: later)
    orphans.sweep_each_day()
    assert objects() == set()
    with psycopg.connect(cluster.url(OWNER, committed)) as owner:
        (line,) = owner.execute("SELECT body FROM core_ledger WHERE body LIKE '%store.swept%'").fetchall()
    facts = json.loads(line[0])["facts"]
    assert (facts["objects"], facts["by_command"]) == (1, False)
    roll_back(amal, made, b"again")
    orphans.sweep_each_day()
    assert len(objects()) == 1
