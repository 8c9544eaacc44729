"""The only way to an original's bytes. Whoever opens them leaves a line of custody; none is ever edited."""

import hashlib
from datetime import datetime, timedelta

from kith.core import files, ledger
from kith.core.actions import action
from kith.core.models import Worker
from kith.exhibits.models import CustodyEvent, Exhibit

_PIECE_BYTES = 1 << 20
#: Looking at line after line is one opening, not hundreds.
_ONE_LOOK = timedelta(hours=1)


@action
def open_original(*, exhibit: Exhibit, verb: str, by: Worker, at: datetime, detail: str = "") -> files.Reader:
    """Open the bytes that were handed over, for reading only, and note it in the custody log.

    Raises:
        kith.core.vault.Tampered: the stored bytes are not those that were taken in.
    """
    reader = files.open_stored(files.stored_in(exhibit.case_id, exhibit.file_id))
    if not (verb == CustodyEvent.Verb.SHOWN and _looking_already(exhibit, by, at)):
        note_custody(exhibit=exhibit, verb=verb, by=by, at=at, detail=detail)
    ledger.nothing_changed()
    return reader


@action
def check_original(*, exhibit: Exhibit, by: Worker, at: datetime) -> bool:
    """Work out the hash of the whole stored file again, and say whether it is still that of the file handed over."""
    reader = files.open_stored(files.stored_in(exhibit.case_id, exhibit.file_id))
    found = hashlib.sha256()
    with reader:
        while piece := reader.read(_PIECE_BYTES):
            found.update(piece)
    same = found.digest() == bytes(exhibit.sha256)
    says = "The hash is the same." if same else "THE HASH IS NOT THE SAME."
    digest = found.digest()
    note_custody(exhibit=exhibit, verb=CustodyEvent.Verb.CHECKED, by=by, at=at, detail=says, sha256=digest)
    facts = {"sha256": found.hexdigest(), "same": same}
    ledger.note("exhibit.checked", case_id=exhibit.case_id, by=by.id, at=at, about=exhibit, facts=facts)
    return same


@action
def note_custody(
    *, exhibit: Exhibit, verb: str, by: Worker, at: datetime, detail: str = "", sha256: bytes | None = None
) -> None:
    """Add a line to the custody log; `sha256` is what was computed just now, if it was."""
    CustodyEvent.objects.create(
        case_id=exhibit.case_id,
        exhibit=exhibit,
        verb=verb,
        by=by,
        at=at,
        detail=detail,
        sha256=sha256 or exhibit.sha256,
    )
    ledger.nothing_changed()


def _looking_already(exhibit: Exhibit, by: Worker, at: datetime) -> bool:
    shown = CustodyEvent.objects.filter(case_id=exhibit.case_id, exhibit=exhibit, verb=CustodyEvent.Verb.SHOWN, by=by)
    return shown.filter(at__gt=at - _ONE_LOOK, at__lte=at).exists()
