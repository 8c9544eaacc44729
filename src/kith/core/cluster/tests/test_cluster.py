"""Real servers: what a person may do to a running Kith, and what is still there afterwards."""

import contextlib
import os
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from kith.core import cluster
from kith.core.cluster import Cluster, processes
from kith.core.cluster.testing import a_new_place, new_place, wait_until

SOURCE = Path(cluster.__file__).parents[3]
MARKER = "Quillfeather"


@pytest.fixture
def new_folder() -> Iterator[Path]:
    """A folder that is not there yet."""
    with new_place() as place:
        yield place


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    """A folder whose server has run once and stopped."""
    place = a_new_place()
    with cluster.running(place / "postgres", fast=True):
        pass
    yield place
    shutil.rmtree(place)


@pytest.fixture
def folder(new_folder: Path, made: Path) -> Path:
    """A copy of `made`, to spare each test the making."""
    subprocess.run(["cp", "-a", made, new_folder], check=True)
    return new_folder


@pytest.fixture(scope="module")
def served() -> Iterator[Cluster]:
    """A running server for the tests that leave it standing."""
    place = a_new_place()
    with cluster.running(place / "postgres", fast=True) as server:
        yield server
    shutil.rmtree(place)


@pytest.fixture(params=sorted(cluster.installed()))
def binaries(request: pytest.FixtureRequest) -> Path:
    return cluster.installed()[request.param]


@contextlib.contextmanager
def busy(address: str, statement: str) -> Iterator[int]:
    """A session that runs a long statement until its server is killed; gives its process number."""
    with psycopg.connect(address, autocommit=True) as connection:
        thread = threading.Thread(target=run_to_the_bitter_end, args=(connection, statement))
        thread.start()
        time.sleep(0.3)
        yield connection.info.backend_pid
        thread.join(timeout=20)
        assert not thread.is_alive()


def run_to_the_bitter_end(connection: psycopg.Connection, statement: str) -> None:
    with pytest.raises(psycopg.OperationalError):
        connection.execute(statement)


def keep_a_row(served: Cluster) -> None:
    served.ensure_database("borough")
    with psycopg.connect(served.url(cluster.OWNER, "borough")) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS word (said text)")
        connection.execute("INSERT INTO word VALUES ('kept')")


@contextlib.contextmanager
def running_with_superuser(folder: Path) -> Iterator[psycopg.Connection]:
    with (
        cluster.running(folder / "postgres", fast=True) as served,
        psycopg.connect(served.superuser_url("postgres"), autocommit=True) as connection,
    ):
        yield connection


def kept_rows(served: Cluster) -> int:
    with psycopg.connect(served.url(cluster.OWNER, "borough")) as connection:
        return connection.execute("SELECT count(*) FROM word").fetchone()[0]


def answers(served: Cluster) -> bool:
    with contextlib.suppress(psycopg.OperationalError):
        psycopg.connect(served.superuser_url("postgres")).close()
        return True
    return False


@contextlib.contextmanager
def kith_in_another_process(data: Path) -> Iterator[subprocess.Popen[str]]:
    program = (
        "import sys, time, pathlib, psycopg\nfrom kith.core import cluster\n"
        "with cluster.running(pathlib.Path(sys.argv[1])) as served:\n"
        "    served.ensure_database('borough')\n"
        "    with psycopg.connect(served.url('kith_owner', 'borough')) as connection:\n"
        "        connection.execute('CREATE TABLE word (said text)')\n"
        "        connection.execute(\"INSERT INTO word VALUES ('kept')\")\n"
        "    print(served.pid, flush=True)\n"
        "    time.sleep(60)\n"
    )
    command = [sys.executable, "-c", program, str(data)]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as other:
        try:
            yield other
        finally:
            other.kill()


def test_each_installed_postgresql_starts_keeps_rows_and_stops(new_folder: Path, binaries: Path) -> None:
    data = new_folder / "postgres"
    with cluster.running(data, fast=True, binaries=binaries) as served:
        keep_a_row(served)
    assert cluster.attached(data) is None
    assert processes.living_in(data) == []

    with cluster.running(data, fast=True) as served:
        assert kept_rows(served) == 1
        assert cluster.attached(data) == served


def test_letters_of_other_alphabets_and_typos_are_understood(new_folder: Path, binaries: Path) -> None:
    with cluster.running(new_folder / "postgres", fast=True, binaries=binaries) as served:
        served.ensure_database("borough")
        with psycopg.connect(served.url(cluster.APP, "borough")) as connection:
            found = connection.execute(
                "SELECT lower('ŁÓDŹ Ŵ'), tsvector_to_array(to_tsvector('simple', 'Łódź — “tŷ”')),"
                " similarity('tree', 'trees') > 0.5, levenshtein('tree', 'trees'),"
                " current_setting('data_checksums'), current_setting('listen_addresses')"
            ).fetchone()
    assert found == ("łódź ŵ", ["tŷ", "łódź"], True, 1, "on", "")


