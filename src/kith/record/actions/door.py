"""What an outside reader does at the families' door. Each is told to the ledger by the database, in their own name."""

import hashlib
from uuid import UUID

from django.db import connections

from kith.core import files
from kith.core.actions import outside
from kith.core.errors import NotFound
from kith.core.transactions import FAMILY
from kith.core.vault import Missing, Tampered, WrongKey
from kith.record import rules
from kith.record.queries import for_readers
from kith.record.queries.for_readers import Door, OpenedCopy


@outside
def look_in(*, reader_id: UUID) -> Door:
    """Show an outside reader what was released to them and what they wrote, and note that they looked.

    Raises:
        NotFound: unknown, ended, or past its time: alike; nothing is noted.
    """
    if not _ask("SELECT kith_reader_looks()"):
        raise NotFound
    return for_readers.door_of(reader_id)


@outside
def open_copy(*, reader_id: UUID, copy_id: UUID) -> OpenedCopy:
    """Open a frozen copy for the outside reader it was released to, and note that they opened it.

    Raises:
        NotFound: unknown, not theirs, or they may not read now: alike; nothing is noted.
    """
    copy = for_readers.copy_for(copy_id)
    with connections[FAMILY].cursor() as cursor:
        cursor.execute(
            "SELECT in_case, file, address, wrapped_key, wrapped_case_key FROM kith_reader_opens(%s)", [copy_id]
        )
        row = cursor.fetchone()
    if row is None:
        raise NotFound
    data = _bytes_of(*row)
    if data is None or hashlib.sha256(data).digest() != copy.sha256:
        return OpenedCopy(copy, b"", matches=False)
    return OpenedCopy(copy, data, matches=True)


def _bytes_of(case_id: UUID, file_id: UUID, address: str, key: bytes, case_key: bytes) -> bytes | None:
    try:
        with files.open_shared(
            case_id=case_id, file_id=file_id, address=address, wrapped_key=bytes(key), wrapped_case_key=bytes(case_key)
        ) as opened:
            return opened.read()
    except (Missing, Tampered, WrongKey):
        return None


@outside
def write_own_words(*, reader_id: UUID, words: str) -> UUID:
    """Keep what an outside reader wrote, for the team that holds the case; it cannot be changed afterwards.

    Raises:
        rules.Wrong: nothing was written, or too much.
        NotFound: they may not write now; nothing is kept.
    """
    rules.check_own_words(words)
    kept = _ask("SELECT kith_reader_writes(%s)", words)
    if kept is None:
        raise NotFound
    return UUID(str(kept))


def _ask(question: str, *values: str) -> object:
    with connections[FAMILY].cursor() as cursor:
        cursor.execute(question, values)
        row = cursor.fetchone()
    return row[0] if row else None
