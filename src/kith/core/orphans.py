"""What lies in the store and belongs to nothing: objects whose row was rolled back, half-written files of a crash.

Nobody can open an orphan, since its key went with the row; but it takes room, here and in every backup. It is found by
asking which objects no row names, and removed once it is so old that no transaction can still be about to name it.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from kith.core import clock, files, ledger, transactions
from kith.core.errors import Refusal
from kith.core.jobs import Rest, sweep
from kith.core.vault import Listed, NoAnswer

log = logging.getLogger(__name__)

#: So long after its last byte no transaction is still about to name an object, and a mistaken restore was noticed.
SAFE_AGE = timedelta(days=7)
#: As many may be orphans without a second look; beyond, no more than this part of all objects.
FEW, MOST_OF_ALL = 20, 0.1
AT_ONCE = 500
#: Nobody who works here: it is done by the job worker, or at a prompt.
NOBODY = UUID(int=0)
_EACH_DAY = Rest(seconds=86_400.0)


class TooManyOrphans(Refusal):
    """So many objects without a row are no leavings of crashes: this database is older than its store, or another's."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What was found, or removed: objects with their bytes, and half-written files."""

    objects: int
    size_bytes: int
    halves: int = 0


def look(at: datetime) -> Swept:
    """Count the orphans that a sweep would remove, removing none."""
    found, _ = _found(at)
    return Swept(len(found), sum(each.object_bytes for each in found))


def remove(*, at: datetime, even_many: bool = False, by_command: bool = False) -> Swept:
    """Remove the orphans that are old enough. It may be killed and run again; two at once do no harm.

    Raises:
        TooManyOrphans: unless `even_many`; nothing is removed.
    """
    found, of_all = _found(at)
    if not even_many and len(found) > max(FEW, MOST_OF_ALL * of_all):
        raise TooManyOrphans(
            f"{len(found):,} of {of_all:,} objects have no row: that is no leaving of a crash. Look whether this"
            " database was restored from an older time than the files; nothing was removed."
        )
    store = files.store()
    gone = [each for each in found if store.delete(each.name)]
    swept = Swept(len(gone), sum(each.object_bytes for each in gone), store.sweep(at - SAFE_AGE))
    if gone:
        _note(swept, at, by_command=by_command)
    return swept


@sweep
def sweep_each_day() -> None:
    """Remove what is old enough, once a day; too many are left for a person to look at."""
    if not _EACH_DAY.is_over():
        return
    _EACH_DAY.after_success()
    try:
        remove(at=clock.now())
    except (TooManyOrphans, NoAnswer) as refusal:
        log.warning("orphans left where they are: %s", refusal)


def _found(at: datetime) -> tuple[list[Listed], int]:
    """Give the orphans that are old enough, and how many objects there are in all."""
    everything = list(files.store().listing())
    old = [each for each in everything if each.stored_at < at - SAFE_AGE]
    some_at_once = (old[begins : begins + AT_ONCE] for begins in range(0, len(old), AT_ONCE))
    return [each for some in some_at_once for each in _unnamed(some)], len(everything)


def _unnamed(some: list[Listed]) -> Iterator[Listed]:
    by_name = {str(each.name): each for each in some}
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM kith_unnamed_objects(%s)", [list(by_name)])
        yield from (by_name[name] for (name,) in cursor.fetchall())


def _note(swept: Swept, at: datetime, *, by_command: bool) -> None:
    facts = {"objects": swept.objects, "bytes": swept.size_bytes, "by_command": by_command}
    with transactions.scoped(worker_id=NOBODY):
        ledger.note("store.swept", by=NOBODY, at=at, facts=facts)
    log.info("orphans removed", extra={"objects": swept.objects, "bytes": swept.size_bytes})
