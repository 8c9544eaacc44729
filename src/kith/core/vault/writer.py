"""Writing a file into the store: hashed and encrypted as it comes, never on disk in the clear."""

import hashlib
import secrets
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from uuid import UUID

from .backend import Backend
from .format import MOST_SEGMENTS, SEGMENT_BYTES, TAG_BYTES, Cipher
from .keys import KEY_BYTES, Buffer, CaseKey
from .names import ObjectName


@dataclass(frozen=True, slots=True)
class Stored:
    """What the caller keeps of a file that is now in the store. `size_bytes` is of the file, not the object."""

    name: ObjectName
    sha256: bytes
    size_bytes: int
    object_bytes: int
    wrapped_file_key: bytes = field(repr=False)

    @property
    def address(self) -> str:
        """The same for the same content in the same case, and only there."""
        return self.name.address


class Writer:
    """Takes one file in, piece by piece.

    Use it in a `with` block: what was not committed at its end is abandoned. The rule for content that the case holds
    already: the database has `UNIQUE (case, address)`. Commit, then insert the row. If the row is refused, another
    one has this content: delete the new object by its name and use that row's name and key, sealed or not. Objects are
    never written over each other, so neither order nor two at once can lose one.
    """

    def __init__(self, backend: Backend, *, segment_bytes: int = SEGMENT_BYTES) -> None:
        self._file_key = secrets.token_bytes(KEY_BYTES)
        self._cipher = Cipher.new(self._file_key, UUID(bytes=secrets.token_bytes(16)), segment_bytes)
        self._hash, self._size_bytes, self._number = hashlib.sha256(), 0, 0
        self._waiting = bytearray()
        self._locked = bytearray(segment_bytes + TAG_BYTES)
        self._finished = self._closed = False
        self._part = backend.begin()
        self._put(self._cipher.header)

    def write(self, chunk: Buffer) -> int:
        """Add bytes of the file.

        Raises:
            NoRoom: the store is full; nothing is left behind and the writer is closed.
            ValueError: the writer was finished or closed.
        """
        if self._finished or self._closed:
            raise ValueError("This writer takes no more: it was finished, committed or abandoned.")
        view = memoryview(chunk).cast("B")
        self._hash.update(view)
        self._size_bytes += len(view)
        self._take(view)
        return len(view)

    def finish(self) -> bytes:
        """Write what is left and give the SHA-256 of the file, so that a caller can look before it commits."""
        if not self._finished:
            if self._closed:
                raise ValueError("This writer was abandoned.")
            self._segment(self._waiting, last=True)
            self._waiting.clear()
            self._finished = True
        return self._hash.digest()

    def commit(self, case_key: CaseKey) -> Stored:
        """Keep the file for good: when this returns it outlasts a power cut.

        Raises:
            NoRoom: nothing is left behind.
        """
        sha256 = self.finish()
        if self._closed:
            raise ValueError("This writer was already committed or abandoned.")
        name = ObjectName(case_key.address(sha256), self._cipher.file_id)
        wrapped = case_key.wrap_file_key(name, self._file_key)
        try:
            self._part.keep(name)
        except BaseException:
            self.abandon()
            raise
        self._closed = True
        return Stored(name, sha256, self._size_bytes, self._object_bytes(), wrapped)

    def abandon(self) -> None:
        """Forget the file; does nothing once it is committed."""
        if not self._closed:
            self._closed = True
            self._part.drop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.abandon()

    def _take(self, view: memoryview) -> None:
        # A full segment waits until more comes, because the last one is marked as the last.
        whole = self._cipher.segment_bytes
        while len(self._waiting) + len(view) > whole:
            if self._waiting:
                room = whole - len(self._waiting)
                self._waiting += view[:room]
                self._segment(self._waiting, last=False)
                self._waiting.clear()
            else:
                room = whole
                self._segment(view[:room], last=False)
            view = view[room:]
        self._waiting += view

    def _segment(self, plain: Buffer, *, last: bool) -> None:
        if self._number >= MOST_SEGMENTS:
            raise ValueError("This file is larger than one object can be (4 PiB).")
        locked = memoryview(self._locked)[: len(plain) + TAG_BYTES]
        self._cipher.lock(self._number, plain, locked, last=last)
        self._number += 1
        self._put(locked)

    def _put(self, data: Buffer) -> None:
        try:
            self._part.write(data)
        except BaseException:
            self.abandon()
            raise

    def _object_bytes(self) -> int:
        return len(self._cipher.header) + self._size_bytes + self._number * TAG_BYTES
