"""Reading a file out of the store, checked as it is read."""

import io
import os
from collections import OrderedDict
from typing import Any

from .backend import Backend, Blob
from .format import HEADER_BYTES, TAG_BYTES, Cipher, Layout, Tampered
from .keys import Buffer
from .names import ObjectName

_KEPT_SEGMENTS = 4


class Reader(io.RawIOBase):
    """One stored file as a seekable, readable file. Not for two threads at once.

    Opening it checks the header and the last segment, so its length is certain from then on. Reading decrypts only the
    segments asked for; the last few are kept, so small reads in one place cost one decryption. `read` gives all that
    was asked for unless the file ends.

    Raises:
        Tampered: the stored bytes are not those written with this key; no byte that failed its check is given.
    """

    def __init__(self, blob: Blob, file_key: bytes) -> None:
        super().__init__()
        self._blob, self._at = blob, 0
        self._kept: OrderedDict[int, bytearray] = OrderedDict()
        try:
            header = bytearray(HEADER_BYTES)
            got = blob.read_into(0, header)
            self._cipher = Cipher.of(bytes(header[:got]), file_key)
            self._layout = Layout.of(blob.object_bytes, self._cipher.segment_bytes)
            self._locked = bytearray(self._cipher.segment_bytes + TAG_BYTES)
            self._segment(self._layout.count - 1)
        except BaseException:
            self.close()
            raise

    @property
    def size_bytes(self) -> int:
        """The size of the file."""
        return self._layout.plain_bytes

    @property
    def cipher(self) -> Cipher:
        """The object's header and key, for checks."""
        return self._cipher

    def readable(self) -> bool:
        """Say yes."""
        return True

    def seekable(self) -> bool:
        """Say yes."""
        return True

    def tell(self) -> int:
        """Give the place in the file."""
        self._check_open()
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place in the file; past its end is allowed, before its start is not."""
        self._check_open()
        starts = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self.size_bytes}
        if whence not in starts or starts[whence] + offset < 0:
            raise ValueError(f"There is no such place in the file: {offset} from {whence}.")
        self._at = starts[whence] + offset
        return self._at

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as the file goes."""
        self._check_open()
        into = memoryview(buffer).cast("B")
        length = max(0, min(len(into), self.size_bytes - self._at))
        done = 0
        while done < length:
            done += self._fill(into[done:length])
        return done

    def read(self, size: int | None = -1) -> bytes:
        """Read so many bytes, or to the end."""
        left = max(0, self.size_bytes - self._at)
        wanted = left if size is None or size < 0 else min(size, left)
        into = bytearray(wanted)
        self.readinto(into)
        return bytes(into)

    def readall(self) -> bytes:
        """Read to the end."""
        return self.read()

    def close(self) -> None:
        """Close the object and forget what was decrypted."""
        if not self.closed:
            self._kept.clear()
            self._blob.close()
        super().close()

    def _fill(self, into: memoryview) -> int:
        """Copy from the segment at the present place, as much as it has; move on."""
        number, within = divmod(self._at, self._layout.segment_bytes)
        length = self._layout.plain_length(number)
        if within == 0 and len(into) >= length and number not in self._kept:
            self._unlock(number, into[:length])
            taken = length
        else:
            piece = memoryview(self._segment(number))[within : within + len(into)]
            taken = len(piece)
            into[:taken] = piece
        self._at += taken
        return taken

    def _segment(self, number: int) -> bytearray:
        if number in self._kept:
            self._kept.move_to_end(number)
            return self._kept[number]
        plain = bytearray(self._layout.plain_length(number))
        self._unlock(number, plain)
        if len(self._kept) >= _KEPT_SEGMENTS:
            self._kept.popitem(last=False)
        self._kept[number] = plain
        return plain

    def _unlock(self, number: int, into: Buffer) -> None:
        locked = memoryview(self._locked)[: len(into) + TAG_BYTES]
        if self._blob.read_into(self._layout.offset(number), locked) != len(locked):
            raise Tampered(f"Segment {number} of this object is not all there: it was cut short.")
        self._cipher.unlock(number, locked, into, last=self._layout.is_last(number))

    def _check_open(self) -> None:
        if self.closed:
            raise ValueError("This file was closed.")


def open_file(backend: Backend, name: ObjectName, file_key: bytes) -> Reader:
    """Open a stored file for reading.

    Raises:
        Missing: the store does not hold it.
        Tampered: see Reader.
    """
    reader = Reader(backend.open(name), file_key)
    if reader.cipher.file_id != name.file_id:
        reader.close()
        raise Tampered(f"Another object lies where {name} should be.")
    return reader
