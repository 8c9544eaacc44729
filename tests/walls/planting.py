"""Plants one row in every table of a case, whatever its columns: a new table is tried without a new test."""

import uuid

import psycopg
from psycopg import sql

#: What a column's type is given when the catalogue demands a value.
BY_TYPE = {
    "uuid": lambda: uuid.uuid4(),
    "text": lambda: "x",
    "character varying": lambda: "x",
    "integer": lambda: 1,
    "bigint": lambda: 1,
    "smallint": lambda: 1,
    "boolean": lambda: False,
    "date": lambda: "2026-03-02",
    "time without time zone": lambda: "09:30",
    "timestamp with time zone": lambda: "2026-03-02T09:30Z",
    "bytea": lambda: bytes(32),
    "jsonb": lambda: "{}",
    "ARRAY": lambda: "{a,b}",
}
#: Values that a CHECK wants.
CHECKED = {
    ("record_entry", "precision"): "unknown",
    ("record_decision", "chosen"): 0,
    ("exhibits_exhibit", "loaded_to"): "{}",
    ("record_askfirst", "source_id"): str(uuid.uuid4()),
}

#: Values of which the whole world has one.
ONCE = {("correspondence_outbox", "reference"), ("exhibits_droplink", "token_hash")}
#: Rows about a worker that are not the planted worker's own: a conflict of theirs would close the case to them.
ABOUT_ANOTHER = {"record_conflict"}


def tables(connection: psycopg.Connection) -> list[str]:
    """List the tables of the public schema."""
    rows = connection.execute(
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') ORDER BY 1"
    )
    return [name for (name,) in rows]


def case_tables(connection: psycopg.Connection) -> list[str]:
    """List the tables that have a `case_id`, and the case table itself."""
    rows = connection.execute(
        "SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_name)"
        " WHERE c.table_schema = 'public' AND t.table_schema = 'public' AND c.column_name = 'case_id'"
        " AND t.table_type = 'BASE TABLE'"
    )
    return sorted({name for (name,) in rows} | {"record_case"})


def plant(connection: psycopg.Connection, table: str, case_id: uuid.UUID, worker_id: uuid.UUID) -> None:
    """Insert a row of this case; foreign keys are not asked (session_replication_role)."""
    if table in {"record_case", "record_access", "core_case_key"}:
        return  # starting the case has made them
    columns = connection.execute(
        "SELECT column_name, data_type FROM information_schema.columns"
        " WHERE table_schema = 'public' AND table_name = %s AND is_nullable = 'NO' AND column_default IS NULL"
        " AND is_generated = 'NEVER' AND is_identity = 'NO'",
        [table],
    ).fetchall()
    values = {name: CHECKED.get((table, name), BY_TYPE[kind]()) for name, kind in columns}
    values |= {column: value for (of, column), value in CHECKED.items() if of == table}
    values |= {name: str(uuid.uuid4()) for name in values if (table, name) in ONCE}
    values["case_id"] = case_id
    if "worker_id" in values and table not in ABOUT_ANOTHER:
        values["worker_id"] = worker_id
    statement = sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
        sql.Identifier(table),
        sql.SQL(", ").join(map(sql.Identifier, values)),
        sql.SQL(", ").join(sql.Placeholder() * len(values)),
    )
    connection.execute(statement, list(values.values()))
