"""A sealing key as a word in a file: `kith1-sealing-private-<mark>-<52 letters and digits>`, or `-public-`."""

import base64
import os
import re
from pathlib import Path

from .keyfile import read_key_file
from .keys import KeyProblem
from .sealing import mark_of, public_of

_TEXT = re.compile(r"kith1-sealing-(private|public)-([0-9a-f]{16})-([a-z2-7]{52})")


def sealing_text(kind: str, key: bytes) -> str:
    """Write a private or a public key as one word; both bear the mark of the public one."""
    public = public_of(key) if kind == "private" else key
    return f"kith1-sealing-{kind}-{mark_of(public).hex()}-{base64.b32encode(key).decode().rstrip('=').lower()}\n"


def parse_sealing(kind: str, text: str) -> bytes:
    """Read a key from its word.

    Raises:
        KeyProblem: it is not of this kind, or has a slip in it; never shows any of it.
    """
    found = _TEXT.fullmatch(text.strip().lower())
    if not found or found[1] != kind:
        raise KeyProblem(f"A {kind} sealing key looks like kith1-sealing-{kind}-, 16 digits and 52 letters and digits.")
    key = base64.b32decode(found[3].upper() + "====")
    if sealing_text(kind, key).strip() != found[0]:
        raise KeyProblem(f"The {kind} sealing key written as {found[2]} has a slip in it.")
    return key


def read_private(path: Path) -> bytes:
    """Read a private sealing key from a file that only its owner may read. Raises KeyProblem."""
    return parse_sealing("private", read_key_file(path))


def read_public(path: Path) -> bytes:
    """Read a public sealing key from a file. Raises KeyProblem."""
    try:
        return parse_sealing("public", path.read_text(encoding="ascii"))
    except (OSError, UnicodeDecodeError):
        raise KeyProblem(f"The public sealing key {path} cannot be read.") from None


def write_pair(private_file: Path, public_file: Path, private: bytes) -> None:
    """Write both keys, each in a new file; the private one for its owner alone.

    Raises:
        KeyProblem: one of the files is there already, or cannot be written.
    """
    for path, kind, key, mode in (
        (private_file, "private", private, 0o600),
        (public_file, "public", public_of(private), 0o644),
    ):
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        except OSError as problem:
            raise KeyProblem(f"{path} cannot be written: {problem.strerror}.") from None
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(sealing_text(kind, key))
            file.flush()
            os.fsync(file.fileno())
