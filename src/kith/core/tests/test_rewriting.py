"""A table is written anew, and it is noticed when somebody's transaction keeps its old rows."""

import psycopg
import pytest

from kith.core import rewriting
from kith.record.testing import case, worker


def test_old_rows_that_a_long_transaction_keeps_are_noticed_and_go_when_it_has_ended(cluster, committed, monkeypatch):
    monkeypatch.setattr(rewriting, "TRIES", 2)
    monkeypatch.setattr(rewriting, "REST_SECONDS", 0.01)
    case(worker())
    with (
        psycopg.connect(cluster.url("kith_owner", committed), autocommit=True) as owner,
        psycopg.connect(cluster.superuser_url(committed)) as looking,
    ):
        looking.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        looking.execute("SELECT 1 FROM core_worker")  # not the table itself: only what may still be looked at
        owner.execute("UPDATE record_case SET family_name = 'Other'")
        with pytest.raises(rewriting.StillHeld, match="old rows of record_case"):
            rewriting.write_anew(owner, ["record_case"])
        looking.rollback()
        rewriting.write_anew(owner, ["record_case"])
