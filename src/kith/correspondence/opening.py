"""What runs in the isolated child: it is given a mail that came, takes it apart, and can reach nothing else.

Frames to the parent: H what was heard, then for each file F its head and D its bytes, in pieces. It knows no database.
"""

from typing import Any, Final

import msgspec

from kith.core import isolation
from kith.correspondence.rules.heard import Heard, HeardFile, read_mail

HEARD, FILE, DATA = b"H", b"F", b"D"
_PIECE: Final = 1 << 20


class Head(msgspec.Struct, array_like=True):
    """A file of a mail: its name, type, size, and whether its bytes follow."""

    name: str
    media_type: str
    size_bytes: int
    is_here: bool


_encoder = msgspec.msgpack.Encoder()
_heard = msgspec.msgpack.Decoder(Heard)
_head = msgspec.msgpack.Decoder(Head)


def open_mail(work: isolation.Work) -> None:
    """Take the mail "mail" apart, believing only the mail server that "believed" names."""
    believed = work.file("believed").read().decode()
    heard, files = read_mail(work.file("mail"), believed=believed)
    work.send(HEARD + _safe(heard))
    for each in files:
        head = Head(_plain(each.name), _plain(each.media_type), each.size_bytes, each.data is not None)
        work.send(FILE + _encoder.encode(head))
        for at in range(0, len(each.data or b""), _PIECE):
            work.send(DATA + (each.data or b"")[at : at + _PIECE])


def _safe(heard: Heard) -> bytes:
    """Encode what was heard; half a character, which no text of ours may hold, becomes a question mark."""
    return _encoder.encode(_plainly(msgspec.to_builtins(heard)))


def _plainly(value: Any) -> Any:
    if isinstance(value, str):
        return _plain(value)
    if isinstance(value, dict):
        return {name: _plainly(each) for name, each in value.items()}
    return [_plainly(each) for each in value] if isinstance(value, (tuple, list)) else value


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def opened(frames: isolation.Isolated) -> tuple[Heard, list[HeardFile]]:
    """Put the frames of a child together.

    Raises:
        isolation.ChildFailed: the child failed.
        msgspec.MsgspecError: what it sent is not of this form; frames from a child are not trusted.
    """
    heard, heads, data = Heard(), [], []
    for frame in frames:
        kind, rest = frame[:1], frame[1:]
        if kind == HEARD:
            heard = _heard.decode(rest)
        elif kind == FILE:
            heads.append(_head.decode(rest))
            data.append(bytearray())
        elif kind == DATA and data:
            data[-1] += rest
    return heard, [
        HeardFile(head.name, head.media_type, bytes(piece) if head.is_here else None, head.size_bytes)
        for head, piece in zip(heads, data, strict=True)
    ]


if __name__ == "__main__":
    isolation.serve(open_mail)
