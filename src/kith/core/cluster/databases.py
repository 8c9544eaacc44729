"""Roles and databases: who may log in, and what a new database allows before the first migration."""

from collections.abc import Sequence
from pathlib import Path

from psycopg import Connection
from psycopg.sql import SQL, Composed, Identifier, Literal

from kith.core.cluster.passwords import make_password, password

SUPERUSER = "kith_super"
OWNER, APP, FAMILY = "kith_owner", "kith_app", "kith_family"
ARCHIVE = "kith_archive"  # copies the whole server, for backups; may open no database
ROLES = {
    OWNER: "CREATEDB NOREPLICATION",
    APP: "NOCREATEDB NOREPLICATION",
    FAMILY: "NOCREATEDB NOREPLICATION",
    ARCHIVE: "NOCREATEDB REPLICATION",
}
EXTENSIONS = ("pg_trgm", "fuzzystrmatch")
ONE_AT_A_TIME = 0x6B697468  # an advisory lock: two databases cannot be copied from one template at once


def ensure_roles(connection: Connection, data: Path) -> None:
    """Make the roles, none of them superuser, with passwords from `secrets/`; takes away what was added since."""
    present = {name for (name,) in connection.execute("SELECT rolname FROM pg_roles")}
    for role, may in ROLES.items():
        new_password = make_password(data, role)
        if role not in present:
            connection.execute(SQL("CREATE ROLE {}").format(Identifier(role)))
        connection.execute(
            SQL("ALTER ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE {}").format(Identifier(role), SQL(may))
        )
        if new_password or role not in present:
            set_password(connection, role, password(data, role))
    connection.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC")
    connection.execute(SQL("GRANT CONNECT ON DATABASE postgres TO {}").format(Identifier(OWNER)))


def create_database(connection: Connection, name: str, template: str | None) -> None:
    """Create a database owned by `kith_owner` if it is missing; `connection` is to `postgres`, in autocommit."""
    connection.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
    if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
        return
    copied_from = SQL("TEMPLATE {}").format(Identifier(template)) if template else SQL("")
    connection.execute(SQL("CREATE DATABASE {} OWNER {} {}").format(Identifier(name), Identifier(OWNER), copied_from))


def grant_database(connection: Connection, name: str) -> None:
    """Open a database to the three roles alone, with its extensions; `connection` is to that database."""
    for statement in _grants(name):
        connection.execute(statement)
    for extension in EXTENSIONS:
        connection.execute(SQL("CREATE EXTENSION IF NOT EXISTS {}").format(Identifier(extension)))


def drop_database(connection: Connection, name: str) -> None:
    """Drop a database if it is there, ending the sessions in it."""
    connection.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))


def drop_slot(connection: Connection, name: str) -> None:
    """Drop a replication slot that nobody uses, if it is there."""
    asked = "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = %s AND NOT active"
    connection.execute(asked, [name])


def _grants(name: str) -> Sequence[Composed]:
    names = {"db": Identifier(name), "owner": Identifier(OWNER), "app": Identifier(APP), "family": Identifier(FAMILY)}
    statements = (
        "REVOKE ALL ON DATABASE {db} FROM PUBLIC",
        "GRANT CONNECT, TEMPORARY ON DATABASE {db} TO {owner}, {app}",
        "GRANT CONNECT ON DATABASE {db} TO {family}",
        "ALTER SCHEMA public OWNER TO {owner}",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        "GRANT USAGE ON SCHEMA public TO {app}, {family}",
    )
    return [SQL(statement).format(**names) for statement in statements]


def set_password(connection: Connection, role: str, words: str) -> None:
    """Give a role its password."""
    # The server is given the SCRAM verifier, so that the password itself can be in no log and no view.
    verifier = connection.pgconn.encrypt_password(words.encode(), role.encode(), b"scram-sha-256")
    connection.execute(SQL("ALTER ROLE {} PASSWORD {}").format(Identifier(role), Literal(verifier.decode())))
