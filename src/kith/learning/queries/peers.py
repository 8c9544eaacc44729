"""What a peer is shown, and what the writer is shown of asking them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.learning.models import CpdPiece, PeerPart
from kith.learning.queries.cpd import labels


@dataclass(frozen=True, slots=True)
class PeerPage:
    """Where a peer is asked. `address` is that of a link just made: shown this once."""

    title: str
    id: UUID
    address: str = ""
    until_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AskedPage:
    """What a colleague chose to show to this worker, who writes their part to it."""

    title: str
    who: str
    fields: Sequence[tuple[str, str]]
    until_at: datetime


@dataclass(frozen=True, slots=True)
class PublicPage:
    """A public page of a link: nothing of anybody but what the writer chose to show."""

    title: str
    fields: Sequence[tuple[str, str]] = ()


def choices_to_show(piece: CpdPiece, at: datetime) -> list[tuple[str, str]]:
    """List the fields of a piece that hold words, with what they are called."""
    called = labels(timezone.localdate(at))
    return [(name, called[name]) for name in ("activity", "about", "learnt", "impact", "peer") if getattr(piece, name)]


def peer_page(piece: CpdPiece, address: str = "", part: PeerPart | None = None) -> PeerPage:
    """Show where a peer is asked, or the link that was just made."""
    title = "A link for your peer" if address else "Ask a peer for their part"
    return PeerPage(title, piece.id, address, part.until_at if part else None)


def part_asked(part_id: UUID, worker: Worker, at: datetime) -> PeerPart:
    """Find an open part that this worker was asked for.

    Raises:
        NotFound: there is none.
    """
    rows = PeerPart.objects.filter(id=part_id, colleague=worker, written_at__isnull=True, until_at__gt=at)
    found = rows.select_related("worker").first()
    if found is None:
        raise NotFound
    return found


def asked_page(part: PeerPart) -> AskedPage:
    """Show what a colleague chose to show."""
    fields = [(label, words) for label, words in part.shown["fields"]]
    return AskedPage("Your part", part.worker.name, fields, part.until_at)
