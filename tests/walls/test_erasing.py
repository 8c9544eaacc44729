"""The catalogue is asked: does erasing a case reach every table, and can any column but one link two cases?"""

import psycopg
import pytest

from kith.core.permissions import ALLOWED, Permission, Role
from kith.home.tests.agency import tables
from kith.record.testing import worker
from tests.walls import planting
from tests.walls.test_rows import planted as planted

#: Tables without a `case_id` that an erasure treats in a way of its own, or that hold nothing of any case.
OTHERWISE = {
    "core_ledger": "ids, verbs and commitments: the chain must still verify",
    "core_ledger_head": "where each chain ends",
    "core_ledger_words": "erased by chain: it has no case_id",
    "core_submission": "addresses of pages: erased by the id in them",
}
#: Columns that hold an id without a foreign key into the same case, and whose id it is.
VALUES = {
    ("core_erased_object", "erased_by"): "core_erasure of the same case",
    ("core_erasure", "thing"): "a row of the same case that was emptied",
    ("court_statementpart", "source_id"): "an entry, decision or quotation of the same case",
    ("exhibits_item", "exhibit_id"): "held with its case",
    ("record_askfirst", "source_id"): "an exhibit of the same case",
    ("record_citation", "holder_id"): "an entry, decision or part of a statement of the same case",
    ("record_citation", "source_id"): "an exhibit of the same case",
    ("record_personlink", "person_id"): "the one link between cases: it goes when a case is sealed",
    ("record_redaction", "holder_id"): "a part of a statement of the same case",
    ("record_redaction", "source_id"): "what that part came from, of the same case",
    ("record_review", "thing"): "a row of the same case that was asked to be erased",
    ("record_waythrough", "thing"): "a message of the same case",
    ("record_timelinerow", "source_id"): "an exhibit, entry, decision or message of the same case",
}


@pytest.fixture
def catalogue(cluster, planted):
    with psycopg.connect(cluster.superuser_url(planted[0])) as connection:
        yield connection


def test_every_table_of_a_case_is_in_the_erasure_plan(catalogue):
    planned = {name for (name,) in catalogue.execute("SELECT table_name FROM core_erasure_plan")}
    missing = set(planting.case_tables(catalogue)) - planned
    gone = planned - set(tables(catalogue))
    assert not missing, f"say what an erasure does with these: core.row_security.erased or kept_when_erased: {missing}"
    assert not gone, f"the plan names what is no table: {gone}"


def test_what_outlasts_its_case_holds_no_free_words(catalogue):
    rows = catalogue.execute(
        "SELECT p.table_name, c.column_name FROM core_erasure_plan p"
        " JOIN information_schema.columns c USING (table_name)"
        " WHERE p.does = 'keep' AND c.data_type IN ('text', 'jsonb', 'json', 'bytea', 'ARRAY')"
    ).fetchall()
    assert rows == [], "only ids, times, flags and short codes may outlast a case"


def test_a_table_that_the_plan_does_not_name_stops_the_erasing(cluster, planted):
    name, case_id, _, _ = planted
    with psycopg.connect(cluster.url("kith_owner", name)) as owner:
        owner.execute("CREATE TABLE forgotten (case_id uuid, words text)")
        with pytest.raises(psycopg.DatabaseError, match="does not name forgotten"):
            owner.execute("SELECT kith_erase_case(%s, %s)", [case_id, case_id])
        owner.rollback()


def test_erasing_a_case_leaves_no_row_in_any_table_of_the_plan(cluster, planted):
    """Every table has a row of this case (planted): afterwards none has."""
    name, case_id, _, _ = planted
    with psycopg.connect(cluster.url("kith_owner", name)) as owner:
        owner.execute("UPDATE record_hold SET ended_at = now(), ended_by_id = placed_by_id WHERE ended_at IS NULL")
        before = left(owner, case_id)
        owner.execute("SELECT set_config('kith.erasing', 'yes', true)")
        assert owner.execute("SELECT kith_erase_case(%s, gen_random_uuid())", [case_id]).fetchone() == (True,)
        after = left(owner, case_id)
        owner.rollback()
    assert all(before.values()), "every table has a row to begin with"
    assert {table for table, many in after.items() if many} <= {"core_erasure", "core_erased_object"}


