"""Files and small secrets of a case: the vault on a disk or in a bucket, the keys in the database."""

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import BadRequest
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.db import IntegrityError, transaction

from kith.core.errors import Refusal
from kith.core.models import CaseKey as CaseKeyRow
from kith.core.models import StoredFile, TrayKey
from kith.core.vault import (
    Backend,
    CaseKey,
    InstallationKeys,
    NoAnswer,
    NoRoom,
    ObjectName,
    Reader,
    Stored,
    Writer,
    as_memfd,
    open_file,
    store_in,
)

__all__ = ["NoAnswer", "NoRoom", "Reader", "StreamToVault", "Writer", "as_memfd"]


class Gone(Refusal):
    """A file was erased: its row, its key and its bytes are not there any more."""


class TooLarge(Refusal):
    """A file is larger than this installation takes; nothing was kept."""


class SealedAway(Refusal):
    """A file was sealed: Kith itself cannot open it, whoever asks."""


def installation_keys() -> InstallationKeys:
    """Load the installation keys, again whenever their file has changed: a rotation needs no new start."""
    file = os.environ.get("KITH_KEY_FILE", "")
    try:
        found = Path(file).stat() if file else None
    except OSError:
        found = None  # the loading says what is wrong
    return _loaded(file, os.environ.get("KITH_KEY", ""), found and (found.st_mtime_ns, found.st_ino, found.st_size))


@lru_cache(maxsize=1)
def _loaded(file: str, words: str, version: object) -> InstallationKeys:
    return InstallationKeys.load()


def store() -> Backend:
    """Give the vault."""
    return store_in(Path(settings.DATA_FOLDER) / "files", settings.FILES_IN)


def make_case_key(case_id: UUID) -> None:
    """Make the key of a new case, in the running transaction."""
    wrapped = installation_keys().wrap_case_key(case_id, CaseKey.new())
    CaseKeyRow.objects.create(case_id=case_id, wrapped=wrapped)


def case_key(case_id: UUID) -> CaseKey:
    """Open the key of a case."""
    row = CaseKeyRow.objects.get(case_id=case_id)
    return installation_keys().unwrap_case_key(case_id, bytes(row.wrapped))


def lock_text(case_id: UUID, about: str, text: str) -> bytes:
    """Encrypt a short text for a column; `about` names the table, column and row, and is needed to open it."""
    return case_key(case_id).lock_value(text.encode(), about)


def unlock_texts(case_id: UUID, locked: Sequence[tuple[str, bytes | memoryview]]) -> list[str]:
    """Open many short texts of one case, in order, with one look at its key."""
    if not locked:
        return []
    key = case_key(case_id)
    # a locked value is never empty: what is, was erased
    return [key.unlock_value(bytes(value), about).decode() if value else "" for about, value in locked]


#: What came and is of no case yet has a key of its own, under an id that no case has.
TRAY = UUID("6b697468-0000-4000-8000-747261790000")


def tray_key() -> CaseKey:
    """Open the key of the tray, made when it is first asked for."""
    wrapped = installation_keys().wrap_case_key(TRAY, CaseKey.new())
    row, _ = TrayKey.objects.get_or_create(id=TRAY, defaults={"wrapped": wrapped})
    return installation_keys().unwrap_case_key(TRAY, bytes(row.wrapped))


def keyed(purpose: str, value: bytes) -> bytes:
    """Give 32 bytes that only this installation can work out of a value: to find it again, or to sign with."""
    return bytes.fromhex(tray_key().address(hashlib.sha256(f"{purpose}:".encode() + value).digest()))


def open_in_tray(*, file_id: UUID, address: str, wrapped_key: bytes) -> Reader:
    """Open what lies in the tray for reading."""
    name = ObjectName(address, file_id)
    return open_file(store(), name, tray_key().unwrap_file_key(name, wrapped_key))


def delete_from_tray(*, file_id: UUID, address: str) -> None:
    """Delete what lay in the tray for good; its case has it. May run twice."""
    store().delete(ObjectName(address, file_id))


def keep(writer: Writer, *, case_id: UUID, at: datetime) -> StoredFile:
    """Keep what was written as a file of the case. The same content again is the same file.

    Raises:
        NoRoom: the store is full; nothing is left behind.
        NoAnswer: the store does not answer; the same.
    """
    stored = writer.commit(case_key(case_id))
    try:
        with transaction.atomic():
            return StoredFile.objects.create(
                id=stored.name.file_id,
                case_id=case_id,
                sha256=stored.sha256,
                size_bytes=stored.size_bytes,
                address=stored.address,
                wrapped_key=stored.wrapped_file_key,
                stored_at=at,
            )
    except IntegrityError:
        drop_outside(stored)
        return StoredFile.objects.get(case_id=case_id, address=stored.address)


