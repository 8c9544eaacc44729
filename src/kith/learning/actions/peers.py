"""A peer's part to a piece of somebody's log: asked for, written, removed. Nobody's but the writer's and the peer's.

Nothing of it is told to the ledger, also not at the door of a link: it is a worker's own (docs/adr/0026).
"""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, connections

from kith.core import transactions
from kith.core.actions import at_the_door, own
from kith.core.errors import NotFound, Refusal
from kith.core.models import Worker
from kith.core.transactions import FAMILY
from kith.learning import marks
from kith.learning.models import CpdPiece, PeerPart
from kith.learning.queries.cpd import listed_by, texts_of
from kith.learning.rules.noticing import check_names_nobody

_NOT_OPEN = "This is not open any more, so nothing was written. Ask your colleague whether they want to ask you again."


class NotAsked(Refusal):
    """A peer was not asked; nothing is written."""


class NotOpen(Refusal):
    """A part cannot be written (any more); nothing is written."""


@own
def ask_by_link(
    *, piece_id: UUID, fields: Sequence[str], labels: dict[str, str], by: Worker, at: datetime
) -> tuple[PeerPart, str]:
    """Ask a peer by a link that works once, for a fortnight. An earlier link to the piece works no more.

    Args:
        fields: those of the piece that the peer sees, as they stand now.
        labels: field -> what it is called.

    Returns:
        the part, and the link's secret, which is kept nowhere.

    Raises:
        NotAsked: nobody outside can be answered here.
        Named: something that would be shown may identify a person who uses services.
    """
    if not transactions.has_door():
        raise NotAsked("Links cannot be made here yet: whoever runs Kith must set KITH_FAMILY_DATABASE_URL first.")
    token = marks.new_secret()
    return _asked(piece_id, fields, labels, by, at, token_hash=marks.hash_of(token)), token


@own
def ask_colleague(
    *, piece_id: UUID, fields: Sequence[str], labels: dict[str, str], email: str, by: Worker, at: datetime
) -> PeerPart:
    """Ask a colleague, who finds it under Learning when they sign in. Kith sends them nothing.

    Raises:
        NotAsked: nobody else works here under this address.
        Named: something that would be shown may identify a person who uses services.
    """
    colleague = Worker.objects.filter(email__iexact=email.strip(), is_active=True).exclude(id=by.id).first()
    if colleague is None:
        raise NotAsked("Nobody else works here under this address. Check it, or ask by a link.")
    return _asked(piece_id, fields, labels, by, at, colleague=colleague)


def _asked(
    piece_id: UUID, fields: Sequence[str], labels: dict[str, str], by: Worker, at: datetime, **how: Any
) -> PeerPart:
    piece = CpdPiece.objects.select_for_update(of=("self",)).filter(id=piece_id, worker=by).first()
    if piece is None:
        raise NotFound
    chosen = [name for name in fields if getattr(piece, name).strip()]
    if not chosen:
        raise NotAsked("There is nothing to show yet: write something first, and choose it.")
    check_names_nobody(texts_of(piece, chosen), allowed=piece.allowed, is_listed=listed_by(by.id))
    if PeerPart.objects.filter(piece=piece, written_at__isnull=False).exists():
        raise NotAsked("A peer has written to this piece already. Remove their part first to ask again.")
    PeerPart.objects.filter(piece=piece).delete()
    shown = {"fields": [[labels[name], getattr(piece, name)] for name in chosen], "allowed": piece.allowed}
    return PeerPart.objects.create(
        piece=piece, worker=by, shown=shown, made_at=at, until_at=at + PeerPart.LONGEST, **how
    )


@own
def remove_part(*, piece_id: UUID, by: Worker, at: datetime) -> None:
    """Delete what a peer wrote, or the asking: its link works no more."""
    PeerPart.objects.filter(piece_id=piece_id, worker=by).delete()


@own
def write_as_colleague(
    *, part_id: UUID, name: str, role: str, text: str, allowed: dict[str, str], by: Worker, at: datetime
) -> None:
    """Write one's part as the colleague who was asked.

    Raises:
        Named: something may identify a person who uses services.
        NotOpen: it was removed, has run out, or is written.
    """
    part = PeerPart.objects.filter(id=part_id, colleague=by).first()
    if part is None:
        raise NotOpen(_NOT_OPEN)
    check_names_nobody({"text": text}, allowed={**part.shown["allowed"], **allowed}, is_listed=listed_by(by.id))
    with connection.cursor() as cursor:
        cursor.execute("SELECT kith_colleague_writes(%s, %s, %s, %s)", [part_id, name, role, text])
        if cursor.fetchone() != (True,):
            raise NotOpen(_NOT_OPEN)


@at_the_door
def look(*, token: str) -> dict[str, Any] | None:
    """Show what the writer chose to whoever has the link; None if it is unknown, used, removed or has run out."""
    with connections[FAMILY].cursor() as cursor:
        cursor.execute("SELECT kith_peer_shows(%s)::text", [marks.hash_of(token)])
        ((found,),) = cursor.fetchall()
    return None if found is None else json.loads(found)


@at_the_door
def write_by_link(*, token: str, name: str, role: str, text: str, allowed: dict[str, str]) -> None:
    """Write one's part by a link, which is used up by it.

    Raises:
        Named: something may identify a person who uses services; the link is still open.
        NotOpen: the link does not work any more.
    """
    check_names_nobody({"text": text}, allowed=allowed)
    with connections[FAMILY].cursor() as cursor:
        cursor.execute("SELECT kith_peer_writes(%s, %s, %s, %s)", [marks.hash_of(token), name, role, text])
        if cursor.fetchone() != (True,):
            raise NotOpen("This link does not work any more. Ask the person who gave it to you for a new one.")
