"""The families' role against the database itself: every table, column and function, as every kind of reader."""

import uuid
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from django.db import connections
from psycopg import sql

from kith.core.transactions import scoped
from kith.record import actions
from kith.record import testing as make
from kith.record.models import ReleasedCopy
from tests import database
from tests.walls import planting

#: All that `kith_family` may read, column by column.
MAY_READ = {
    "record_reader": {"id", "kind", "from_at", "until_at"},
    "record_release": {"id", "channel", "released_at"},
    "record_releasedcopy": {"id", "release_id", "name_text", "media_type", "sha256"},
    "record_ownword": {"id", "words", "written_at"},
}
#: All that it may call which runs as the owner. Each asks first who the reader is, and whether they may read now.
DOOR = {
    "kith_reader_id",
    "kith_reader_person",
    "kith_reader_releases",
    "kith_reader_looks",
    "kith_reader_opens",
    "kith_reader_writes",
    # the door of a link: each asks first for the link's secret
    "kith_drop_word",
    "kith_drop_shows",
    "kith_drop_begins",
    "kith_drop_adds",
    "kith_drop_ends",
    # the link of a peer to a piece of somebody's learning: the same
    "kith_peer_shows",
    "kith_peer_writes",
    # the phones of a meeting: each asks first for the meeting's code, and tells nothing of who anybody is
    "kith_vote_shows",
    "kith_vote",
}
REFUSED = psycopg.errors.InsufficientPrivilege
NOT_FOR_A_VIEW = (psycopg.errors.ObjectNotInPrerequisiteState, psycopg.errors.WrongObjectType)


@pytest.fixture(scope="session")
def planted(cluster, django_db_setup, django_db_blocker):
    """Two cases with rows in every table, and readers of every kind, made once; gives the database and who is who."""
    name = f"{connections['default'].settings_dict['NAME']}_readers"
    database.copy(cluster, name)
    with django_db_blocker.unblock(), database.using(cluster, name):
        made = _two_cases() | {"database": name}
    with psycopg.connect(cluster.superuser_url(name), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        for table in planting.case_tables(connection):
            planting.plant(connection, table, made["case"], made["amal"].id)
    yield made
    cluster.drop_database(name)


@pytest.fixture
def world(cluster, planted, django_db_blocker):
    """A copy of it, in which commits are real."""
    name = f"{planted['database']}_copy"
    cluster.drop_database(name)
    cluster.ensure_database(name, template=planted["database"])
    with django_db_blocker.unblock(), database.using(cluster, name):
        yield planted | {"database": name}
    cluster.drop_database(name)


def _two_cases():
    amal = make.worker("Amal")
    ours, others = make.case(amal), make.case(amal)
    made = {"amal": amal, "case": ours.id}
    people = {
        "lena": (ours, "mother", 2),
        "callum": (ours, "father", 1),
        "guardian": (ours, "professional", 1),
        "elsewhere": (others, "mother", 1),
        "nobody's": (ours, "carer", 0),
    }
    make.protected_address(ours, amal)
    now = datetime.now(UTC)
    for name, (case, part, releases) in people.items():
        person = make.participant(case, amal, known_as=name.title(), part=part)
        until = now + timedelta(days=5) if part == "professional" else None
        made[name] = reader = make.outside_reader(case, amal, person, until_at=until)
        for number in range(releases):
            _give(case, amal, person, f"{name} {number}")
            _give(case, amal, person, "14 Quarry Lane, Fennby, FN1 2QX" if case is ours else "x")
        actions.write_own_words(reader_id=reader.id, words=f"words of {name}")
    with scoped(worker_id=amal.id):
        made["copies"] = {
            name: list(ReleasedCopy.objects.filter(release__reader=made[name].participant_id)) for name in people
        }
    return made


def _give(case, amal, person, text):
    files = (
        actions.OutgoingFile("a.txt", "text/plain", text.encode()),
        actions.OutgoingFile("b.txt", "text/plain", b"b"),
    )
    actions.release(
        case=case,
        reader=person,
        outgoing=actions.Outgoing(channel="document", files=files),
        purpose="to tell",
        by=amal,
        at=datetime.now(UTC),
        accept_warnings=True,
    )


@pytest.fixture
def family(world, cluster):
    with psycopg.connect(cluster.url("kith_family", world["database"]), autocommit=True) as connection:
        yield connection


def become(connection, reader_id):
    connection.execute("SELECT set_config('kith.reader', %s, false)", [str(reader_id or "")])


def relations(connection):
    rows = connection.execute(
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY 1"
    )
    return [name for (name,) in rows]


def seen(connection):
    """Count the rows of every table there is that this connection may ask at all."""
    found = {}
    for table in relations(connection):
        try:
            row = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))).fetchone()
            found[table] = row[0]
        except REFUSED:
            continue
    return found


