"""A table is written anew, and it is noticed when somebody's transaction keeps its old rows.

The server is this test's own: a transaction of any database of a server keeps old rows of all of them.
"""

from collections.abc import Iterator

import psycopg
import pytest

from kith.core import rewriting
from kith.core.cluster import OWNER, Cluster, running
from kith.core.cluster.testing import new_place


@pytest.fixture
def quiet() -> Iterator[Cluster]:
    """A server on which nobody else writes, with two tables."""
    with new_place() as place, running(place / "postgres", fast=True) as server:
        server.ensure_database("kith")
        with psycopg.connect(server.url(OWNER, "kith"), autocommit=True) as owner:
            owner.execute("CREATE TABLE kept (words text)")
            owner.execute("CREATE TABLE other (words text)")
            owner.execute("INSERT INTO kept VALUES ('before')")
        yield server


@pytest.mark.drill
@pytest.mark.parametrize("of", ["kith", "another"])
def test_old_rows_that_a_long_transaction_keeps_are_noticed_and_go_when_it_has_ended(quiet, monkeypatch, of):
    monkeypatch.setattr(rewriting, "TRIES", 2)
    monkeypatch.setattr(rewriting, "REST_SECONDS", 0.01)
    quiet.ensure_database("another")
    with (
        psycopg.connect(quiet.url(OWNER, "kith"), autocommit=True) as owner,
        psycopg.connect(quiet.superuser_url(of)) as working,
    ):
        working.execute("CREATE TABLE made (words text)")  # it writes, though not in the table itself
        owner.execute("UPDATE kept SET words = 'after'")
        with pytest.raises(rewriting.StillHeld, match="old rows of kept"):
            rewriting.write_anew(owner, ["kept"])
        working.rollback()
        rewriting.write_anew(owner, ["kept", "other"])
