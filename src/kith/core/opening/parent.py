"""The parent's side: what a child is given, and what is made of what it says or of its end."""

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Final, TypeVar

import msgspec

from kith.core import isolation
from kith.core.opening import tesseract
from kith.core.opening.telling import (
    MOST_FRAME_BYTES,
    About,
    Cleaned,
    Drawn,
    Orders,
    Task,
    cleaned,
    drawn,
    encode,
    gathered,
    hidden,
    told,
)
from kith.engines.cleaning import LeftOut
from kith.engines.guard import Attachment
from kith.engines.guard.opening import Gathering

CHILD: Final = "kith.core.opening.child"
#: All files of one check together. A page waits no longer than this, whatever it is sent.
MOST_SECONDS: Final = 60.0
_Frame = TypeVar("_Frame")
_TOO_MUCH: Final = "It took too much time or memory, so no copy was made."
_ENDED: Final = "it took too much time or memory to open, or broke what opened it"


def open_all(attachments: Sequence[Attachment]) -> list[Gathering]:
    """Open files in one isolated child; a file at which it dies or runs out of time is named as unread.

    After such a file another child goes on with the rest, for as long as there is time.

    Returns:
        what was gathered from each, in order.
    """
    found: list[Gathering] = []
    ends_at = time.monotonic() + MOST_SECONDS
    while len(found) < len(attachments):
        left = ends_at - time.monotonic()
        if left > 0:
            waiting = attachments[len(found) :]
            found += [gathered(each) for each in _frames(waiting, Orders([]), left, told)]
        if len(found) < len(attachments):
            found.append(_unread(attachments[len(found)].name))
    return found


def each_once() -> Callable[[Sequence[Attachment]], list[Gathering]]:
    """Give an `open_all` that opens each file once, however often it is asked, for as long as it is kept."""
    found: dict[Attachment, Gathering] = {}

    def opened(attachments: Sequence[Attachment]) -> list[Gathering]:
        new = [each for each in dict.fromkeys(attachments) if each not in found]
        if new:
            found.update(zip(new, open_all(new), strict=True))
        return [found[each] for each in attachments]

    return opened


def clean(name: str, data: bytes) -> Cleaned:
    """Make a clean copy of a file in an isolated child; `why_not` says why there is none."""
    return _one(Task.CLEAN, name, data)


def redact(name: str, data: bytes, left_out: Sequence[LeftOut]) -> Cleaned:
    """Make a copy of a PDF or a picture without something in an isolated child; `why_not` says why there is none."""
    return _one(Task.REDACT, name, data, left_out)


def draw(name: str, data: bytes, left_out: Sequence[LeftOut], page: int, *, ruled: bool = False) -> Drawn:
    """Draw a page (from 0) of the copy without something, or of the file itself where there is no copy."""
    orders = Orders([], Task.DRAW, list(left_out), page, ruled)
    found = _frames([Attachment(name, data)], orders, MOST_SECONDS, drawn)
    return next(found, Drawn(b"", "", 0, _TOO_MUCH))


def _one(task: Task, name: str, data: bytes, left_out: Sequence[LeftOut] = ()) -> Cleaned:
    orders = Orders([], task, list(left_out))
    found = _frames([Attachment(name, data)], orders, MOST_SECONDS, cleaned)
    return next(found, Cleaned(b"", [], [], _TOO_MUCH))


def hidden_in(attachments: Sequence[Attachment]) -> list[list[str]]:
    """Say of each file what a clean copy would be without, in plain words; nothing of one that cannot be cleaned."""
    found = list(_frames(attachments, Orders([], Task.LOOK), MOST_SECONDS, hidden)) if attachments else []
    return [*found, *([] for _ in attachments)][: len(attachments)]


def pictures_state() -> str:
    """Tell which program reads the words in pictures.

    Raises:
        tesseract.NotHere: none does; with what is missing.
    """
    return tesseract.version()


def _frames(
    attachments: Sequence[Attachment], orders: Orders, seconds: float, decoder: msgspec.msgpack.Decoder[_Frame]
) -> Iterator[_Frame]:
    """Give what one child says of each file, for as far as it comes; the caller names what is missing."""
    with (
        suppress(isolation.ChildFailed, msgspec.MsgspecError),
        _given(attachments, orders) as given,
        _child(given, seconds) as child,
    ):
        for _, frame in zip(attachments, child, strict=False):
            yield decoder.decode(frame)


def _unread(name: str) -> Gathering:
    gathering = Gathering.closed()
    gathering.words("file name", name)
    gathering.cannot(f"attachment {name}", _ENDED)
    return gathering


def _child(given: Mapping[str, int], seconds: float) -> isolation.Isolated:
    limits = isolation.Limits(
        memory_bytes=3 << 29,
        cpu_seconds=int(MOST_SECONDS),
        wait_seconds=seconds,
        frame_bytes=MOST_FRAME_BYTES,
        may_read=tesseract.MODELS,
    )
    return isolation.run_isolated(CHILD, give=given, limits=limits)


@contextmanager
def _given(attachments: Sequence[Attachment], orders: Orders) -> Iterator[Mapping[str, int]]:
    """Give a child its orders and the files, in memory only; names are no arguments, which all on a machine see."""
    from kith.core.vault import memory_of  # not above: the child imports this package, and needs no keys

    orders.files = [About(each.name, len(each.data)) for each in attachments]
    told_it = memory_of([encode(orders)])
    try:
        files = memory_of([each.data for each in attachments])
        try:
            yield {"orders": told_it, "files": files}
        finally:
            os.close(files)
    finally:
        os.close(told_it)
