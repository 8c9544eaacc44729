"""Checkpoints: one signature over where every chain ends at one moment.

The ends are the leaves of a hash tree, in the order of chain ids; its root is signed together with the hash of the
checkpoint before. So one signature covers all, an export proves its own chain with a few hashes and tells nothing of
others, and a checkpoint that is kept outside covers every one before it.

References:
    docs/adr/0009-ledger-proof.md
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from kith.core.ledger import lines, signing, trees

KIND = "kith ledger checkpoint 1"
NONE_BEFORE = bytes(32).hex()


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A signed checkpoint as it is kept; `statement` is the canonical JSON that was signed."""

    number: int
    statement: str
    public_key: bytes
    signature: bytes

    @property
    def digest(self) -> str:
        """What the next checkpoint names, and what can be noted outside."""
        return hashlib.sha256(self.statement.encode()).hexdigest()

    @property
    def at(self) -> datetime:
        """When it was made, as its maker's clock said."""
        return datetime.fromisoformat(json.loads(self.statement)["at"])

    @property
    def stamped_words(self) -> bytes:
        """What a time-stamping authority is asked to witness: the statement and its signature."""
        return f"{self.statement}\n{self.signature.hex()}\n".encode()


@dataclass(frozen=True, slots=True)
class Proof:
    """That a chain ended at line `seq`, of this hash, when a checkpoint was made: its leaf's place, and the way up."""

    seq: int
    digest: bytes
    index: int
    hashes: list[bytes]


def take_checkpoint(*, key: signing.CheckpointKey, at: datetime) -> Checkpoint | None:
    """Sign where every chain ends now; None, and nothing written, if none has grown since the last checkpoint."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT next_number, leaf FROM kith_checkpoint_begin()")
        rows = cursor.fetchall()
        if not rows:
            return None
        made = _signed(rows[0][0], [bytes(leaf) for _, leaf in rows], newest(), key, at)
        cursor.execute(
            "SELECT kith_checkpoint_keep(%s, %s, %s, %s)",
            [made.number, made.statement, made.public_key, made.signature],
        )
    return made


def _signed(
    number: int, leaves: list[bytes], before: Checkpoint | None, key: signing.CheckpointKey, at: datetime
) -> Checkpoint:
    statement = lines.canonical(
        {
            "at": at.isoformat(timespec="microseconds"),
            "before": before.digest if before else NONE_BEFORE,
            "chains": len(leaves),
            "key": key.fingerprint,
            "kith": KIND,
            "number": number,
            "root": trees.fold(leaves).hex(),
        }
    )
    return Checkpoint(number, statement, key.public, key.sign(statement))


def newest() -> Checkpoint | None:
    """Give the newest checkpoint."""
    return next(_rows("ORDER BY c.number DESC LIMIT 1"), None)


def newest_stamped(before: int) -> Checkpoint | None:
    """Give the newest checkpoint before this one that carries a time stamp."""
    where = f"JOIN core_checkpoint_stamp s USING (number) WHERE number < {int(before)} ORDER BY number DESC LIMIT 1"
    return next(_rows(where), None)


def all_checkpoints() -> Iterator[Checkpoint]:
    """Give every checkpoint, oldest first."""
    return _rows("ORDER BY c.number")


def unstamped(since: datetime) -> list[Checkpoint]:
    """Give those made since then that wait for a time stamp, oldest first."""
    where = "LEFT JOIN core_checkpoint_stamp s USING (number) WHERE s.number IS NULL ORDER BY c.number DESC LIMIT 200"
    return sorted((each for each in _rows(where) if each.at >= since), key=lambda each: each.number)


def _rows(rest: str) -> Iterator[Checkpoint]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT c.number, c.statement, c.public_key, c.signature FROM core_checkpoint c {rest}")
        for number, statement, public_key, signature in cursor.fetchall():
            yield Checkpoint(number, statement, bytes(public_key), bytes(signature))


def proof_of(chain: UUID, checkpoint: Checkpoint) -> Proof | None:
    """Prove where a chain ended when a checkpoint was made; None if it had not begun, or is not this worker's."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kith_checkpoint_end(%s, %s)", [chain, checkpoint.number])
        (seq,) = cursor.fetchone()
        if seq is None:
            return None
        cursor.execute("SELECT hash FROM core_ledger WHERE chain = %s AND seq = %s", [chain, seq])
        found = cursor.fetchone()
        cursor.execute("SELECT kith_checkpoint_leaves(%s)", [checkpoint.number])
        leaves = [bytes(leaf) for (leaf,) in cursor.fetchall()]
    digest = bytes(found[0]) if found else b""
    own = leaf_of(chain, seq, digest)
    if own not in leaves:  # the line was changed since: nothing can be proved
        return None
    index = leaves.index(own)
    return Proof(seq, digest, index, trees.inclusion_proof(leaves, index))


def leaf_of(chain: UUID, seq: int, digest: bytes) -> bytes:
    """Hash where a chain ends, as a leaf of the tree."""
    return trees.leaf_hash(lines.canonical({"chain": str(chain), "hash": digest.hex(), "seq": seq}).encode())