@pytest.mark.drill
def test_a_killed_server_comes_back_with_its_rows(new_folder: Path, binaries: Path) -> None:
    with cluster.running(new_folder / "postgres", binaries=binaries) as served:
        keep_a_row(served)
        first = served.pid
        os.kill(first, signal.SIGKILL)
        wait_until(lambda: cluster.attached(served.data) is not None and served.pid != first and answers(served))
        assert kept_rows(served) == 1
        served.check()


def test_a_backend_still_busy_does_not_keep_the_new_server_out(folder: Path) -> None:
    with cluster.running(folder / "postgres", fast=True) as served:
        first = served.pid
        with busy(served.superuser_url("postgres"), "SELECT sum(n) FROM generate_series(1, 2000000000) AS n"):
            os.kill(first, signal.SIGKILL)
            wait_until(lambda: cluster.attached(served.data) is not None and served.pid != first and answers(served))


def test_after_kith_is_killed_the_next_start_finds_the_rows(folder: Path) -> None:
    data = folder / "postgres"
    with kith_in_another_process(data) as other:
        first = int(other.stdout.readline())
        other.kill()
        other.wait()
        with cluster.running(data, fast=True) as served:
            assert served.pid != first
            assert kept_rows(served) == 1


@pytest.mark.drill
def test_a_killed_kiths_server_that_takes_long_to_end_is_waited_for(folder: Path) -> None:
    data = folder / "postgres"
    with kith_in_another_process(data) as other:
        server = int(other.stdout.readline())
        os.kill(server, signal.SIGSTOP)
        other.kill()
        other.wait()
        threading.Timer(3, os.kill, (server, signal.SIGCONT)).start()
        with cluster.running(data, fast=True) as served:
            assert kept_rows(served) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_after_kith_is_killed_its_server_ends_by_itself(folder: Path) -> None:
    data = folder / "postgres"
    with kith_in_another_process(data) as other:
        other.stdout.readline()
        assert processes.living_in(data)
        other.kill()
        wait_until(lambda: not processes.living_in(data))


def test_when_kith_and_server_are_killed_together_the_rows_are_there(folder: Path) -> None:
    data = folder / "postgres"
    with kith_in_another_process(data) as other:
        server = int(other.stdout.readline())
        other.kill()
        os.kill(server, signal.SIGKILL)
        with cluster.running(data, fast=True) as served:
            assert kept_rows(served) == 1


