"""The ledger: its canonical form, its chains in a real database, and that it notices what was done to it."""

import hashlib
from uuid import uuid4

import psycopg
import pytest
from django.db import DatabaseError, InterfaceError, OperationalError, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from hypothesis import given
from hypothesis import strategies as st
from tests import database

from kith.core import ledger
from kith.core.actions import Silent, action
from kith.core.transactions import scoped
from kith.record.testing import AT, case, worker


def test_canonical_json_orders_keys_by_utf16_and_keeps_characters():
    # U+1F600 is two surrogates (D83D...) in UTF-16 and so comes before U+FB01, though its code point is higher
    assert ledger.canonical({"b": 1, "a": [True, "é"], "\ufb01": "x", "\U0001f600": "y"}) == (
        '{"a":[true,"é"],"b":1,"\U0001f600":"y","\ufb01":"x"}'
    )


def test_canonical_json_refuses_what_has_no_one_form():
    with pytest.raises(TypeError):
        ledger.canonical({"a": 1.5})
    with pytest.raises(ValueError, match="too large"):
        ledger.canonical(2**60)


@given(st.lists(st.binary(max_size=8), max_size=40))
def test_merkle_root_is_the_tree_of_rfc_6962(leaves):
    def tree(part):
        if not part:
            return hashlib.sha256(b"").digest()
        if len(part) == 1:
            return hashlib.sha256(b"\x00" + part[0]).digest()
        split = 1 << ((len(part) - 1).bit_length() - 1)
        return hashlib.sha256(b"\x01" + tree(part[:split]) + tree(part[split:])).digest()

    assert ledger.merkle_root(leaves) == tree(leaves).hex()


@pytest.fixture
def as_owner(cluster, committed):
    def faults():
        parts = {**database.settings_for(cluster, committed, "kith_owner")}
        before = dict(connections["default"].settings_dict)
        connections["default"].close()
        connections["default"].settings_dict.update(parts)
        try:
            with transaction.atomic():
                return list(ledger.verify())
        finally:
            connections["default"].close()
            connections["default"].settings_dict.update(before)

    return faults


def as_super(cluster, name, *statements):
    with psycopg.connect(cluster.superuser_url(name), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def test_an_untouched_ledger_verifies(as_owner):
    amal = worker()
    case(amal)
    case(amal)
    assert as_owner() == []


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        ("UPDATE core_ledger SET body = replace(body, 'entry.written', 'entry.altered') WHERE seq = 2", "follow"),
        ("DELETE FROM core_ledger WHERE seq = 2", "missing"),
        ("DELETE FROM core_ledger WHERE seq = 3", "end of the chain"),
        ("UPDATE core_ledger_words SET text = 'other words'", "not the words"),
    ],
)
def test_whatever_is_done_to_a_line_is_noticed(cluster, committed, as_owner, harm, says):
    amal = worker()
    made = case(amal)
    for _ in range(2):
        with scoped(worker_id=amal.id):
            ledger.note("entry.written", by=amal.id, at=AT, case_id=made.id, words={"text": "as it was"})
    as_super(cluster, committed, "SET session_replication_role = replica", harm)
    assert any(says in fault.why for fault in as_owner())


def test_erased_words_leave_a_chain_that_verifies(cluster, committed, as_owner):
    amal = worker()
    made = case(amal)
    with scoped(worker_id=amal.id):
        ledger.note("entry.written", by=amal.id, at=AT, case_id=made.id, words={"text": "to be erased"})
    as_super(cluster, committed, "DELETE FROM core_ledger_words")
    assert as_owner() == []


@pytest.mark.parametrize("role", ["kith_owner", "kith_app", "kith_super"])
@pytest.mark.parametrize(
    "harm", ["UPDATE core_ledger SET body = ''", "DELETE FROM core_ledger", "TRUNCATE core_ledger"]
)
def test_no_role_may_change_a_line(cluster, committed, role, harm):
    case(worker())
    with psycopg.connect(cluster.url(role, committed)) as connection, pytest.raises(psycopg.Error):
        connection.execute(harm)


