"""Lists that outlive a restore: one JSON line for each thing that must be done again on what an older backup holds.

Append-only files in the agency's folder, copied into each backup. After a restore the lines of the backup's copy and of
the machine's own copy stand together, each once.
"""

import fcntl
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

#: What is copied into each backup and joined on restore.
LISTS = ("erasures.jsonl", "sealings.jsonl")


class BrokenList(Exception):
    """A line of a list cannot be read; the text names the file and the line."""


def append(path: Path, line: Mapping[str, str]) -> None:
    """Add a line, durably: when this returns it outlasts a power cut."""
    _append(path, json.dumps(line, sort_keys=True).encode())


def _append(path: Path, line: bytes) -> None:
    with path.open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        path.chmod(0o600)
        if file.seek(0, os.SEEK_END):
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":  # a power cut in the middle of the line before
                file.write(b"\n")
        file.write(line + b"\n")
        file.flush()
        os.fsync(file.fileno())


def lines(path: Path) -> Iterator[dict[str, str]]:
    """Give the lines of a list, in order; none where there is no list.

    Raises:
        BrokenList: a line other than one that a power cut left unfinished cannot be read.
    """
    if not path.exists():
        return
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        if line.strip():
            try:
                yield json.loads(line)
            except ValueError:
                if not _was_cut_short(line):
                    raise BrokenList(f"Line {number} of {path} cannot be read: it was altered.") from None


def join(path: Path, others: Iterable[bytes]) -> int:
    """Add to a list those lines of other copies of it that it lacks; give how many there were."""
    have = set(path.read_bytes().splitlines()) if path.exists() else set()
    added = 0
    for line in others:
        if line.strip() and line not in have and not _was_cut_short(line):
            _append(path, line)
            have.add(line)
            added += 1
    return added


def _was_cut_short(line: bytes) -> bool:
    """Tell whether a power cut left this line unfinished: it reads as JSON as far as it goes."""
    text = line.decode(errors="replace")
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return error.pos >= len(text) or error.msg.startswith("Unterminated")
    return False
