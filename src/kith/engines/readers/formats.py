"""The formats Kith reads."""

from collections.abc import Callable, Iterator

import msgspec

from kith.engines.readers import items, whatsapp
from kith.engines.readers.evidence import Evidence
from kith.engines.readers.limits import NotThisFormat
from kith.engines.readers.source import Source
from kith.engines.readers.whatsapp import Reading


class Format(msgspec.Struct, frozen=True):
    """One kind of export: how it is known, how it is read, and what it was tried with."""

    id: str
    says: str
    sniff: Callable[[Source], bool]
    read: Callable[[Source], Reading]
    tried_with: tuple[str, ...] = ()


WHATSAPP = Format(
    id="whatsapp-txt",
    says="WhatsApp 'Export chat' text",
    sniff=whatsapp.sniff,
    read=whatsapp.read,
    tried_with=("Android and iPhone layouts in 20 languages, made by hand; see samples/whatsapp_txt/README.md",),
)

FORMATS: tuple[Format, ...] = (WHATSAPP,)


class Ending(msgspec.Struct):
    """What a child process says when it has read everything: the file's hash and the evidence."""

    format: str
    sha256: str
    size: int
    evidence: Evidence


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Ending)


def detect(source: Source) -> Format | None:
    """Find the format of a source, or None."""
    return next((format_ for format_ in FORMATS if format_.sniff(source)), None)


def read(source: Source) -> Reading:
    """Read a source in whatever format it is.

    Raises:
        NotThisFormat: no reader knows it; the sentence shows the first lines.
        TooLarge, Damaged: see `Source`.
    """
    format_ = detect(source)
    if format_ is None:
        raise NotThisFormat(whatsapp.unknown(source))
    return format_.read(source)


def batches(source: Source, size: int = 5000) -> Iterator[bytes]:
    """Read a source and pack its pieces for another process: frames of up to `size` pieces, then one ending.

    `decode` unpacks the frames (the ending gives an empty list) and `ending` the last one.
    """
    reading = read(source)
    for batch in items.in_batches(reading, size):
        yield items.encode(batch)
    yield _encoder.encode(Ending(WHATSAPP.id, source.hashed(), source.size, reading.evidence))


def decode(frame: bytes) -> list[items.Piece]:
    """Unpack one frame; the ending holds no pieces.

    Raises:
        msgspec.MsgspecError: the frame is not one of ours. Frames from a child process are not trusted.
    """
    return [] if _is_ending(frame) else items.decode(frame)


def ending(frame: bytes) -> Ending | None:
    """Unpack the last frame; None for any other.

    Raises:
        msgspec.MsgspecError: as for `decode`.
    """
    return _decoder.decode(frame) if _is_ending(frame) else None


def _is_ending(frame: bytes) -> bool:
    # In MessagePack a map begins with 0x80-0x8f (or 0xde, 0xdf), a list with 0x90-0x9f (or 0xdc, 0xdd).
    return frame[:1] != b"" and (0x80 <= frame[0] <= 0x8F or frame[0] in (0xDE, 0xDF))
