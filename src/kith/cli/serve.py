"""`kith serve` and `kith worker`: PostgreSQL, pages and jobs on one machine, started and stopped together."""

import argparse
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

from kith.cli import session
from kith.core.cluster import ClusterError, running

STOP_SECONDS = 20.0
LOOK_SECONDS = 0.5


class Stopped(Exception):
    """Somebody asked Kith to stop."""


def serve(argv: list[str]) -> int:
    """Serve pages and run jobs until Ctrl-C; where there is no DATABASE_URL, run PostgreSQL too."""
    asked = _arguments("kith serve", argv)
    try:
        with stack(session.agency(), port=asked.port, host=asked.host, workers=asked.workers):
            print(f"Kith serves http://{asked.host}:{asked.port} (Ctrl-C stops it)", flush=True)
            wait()
    except ClusterError as refusal:
        print(f"kith: {refusal}", file=sys.stderr)
        return 1
    except Stopped:
        pass
    return 0


def worker(argv: list[str]) -> int:
    """Run jobs alone, against DATABASE_URL or the Kith that runs on this machine."""
    argparse.ArgumentParser(prog="kith worker", description=worker.__doc__).parse_args(argv)
    session.attach()
    from kith.config.jobs import work

    work()
    return 0


def _arguments(name: str, argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=name, description=serve.__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=int(os.environ.get("KITH_PORT", "8000")))
    parser.add_argument("--workers", type=int, default=2, help="web processes")
    return parser.parse_args(argv)


@contextmanager
def stack(
    folder: Path, *, port: int, host: str, workers: int = 2, extra: dict[str, str] | None = None
) -> Iterator[dict[str, str]]:
    """Run everything one machine needs for as long as the block lasts; gives the serving environment."""
    with ExitStack() as exits:
        environment = exits.enter_context(database(folder)) | (extra or {})
        exits.enter_context(processes(environment, port=port, host=host, workers=workers))
        yield environment


@contextmanager
def database(folder: Path) -> Iterator[dict[str, str]]:
    """Have a database ready and up to date: the one of DATABASE_URL, or our own for as long as the block lasts."""
    if session.make_keys(folder):
        print(
            f"A new installation key is in {folder / 'secrets' / 'installation-key'}: keep a copy elsewhere; "
            "without it no file can be opened.",
            flush=True,
        )
    if "DATABASE_URL" in os.environ or "DATABASE_URL_FILE" in os.environ:
        url = os.environ.get("DATABASE_URL", "")
        yield session.serving(folder, url) if url else {}
        return
    with running(folder / "postgres") as cluster:
        yield session.prepare(folder, cluster)


@contextmanager
def processes(environment: dict[str, str], *, port: int, host: str, workers: int) -> Iterator[None]:
    """Run the web server and the job worker; both end with the block, or with us."""
    web = [
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        host,
        "--port",
        str(port),
        "--workers",
        str(workers),
        "--blocking-threads",
        "4",
        "--no-ws",
        "--log-level",
        "warning",
        "kith.config.wsgi:application",
    ]
    children = [_child(web, environment, "kith web"), _child(["-m", "kith.cli", "worker"], environment, "kith worker")]
    try:
        _wait_for_port(host, port, children)
        yield
    finally:
        _stop(children)


def _child(arguments: Sequence[str], environment: dict[str, str], name: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, *arguments],
        env={**os.environ, **environment, "KITH_PROCESS": name},
        stdin=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C reaches us alone; we stop them in order
        preexec_fn=_end_with_us if sys.platform == "linux" else None,
    )


def _end_with_us() -> None:
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG: kill -9 of Kith ends its children too


def _wait_for_port(host: str, port: int, children: Sequence[subprocess.Popen[bytes]]) -> None:
    import socket

    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if any(child.poll() is not None for child in children):
            raise ClusterError(f"Kith could not serve on {host}:{port}. Is the port taken? Choose another with --port.")
        try:
            with socket.create_connection((host, port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise ClusterError(f"Kith did not answer on {host}:{port} within a minute.")


def _stop(children: Sequence[subprocess.Popen[bytes]]) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + STOP_SECONDS
    for child in children:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def wait() -> None:
    """Wait until somebody asks Kith to stop.

    Raises:
        Stopped: by Ctrl-C or SIGTERM.
    """

    def stop(number: int, frame: FrameType | None) -> None:
        raise Stopped

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    while True:
        time.sleep(LOOK_SECONDS)
