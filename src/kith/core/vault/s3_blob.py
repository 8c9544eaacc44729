"""Reading an object out of a bucket by ranges: what is read in order comes in ever larger pieces, the rest as asked."""

import re
from typing import Any

from .backend import Missing, NoAnswer
from .format import HEADER_BYTES, SEGMENT_BYTES, TAG_BYTES
from .keys import Buffer
from .names import ObjectName
from .s3_client import TRIES, BotoCoreError, ClientError, answered, said

#: The header and the first segment come at opening: of most files that is all there is.
FIRST_BYTES = HEADER_BYTES + SEGMENT_BYTES + TAG_BYTES
LARGEST_PIECE_BYTES = 4 << 20
_RANGE = re.compile(r"bytes \d+-\d+/(\d+)")


class S3Blob:
    """One object that is being read. It keeps its first piece, and the last one that was fetched."""

    def __init__(self, client: Any, at: dict[str, str], name: ObjectName) -> None:
        self._client, self._at, self._name = client, at, name
        self._is_open = True
        self._size = FIRST_BYTES  # until the store has said
        first = self._fetch(0, FIRST_BYTES)
        self._kept: list[tuple[int, bytearray]] = [(0, first)]

    @property
    def object_bytes(self) -> int:
        """Its size when it was opened."""
        return self._size

    def read_into(self, start: int, into: Buffer) -> int:
        """Fill `into`, from what was fetched and, where that ends, from the store."""
        if not self._is_open:
            raise ValueError("This object was closed.")
        view = memoryview(into)
        wanted, done = min(len(view), max(0, self._size - start)), 0
        while done < wanted:
            begin, piece = self._piece_at(start + done, wanted - done)
            within = start + done - begin
            taken = memoryview(piece)[within : within + wanted - done]
            view[done : done + len(taken)] = taken
            done += len(taken)
        return done

    def close(self) -> None:
        """Forget what was fetched; nothing is held open at the store."""
        self._is_open = False
        self._kept = []

    def _piece_at(self, start: int, wanted: int) -> tuple[int, bytearray]:
        for begin, piece in self._kept:
            if begin <= start < begin + len(piece):
                return begin, piece
        before = max((len(piece) for begin, piece in self._kept if begin + len(piece) == start), default=0)
        length = max(wanted, min(2 * before, LARGEST_PIECE_BYTES))  # in order: twice as much as the last time
        length = min(length, self._size - start)
        del self._kept[1:]  # before the next is fetched, so that no more than one large piece is held
        self._kept.append((start, self._fetch(start, length)))
        return self._kept[-1]

    def _fetch(self, start: int, length: int) -> bytearray:
        """Ask for a range; an answer that breaks off is asked for again."""
        with answered():
            for tries_left in reversed(range(TRIES)):
                try:
                    return self._ask(start, length)
                except ClientError as error:
                    code, status = said(error)
                    if status == 404 and code != "NoSuchBucket":
                        raise Missing(f"The store does not hold the object {self._name}.") from None
                    if status == 416 and not start:
                        self._size = 0
                        return bytearray()
                    raise
                except BotoCoreError:
                    if not tries_left:
                        raise
        raise AssertionError("the last try gives or raises")

    def _ask(self, start: int, length: int) -> bytearray:
        answer = self._client.get_object(Range=f"bytes={start}-{start + length - 1}", **self._at)
        came = int(answer["ContentLength"])
        if not start:
            self._size = _whole_size(answer, came)
        if came != min(length, self._size - start):
            answer["Body"].close()
            raise NoAnswer("it does not give the range that it was asked for")
        into, done = memoryview(bytearray(came)), 0
        while got := answer["Body"].readinto(into[done:]) if done < came else 0:
            done += got
        if done != came:
            raise BotoCoreError
        return into.obj  # type: ignore[return-value]  # the bytearray above


def _whole_size(answer: dict[str, Any], came: int) -> int:
    found = _RANGE.fullmatch(answer.get("ContentRange", ""))
    if found:
        return int(found[1])
    if came > FIRST_BYTES:
        answer["Body"].close()
        raise NoAnswer("it gives whole objects where a part was asked for")
    return came
