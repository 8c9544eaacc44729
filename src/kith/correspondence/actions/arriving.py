"""Keeping what came, before anybody opens it; and being rid of the tray's copy once the case has its own."""

import hashlib
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.core import files, ledger
from kith.core.actions import action
from kith.core.models import Worker
from kith.correspondence.models import Arrived

#: Nobody who works here: the job that keeps and files what came. Row security shows it the tray, and no case.
POST_ROOM = Worker(id=UUID(int=0), name="The post room")


@action
def keep_arrived(*, channel: str, place: str, data: bytes, by: Worker, at: datetime) -> Arrived | None:
    """Keep something that came, exactly as it came. The same thing again, from wherever, is not kept twice.

    Args:
        place: where it lay, for ever its own: mailbox, UIDVALIDITY and UID of a mail, or the id of a text.

    Returns:
        its row, or None if it is there already.

    Raises:
        NoRoom, NoAnswer: the store is full or does not answer; it stays where it came from.
    """
    address = files.tray_key().address(hashlib.sha256(data).digest())
    if Arrived.objects.filter(address=address).exists() or Arrived.objects.filter(place=place).exists():
        ledger.nothing_changed()
        return None
    with files.Writer(files.store()) as writer:
        writer.write(data)
        stored = writer.commit(files.tray_key())
    try:
        with transaction.atomic():
            row = Arrived.objects.create(
                channel=channel,
                place=place,
                address=stored.address,
                file_id=stored.name.file_id,
                wrapped_key=stored.wrapped_file_key,
                size_bytes=stored.size_bytes,
                arrived_at=at,
                state=Arrived.State.NEW,
            )
    except IntegrityError:  # another process kept it at this moment
        files.drop_outside(stored)
        ledger.nothing_changed()
        return None
    ledger.note("mail.kept", by=by.id, at=at, about=row, facts={"channel": channel, "size": stored.size_bytes})
    return row


@action
def clear_arrived(*, arrived_id: UUID, by: Worker, at: datetime) -> None:
    """Be rid of the tray's copy of something that is filed: its case has it. May run twice."""
    row = (
        Arrived.objects.select_for_update().filter(id=arrived_id, state=Arrived.State.FILED, is_kept_here=True).first()
    )
    if row is None:
        ledger.nothing_changed()
        return
    files.delete_from_tray(file_id=row.file_id, address=row.address)
    row.is_kept_here = False
    row.save(update_fields=["is_kept_here"])
    ledger.note("mail.cleared", by=by.id, at=at, about=row)
