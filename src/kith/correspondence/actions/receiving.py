"""What workers do with what came: say that it was not written by them, say that it was read, know a number again."""

from datetime import datetime

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.correspondence import queries
from kith.correspondence.models import Disowned, KnownWay, ReadNow, Received
from kith.record.models import Case, Participant


class SaidAlready(Refusal):
    """Somebody has said so already; nothing was changed."""


@action
def disown(*, received: Received, why: str, by: Worker, at: datetime) -> Disowned:
    """Say that something was not written by the person it was taken to be from. It is kept, and is nobody's words.

    Args:
        why: how it is known, in the worker's words.

    Raises:
        SaidAlready: a colleague has said so.
    """
    if Disowned.objects.filter(case_id=received.case_id, received=received).exists():
        raise SaidAlready("Somebody has said already that this was not written by them.")
    row = Disowned.objects.create(case_id=received.case_id, received=received, why=why.strip(), said_by=by, said_at=at)
    words = {"why": row.why}
    ledger.note("received.disowned", case_id=received.case_id, by=by.id, at=at, about=received, words=words)
    return row


@action
def mark_read(*, received: Received, did: str, by: Worker, at: datetime) -> ReadNow | None:
    """Say that what should be read at once was read, and what was done; the first who says so stands."""
    row = ReadNow.objects.select_for_update().filter(case_id=received.case_id, received=received).first()
    if row is None or row.read_at is not None:
        ledger.nothing_changed()
        return row
    row.read_by, row.read_at, row.did = by, at, did.strip()
    row.save(update_fields=["read_by", "read_at", "did"])
    words = {"did": row.did}
    ledger.note("received.was_read", case_id=received.case_id, by=by.id, at=at, about=received, words=words)
    return row


@action
def know_way(*, case: Case, participant: Participant, value: str, by: Worker, at: datetime) -> None:
    """Know a number again that was written to, by a keyed hash, so that what comes from it is filed."""
    fingerprint = queries.fingerprint_of(value)
    if not KnownWay.objects.filter(case=case, participant=participant, fingerprint=fingerprint).exists():
        KnownWay.objects.create(case=case, participant=participant, fingerprint=fingerprint)
    ledger.nothing_changed()  # the message that was written to it is noted
