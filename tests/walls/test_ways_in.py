"""Every way into a case, and everything that closes one: the database itself is asked, for every case table.

The rows are written as a superuser with triggers set aside, so that what no action would write is tried too: whatever
rows exist, PostgreSQL decides. Each is asked twice: among all cases of a worker, and for the one case (`kith.case`).
"""

import uuid
from dataclasses import dataclass, field

import psycopg
import pytest

from kith.core.permissions import Permission, Role, may
from kith.core.row_security import EXEMPT
from kith.record.testing import case, protected_address, worker
from tests import database
from tests.walls import planting
from tests.walls.test_rows import LEDGER, as_worker, counts, guarded

#: Tables of which somebody who may open the case still sees nothing, and why.
NOT_FOR_ALL = {
    "core_ledger_head": "nobody's",
    "core_checkpoint_head": "nobody's",
    "record_conflict": "its managers' only",
    "record_draft": "words being written are their writer's",
}


#: What those who confirm what is destroyed see of every case (docs/adr/0013): ids, days, grounds; no other table.
KEEPING = {"core_erased_object", "core_erasure", "record_hold", "record_review"}


@dataclass
class Person:
    """Somebody, the rows they have about one case, and whether that opens it."""

    relation: str
    opens: bool
    role: str = Role.LA_SOCIAL_WORKER
    access: list[tuple[str, str, str]] = field(default_factory=list)  # why, from, until ("" never)
    membership: tuple[bool, str] | None = None  # is a manager, until ("" never)
    shift_until: str = ""
    conflict: bool = False
    active: bool = True


PAST, LATER, BEFORE = "now() - interval '1 minute'", "now() + interval '1 day'", "now() - interval '1 day'"


def named(why: str, until: str = "", since: str = BEFORE) -> list[tuple[str, str, str]]:
    return [(why, since, until)]


MANAGER, MEMBER = (True, ""), (False, "")
PLAIN = [
    Person("own", True, access=named("allocated")),
    Person("opened", True, access=named("opened")),
    Person("named as manager", True, Role.TEAM_MANAGER, access=named("manages")),
    Person("supports until tomorrow", True, access=named("supports", LATER)),
    Person("manager of the team", True, Role.TEAM_MANAGER, membership=MANAGER),
    Person("member of the team", False, membership=MEMBER),
    Person("was manager of the team", False, Role.TEAM_MANAGER, membership=(True, PAST)),
    Person("another team", False),
    Person("manager of another team", False, Role.SERVICE_MANAGER),
    Person("ended", False, access=named("allocated", PAST)),
    Person("not yet", False, access=named("allocated", "", LATER)),
    Person("on duty", True, Role.DUTY_WORKER, access=named("duty", LATER), shift_until=LATER),
    Person("shift cut short", False, Role.DUTY_WORKER, access=named("duty", LATER), shift_until=PAST),
    Person("on shift, nothing opened", False, Role.DUTY_WORKER, shift_until=LATER),
    Person("cover", True, access=named("cover", LATER)),
    Person("cover of yesterday", False, access=named("cover", PAST)),
    Person("break-glass", True, access=named("break_glass", LATER)),
    Person("break-glass, over", False, access=named("break_glass", PAST)),
    Person("conflict, allocated", False, access=named("allocated"), conflict=True),
    Person("conflict, manages", False, Role.TEAM_MANAGER, named("manages"), MANAGER, conflict=True),
    Person("conflict, break-glass", False, access=named("break_glass", LATER), conflict=True),
    Person("administrator", False, Role.IT_ADMIN, named("allocated"), MANAGER),
    Person("student", False, Role.STUDENT_OR_NQSW, named("allocated")),
    Person("educator", False, Role.PRACTICE_EDUCATOR, named("supports"), MANAGER),
    Person("left", False, Role.TEAM_MANAGER, named("allocated"), MANAGER, active=False),
]
RESTRICTED = [
    Person("own", True, access=named("allocated")),
    Person("named", True, access=named("supports")),
    Person("manager of the team", False, Role.TEAM_MANAGER, membership=MANAGER),
    Person("manager who is named", True, Role.TEAM_MANAGER, named("manages"), MANAGER),
    Person("on duty", False, Role.DUTY_WORKER, access=named("duty", LATER), shift_until=LATER),
    Person("cover", False, access=named("cover", LATER), membership=MEMBER),
    Person("break-glass", True, access=named("break_glass", LATER)),
    Person("conflict, named", False, access=named("allocated"), conflict=True),
    Person("conflict, break-glass", False, access=named("break_glass", LATER), conflict=True),
    Person("administrator", False, Role.IT_ADMIN, named("allocated")),
]
MADE_UP = [
    Person("student", True, Role.STUDENT_OR_NQSW, named("allocated")),
    Person("educator", True, Role.PRACTICE_EDUCATOR, named("supports")),
    Person("student, not named", False, Role.STUDENT_OR_NQSW),
    Person("student in conflict", False, Role.STUDENT_OR_NQSW, named("allocated"), conflict=True),
    Person("administrator", False, Role.IT_ADMIN, named("allocated")),
]
KINDS = {"plain": PLAIN, "restricted": RESTRICTED, "made up": MADE_UP}