def sees(reader=0, releases=0, copies=0, words=0):
    return {
        "record_reader": reader,
        "record_release": releases,
        "record_releasedcopy": copies,
        "record_ownword": words,
    }


def test_no_reader_and_an_unknown_reader_see_nothing(world, family):
    assert seen(family) == sees()
    for odd in (uuid.uuid4(), world["amal"].id, world["case"], world["lena"].participant_id):
        become(family, odd)
        assert seen(family) == sees(), odd


@pytest.mark.parametrize(
    ("who", "releases"), [("lena", 2), ("callum", 1), ("guardian", 1), ("elsewhere", 2), ("nobody's", 0)]
)
def test_each_reader_sees_exactly_what_was_released_to_them(world, family, who, releases):
    become(family, world[who].id)
    assert seen(family) == sees(1, releases, 2 * releases, 1)
    ids = {row[0] for row in family.execute("SELECT id FROM record_releasedcopy")}
    assert ids == {copy.id for copy in world["copies"][who]}
    assert [row[0] for row in family.execute("SELECT words FROM record_ownword")] == [f"words of {who}"]


def test_an_ended_reader_and_a_partner_past_their_day_see_nothing(world, family, cluster):
    actions.end_reader(reader=world["lena"], by=world["amal"], at=datetime.now(UTC), why="asked to")
    with psycopg.connect(cluster.superuser_url(world["database"])) as connection:
        connection.execute(
            "UPDATE record_reader SET from_at = now() - interval '2 days', until_at = now() - interval '1 second'"
            " WHERE id = %s",
            [world["guardian"].id],
        )
    for who in ("lena", "guardian"):
        become(family, world[who].id)
        assert seen(family) == sees(), who
        copy = world["copies"][who][0].id
        assert family.execute("SELECT file FROM kith_reader_opens(%s)", [copy]).fetchall() == []
        assert family.execute("SELECT kith_reader_looks(), kith_reader_writes('x')").fetchone() == (False, None)


def test_a_reader_opens_their_own_copies_and_nobody_elses(world, family):
    become(family, world["callum"].id)
    opened = {
        who
        for who, copies in world["copies"].items()
        for copy in copies
        if family.execute("SELECT file FROM kith_reader_opens(%s)", [copy.id]).fetchall()
    }
    assert opened == {"callum"}


def test_every_column_but_those_named_is_refused(world, family, cluster):
    become(family, world["lena"].id)
    with psycopg.connect(cluster.superuser_url(world["database"])) as connection:
        columns = connection.execute(
            "SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
            " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'"
            " AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped"
        ).fetchall()
    read: dict[str, set[str]] = {}
    for table, column in columns:
        try:
            family.execute(sql.SQL("SELECT {} FROM {}").format(sql.Identifier(column), sql.Identifier(table)))
            read.setdefault(table, set()).add(column)
        except REFUSED:
            continue
    assert len(columns) > 200, "the catalogue was not read"
    assert read == MAY_READ


def first_column(connection, table):
    row = connection.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped"
        " AND attidentity = '' ORDER BY attnum LIMIT 1",
        [table],
    ).fetchone()
    return sql.Identifier(row[0])


def test_nothing_is_written_to_any_table(world, family):
    become(family, world["lena"].id)
    reached, tried = [], 0
    for table in relations(family):
        for words in (
            "INSERT INTO {table} DEFAULT VALUES",
            "UPDATE {table} SET {column} = {column}",
            "DELETE FROM {table}",
            "TRUNCATE {table}",
            "LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE",
            "SELECT 1 FROM {table} FOR UPDATE",
            "COPY {table} TO STDOUT",
        ):
            tried += 1
            named = {"table": sql.Identifier(table), "column": first_column(family, table)}
            try:
                with family.transaction():
                    family.execute(sql.SQL(words).format(**named))
                reached.append((table, words))
            except (REFUSED, *NOT_FOR_A_VIEW):
                continue
    assert tried > 200, "the catalogue was not read"
    assert reached == []


