"""A small ledger with what an export must carry, exported; and a forger's hands."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
from django.db import connections, transaction
from tests import database

from kith.core import ledger
from kith.core.ledger import checking, checkpoints, exporting
from kith.core.ledger.signing import CheckpointKey
from kith.core.models import Worker
from kith.core.transactions import scoped
from kith.record.testing import AT, case, worker

if TYPE_CHECKING:
    from kith.record.models import Case

Record = dict[str, object]


@dataclass(frozen=True)
class Exports:
    """One case exported twice (the second time it had grown), and another case of the same ledger."""

    key: CheckpointKey
    case: Path
    older: Path
    other: Path

    @property
    def pinned(self) -> frozenset[str]:
        """The fingerprint that was kept outside."""
        return frozenset({self.key.fingerprint})


def tell(made: "Case", by: Worker, text: str, *, verb: str = "entry.written") -> None:
    """Have the ledger told of an entry."""
    with scoped(worker_id=by.id):
        ledger.note(verb, by=by.id, at=AT, case_id=made.id, about=made, words={"text": text, "why": f"{text}?"})


def as_super(cluster, name: str, *statements: str) -> None:
    """Do what no role of Kith's may."""
    with psycopg.connect(cluster.superuser_url(name), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


@contextmanager
def as_owner(cluster, name: str) -> Iterator[None]:
    """Run a block as the owner role."""
    settings = connections["default"].settings_dict
    before = dict(settings)
    connections["default"].close()
    settings.update(database.settings_for(cluster, name, "kith_owner"))
    try:
        with transaction.atomic():
            yield
    finally:
        connections["default"].close()
        settings.update(before)


def faults(cluster, name: str, pinned: frozenset[str] = frozenset(), noted=None) -> list[checking.Fault]:
    """Verify a whole ledger."""
    with as_owner(cluster, name):
        return [*checking.verify(), *checking.verify_checkpoints(pinned, noted)]


def export(made: "Case", by: Worker, place: Path, key: CheckpointKey, *, with_words: bool = True) -> Path:
    """Export a case."""
    chain = exporting.Chain(made.id, made.reference, with_words)
    return exporting.export_as(chain=chain, place=place, key=key, by=by, at=AT).place


def make_exports(cluster, name: str, folder: Path) -> Exports:
    """Make a ledger of seven cases and export from it."""
    key, amal = CheckpointKey.new(), worker()
    cases = [case(amal) for _ in range(7)]
    for number in range(4):
        for each in cases[2:4]:
            tell(each, amal, f'Séance {number}: \U0001f600 "quoted"\n\tand \\ more')
    as_super(
        cluster,
        name,
        "DELETE FROM core_ledger_words w USING core_ledger l WHERE w.chain = l.chain AND w.seq = l.seq"
        " AND l.seq = 3 AND w.name = 'why'",
    )
    checkpoints.take_checkpoint(key=key, at=AT - timedelta(hours=1))
    older = export(cases[3], amal, folder / "older", key)
    for number in range(3):
        tell(cases[3], amal, f"later {number}")
    return Exports(
        key, export(cases[3], amal, folder / "case", key), older, export(cases[2], amal, folder / "other", key)
    )


def read(place: Path) -> list[bytes]:
    """Read the lines of an export, line feeds kept."""
    return (place / "ledger.jsonl").read_bytes().splitlines(keepends=True)


def raw(record: Record) -> bytes:
    """Write a record as an export does."""
    return f"{ledger.canonical(record)}\n".encode()


def resealed(records: list[Record], key: CheckpointKey | None) -> list[bytes]:
    """Do what a clever forger would: work out every hash again; sign with a key of their own, if they have one."""
    before, count = bytes(32), 0
    for each in records:
        if "line" in each:
            count += 1
            before = hashlib.sha256(before + ledger.canonical(each["line"]).encode()).digest()
            each |= {"hash": before.hex(), "seq": count}
    records[0]["lines"] = count
    written = [raw(each) for each in records[:-1]]
    end = records[-1]["end"] | {"lines": count, "sha256": hashlib.sha256(b"".join(written)).hexdigest()}
    last = records[-1] | {"end": end}
    if key is not None:
        last |= {"public_key": key.public.hex(), "signature": key.sign(ledger.canonical(end)).hex()}
    return [*written, raw(last)]


def records_of(place: Path) -> list[Record]:
    """Read the records of an export."""
    return [json.loads(line) for line in read(place)]
