"""A protected value stands in clear in no column of any table: whoever reads the database's files reads none."""

from datetime import date

import psycopg
from psycopg import sql

from kith.record import actions
from kith.record.testing import AT, case, participant, worker

MARKS = ["Quenby Hollow", "07700 900777", "Wrenfield Lodge"]


def columns_with(connection, mark):
    """Name every column of every table that holds the mark, whatever its type."""
    rows = connection.execute(
        "SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
        " AND NOT a.attisdropped JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'"
        " WHERE c.relkind IN ('r', 'p')"
    ).fetchall()
    found = []
    for table, column in rows:
        name = sql.Identifier(column)
        query = sql.SQL(
            "SELECT count(*) FROM {} WHERE position(%s in {}::text) > 0 OR position(%s in {}::text) > 0"
        ).format(sql.Identifier(table), name, name)
        if connection.execute(query, [mark, mark.encode().hex()]).fetchone()[0]:
            found.append(f"{table}.{column}")
    return found


def test_protected_values_are_in_clear_nowhere(cluster, committed):
    amal = worker()
    made = case(amal, family_name="Ordinary")
    mother = participant(made, amal)
    actions.protect_fact(
        case=made, kind="address", value=f"14 {MARKS[0]}, Fennby", aliases=[MARKS[2]], why="she fled",
        since_on=date(2026, 3, 1), by=amal, at=AT,
    )  # fmt: skip
    actions.add_contact_detail(case=made, participant=mother, kind="phone", value=MARKS[1], by=amal, at=AT)
    with psycopg.connect(cluster.superuser_url(committed)) as connection:
        assert {mark: columns_with(connection, mark) for mark in MARKS} == {mark: [] for mark in MARKS}
        assert columns_with(connection, "Ordinary") == ["record_case.family_name"], "the search itself must find"
