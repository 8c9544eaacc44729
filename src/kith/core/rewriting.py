"""Makes PostgreSQL forget old versions of rows: a table is written anew, so that no page of it holds them any longer.

VACUUM alone only marks their room as free; the bytes stay in the page, and in a backup of it. What the write-ahead log
holds of them goes when it is recycled; what older backups and the log's archive hold stays as long as they are kept.
"""

import re
import time
from collections.abc import Sequence

from psycopg import Connection
from psycopg.errors import Diagnostic
from psycopg.sql import SQL, Identifier

TRIES = 40
REST_SECONDS = 0.25
_KEPT = re.compile(r"(\d{1,19}) dead row versions cannot be removed yet")


class StillHeld(Exception):
    """A transaction that goes on, in any database of this server, keeps PostgreSQL from dropping old rows."""


def write_anew(connection: Connection, tables: Sequence[str]) -> None:
    """Write tables anew. `connection` is the owner role's, in autocommit; each table is locked for that time.

    Raises:
        StillHeld: after ten seconds somebody's transaction still holds old rows; what was done before stays done.
    """
    for table in tables:
        for _ in range(TRIES):
            if not _old_rows_kept(connection, table):
                break
            time.sleep(REST_SECONDS)
        else:
            raise StillHeld(
                f"A transaction that goes on in this PostgreSQL holds old rows of {table}. Try again when it has ended."
            )


def _old_rows_kept(connection: Connection, table: str) -> int:
    """Write a table anew once; give how many old versions of rows had to be taken along."""
    said: list[str] = []

    def listen(notice: Diagnostic) -> None:
        said.append(f"{notice.message_primary} {notice.message_detail}")

    connection.add_notice_handler(listen)
    try:
        connection.execute(SQL("VACUUM (FULL, ANALYZE, VERBOSE) {}").format(Identifier(table)))
    finally:
        connection.remove_notice_handler(listen)
    return sum(int(count) for line in said for count in _KEPT.findall(line))
