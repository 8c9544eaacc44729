"""The database itself is asked, for every table there is: who may see which rows?"""

import uuid

import psycopg
import pytest
from psycopg import sql

from kith.core.row_security import EXEMPT
from kith.record.testing import case, protected_address, worker
from tests import database
from tests.walls import planting, test_family

LEDGER = {"core_ledger", "core_ledger_words", "core_ledger_head", "core_checkpoint_head"}
#: Indexes that cannot lead with `case_id`, and why.
LEADS_OTHERWISE = {
    "access_by_worker": "finds the cases of a worker: what the scope itself is computed from",
    "conflict_by_worker": "finds what is closed to a worker: the scope itself is computed from it",
    "correspondence_outbox_reference_key": "a Message-ID is unique in the world",
    "exhibits_droplink_token_hash_key": "a link is found by its secret alone, before its case is known",
    "knownway_by_fingerprint": "finds whose number it is before anybody knows the case",
    "outbox_reference_once": "a Message-ID is unique in the world",
}


@pytest.fixture(scope="module")
def planted(cluster, django_db_setup, django_db_blocker):
    """A database with one case (Amal's) that has a row in every case table."""
    from django.db import connections

    with django_db_blocker.unblock():
        before = {
            key: connections["default"].settings_dict[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")
        }
        name = f"{before['NAME']}_walls"
        database.copy(cluster, name)
        connections["default"].close()
        connections["default"].settings_dict.update(database.settings_for(cluster, name))
        amal, cara = worker("Amal"), worker("Cara")
        made = case(amal)
        protected_address(made, amal)  # its reason is kept beside the ledger
        connections["default"].close()
        connections["default"].settings_dict.update(before)
    with psycopg.connect(cluster.superuser_url(name), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        for table in planting.case_tables(connection):
            planting.plant(connection, table, made.id, amal.id)
        connection.execute("INSERT INTO core_checkpoint_head VALUES (%s, 1, 1, %s)", [made.id, bytes(32)])
    yield name, made.id, amal.id, cara.id
    cluster.drop_database(name)


def counts(connection, tables, case_id):
    """Count the rows of the case in each table, as this role."""
    found = {}
    for table in tables:
        column = "id" if table == "record_case" else "chain" if table in LEDGER else "case_id"
        query = sql.SQL("SELECT count(*) FROM {} WHERE {} = %s").format(sql.Identifier(table), sql.Identifier(column))
        try:
            with connection.transaction():
                found[table] = connection.execute(query, [case_id]).fetchone()[0]
        except psycopg.errors.InsufficientPrivilege:
            found[table] = 0
    return found


def guarded(connection):
    return [table for table in [*planting.case_tables(connection), *sorted(LEDGER)] if table not in EXEMPT]


def as_worker(connection, worker_id):
    connection.execute("SELECT set_config('kith.worker', %s, false)", [str(worker_id)])


def test_every_table_has_a_policy_or_a_written_exemption(cluster, planted):
    with psycopg.connect(cluster.superuser_url(planted[0])) as connection:
        rows = connection.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'"
            " WHERE c.relkind IN ('r', 'p') AND c.relrowsecurity"
            " AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)"
        )
        with_policy = {name for (name,) in rows}
        bare = set(planting.tables(connection)) - with_policy - set(EXEMPT)
        gone = set(EXEMPT) - set(planting.tables(connection))
    assert not bare, f"add a policy (core.row_security.guard) or a reason in EXEMPT for: {sorted(bare)}"
    assert not gone, f"take out of EXEMPT what is no longer a table: {sorted(gone)}"


def test_without_a_worker_nothing_is_seen(cluster, planted):
    name, case_id, _, _ = planted
    with psycopg.connect(cluster.url("kith_app", name)) as connection:
        seen = counts(connection, guarded(connection), case_id)
    assert {table for table, rows in seen.items() if rows} == set()


def test_a_worker_without_access_sees_nothing(cluster, planted):
    name, case_id, _, cara = planted
    with psycopg.connect(cluster.url("kith_app", name)) as connection:
        as_worker(connection, cara)
        seen = counts(connection, guarded(connection), case_id)
    assert {table for table, rows in seen.items() if rows} == set()


def test_a_worker_with_access_sees_every_table_of_the_case(cluster, planted):
    name, case_id, amal, _ = planted
    with psycopg.connect(cluster.url("kith_app", name)) as connection:
        as_worker(connection, amal)
        seen = counts(connection, guarded(connection), case_id)
    hidden = {table for table, rows in seen.items() if not rows}
    assert hidden == {"core_ledger_head", "core_checkpoint_head", "record_conflict"}, (
        "Amal holds the case and should see these rows (heads are nobody's, conflicts its managers')"
    )


def test_naming_another_case_narrows_the_scope_to_nothing(cluster, planted):
    name, case_id, amal, _ = planted
    with psycopg.connect(cluster.url("kith_app", name)) as connection:
        as_worker(connection, amal)
        connection.execute("SELECT set_config('kith.case', %s, false)", [str(uuid.uuid4())])
        seen = counts(connection, guarded(connection), case_id)
    # one's own access rows stay visible: they say which cases there are to open
    assert {table for table, rows in seen.items() if rows} <= {"record_access"}


@pytest.mark.parametrize("verb", ["INSERT", "UPDATE", "DELETE"])
def test_a_worker_without_access_changes_nothing(cluster, planted, verb):
    name, case_id, amal, cara = planted
    changed = []
    with psycopg.connect(cluster.url("kith_app", name), autocommit=True) as connection:
        as_worker(connection, cara)
        for table in guarded(connection):
            try:
                if verb == "INSERT":
                    if table in {"record_case", "record_access"}:
                        continue  # tried in words of their own below
                    planting.plant(connection, table, case_id, cara)
                    changed.append(table)
                    continue
                column = "chain" if table in LEDGER else "id" if table == "record_case" else "case_id"
                words = "DELETE FROM {}" if verb == "DELETE" else "UPDATE {} SET {} = {}"
                names = [sql.Identifier(table)] + [sql.Identifier(column)] * (2 if verb == "UPDATE" else 0)
                cursor = connection.execute(
                    sql.SQL(words + " WHERE {} = %s").format(*names, sql.Identifier(column)), [case_id]
                )
                if cursor.rowcount:
                    changed.append(table)
            except psycopg.Error:
                continue
    assert changed == []


def test_nobody_lets_themselves_into_a_case(cluster, planted):
    name, case_id, amal, cara = planted
    with psycopg.connect(cluster.url("kith_app", name)) as connection:
        as_worker(connection, cara)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(
                "INSERT INTO record_access (id, case_id, worker_id, why, from_at, given_by_id, given_at)"
                " VALUES (gen_random_uuid(), %s, %s, 'allocated', now(), %s, now())",
                [case_id, cara, cara],
            )


def test_no_row_can_point_into_another_case(cluster, planted):
    """Every foreign key between two case tables carries `case_id`."""
    with psycopg.connect(cluster.superuser_url(planted[0])) as connection:
        rows = connection.execute(
            "SELECT k.conname, k.conrelid::regclass::text, k.confrelid::regclass::text,"
            " ARRAY(SELECT a.attname::text FROM pg_attribute a"
            " WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)) FROM pg_constraint k WHERE k.contype = 'f'"
        ).fetchall()
        of_a_case = set(planting.case_tables(connection)) - {"record_case"}
    loose = [
        name
        for name, table, target, columns in rows
        if table in of_a_case and target in of_a_case and "case_id" not in columns
    ]
    assert loose == [], "use core.row_security.same_case and db_constraint=False"


def test_every_id_of_a_case_row_is_held_by_a_foreign_key(cluster, planted):
    """Columns that name another row of the case (`..._id`) have a composite foreign key."""
    values = {"holder_id", "source_id", "person_id", "worker_id", "format_id", "template_id"}  # values, by design
    with psycopg.connect(cluster.superuser_url(planted[0])) as connection:
        tables = [table for table in planting.case_tables(connection) if table not in EXEMPT]
        columns = connection.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
            " AND table_name = ANY (%s) AND column_name LIKE '%%\\_id' AND column_name <> 'case_id'",
            [tables],
        ).fetchall()
        held = {
            (table, column)
            for table, names in connection.execute(
                "SELECT k.conrelid::regclass::text, ARRAY(SELECT a.attname::text FROM pg_attribute a"
                " WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)) FROM pg_constraint k WHERE contype = 'f'"
            )
            for column in names
        }
    assert [each for each in columns if tuple(each) not in held and each[1] not in values] == []


