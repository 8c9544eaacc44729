"""Kith's reader in a process of its own: every item ready to load, with its place in the file; none is kept.

usage: python -m bench.read_kith FILE count|check|apart

`count` is what is timed. `check` goes through the items again and compares what a count cannot show: that their spans
tile the file, and whose they are. `apart` reads as Kith does for a worker: in an isolated child, decoded here.
"""

import hashlib
import json
import os
import sys
import time
from collections import Counter, deque
from pathlib import Path
from typing import Any

from bench.children import peak_of
from kith.engines.readers import Ending, Item, Source, read
from kith.engines.readers.evidence import Evidence


def count(path: Path) -> dict[str, Any]:
    """Read the file once; the counts are the reader's own."""
    source = Source.of_path(path)
    pieces = read(source)
    deque(pieces, maxlen=0)
    return {**_counts(pieces.evidence), "sha256": source.hashed()}


def check(path: Path) -> dict[str, Any]:
    """Read the file and look at every item."""
    at, is_tiled = 0, True
    senders: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    files = 0
    for piece in read(Source.of_path(path)):
        is_tiled, at = is_tiled and piece.start == at, piece.end
        if isinstance(piece, Item):
            kinds[piece.kind] += 1
            files += piece.attachment is not None
            senders.update((piece.sender,) if piece.sender is not None else ())
        else:
            kinds["unread"] += 1
    is_tiled = is_tiled and at == path.stat().st_size
    return {"is_tiled": is_tiled, "senders": dict(senders), "attachments": files, "kinds": dict(kinds)}


def apart(path: Path) -> dict[str, Any]:
    """Read the file in an isolated child, and have its items in this process."""
    from kith.core import isolation
    from kith.exhibits import reading

    original = os.open(path, os.O_RDONLY)
    about, told = os.pipe()
    os.write(told, json.dumps({"name": path.name, "sha256": _sha256(path)}).encode())
    os.close(told)
    ending: Ending | None = None
    began, pieces, first, child_peak = time.perf_counter(), 0, 0.0, 0.0
    with isolation.run_isolated(reading.__name__, give={"original": original, "about": about}) as child:
        for frame in child:
            child_peak = max(child_peak, peak_of(child.pid))
            if frame[:1] == reading.PIECES:
                pieces += len(reading.pieces_in(frame[1:]))
                first = first or time.perf_counter() - began
            elif frame[:1] == reading.ENDING:
                ending = reading.ending_in(frame[1:])
    if ending is None:
        raise RuntimeError("the child gave no ending")
    found = _counts(ending.evidence)
    return {**found, "pieces": pieces, "first": first, "child_mb": child_peak, "state": child.state}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _counts(evidence: Evidence) -> dict[str, Any]:
    return {"kinds": dict(evidence.kinds), "unread": evidence.unread}


if __name__ == "__main__":
    asked = {"count": count, "check": check, "apart": apart}[sys.argv[2]]
    print(json.dumps(asked(Path(sys.argv[1]))))
