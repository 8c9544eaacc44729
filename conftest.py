"""What every test stands on: a real PostgreSQL, and no other socket."""

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.db import connections
from tests import database

from kith.core.cluster import FAMILY, Cluster, attached

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_server = pytest.StashKey()


def pytest_sessionstart(session: pytest.Session) -> None:
    """Start the server in the process that leads; its workers find it by the folder named here."""
    if hasattr(session.config, "workerinput") or session.config.option.collectonly:
        return
    running = database.server()
    cluster = running.__enter__()
    database.template(cluster)
    os.environ["KITH_TEST_CLUSTER"] = str(cluster.data)
    session.config.stash[_server] = running


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Stop it."""
    running = session.config.stash.get(_server, None)
    if running is not None:
        for each in connections.all(initialized_only=True):
            each.close()
        running.__exit__(None, None, None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how many combinations the walls were tried with, one line a kind of test."""
    tried: Counter[str] = Counter()
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, many in getattr(report, "user_properties", ()):
            if name == "combinations":
                tried[re.split(r"[\[@]", report.nodeid.partition("::")[2])[0]] += int(many)
    for test, many in sorted(tried.items()):
        terminalreporter.write_line(f"{test}: {many:,} combinations")


@pytest.fixture(scope="session")
def cluster() -> Cluster:
    """The running server."""
    found = attached(Path(os.environ["KITH_TEST_CLUSTER"]))
    assert found is not None
    return found


def _use(parts: dict[str, str], alias: str = "default") -> None:
    connections[alias].close()
    connections[alias].settings_dict.update(parts)
    settings.DATABASES[alias].update(parts)


@pytest.fixture(scope="session")
def django_db_setup(cluster: Cluster, django_db_blocker, worker_id: str = "main") -> Iterator[None]:
    """Give this process its own copy of the migrated template, as `kith_app`."""
    name = f"test_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    database.copy(cluster, name)
    parts = database.settings_for(cluster, name)
    with django_db_blocker.unblock():
        _use(parts)
    yield
    with django_db_blocker.unblock():
        connections["default"].close()
    cluster.drop_database(name)


@pytest.fixture
def committed(cluster: Cluster, django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """A database of this test's own, in which commits are real; gives its name."""
    before = {key: connections["default"].settings_dict[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
    name = f"{before['NAME']}_own"
    database.copy(cluster, name)
    with django_db_blocker.unblock():
        _use(database.settings_for(cluster, name))
        _use(database.settings_for(cluster, name, FAMILY), "family")
        yield name
        _use(before)
        connections["family"].close()
    cluster.drop_database(name)


@pytest.fixture(autouse=True)
def _vault(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Files go to a folder of this process's own."""
    settings.DATA_FOLDER = str(tmp_path_factory.getbasetemp() / "kith-data")


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Chromium, started once a process: Playwright allows one loop in it."""
    from playwright.sync_api import sync_playwright
    from tests.journeys.browsers import PROGRAM, QUIET

    if not PROGRAM and not os.environ.get("CI"):
        pytest.skip("no Chromium on this machine")
    if not (Path(__file__).parent / "src/kith/ui/static/built/app.css").is_file():
        pytest.fail("the assets are not built: run `make setup`")
    with sync_playwright() as play:
        made = play.chromium.launch(executable_path=PROGRAM, args=QUIET)
        yield made
        made.close()
