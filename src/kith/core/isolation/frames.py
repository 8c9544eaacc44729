"""The words between child and parent: a length (4 bytes, big-endian), then so many bytes. Length 0 is the end.

The first frame is the child's own account of its isolation; the rest are what was asked for. What comes after the end,
or no end at all, is a failure: nothing half-told is taken for whole.
"""

import os
import struct
from collections.abc import Iterator

_LENGTH = struct.Struct(">I")
_FLUSH_BYTES = 1 << 16

Buffer = bytes | bytearray | memoryview


class BrokenFrames(Exception):
    """The child did not keep to the form."""


class FrameSender:
    """Writes frames to a pipe; waits when the reader is behind. Small frames go together."""

    def __init__(self, handle: int, most_bytes: int) -> None:
        self._handle, self._most_bytes, self._waiting = handle, most_bytes, bytearray()

    def send(self, frame: Buffer) -> None:
        """Send one frame.

        Raises:
            ValueError: it is empty or larger than the parent would take.
        """
        if not 0 < len(frame) <= self._most_bytes:
            raise ValueError(f"A frame has 1 to {self._most_bytes} bytes, not {len(frame)}.")
        self._waiting += _LENGTH.pack(len(frame))
        if len(frame) < _FLUSH_BYTES:
            self._waiting += frame
        else:
            self.flush()
            self._write(frame)
        if len(self._waiting) >= _FLUSH_BYTES:
            self.flush()

    def end(self) -> None:
        """Say that this was all."""
        self._waiting += _LENGTH.pack(0)
        self.flush()

    def flush(self) -> None:
        """Send what is waiting."""
        self._write(self._waiting)
        self._waiting.clear()

    def _write(self, data: Buffer) -> None:
        with memoryview(data) as rest:
            done = 0
            while done < len(rest):
                done += os.write(self._handle, rest[done:])


class FrameBuffer:
    """Puts frames together from what comes out of a pipe."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes, self._held, self.ended = most_bytes, bytearray(), False

    def take(self, chunk: bytes) -> Iterator[bytes]:
        """Add bytes and give the frames that are now whole, in order.

        Raises:
            BrokenFrames: a frame is too large, or something follows the end.
        """
        held, at = self._held, 0
        held += chunk
        while len(held) - at >= 4 and not self.ended:
            (length,) = _LENGTH.unpack_from(held, at)
            if length > self._most_bytes:
                raise BrokenFrames(f"it sent a piece of {length:,} bytes, and {self._most_bytes:,} is the most")
            if len(held) - at - 4 < length:
                break
            frame = bytes(held[at + 4 : at + 4 + length])
            at += 4 + length
            if length:
                yield frame
            else:
                self.ended = True
        del held[:at]
        if self.ended and held:
            raise BrokenFrames("it went on after its end")