@pytest.fixture(scope="module")
def world(cluster, django_db_setup, django_db_blocker):
    """A database with three cases that have a row in every case table, and everybody above about each."""
    from django.db import connections

    with django_db_blocker.unblock():
        settings = connections["default"].settings_dict
        before = {key: settings[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
        name = f"{before['NAME']}_ways"
        database.copy(cluster, name)
        connections["default"].close()
        settings.update(database.settings_for(cluster, name))
        cases, people = {}, {}
        for kind, everybody in KINDS.items():
            holder = worker("Holder")
            cases[kind] = case(holder, is_made_up=kind == "made up")
            protected_address(cases[kind], holder)
            for person in everybody:
                people[kind, person.relation] = worker(person.relation, person.role)
        connections["default"].close()
        settings.update(before)
    with psycopg.connect(cluster.superuser_url(name), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        for kind, everybody in KINDS.items():
            lay_out(connection, kind, cases[kind].id, everybody, people)
    yield name, {kind: made.id for kind, made in cases.items()}, {key: each.id for key, each in people.items()}
    cluster.drop_database(name)


def lay_out(connection, kind, case_id, everybody, people):
    """Write the rows of one case and of everybody about it, whatever an action would say to them."""
    team, other = uuid.uuid4(), uuid.uuid4()
    holder = connection.execute("SELECT opened_by_id FROM record_case WHERE id = %s", [case_id]).fetchone()[0]
    for table in planting.case_tables(connection):
        planting.plant(connection, table, case_id, holder)
    for each in (team, other):
        connection.execute("INSERT INTO core_team (id, name, made_at) VALUES (%s, %s, now())", [each, str(each)])
    connection.execute(
        "UPDATE record_case SET team_id = %s, is_restricted = %s WHERE id = %s", [team, kind == "restricted", case_id]
    )
    for person in everybody:
        write_rows(connection, person, people[kind, person.relation].id, case_id, team, other)


def write_rows(connection, person, me, case_id, team, other):
    if not person.active:
        connection.execute("UPDATE core_worker SET is_active = false WHERE id = %s", [me])
    manages, until = person.membership or (person.relation == "manager of another team", "")
    connection.execute(
        "INSERT INTO core_membership (id, team_id, worker_id, is_manager, from_at, until_at)"
        f" VALUES (gen_random_uuid(), %s, %s, %s, {BEFORE}, {until or 'NULL'})",
        [team if person.membership else other, me, manages],
    )
    shift = uuid.uuid4() if person.shift_until else None
    if shift:
        connection.execute(
            "INSERT INTO record_shift (id, worker_id, from_at, until_at, given_by_id, given_at)"
            f" VALUES (%s, %s, {BEFORE}, {person.shift_until}, %s, now())",
            [shift, me, me],
        )
    for why, since, until_at in person.access:
        connection.execute(
            "INSERT INTO record_access"
            " (id, case_id, worker_id, why, from_at, until_at, given_by_id, given_at, shift_id)"
            f" VALUES (gen_random_uuid(), %s, %s, %s, {since}, {until_at or 'NULL'}, %s, now(), %s)",
            [case_id, me, why, me, shift],
        )
    if person.conflict:
        connection.execute(
            "INSERT INTO record_conflict (id, case_id, worker_id, why, declared_by_id, declared_at, ended_why)"
            " VALUES (gen_random_uuid(), %s, %s, 'x', %s, now(), '')",
            [case_id, me, me],
        )


EVERYBODY = [pytest.param(kind, each, id=f"{kind}, {each.relation}") for kind, all in KINDS.items() for each in all]


@pytest.mark.parametrize("meant", [False, True], ids=["of all cases", "the case meant"])
@pytest.mark.parametrize(("kind", "person"), EVERYBODY)
def test_every_table_opens_to_those_who_may_and_to_nobody_else(cluster, world, kind, person, meant):
    name, cases, people = world
    with psycopg.connect(cluster.url("kith_app", name)) as connection:
        as_worker(connection, people[kind, person.relation])
        if meant:
            connection.execute("SELECT set_config('kith.case', %s, false)", [str(cases[kind])])
        seen = counts(connection, guarded(connection), cases[kind])
        searched = connection.execute("SELECT kith_cases()").fetchone()[0]
    assert searched == ([cases[kind]] if person.opens else [])
    if not person.opens:
        by_role = KEEPING if may(person.role, Permission.CONFIRM_ERASURE) and person.active else set()
        assert {table for table, rows in seen.items() if rows} <= by_role
    else:
        assert {table for table, rows in seen.items() if not rows} <= set(NOT_FOR_ALL)


@pytest.mark.parametrize(("kind", "person"), [each.values for each in EVERYBODY if not each.values[1].opens])
def test_whoever_may_not_open_a_case_changes_no_row_of_it(cluster, world, kind, person):
    name, cases, people = world
    changed = []
    with psycopg.connect(cluster.url("kith_app", name), autocommit=True) as connection:
        as_worker(connection, people[kind, person.relation])
        for table in guarded(connection):
            column = "chain" if table in LEDGER else "id" if table == "record_case" else "case_id"
            for words in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):
                try:
                    if connection.execute(f"{words} WHERE {column} = %s", [cases[kind]]).rowcount:  # type: ignore
                        changed.append((table, words))
                except psycopg.Error:
                    continue
    assert changed == []


def test_conflicts_are_seen_by_managers_of_the_case_alone(cluster, world):
    name, cases, people = world
    seen = {}
    for (kind, relation), me in people.items():
        with psycopg.connect(cluster.url("kith_app", name)) as connection:
            as_worker(connection, me)
            rows = connection.execute("SELECT count(*) FROM record_conflict WHERE case_id = %s", [cases[kind]])
            seen[kind, relation] = rows.fetchone()[0]
    assert {key for key, rows in seen.items() if rows} == {
        ("plain", "named as manager"),
        ("plain", "manager of the team"),
        ("restricted", "manager who is named"),
    }


def test_a_case_never_becomes_made_up_or_real(cluster, world):
    name, cases, people = world
    with psycopg.connect(cluster.url("kith_owner", name), autocommit=True) as connection:
        for kind in ("plain", "made up"):
            with pytest.raises(psycopg.errors.RaiseException, match="made up from its start"):
                connection.execute("UPDATE record_case SET is_made_up = NOT is_made_up WHERE id = %s", [cases[kind]])


@pytest.mark.parametrize(
    ("kind", "who"), [("plain", "student"), ("plain", "administrator"), ("made up", "administrator")]
)
def test_the_database_refuses_to_let_a_role_into_what_it_may_not_hold(cluster, world, kind, who):
    name, cases, people = world
    with (
        psycopg.connect(cluster.url("kith_owner", name), autocommit=True) as connection,
        pytest.raises(psycopg.errors.RaiseException, match="may not hold such a case"),
    ):
        connection.execute(
            "INSERT INTO record_access (id, case_id, worker_id, why, from_at, given_by_id, given_at)"
            " VALUES (gen_random_uuid(), %s, %s, 'allocated', now(), %s, now())",
            [cases[kind], people[kind, who], people[kind, who]],
        )


def test_a_case_says_that_it_is_restricted_only_because_a_restriction_stands(cluster, world):
    name, cases, _ = world
    with psycopg.connect(cluster.url("kith_owner", name)) as connection:
        connection.execute("UPDATE record_restriction SET lifted_at = now(), lifted_by_id = restricted_by_id")
        connection.execute("UPDATE record_case SET is_restricted = true")
        assert connection.execute("SELECT count(*) FROM record_case WHERE is_restricted").fetchone()[0] == 0
        connection.rollback()


def test_an_access_only_ends_and_only_sooner(cluster, world):
    name, cases, people = world
    with psycopg.connect(cluster.url("kith_owner", name), autocommit=True) as connection:
        for change in (
            "until_at = until_at + interval '1 hour'",
            "until_at = NULL",
            "why = 'allocated'",
            "from_at = now()",
        ):
            with pytest.raises(psycopg.errors.RaiseException, match="only ends"):
                connection.execute(f"UPDATE record_access SET {change} WHERE why = 'cover'")  # type: ignore


@pytest.mark.parametrize("who", ["on duty", "cover", "break-glass"])
def test_whoever_passes_through_lets_nobody_in_and_stays_no_longer(cluster, world, who):
    name, cases, people = world
    me, friend = people["plain", who], people["plain", "another team"]
    with psycopg.connect(cluster.url("kith_app", name), autocommit=True) as connection:
        as_worker(connection, me)
        for whom in (me, friend):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(
                    "INSERT INTO record_access (id, case_id, worker_id, why, from_at, given_by_id, given_at)"
                    " VALUES (gen_random_uuid(), %s, %s, 'allocated', now(), %s, now())",
                    [cases["plain"], whom, me],
                )


def test_nobody_who_is_signed_in_writes_who_is_in_which_team(cluster, world):
    name, _, people = world
    me = people["plain", "member of the team"]
    with psycopg.connect(cluster.url("kith_app", name), autocommit=True) as connection:
        as_worker(connection, me)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("UPDATE core_membership SET is_manager = true WHERE worker_id = %s", [me])
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("INSERT INTO core_team (id, name, made_at) VALUES (gen_random_uuid(), 'x', now())")


def test_no_view_is_read_by_a_serving_role(cluster, world):
    """A view runs as its owner, whom row security does not bind: functions read it, nobody else."""
    with psycopg.connect(cluster.superuser_url(world[0])) as connection:
        views = connection.execute(
            "SELECT c.relname, has_table_privilege('kith_app', c.oid, 'select, insert, update, delete')"
            " OR has_table_privilege('kith_family', c.oid, 'select, insert, update, delete')"
            " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'"
            " WHERE c.relkind IN ('v', 'm')"
        ).fetchall()
    assert ("kith_open", False) in views
    assert [name for name, granted in views if granted] == []


def test_how_many_ways_were_asked(world, cluster):
    with psycopg.connect(cluster.superuser_url(world[0])) as connection:
        tables = [each for each in guarded(connection) if each not in EXEMPT]
    assert len(EVERYBODY) * 2 * len(tables) >= 2000, "relations x tables x ways of asking"
