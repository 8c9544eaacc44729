"""Opens one stored file away from Kith: an object copied out of a store or a backup, its sealed key, no database."""

import os
from pathlib import Path

from kith.core.replayed import lines

from .backend import Missing
from .disk import DiskBlob
from .format import Tampered
from .names import ObjectName
from .reader import Reader


def open_alone(path: Path, file_key: bytes) -> Reader:
    """Open an object that lies in a file of its own name.

    Raises:
        Missing: there is no such file.
        Tampered: it is not the object that was stored, or another one lies in its place.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        raise Missing(f"{path} is not there.") from None
    reader = Reader(DiskBlob(handle), file_key)
    if reader.cipher.file_id != ObjectName.parse(path.name).file_id:
        reader.close()
        raise Tampered(f"Another object lies where {path.name} should be.")
    return reader


def sealed_key_in(path: Path, name: ObjectName) -> bytes | None:
    """Find an object's sealed key in a list of sealings (`sealings.jsonl`); the last one holds."""
    found = [line["sealed_key"] for line in lines(path) if line["object"] == str(name)]
    return bytes.fromhex(found[-1]) if found else None
