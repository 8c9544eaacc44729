"""The ledger: append-only SHA-256 chains, one for each case and one for the agency.

A line is canonical JSON (RFC 8785, of strings, whole numbers, booleans, lists and objects). It holds ids and verbs; of
any words it holds only a salted commitment, while the words and their salt stand in a table of their own: lawful
erasure deletes those, and the chain still verifies. hash = SHA-256(hash before + line); the first hash before is 32
zero bytes. The database itself computes it, in `kith_ledger_append`, and refuses UPDATE and DELETE to every role.

`lines` tells it; `checking` walks it; `checkpoints` sign where every chain ends; `stamps` have a time-stamping
authority witness a checkpoint; `exporting` writes a chain so that `verifier.py`, a program of its own, can check it.
"""

from kith.core.ledger.checking import Fault, verify
from kith.core.ledger.lines import (
    AGENCY,
    START,
    Note,
    Pending,
    Plain,
    canonical,
    commitment,
    is_little,
    note,
    nothing_changed,
    pass_on,
    pending,
    write,
)
from kith.core.ledger.trees import merkle_root

__all__ = [
    "AGENCY",
    "START",
    "Fault",
    "Note",
    "Pending",
    "Plain",
    "canonical",
    "commitment",
    "is_little",
    "merkle_root",
    "note",
    "nothing_changed",
    "pass_on",
    "pending",
    "verify",
    "write",
]
