"""Checking the database's own ledger: every chain, and every checkpoint against the chains."""

import hashlib
import json
from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from kith.core.ledger import checkpoints, signing, trees
from kith.core.ledger.lines import START, canonical, commitment


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where the ledger does not hold: a line of a chain, or (`chain` None) a checkpoint."""

    chain: UUID | None
    seq: int
    why: str


def verify() -> Iterator[Fault]:
    """Walk every chain in the database and yield each place that does not hold: link, order, gap, commitment.

    Runs as the owner role (no worker may read every chain). Streams: memory does not grow with the ledger.
    """
    previous: dict[UUID, tuple[int, bytes]] = {}
    with connection.connection.cursor(name="kith_ledger_walk") as cursor:
        cursor.execute(
            "SELECT l.chain, l.seq, l.body, l.hash, w.name, w.salt, w.text FROM core_ledger l"
            " LEFT JOIN core_ledger_words w ON w.chain = l.chain AND w.seq = l.seq ORDER BY l.chain, l.seq, w.name"
        )
        for chain, seq, body, digest, name, salt, text in cursor:
            last_seq, last_hash = previous.get(chain, (0, START))
            if seq != last_seq:  # a row of words may repeat the same line
                yield from check_link(chain, seq, body, bytes(digest), last_seq, last_hash)
                previous[chain] = (seq, bytes(digest))
            if name is not None and _read(_read(body).get("words")).get(name) != commitment(bytes(salt), text):
                yield Fault(chain, seq, f"the words kept as '{name}' are not the words that were written")
    yield from _check_heads(previous)


def _read(kept: object) -> dict[str, object]:
    """Read an object; whatever is none (somebody wrote over it) is an empty one, and so does not hold."""
    if isinstance(kept, str):
        try:
            kept = json.loads(kept)
        except ValueError:
            return {}
    return kept if isinstance(kept, dict) else {}


def check_link(chain: UUID, seq: int, body: str, digest: bytes, last_seq: int, last_hash: bytes) -> Iterator[Fault]:
    """Check that a line follows from the one before."""
    if seq != last_seq + 1:
        yield Fault(chain, seq, f"line {last_seq + 1} is missing")
    if hashlib.sha256(last_hash + body.encode()).digest() != digest:
        yield Fault(chain, seq, "the line does not follow from the one before it")


def _check_heads(last: Mapping[UUID, tuple[int, bytes]]) -> Iterator[Fault]:
    """Compare with the heads table, so that lines cut from the end of a chain are noticed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT chain, seq, hash FROM core_ledger_head")
        for chain, seq, digest in cursor.fetchall():
            if last.get(chain, (0, START)) != (seq, bytes(digest)):
                yield Fault(chain, seq, "the end of the chain is not where it was left")


def verify_checkpoints(pinned: frozenset[str], noted: Mapping[int, str] | None = None) -> Iterator[Fault]:
    """Check every checkpoint: order, signature, key, and that the chains still hold each end it signed.

    Args:
        pinned: fingerprints kept outside; with none, any key that signs is taken.
        noted: number -> digest of checkpoints noted outside; each must be there still.
    """
    missing = dict(noted or {})
    before, number = checkpoints.NONE_BEFORE, 0
    ends = _Ends()
    for each in checkpoints.all_checkpoints():
        number += 1
        if each.number != number:
            yield Fault(None, each.number, f"checkpoint {number} is missing")
            number = each.number
        yield from _check_statement(each, before, ends.root_at(each.number), len(ends.leaves), pinned)
        if missing.pop(each.number, each.digest) != each.digest:
            yield Fault(None, each.number, "it is not the checkpoint that was noted outside")
        before = each.digest
    for each_number in sorted(missing):
        yield Fault(None, each_number, "it was noted outside and is not here: the ledger was taken back behind it")
    yield from _check_ends()


def _check_statement(
    each: checkpoints.Checkpoint, before: str, root: str, chains: int, pinned: frozenset[str]
) -> Iterator[Fault]:
    own = signing.fingerprint_of(each.public_key)
    said = _read(each.statement)
    if canonical(said) != each.statement or (said.get("kith"), said.get("number")) != (checkpoints.KIND, each.number):
        yield Fault(None, each.number, "it is not written as a checkpoint is")
    if said.get("before") != before:
        yield Fault(None, each.number, "it does not follow from the checkpoint before it")
    if (said.get("root"), said.get("chains")) != (root, chains):
        yield Fault(None, each.number, "the ends of the chains are not those that were signed")
    if said.get("key") != own or not signing.holds(each.public_key, each.signature, each.statement):
        yield Fault(None, each.number, "its signature does not hold")
    if pinned and own not in pinned:
        yield Fault(None, each.number, f"it was signed by a key that is not the pinned one ({signing.grouped(own)})")


class _Ends:
    """The ends of all chains as each checkpoint saw them, one checkpoint after another."""

    def __init__(self) -> None:
        self.chains: list[UUID] = []
        self.leaves: list[bytes] = []

    def root_at(self, number: int) -> str:
        """Take in what had grown by this checkpoint, and give the root."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT chain, seq, hash FROM core_checkpoint_head WHERE number = %s", [number])
            for chain, seq, digest in cursor.fetchall():
                place = bisect_left(self.chains, chain)
                leaf = checkpoints.leaf_of(chain, seq, bytes(digest))
                if place < len(self.chains) and self.chains[place] == chain:
                    self.leaves[place] = leaf
                else:
                    insort(self.chains, chain)
                    self.leaves.insert(place, leaf)
        return trees.fold(self.leaves).hex()


def _check_ends() -> Iterator[Fault]:
    """Compare each end that was signed with the line that stands there now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT e.chain, e.seq, min(e.number), bool_or(l.seq IS NULL) FROM core_checkpoint_head e"
            " LEFT JOIN core_ledger l ON l.chain = e.chain AND l.seq = e.seq"
            " WHERE l.hash IS DISTINCT FROM e.hash GROUP BY e.chain, e.seq ORDER BY e.chain, e.seq"
        )
        for chain, seq, number, is_gone in cursor.fetchall():
            now = "is not there any more" if is_gone else "is not the one that stands there now"
            yield Fault(chain, seq, f"the line that checkpoint {number} signed {now}")
