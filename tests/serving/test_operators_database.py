"""Kith on a database that an operator keeps: only its owner brings it up to date, and what serves never knows how."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kith.core.cluster import APP, OWNER, Cluster
from tests import database
from tests.serving.running import Kith, a_free_port, a_new_place, clear_away, kith

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc"),
    pytest.mark.xdist_group("serving"),
]
NAME = "test_operators"


@pytest.fixture
def place() -> Iterator[Path]:
    made = a_new_place()
    yield made
    clear_away(made)


@pytest.fixture
def up_to_date(cluster: Cluster) -> Iterator[str]:
    database.copy(cluster, NAME)
    yield NAME
    cluster.drop_database(NAME)


@pytest.fixture
def empty(cluster: Cluster) -> Iterator[str]:
    name = f"{NAME}_empty"
    cluster.drop_database(name)
    cluster.ensure_database(name)
    yield name
    cluster.drop_database(name)


@pytest.mark.drill
def test_the_owners_address_is_kept_from_what_serves(place: Path, cluster: Cluster, up_to_date: str) -> None:
    owner = cluster.url(OWNER, up_to_date)
    with Kith(place, DATABASE_URL=cluster.url(APP, up_to_date), KITH_OWNER_DATABASE_URL=owner) as running:
        assert running.is_up()
        assert not (place / "agency" / "postgres").exists()
        for pid in [*running.pids("kith.cli.web"), *running.pids("kith.cli.jobs")]:
            assert "KITH_OWNER" not in Path(f"/proc/{pid}/environ").read_text()


def test_one_that_waits_for_migrations_is_refused_with_the_mend(place: Path, cluster: Cluster, empty: str) -> None:
    refused = kith(place, "serve", "--port", str(a_free_port()), DATABASE_URL=cluster.url(APP, empty))
    assert refused.returncode == 1
    assert refused.stderr.startswith("kith: The database is older than this Kith. Set KITH_OWNER_DATABASE_URL")
    assert "Traceback" not in refused.stderr


def test_one_that_does_not_answer_is_a_sentence_without_its_password(place: Path) -> None:
    url = "postgresql://kith_app:a-secret@127.0.0.1:1/kith"
    refused = kith(place, "serve", "--port", str(a_free_port()), DATABASE_URL=url)
    assert refused.returncode == 1
    assert refused.stderr.startswith("kith: The database that DATABASE_URL names cannot be used: ")
    assert "a-secret" not in refused.stderr and "Traceback" not in refused.stderr
