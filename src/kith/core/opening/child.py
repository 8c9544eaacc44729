"""What runs in the isolated child: it is given files, opens or cleans them, and can reach nothing else."""

import contextlib
from collections.abc import Callable
from typing import BinaryIO, assert_never

from kith.core import isolation
from kith.core.opening import tesseract
from kith.core.opening.telling import Cleaned, Drawn, Orders, Task, encode, orders, told_of
from kith.engines import cleaning
from kith.engines.guard.opening import PictureReader, open_attachment


def open_or_clean(work: isolation.Work) -> None:
    """Do as the orders say, one frame a file, each sent as soon as it is done."""
    asked = orders.decode(work.file("orders").read())
    reader = None
    with contextlib.suppress(tesseract.NotHere):
        reader = tesseract.Reader().read
    with work.file("files") as files:
        for each in asked.files:
            data = _read(files, each.size)
            work.send(encode(_done(asked, each.name, data, reader)))
            work.flush()


def _done(asked: Orders, name: str, data: bytes, reader: PictureReader | None) -> object:
    match asked.task:
        case Task.OPEN:
            return told_of(open_attachment(name, data, read_picture=reader))
        case Task.CLEAN:
            return _cleaned(lambda: cleaning.clean(name, data, read_picture=reader))
        case Task.LOOK:
            return list(dict.fromkeys(each.what for each in cleaning.hidden_in(name, data)))
        case Task.REDACT:
            return _cleaned(lambda: cleaning.without(data, asked.left_out, reader))
        case Task.DRAW:
            return _drawn(data, asked)
    assert_never(asked.task)


def _cleaned(make: Callable[[], cleaning.Cleaned]) -> Cleaned:
    try:
        made = make()
    except cleaning.CannotClean as reason:
        return Cleaned(b"", [], [], str(reason))
    removed = [(each.what, each.where) for each in made.removed]
    return Cleaned(made.data, removed, [(each.what, each.where) for each in made.left], "")


def _drawn(data: bytes, asked: Orders) -> Drawn:
    """Draw the copy, or the file itself where there is no copy yet; both may fail."""
    why_not = ""
    try:
        if asked.left_out:
            data = cleaning.without(data, asked.left_out).data
    except cleaning.CannotClean as reason:
        why_not = str(reason)
    try:
        page = cleaning.shown(data, asked.page, ruled=asked.ruled)
    except cleaning.CannotClean as reason:
        return Drawn(b"", "", 0, why_not or str(reason))
    return Drawn(page.picture, page.words, page.pages, why_not)


def _read(files: BinaryIO, size: int) -> bytes:
    return files.read(size)


if __name__ == "__main__":
    isolation.serve(open_or_clean)
