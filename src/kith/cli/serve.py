"""`kith serve` and `kith worker`: PostgreSQL, pages and jobs on one machine, started and stopped together."""

import argparse
import errno
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

from kith.cli import session
from kith.cli.children import QUICK_DEATH_SECONDS, Child, kept
from kith.config.file_store import bucket_in_use
from kith.core.cluster import ClusterError, attached, running
from kith.core.vault import InstallationKeys, KeyProblem

START_SECONDS = 60.0
LOOK_SECONDS = 0.5
FAILURES_TO_BELIEVE = 3


class Stopped(Exception):
    """Somebody asked Kith to stop."""


class CannotServe(ClusterError):
    """The web server cannot listen where it was told to; the text says what to do."""


def serve(argv: list[str]) -> int:
    """Serve pages and run jobs until Ctrl-C; where there is no DATABASE_URL, run PostgreSQL too."""
    asked = _arguments(argv)
    return until_stopped(lambda: _serve(asked))


def _serve(asked: argparse.Namespace) -> None:
    with stack(session.agency(), port=asked.port, host=asked.host, workers=asked.workers, archive=asked.archive):
        print(f"Kith serves http://{asked.host}:{asked.port} (Ctrl-C stops it)", flush=True)
        wait()


def worker(argv: list[str]) -> int:
    """Run jobs alone, against DATABASE_URL or the Kith that runs on this machine, until Ctrl-C."""
    argparse.ArgumentParser(prog="kith worker", description=worker.__doc__).parse_args(argv)
    bucket_in_use()
    environment = session.reach()

    def work() -> None:
        with kept(Child("kith.cli.jobs", "jobs", environment)):
            print("Kith runs jobs (Ctrl-C stops it)", flush=True)
            wait()

    return until_stopped(work)


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kith serve", description=serve.__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=int(os.environ.get("KITH_PORT", "8000")))
    parser.add_argument("--workers", type=int, default=2, help="web processes")
    archive = os.environ.get("KITH_ARCHIVE")
    parser.add_argument(
        "--archive",
        type=Path,
        metavar="FOLDER",
        default=Path(archive) if archive else None,
        help="keep all that is committed on another disk too; saving waits for it",
    )
    return parser.parse_args(argv)


@contextmanager
def stack(
    folder: Path,
    *,
    port: int,
    host: str,
    workers: int = 2,
    extra: Mapping[str, str] | None = None,
    archive: Path | None = None,
) -> Iterator[dict[str, str]]:
    """Run everything one machine needs for as long as the block lasts; gives the serving environment.

    Raises:
        ClusterError: another Kith holds the folder, the port is taken, the database is not ready; the text says what
            to do.
    """
    bucket_in_use()  # an odd setting stops the start here, in a sentence, and not in each process
    if session.has_own_database() or attached(folder / "postgres") is None:
        check_port(host, port)  # before anything is made or changed
    with ExitStack() as exits:
        environment = exits.enter_context(database(folder, archive=archive)) | dict(extra or {})
        exits.enter_context(processes(environment, port=port, host=host, workers=workers))
        yield environment


@contextmanager
def database(folder: Path, *, quietly: bool = False, archive: Path | None = None) -> Iterator[dict[str, str]]:
    """Have a database ready and up to date: the one of DATABASE_URL, or our own for as long as the block lasts.

    Args:
        quietly: say nothing of a new key (a demonstration, whose key opens made-up data alone).
        archive: a folder on another disk, for which each commit waits.

    Raises:
        CannotServe: an operator's own database is archived by its own means.
    """
    if session.has_own_database():
        if archive is not None:
            raise CannotServe("The database is your own (DATABASE_URL): archive it with PostgreSQL's means.")
        _make_keys(folder, quietly)
        yield session.prepare_operators(folder)
        return
    with ExitStack() as exits:
        # makes the folder, and holds its lock
        cluster = exits.enter_context(running(folder / "postgres", archived=archive is not None))
        _make_keys(folder, quietly)
        if archive is not None:
            exits.enter_context(archiving(folder, archive))
        else:
            cluster.forget_archive()
        yield session.prepare(folder, cluster)