@pytest.mark.parametrize("words", ["CREATE TABLE x (y int)", "CREATE TEMPORARY TABLE x (y int)", "CREATE SCHEMA x"])
def test_nothing_is_made(family, words):
    with pytest.raises(REFUSED):
        family.execute(words)


def test_the_owners_functions_are_the_doors_for_the_one_and_the_desks_for_the_other(world, cluster):
    with psycopg.connect(cluster.superuser_url(world["database"])) as connection:
        rows = connection.execute(
            "SELECT p.proname, has_function_privilege('kith_family', p.oid, 'execute'),"
            " has_function_privilege('kith_app', p.oid, 'execute') FROM pg_proc p"
            " JOIN pg_namespace n ON n.oid = p.pronamespace AND n.nspname = 'public' WHERE p.prosecdef"
        ).fetchall()
    assert {name for name, families, _ in rows if families} == DOOR
    assert {name for name, families, workers in rows if families and workers} == set()
    assert "kith_ledger_append" in {name for name, _, workers in rows if workers}


def test_the_functions_of_workers_and_of_the_ledger_are_refused(world, family):
    become(family, world["lena"].id)
    for call in (
        "kith_cases()",
        "kith_is_new_case(gen_random_uuid())",
        "kith_near_words('x', 1)",
        "kith_has_left(gen_random_uuid(), gen_random_uuid())",
        "kith_reader_now()",
        "kith_ledger_append(gen_random_uuid(), '{}', '{}', '{}', '{}', '{}')",
        "kith_ledger_tell_of_reader(gen_random_uuid(), 'a', 'b', '{}', NULL)",
        "kith_commitment('x', 'y')",
        "kith_dropped_waiting()",
        "kith_drop_forgets()",
        "exhibits_drop_link('x', 'y')",
        "exhibits_drop_count('x', '1 hour')",
    ):
        with pytest.raises(REFUSED):
            family.execute(f"SELECT {call}")


def test_pretending_to_be_a_worker_shows_no_more(world, family):
    family.execute("SELECT set_config('kith.worker', %s, false)", [str(world["amal"].id)])
    family.execute("SELECT set_config('kith.case', %s, false)", [str(world["case"])])
    assert seen(family) == sees()
    become(family, world["callum"].id)
    assert seen(family) == sees(1, 1, 2, 1)
    with pytest.raises(psycopg.errors.InvalidTextRepresentation):
        family.execute("SELECT set_config('kith.reader', 'x'' OR true --', false)")
        family.execute("SELECT count(*) FROM record_release")


@pytest.mark.parametrize("role", ["kith_app", "kith_owner", "kith_super", "pg_read_all_data"])
@pytest.mark.parametrize("words", ["SET ROLE {}", "SET SESSION AUTHORIZATION {}"])
def test_the_families_role_becomes_nobody_else(family, role, words):
    with pytest.raises(REFUSED):
        family.execute(sql.SQL(words).format(sql.Identifier(role)))


def test_the_workers_role_neither_becomes_the_families_nor_speaks_as_a_reader(world, cluster):
    with psycopg.connect(cluster.url("kith_app", world["database"]), autocommit=True) as connection:
        for words in ("SET ROLE kith_family", "SET SESSION AUTHORIZATION kith_family"):
            with pytest.raises(REFUSED):
                connection.execute(words)
        become(connection, world["lena"].id)
        assert connection.execute("SELECT count(*) FROM record_releasedcopy").fetchone() == (0,)
        for call in ("kith_reader_looks()", "kith_reader_writes('x')", f"kith_reader_opens('{uuid.uuid4()}')"):
            with pytest.raises(REFUSED):
                connection.execute(f"SELECT {call}")
        connection.execute("SELECT set_config('kith.worker', %s, false)", [str(world["amal"].id)])
        for words in (
            "INSERT INTO record_ownword DEFAULT VALUES",
            "UPDATE record_ownword SET words = 'x'",
            "DELETE FROM record_ownword",
            "UPDATE record_reader SET until_at = NULL",
            "DELETE FROM record_reader",
            "UPDATE record_withheld SET why = 'x'",
        ):
            with pytest.raises(REFUSED):
                connection.execute(words)
        assert connection.execute("SELECT count(*) FROM record_ownword").fetchone()[0] >= 4
