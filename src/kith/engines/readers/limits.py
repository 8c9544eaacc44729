"""How much a reader will take on, and the sentences with which it refuses."""

import msgspec


class ReaderError(Exception):
    """A refusal whose text is a plain sentence for the worker: the file, the place and the mend."""


class NotThisFormat(ReaderError):
    """Nothing here looks like what the reader reads."""


class Damaged(ReaderError):
    """The file is broken or locked; what could be read was given before."""


class TooLarge(ReaderError):
    """The file is beyond a limit. Nothing of it was read."""


class Limits(msgspec.Struct, frozen=True):
    """The most that is taken in one go. Sizes are in bytes."""

    text_bytes: int = 2 << 30
    members: int = 100_000
    expansion_ratio: int = 400
    expanded_bytes: int = 64 << 30
    depth: int = 2


def sized(count: int) -> str:
    """Say a size in bytes in the largest unit that fits."""
    size = float(count)
    for unit in ("bytes", "kB", "MB", "GB"):
        if size < 1000 or unit == "GB":
            return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{count} bytes"