@contextmanager
def archiving(folder: Path, archive: Path) -> Iterator[None]:
    """Keep an archive for as long as the block lasts; its process is given a public key and no other."""
    from kith.core.backup.archive import Archive, generation_of
    from kith.core.backup.damage import BackupProblem
    from kith.core.backup.locks import write_public_key

    try:
        Archive(archive.absolute()).ensure(generation_of(folder))
    except (BackupProblem, OSError) as problem:
        raise CannotServe(f"There can be no archive in {archive}: {problem}") from None
    write_public_key(folder, InstallationKeys.load(environment={**os.environ, **session.serving(folder, "")}))
    environment = {"KITH_FOLDER": str(folder), "KITH_ARCHIVE": str(archive.absolute()), "KITH_KEY": ""}
    environment |= dict.fromkeys(("KITH_S3_SECRET", "KITH_S3_SECRET_FILE"), "")
    with kept(Child("kith.cli.archive", "archive", environment)):
        yield


def _make_keys(folder: Path, quietly: bool) -> None:
    if session.make_keys(folder) and not quietly:
        place = folder / "secrets" / "installation-key"
        print(
            f"A new installation key is in {place}: keep a copy elsewhere; without it no file can be opened.",
            flush=True,
        )


@contextmanager
def processes(environment: Mapping[str, str], *, port: int, host: str, workers: int) -> Iterator[None]:
    """Run the web server and the job worker for as long as the block lasts; started again should they die."""
    where = {"KITH_WEB_HOST": host, "KITH_WEB_PORT": str(port), "KITH_WEB_WORKERS": str(workers)}
    children = [
        Child("kith.cli.web", "web", {**environment, **where}, serves_families=True),
        Child("kith.cli.jobs", "jobs", environment),
    ]
    with kept(*children):
        _wait_for_port(host, port, children)
        yield


def check_port(host: str, port: int) -> None:
    """Refuse an address that cannot be listened on, before anything is started for it.

    Raises:
        CannotServe: it is taken, needs root, or is not this machine's.
    """
    if not 0 < port < 65536:
        raise CannotServe(f"Kith cannot listen on port {port}: a port is a number from 1 to 65535.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.create_server((host, port), family=family):
            return
    except OSError as problem:
        number = problem.errno
        if number == errno.EADDRINUSE:
            says = f"Port {port} is taken on {host}. Choose another with --port, or stop what uses it."
        elif number == errno.EACCES:
            says = f"Port {port} is kept for the system: choose one above 1023 with --port."
        else:
            says = f"Kith cannot listen on {host}, port {port} ({problem})."
        raise CannotServe(says) from None


def _wait_for_port(host: str, port: int, children: Sequence[Child]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        for child in children:
            if child.quick_deaths >= FAILURES_TO_BELIEVE:
                raise CannotServe(
                    f"The {child.called} process ends within {QUICK_DEATH_SECONDS:.0f} seconds again and again;"
                    " what it says stands above."
                )
        try:
            with socket.create_connection((host, port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise CannotServe(f"Kith did not answer on {host}:{port} within a minute.")


def until_stopped(run: Callable[[], None]) -> int:
    """Run something that lasts until Ctrl-C or SIGTERM; gives the exit code, and says in a sentence what went wrong."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, _stop_once)
    try:
        run()
    except (ClusterError, KeyProblem) as refusal:
        print(f"kith: {refusal}", file=sys.stderr)
        return 1
    except OSError as problem:
        if problem.filename is None:
            raise
        print(f"kith: {problem.filename}: {problem.strerror}", file=sys.stderr)
        return 1
    except Stopped:
        pass
    return 0


def wait() -> None:
    """Wait until somebody asks Kith to stop.

    Raises:
        Stopped: by Ctrl-C or SIGTERM.
    """
    while True:
        time.sleep(LOOK_SECONDS)


def _stop_once(number: int, frame: FrameType | None) -> None:
    """Begin to stop; asked again meanwhile, go on stopping in order."""
    for each in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(each, lambda *_: None)
    raise Stopped
