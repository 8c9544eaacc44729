"""An export: one chain in open formats, with the program that checks it and a page that says what it proves.

A folder: `ledger.jsonl` (RFC 8785 canonical JSON, one object a line), `verify.py`, `README.txt`. Its last line signs
every byte before it, so there is none that does not matter.

References:
    docs/adr/0009-ledger-proof.md
"""

import base64
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

from django.db import connection

from kith.core import transactions
from kith.core.errors import Refusal
from kith.core.ledger import checking, checkpoints, lines, signing, stamps
from kith.core.models import Worker
from kith.core.permissions import Permission

HERE = Path(__file__).parent
LEDGER = "ledger.jsonl"
#: name in the export -> the file here
BESIDE = {"README.txt": HERE / "export_readme.txt", "verify.py": HERE / "verifier.py"}

_LINES = """
    SELECT l.seq, l.body, l.hash, w.name, w.salt, w.text FROM core_ledger l
    LEFT JOIN core_ledger_words w ON w.chain = l.chain AND w.seq = l.seq
    WHERE l.chain = %s AND l.seq <= %s ORDER BY l.seq, w.name
"""


class CannotExport(Refusal):
    """There is nothing to export, nothing that proves it, or the chain does not hold; nothing is written."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    place: Path
    lines: int
    checkpoint: int


@dataclass(frozen=True, slots=True)
class Chain:
    """What is exported."""

    id: UUID
    reference: str
    with_words: bool = True


def export(*, chain: Chain, place: Path, key: signing.CheckpointKey, at: datetime) -> Exported:
    """Write a chain, as far as the newest checkpoint covers it, to a new folder: whole, or not at all.

    Runs in a transaction that may read the chain (its worker's, or the owner's). Memory does not grow with the chain.

    Raises:
        CannotExport: the folder is there already, no checkpoint covers the chain, or the chain does not hold.
    """
    _check_free(place)
    covering = _covering(chain.id)
    part = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        part.mkdir(mode=0o700)
        for name, source in BESIDE.items():
            shutil.copyfile(source, part / name)
        with (part / LEDGER).open("xb") as file:
            _write(file, chain, covering, key, at)
            os.fsync(file.fileno())
        part.rename(place)
    except OSError as problem:
        raise CannotExport(f"{place} cannot be written: {problem.strerror}.") from None
    finally:
        shutil.rmtree(part, ignore_errors=True)
    newest, proof = covering[-1]
    return Exported(place, proof.seq, newest.number)


def export_as(*, chain: Chain, place: Path, key: signing.CheckpointKey, by: Worker, at: datetime) -> Exported:
    """Export a chain in a worker's name: the chain itself keeps that they did, and a checkpoint covers that line.

    Raises:
        CannotExport: as `export`; or this worker may not open a case at all.
    """
    if not by.may(Permission.OPEN_CASE):
        raise CannotExport("This worker's role may not open a case, so it may not export a chain either.")
    _check_free(place)
    case_id = None if chain.id == lines.AGENCY else chain.id
    with transactions.scoped(worker_id=by.id, case_id=case_id):
        facts = {"with_words": chain.with_words}
        lines.note("ledger.exported", by=by.id, at=at, case_id=case_id, facts=facts)
    checkpoints.take_checkpoint(key=key, at=at)
    with transactions.scoped(worker_id=by.id, case_id=case_id):
        return export(chain=chain, place=place, key=key, at=at)


def _check_free(place: Path) -> None:
    if place.exists() or place.is_symlink():
        raise CannotExport(f"{place} is there already. Name a folder that is not.")
    if not place.parent.is_dir():
        raise CannotExport(f"There is no folder {place.parent} in which {place.name} could be made.")


Covering = list[tuple[checkpoints.Checkpoint, checkpoints.Proof]]


def _covering(chain: UUID) -> Covering:
    """Find what proves the chain: the newest checkpoint, and before it the newest that carries a time stamp."""
    newest = checkpoints.newest()
    chosen = [newest] if newest else []
    if newest and stamps.stamp_on(newest.number) is None:
        stamped = checkpoints.newest_stamped(newest.number)
        chosen = [stamped, newest] if stamped else chosen
    found = [(each, proof) for each in chosen if (proof := checkpoints.proof_of(chain, each)) is not None]
    if not found or found[-1][0] != newest:
        raise CannotExport("No checkpoint covers this chain. 'kith ledger verify' says whether it holds.")
    return found


def _write(file: BinaryIO, chain: Chain, covering: Covering, key: signing.CheckpointKey, at: datetime) -> None:
    digest, count = hashlib.sha256(), covering[-1][1].seq
    for text in _texts(chain, covering, count, at):
        raw = f"{text}\n".encode()
        digest.update(raw)
        file.write(raw)
    end = {"chain": str(chain.id), "kith": "kith ledger export end 1", "lines": count, "sha256": digest.hexdigest()}
    signature = key.sign(lines.canonical(end)).hex()
    last = {"end": end, "public_key": key.public.hex(), "signature": signature}
    file.write(f"{lines.canonical(last)}\n".encode())
    file.flush()


def _texts(chain: Chain, covering: Covering, count: int, at: datetime) -> Iterator[str]:
    yield lines.canonical(
        {
            "beside": {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in BESIDE.items()},
            "chain": str(chain.id),
            "kith": "kith ledger export 1",
            "lines": count,
            "made_at": at.isoformat(timespec="microseconds"),
            "reference": chain.reference,
        }
    )
    yield from (_checkpoint_text(each, proof) for each, proof in covering)
    yield from _line_texts(chain, count)


def _checkpoint_text(each: checkpoints.Checkpoint, proof: checkpoints.Proof) -> str:
    return lines.canonical(
        {
            "checkpoint": json.loads(each.statement),
            "proof": {
                "hash": proof.digest.hex(),
                "index": proof.index,
                "path": [beside.hex() for beside in proof.hashes],
                "seq": proof.seq,
            },
            "public_key": each.public_key.hex(),
            "signature": each.signature.hex(),
            "stamp": base64.b64encode(stamps.stamp_on(each.number) or b"").decode(),
        }
    )


def _line_texts(chain: Chain, count: int) -> Iterator[str]:
    last_seq, last_hash = 0, lines.START
    with connection.connection.cursor(name="kith_ledger_export") as cursor:
        cursor.execute(_LINES, [chain.id, count])
        for (seq, body, digest), rows in groupby(cursor, key=itemgetter(0, 1, 2)):
            for fault in checking.check_link(chain.id, seq, body, bytes(digest), last_seq, last_hash):
                raise CannotExport(f"Line {fault.seq} does not hold: {fault.why}. 'kith ledger verify' says more.")
            last_seq, last_hash = seq, bytes(digest)
            line = json.loads(body)
            kept = {name: {"salt": bytes(salt).hex(), "text": text} for *_, name, salt, text in rows if name}
            words = {name: _words(kept.get(name), chain.with_words) for name in line["words"]}
            yield lines.canonical({"hash": last_hash.hex(), "line": line, "seq": seq, "words": words})


def _words(kept: dict[str, str] | None, with_words: bool) -> Any:
    if kept is None:
        return "erased"
    return kept if with_words else "withheld"