def left(connection, case_id):
    found = {}
    for table in planting.case_tables(connection):
        column = "id" if table == "record_case" else "case_id"
        found[table] = connection.execute(f"SELECT count(*) FROM {table} WHERE {column} = %s", [case_id]).fetchone()[0]
    return found


def test_no_column_but_the_person_link_can_hold_an_id_of_another_case(catalogue):
    """An id in a case table is the row's own, its case's, a worker's, held by a key with its case, or named above."""
    tables_of_a_case = [table for table in planting.case_tables(catalogue) if table != "record_case"]
    columns = catalogue.execute(
        "SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = 'public'"
        " AND table_name = ANY (%s) AND udt_name IN ('uuid', '_uuid') AND column_name NOT IN ('id', 'case_id')",
        [tables_of_a_case],
    ).fetchall()
    held = {
        (table, column)
        for table, names in catalogue.execute(
            "SELECT k.conrelid::regclass::text, ARRAY(SELECT a.attname::text FROM pg_attribute a"
            " WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)) FROM pg_constraint k WHERE contype = 'f'"
        )
        for column in names
    }
    loose = [each for each in columns if tuple(each) not in held and tuple(each) not in VALUES]
    assert loose == [], "use same_case, or say in VALUES which row of the same case it names"
    assert [each for each in VALUES if each[1] == "person_id"] == [("record_personlink", "person_id")]


def test_no_column_of_a_case_names_another_case(catalogue):
    columns = catalogue.execute(
        "SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = 'public'"
        " AND column_name LIKE '%%case%%' AND column_name <> 'case_id'"
    ).fetchall()
    assert columns == []
    targets = catalogue.execute(
        "SELECT k.conrelid::regclass::text, a.attname::text FROM pg_constraint k JOIN pg_attribute a"
        " ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)"
        " WHERE k.contype = 'f' AND k.confrelid = 'record_case'::regclass"
    ).fetchall()
    assert {column for _, column in targets} == {"case_id"}


def test_the_serving_role_deletes_nothing_of_the_record_itself(catalogue):
    allowed = {
        name
        for (name,) in catalogue.execute(
            "SELECT table_name::text FROM information_schema.role_table_grants"
            " WHERE grantee = 'kith_app' AND privilege_type = 'DELETE'"
        )
    }
    of_a_case = allowed & set(planting.case_tables(catalogue))
    # quotations put back, audiences, the line of time and what is read again: nothing that was written or handed over
    assert of_a_case == {
        "exhibits_item",
        "exhibits_member",
        "record_citation",
        "record_factaudience",
        "record_timelinerow",
    }


@pytest.mark.parametrize("role", Role.values)
def test_the_database_and_the_permissions_agree_on_who_decides_and_who_confirms(cluster, committed, role):
    one = worker(role=role)
    with psycopg.connect(cluster.url("kith_app", committed)) as connection:
        connection.execute("SELECT set_config('kith.worker', %s, false)", [str(one.id)])
        says = connection.execute("SELECT kith_decides(), kith_confirms()").fetchone()
    assert says == (Permission.DECIDE_ERASURE in ALLOWED[role], Permission.CONFIRM_ERASURE in ALLOWED[role])


def test_erasing_is_granted_to_nobody_but_by_its_two_doors(catalogue):
    may = {
        name
        for (name,) in catalogue.execute(
            "SELECT proname FROM pg_proc WHERE proname LIKE 'kith\\_%%erase%%'"
            " AND has_function_privilege('kith_app', oid, 'execute')"
        )
    }
    assert may == {"kith_erase", "kith_erase_links", "kith_would_erase"}
