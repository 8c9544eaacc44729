"""Folders for real servers of a test's own."""

import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kith.core.cluster import places, processes
from kith.core.cluster.account import server_account


def a_new_place() -> Path:
    """Name a folder that is not there yet, and that the server's user may reach."""
    # Not pytest's own folder: run by root, that is closed to the server's user, and nothing is loosened for it.
    return Path("/tmp") / f"kith-test-{secrets.token_hex(6)}"


@contextmanager
def new_place() -> Iterator[Path]:
    """Give such a folder; whatever a server leaves of it is gone afterwards."""
    place = a_new_place()
    yield place
    wait_until(lambda: not processes.living_in(place / "postgres"))
    shutil.rmtree(places.socket_folder(place / "postgres", server_account()))
    shutil.rmtree(place, ignore_errors=True)


def wait_until(true: Callable[[], bool], seconds: float = 15.0) -> None:
    """Wait for something to come true."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.02)
