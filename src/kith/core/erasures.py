"""What was erased, kept outside the database too, so that a restore from an older copy erases it again.

`erasures.jsonl` in the agency's folder has one line for each erasure: ids, kind, ground, time and roles, and no word of
anybody's. It is written as soon as an erasure stands, before the store is rid of its objects; whatever a killed process
left is taken up by the next sweep. A restore calls `replay`.

References:
    docs/adr/0013-retention-and-erasure.md
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from kith.core import files, ledger, transactions
from kith.core.models import ErasedObject
from kith.core.vault import NotAllowed, ObjectName

LIST = "erasures.jsonl"
#: Nobody who works here: a restore is done at a prompt.
NOBODY = UUID(int=0)

_AGAIN = """
    SELECT kith_erase_again(ROW(%(id)s::uuid, %(case_id)s::uuid, %(what)s, %(thing)s::uuid, %(ground)s,
                                %(at)s::timestamptz, %(decided_role)s, %(confirmed_role)s, true)::core_erasure)
"""
_IS_OWNER = "SELECT pg_get_userbyid(relowner) = current_user FROM pg_class WHERE oid = 'core_erasure'::regclass"


class BrokenList(Exception):
    """A line of the list cannot be read: nothing may be served as if it had been erased."""


class NotTheOwner(RuntimeError):
    """Erasing again needs the owner role: no serving process may do it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """One line of the list. `thing` is empty for a whole case."""

    id: str
    case_id: str
    what: str
    thing: str
    ground: str
    at: str
    decided_role: str
    confirmed_role: str


def folder() -> Path:
    """Give the agency's folder, where the list lies."""
    return Path(settings.DATA_FOLDER)


def listing(place: Path) -> list[Erasure]:
    """Read the list, each erasure once, oldest first; empty where there is none.

    Raises:
        BrokenList: a line is neither whole nor the last one of a power cut.
    """
    found: dict[str, Erasure] = {}
    for line in _lines(place / LIST):
        found.setdefault(line.id, line)
    return list(found.values())


def _lines(path: Path) -> Iterator[Erasure]:
    raw = path.read_bytes().split(b"\n") if path.exists() else []
    for number, line in enumerate(raw, start=1):
        if not line.strip():
            continue
        try:
            yield Erasure(**json.loads(line))
        except (ValueError, TypeError):
            if line.endswith(b"}") or not line.startswith(b"{"):  # else: cut short, and written again afterwards
                raise BrokenList(f"Line {number} of {path.name} cannot be read: it was altered.") from None


def replay(place: Path, *, at: datetime) -> int:
    """Erase again what the list names and an older copy brought back; give how many erasures that were.

    Runs as the owner, after a restore and before anything is served. Doing it twice changes nothing.

    Raises:
        BrokenList: the list was altered.
        NotTheOwner: this connection is a serving one.
    """
    _require_owner()
    done = 0
    for each in listing(place):
        with transactions.scoped(worker_id=NOBODY), connection.cursor() as cursor:
            cursor.execute(_AGAIN, {**asdict(each), "thing": each.thing or None})
            if cursor.fetchone()[0]:
                facts = {"erasure": each.id, "by_command": True}
                ledger.note("erasure.replayed", by=NOBODY, at=at, facts=facts)
                done += 1
    _delete_every_object()
    return done


def _require_owner() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_IS_OWNER)
        if not cursor.fetchone()[0]:
            raise NotTheOwner("Erasing again runs as the owner role (kith_owner), which no serving process has.")


def _delete_every_object() -> None:
    """Rid the store of all that was ever erased: a restored store may hold more than the restored rows say."""
    store = files.store()
    for name in ErasedObject.objects.values_list("name", flat=True):
        store.delete(ObjectName.parse(name))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE core_erased_object SET is_deleted = true WHERE NOT is_deleted")


def finish() -> None:
    """Write down what was erased and is not yet in the list, then rid the store of its objects. May run twice."""
    for row in _asked(
        "SELECT id, case_id, what, thing, ground, at, decided_role, confirmed_role FROM kith_unlisted_erasures()"
    ):
        _append(folder() / LIST, _line(*row))
        _tell("SELECT kith_erasure_listed(%s)", row[0])
    store = files.store()
    for (name,) in _asked("SELECT * FROM kith_objects_to_delete(NULL)"):
        with suppress(NotAllowed):  # a lock of the store's: it is tried again, and keeps no other from being deleted
            store.delete(ObjectName.parse(name))
            _tell("SELECT kith_object_deleted(%s)", name)


def _line(which: UUID, case_id: UUID, what: str, thing: UUID | None, ground: str, at: datetime, *roles: str) -> Erasure:
    return Erasure(
        id=str(which),
        case_id=str(case_id),
        what=what,
        thing=str(thing) if thing else "",
        ground=ground,
        at=at.isoformat(),
        decided_role=roles[0],
        confirmed_role=roles[1],
    )


def _append(path: Path, line: Erasure) -> None:
    """Add a line, durably: when this returns it outlasts a power cut."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    is_new = not path.exists()
    with path.open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        path.chmod(0o600)
        if file.seek(0, os.SEEK_END):
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":  # a power cut in the middle of the line before
                file.write(b"\n")
        file.write(json.dumps(asdict(line), sort_keys=True).encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    if is_new:
        _sync_folder(path.parent)


def _sync_folder(place: Path) -> None:
    handle = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _asked(words: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(words)
        return list(cursor.fetchall())


def _tell(words: str, value: UUID | str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(words, [value])
