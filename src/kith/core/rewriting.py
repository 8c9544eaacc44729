"""Makes PostgreSQL forget old versions of rows: a table is written anew, so that no page of it holds them any longer.

VACUUM alone only marks their room as free; the bytes stay in the page, and in a backup of it. What the write-ahead log
holds of them goes when it is recycled; what older backups and the log's archive hold stays as long as they are kept.
"""

from collections.abc import Sequence

from psycopg import Connection
from psycopg.sql import SQL, Identifier


def write_anew(connection: Connection, tables: Sequence[str]) -> None:
    """Write tables anew. `connection` is the owner role's, in autocommit; each table is locked for that time."""
    for table in tables:
        connection.execute(SQL("VACUUM (FULL, ANALYZE) {}").format(Identifier(table)))