def keep_bytes(data: bytes, *, case_id: UUID, at: datetime) -> StoredFile:
    """Keep bytes made here (a released copy) as a file of the case."""
    with Writer(store()) as writer:
        writer.write(data)
        return keep(writer, case_id=case_id, at=at)


def open_stored(file: StoredFile) -> Reader:
    """Open a file of a case for reading; every segment is checked as it is read. Raises SealedAway."""
    return open_file(store(), ObjectName(file.address, file.id), file_key(file))


def file_key(file: StoredFile) -> bytes:
    """Open the key of a file.

    Raises:
        SealedAway: it is kept elsewhere.
    """
    if file.is_sealed:
        raise SealedAway("This file was sealed. Kith cannot open it: only who holds the sealing key can.")
    return case_key(file.case_id).unwrap_file_key(ObjectName(file.address, file.id), bytes(file.wrapped_key))


def open_shared(*, case_id: UUID, file_id: UUID, address: str, wrapped_key: bytes, wrapped_case_key: bytes) -> Reader:
    """Open one file of a case with the keys that were given for it alone, still wrapped; no table is asked."""
    name = ObjectName(address, file_id)
    key = installation_keys().unwrap_case_key(case_id, wrapped_case_key)
    return open_file(store(), name, key.unwrap_file_key(name, wrapped_key))


def stored_in(case_id: UUID, file_id: UUID | None) -> StoredFile:
    """Find a file of a case.

    Raises:
        Gone: it was erased.
    """
    found = StoredFile.objects.filter(case_id=case_id, id=file_id).first() if file_id else None
    if found is None:
        raise Gone("This file was erased. Its bytes cannot be had any more.")
    return found


def keep_outside(writer: Writer, *, case_id: UUID, wrapped_case_key: bytes) -> Stored:
    """Make what was written an object of the store under a case's key that was given still wrapped; no table is asked.

    Its row is the caller's to write; if it is not written, `drop_outside` takes the object back.
    """
    return writer.commit(installation_keys().unwrap_case_key(case_id, wrapped_case_key))


def drop_outside(stored: Stored) -> None:
    """Take an object back that has no row; if the store does not answer, the daily sweep does it (core.orphans)."""
    with suppress(NoAnswer):
        store().delete(stored.name)


#: What is kept in memory besides, of a file that came in just now.
SMALL_BYTES = 1_000_000


class Incoming(UploadedFile):  # type: ignore[type-arg]
    """An uploaded file, already encrypted in the vault's waiting place; `writer` is committed by an action.

    Args:
        small: the bytes themselves where there are at most `SMALL_BYTES`, for words that go into no vault.
    """

    def __init__(
        self, writer: Writer, name: str | None, content_type: str | None, size: int, small: bytes | None = None
    ) -> None:
        super().__init__(file=None, name=name, content_type=content_type, size=size)
        self.writer, self.small = writer, small


class StreamToVault(FileUploadHandler):
    """Streams uploads into the vault: hashed and encrypted as they come, never on disk in the clear."""

    chunk_size = 1 << 20

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *rest: Any, **more: Any) -> None:
        """Refuse before a byte is kept: nobody signed in, or longer than this installation takes."""
        request = self.request
        self.writers: list[Writer] = []
        if getattr(request, "is_let_in", False):
            return  # at a door of its own, which has counted these bytes already
        if request is None or not getattr(request, "user", None) or not request.user.is_authenticated:
            raise BadRequest("files are taken of nobody who is not signed in")
        if content_length > settings.LARGEST_FILE_BYTES:
            raise TooLarge(
                f"This upload is {content_length / 1e9:.1f} GB; Kith takes files up to"
                f" {settings.LARGEST_FILE_BYTES / 1e9:.0f} GB. Nothing was kept. Ask for the export in parts."
            )

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file; a form with an empty file box sends one without a name."""
        super().new_file(*args, **kwargs)
        if not self.file_name:
            raise SkipFile
        self.writer, self.small = Writer(store()), bytearray()
        self.writers.append(self.writer)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Take a piece in; nothing is passed on to another handler."""
        self.writer.write(raw_data)
        if len(self.small) <= SMALL_BYTES:  # one byte more tells that it is not the whole
            self.small += raw_data[: SMALL_BYTES + 1 - len(self.small)]

    def file_complete(self, file_size: int) -> Incoming:
        """Give the whole file."""
        small = bytes(self.small) if file_size <= SMALL_BYTES else None
        return Incoming(self.writer, self.file_name, self.content_type, file_size, small)

    def upload_interrupted(self) -> None:
        """Forget what came so far."""
        if hasattr(self, "writer"):
            self.writer.abandon()