@pytest.mark.django_db
def test_nobody_tells_the_ledger_in_anothers_name():
    amal, ben = worker(), worker()
    with pytest.raises(Exception, match="one's own name"), scoped(worker_id=amal.id):
        ledger.note("case.opened", by=ben.id, at=AT)


@pytest.mark.django_db
def test_nobody_tells_the_ledger_of_a_case_that_is_not_theirs():
    amal, cara = worker(), worker()
    made = case(amal)
    with pytest.raises(Exception, match="only by those who may open it"), scoped(worker_id=cara.id):
        ledger.note("case.opened", by=cara.id, at=AT, case_id=made.id)


@pytest.mark.django_db
def test_an_action_that_tells_the_ledger_nothing_fails():
    @action
    def silent(*, by):
        return uuid4()

    with pytest.raises(Silent):
        silent(by=worker())


@pytest.mark.django_db
def test_a_refused_savepoint_leaves_no_note():
    amal = worker()
    with scoped(worker_id=amal.id):
        with pytest.raises(ValueError, match="stop"), scoped(worker_id=amal.id):
            ledger.note("case.opened", by=amal.id, at=AT)
            raise ValueError("stop")
        assert ledger.pending.get().notes == []


def test_a_line_the_database_refuses_takes_its_transaction_back(committed):
    """The last statement and the commit travel together; the first failing, nothing of the transaction stays."""
    amal, ben = worker(), worker()
    made = case(amal)
    with pytest.raises(DatabaseError, match="one's own name"), scoped(worker_id=amal.id):
        amal.name = "Somebody else"
        amal.save(update_fields=["name"])
        ledger.note("case.opened", by=ben.id, at=AT, case_id=made.id)
    amal.refresh_from_db()
    assert amal.name != "Somebody else"
    with scoped(worker_id=amal.id):  # and the connection goes on
        ledger.note("case.opened", by=amal.id, at=AT, case_id=made.id)


def test_a_connection_lost_before_the_commit_is_an_error_as_any_other(cluster, committed):
    """The worker process tries again after Django's OperationalError, and after no other."""
    amal = worker()
    with pytest.raises((OperationalError, InterfaceError)), scoped(worker_id=amal.id):
        ledger.note("worker.looked", by=amal.id, at=AT)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            as_super(cluster, committed, f"SELECT pg_terminate_backend({cursor.fetchone()[0]})")
    connection.close()
    assert case(amal)


@pytest.mark.timeout(60)
def test_much_said_in_one_transaction_is_written_and_committed(as_owner):
    amal = worker()
    made = case(amal)
    for count, size in ((1, 4_000_000), (5_000, 100), (5_000, 100)):
        with scoped(worker_id=amal.id):
            for _ in range(count):
                ledger.note("entry.written", by=amal.id, at=AT, case_id=made.id, words={"text": "x" * size})
    assert as_owner() == []


def test_a_connection_lost_just_after_the_commit_is_an_error_as_any_other(cluster, committed, monkeypatch):
    """Between the commit and the end of the pipeline the server may die, too: Django's error, and the line is kept."""
    amal = worker()
    made = case(amal)
    leave = BaseDatabaseWrapper.set_autocommit

    def leave_and_lose(wrapper, autocommit, **rest):
        leave(wrapper, autocommit, **rest)
        if autocommit:  # the transaction has ended, the pipeline has not
            as_super(cluster, committed, f"SELECT pg_terminate_backend({wrapper.connection.info.backend_pid})")

    monkeypatch.setattr(BaseDatabaseWrapper, "set_autocommit", leave_and_lose)
    with pytest.raises((OperationalError, InterfaceError)), scoped(worker_id=amal.id):
        ledger.note("entry.written", by=amal.id, at=AT, case_id=made.id)
    monkeypatch.undo()
    connection.close()
    with psycopg.connect(cluster.superuser_url(committed)) as looking:
        verbs = looking.execute("SELECT body::jsonb ->> 'verb' FROM core_ledger WHERE chain = %s", [made.id]).fetchall()
    assert ("entry.written",) in verbs
