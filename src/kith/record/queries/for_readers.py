"""What an outside reader is shown at the families' door. Asked as `kith_family`, inside `transactions.scoped_reader`.

Row security and column grants say what there is to see; nothing here filters, so that nothing here can forget to.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.errors import NotFound
from kith.core.transactions import FAMILY
from kith.record.models import OwnWord, Reader, ReleasedCopy


@dataclass(frozen=True, slots=True)
class SharedCopy:
    """One frozen copy that was released to the reader: its name, its kind, its hash, when and by which channel."""

    id: UUID
    release_id: UUID
    name: str
    media_type: str
    sha256: bytes
    channel: str
    released_at: datetime


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Something the reader wrote, and when."""

    id: UUID
    words: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Door:
    """All that an outside reader has here. `until_at`: when it ends, if that is known."""

    kind: str
    until_at: datetime | None
    copies: tuple[SharedCopy, ...]
    own_words: tuple[OwnWords, ...]


@dataclass(frozen=True, slots=True)
class OpenedCopy:
    """A copy with its bytes, exactly as they were frozen. Where `matches` is False they are not, and none are given."""

    copy: SharedCopy
    data: bytes
    matches: bool


def door_of(reader_id: UUID) -> Door:
    """Show an outside reader all that is theirs, newest first.

    Raises:
        NotFound: unknown, ended, or past its time: alike.
    """
    found = Reader.objects.using(FAMILY).only("id", "kind", "until_at").filter(id=reader_id).first()
    if found is None:
        raise NotFound
    return Door(found.kind, found.until_at, tuple(_copies()), tuple(_own_words()))


def copies_for(reader_id: UUID) -> tuple[SharedCopy, ...]:
    """List the copies that were released to an outside reader, newest first; nothing for one who may not read now."""
    return tuple(_copies()) if Reader.objects.using(FAMILY).only("id").filter(id=reader_id).exists() else ()


def copy_for(copy_id: UUID) -> SharedCopy:
    """Find one copy that was released to the outside reader who is asking.

    Raises:
        NotFound: unknown, or not theirs: alike.
    """
    found = next(_copies(id=copy_id), None)
    if found is None:
        raise NotFound
    return found


def _copies(**only: UUID) -> Iterator[SharedCopy]:
    rows = ReleasedCopy.objects.using(FAMILY).filter(**only)
    ordered = rows.order_by("-release__released_at", "release_id", "name_text", "id")
    for row in ordered.values_list(
        "id", "release_id", "name_text", "media_type", "sha256", "release__channel", "release__released_at"
    ):
        yield SharedCopy(*row[:4], bytes(row[4]), *row[5:])


def _own_words() -> Iterator[OwnWords]:
    rows = OwnWord.objects.using(FAMILY).order_by("-written_at", "id")
    for row in rows.values_list("id", "words", "written_at"):
        yield OwnWords(*row)