@pytest.mark.parametrize("request_to_end", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_to_kith_leaves_no_server_behind(folder: Path, request_to_end: signal.Signals) -> None:
    data = folder / "postgres"
    with kith_in_another_process(data) as other:
        other.stdout.readline()
        other.send_signal(request_to_end)
        other.wait(timeout=60)
        wait_until(lambda: not processes.living_in(data) and not (data / "postmaster.pid").exists())
    assert "database system is shut down" in (folder / "logs" / "postgres.log").read_text()


def test_a_process_number_of_another_time_does_not_stop_the_start(folder: Path) -> None:
    data = folder / "postgres"
    with cluster.running(data, fast=True) as served:
        lines = (data / "postmaster.pid").read_text().split("\n")
        assert served.pid == int(lines[0])
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as stranger:
        (data / "postmaster.pid").write_text("\n".join([str(stranger.pid), *lines[1:]]))
        with cluster.running(data, fast=True) as served:
            assert served.pid != stranger.pid
        assert stranger.poll() is None
        stranger.communicate(b"\n")


def test_a_first_start_cut_short_is_begun_again(folder: Path) -> None:
    shutil.rmtree(folder / "postgres")
    (folder / "postgres.new").mkdir()
    (folder / "postgres.new" / "PG_VERSION").write_text("15\n")
    with cluster.running(folder / "postgres", fast=True) as served:
        assert answers(served)
    assert not (folder / "postgres.new").exists()


@pytest.mark.drill
def test_two_on_one_folder_are_refused(folder: Path) -> None:
    data = folder / "postgres"
    with kith_in_another_process(data) as other:
        other.stdout.readline()
        with pytest.raises(cluster.AlreadyRunning) as refusal, cluster.running(data, fast=True):
            pass
        assert str(folder) in str(refusal.value)
        assert f"process {other.pid}" in str(refusal.value)
        assert cluster.attached(data) is not None, "the first one was disturbed"


def test_no_permission_of_a_folder_that_was_there_is_changed(new_folder: Path, binaries: Path) -> None:
    around = [place for start in (new_folder, binaries / "postgres", Path.home()) for place in start.parents]
    before = {place: place.stat().st_mode for place in around}
    with cluster.running(new_folder / "postgres", fast=True, binaries=binaries):
        pass
    assert {place: place.stat().st_mode for place in around} == before


def test_what_is_made_is_closed_to_others(folder: Path) -> None:
    with cluster.running(folder / "postgres", fast=True) as served:
        places = [folder, served.data, served.socket, folder / "secrets", folder / "logs"]
        places += [*(folder / "secrets").iterdir(), folder / "lock"]
        assert [place for place in places if stat.S_IMODE(place.stat().st_mode) & 0o007] == []
        assert stat.S_IMODE(served.data.stat().st_mode) == 0o700
        assert {stat.S_IMODE(place.stat().st_mode) for place in (folder / "secrets").iterdir()} == {0o600}
        assert len(str(served.socket / ".s.PGSQL.5432")) < 104
    assert not served.socket.exists()


def test_a_socket_folder_made_by_someone_else_is_refused(folder: Path) -> None:
    with cluster.running(folder / "postgres", fast=True) as served:
        place = served.socket
    place.mkdir()
    place.chmod(0o777)
    try:
        with pytest.raises(cluster.UnsafeFolder), cluster.running(folder / "postgres", fast=True):
            pass
    finally:
        place.rmdir()


def test_a_wrong_or_missing_password_is_refused(served: Cluster) -> None:
    right = served.parts(cluster.OWNER, "postgres")
    psycopg.connect(**right).close()
    for words in ("wrong", ""):
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(**{**right, "password": words})
    rules = (served.data / "pg_hba.conf").read_text()
    assert rules == "local all all scram-sha-256\nlocal replication kith_archive scram-sha-256\n"


def test_a_password_that_was_lost_is_made_anew(folder: Path) -> None:
    with cluster.running(folder / "postgres", fast=True):
        pass
    (folder / "secrets" / cluster.OWNER).unlink()
    with cluster.running(folder / "postgres", fast=True) as served:
        psycopg.connect(served.url(cluster.OWNER, "postgres")).close()


def test_passwords_of_other_data_get_a_sentence(folder: Path) -> None:
    with cluster.running(folder / "postgres", fast=True):
        pass
    (folder / "secrets" / cluster.SUPERUSER).write_text("not-this-one")
    with pytest.raises(cluster.ClusterError, match="put both back"), cluster.running(folder / "postgres", fast=True):
        pass


def test_the_roles_have_no_powers_of_their_own(folder: Path) -> None:
    asked = (
        "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolreplication, rolcreatedb FROM pg_roles"
        " WHERE rolname LIKE 'kith\\_%' AND rolname <> 'kith_super' ORDER BY rolname"
    )
    with running_with_superuser(folder) as c:
        c.execute("ALTER ROLE kith_app SUPERUSER BYPASSRLS")
    with running_with_superuser(folder) as c:
        powers = c.execute(asked).fetchall()
    none = (False, False, False, False)
    assert powers == [
        ("kith_app", *none, False),
        ("kith_archive", *none[:3], True, False),  # may copy the server, and open no database
        ("kith_family", *none, False),
        ("kith_owner", *none, True),
    ]


def test_a_database_is_open_to_its_roles_alone(served: Cluster) -> None:
    served.ensure_database("guarded")
    served.ensure_database("guarded")
    with psycopg.connect(served.superuser_url("guarded")) as connection:
        connection.execute("CREATE ROLE stranger LOGIN")
        question = "SELECT has_database_privilege('stranger', 'guarded', 'CONNECT')"
        assert connection.execute(question).fetchone() == (False,)
    for role in (cluster.APP, cluster.FAMILY):
        refused = pytest.raises(psycopg.errors.InsufficientPrivilege)
        with refused, psycopg.connect(served.url(role, "guarded")) as connection:
            connection.execute("CREATE TABLE mine (n int)")


def test_a_database_can_be_copied_from_a_template_and_dropped(served: Cluster) -> None:
    keep_a_row(served)
    served.ensure_database("copied", template="borough")
    with psycopg.connect(served.url(cluster.OWNER, "copied")) as connection:
        assert connection.execute("SELECT said FROM word").fetchone() == ("kept",)
    served.drop_database("copied")
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(served.url(cluster.OWNER, "copied"))


def test_no_word_of_a_statement_reaches_the_log(folder: Path) -> None:
    with cluster.running(folder / "postgres", fast=True) as served:
        with psycopg.connect(served.superuser_url("postgres"), autocommit=True) as connection:
            for refused in (f"SELECT '{MARKER}'::uuid", f"SELECT {MARKER}", f"DO $$BEGIN RAISE '{MARKER}'; END$$"):
                with pytest.raises(psycopg.Error, match=f"(?i){MARKER}"):
                    connection.execute(refused)
            with pytest.raises(psycopg.Error):
                connection.execute("SELECT %s::int", [MARKER])
        with busy(served.superuser_url("postgres"), f"SELECT '{MARKER}', pg_sleep(30)") as backend:
            os.kill(backend, signal.SIGKILL)
        wait_until(lambda: "was terminated by signal 9" in (folder / "logs" / "postgres.log").read_text())
        wait_until(lambda: answers(served))
    assert MARKER.lower() not in (folder / "logs" / "postgres.log").read_text().lower()


def test_a_server_that_cannot_start_gets_a_sentence_with_its_last_words(folder: Path) -> None:
    with cluster.running(folder / "postgres", fast=True) as served:
        (served.data / "postgresql.auto.conf").write_text("no_such_setting = 1\n")
    with pytest.raises(cluster.WouldNotStart, match="no_such_setting"), cluster.running(folder / "postgres"):
        pass