def test_case_tables_lead_their_indexes_with_the_case(cluster, planted):
    with psycopg.connect(cluster.superuser_url(planted[0])) as connection:
        tables = [table for table in planting.case_tables(connection) if table not in EXEMPT and table != "record_case"]
        rows = connection.execute(
            "SELECT i.indexrelid::regclass::text, x.relname, a.attname, i.indisprimary, am.amname FROM pg_index i"
            " JOIN pg_class t ON t.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid"
            " JOIN pg_am am ON am.oid = x.relam"
            " LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]"
            " WHERE t.relname = ANY (%s)",
            [tables],
        ).fetchall()
    wrong = [
        name
        for _, name, first, primary, kind in rows
        if first != "case_id" and not (primary and first == "id") and kind != "gin" and name not in LEADS_OTHERWISE
    ]
    assert wrong == []


def test_functions_that_run_as_the_owner_pin_their_path_and_are_not_public(cluster, planted):
    with psycopg.connect(cluster.superuser_url(planted[0])) as connection:
        rows = connection.execute(
            "SELECT p.proname, p.proconfig, has_function_privilege('kith_family', p.oid, 'execute'),"
            " EXISTS (SELECT 1 FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0)"
            " FROM pg_proc p"
            " JOIN pg_namespace n ON n.oid = p.pronamespace AND n.nspname = 'public' WHERE p.prosecdef"
        ).fetchall()
    assert rows
    assert [
        name
        for name, config, families, public in rows
        if public
        or (families and name not in test_family.DOOR)
        or not any("search_path" in each for each in config or [])
    ] == []
