"""The ledger: append-only SHA-256 chains, one for each case and one for the agency.

A line is canonical JSON (RFC 8785, of strings, whole numbers, booleans, lists and objects). It holds ids and verbs; of
any words it holds only a salted commitment, while the words and their salt stand in a table of their own: lawful
erasure deletes those, and the chain still verifies. hash = SHA-256(hash before + line); the first hash before is 32
zero bytes. The database itself computes it, in `kith_ledger_append`, and refuses UPDATE and DELETE to every role.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import connection

AGENCY = UUID(int=0)
START = bytes(32)

_APPEND = "SELECT kith_ledger_append(%s, %s::text[], %s::int[], %s::text[], %s::bytea[], %s::text[])"

#: What a line may hold. (`object`, not a recursive type: the callers build plain dicts; `canonical` refuses the rest.)
Plain = object


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that happened, before it is written."""

    verb: str
    by: UUID
    at: datetime
    case_id: UUID | None = None
    about: str = ""
    facts: Mapping[str, Plain] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where a chain does not hold."""

    chain: UUID
    seq: int
    why: str


@dataclass(slots=True)
class Pending:
    """What a transaction will tell the ledger; `quiet` when it has said that it changed nothing."""

    notes: list[Note] = field(default_factory=list)
    quiet: bool = False


#: What the running transaction will write as its last statement; `transactions.scoped` owns it.
pending: ContextVar[Pending | None] = ContextVar("kith_ledger_pending", default=None)


def _running() -> Pending:
    found = pending.get()
    if found is None:
        raise RuntimeError("the ledger is told only inside kith.core.transactions.scoped")
    return found


def nothing_changed() -> None:
    """Say that an action changed nothing, so that it need not tell the ledger."""
    _running().quiet = True


def canonical(value: Plain) -> str:
    """Write a value as RFC 8785 canonical JSON (no floats: the ledger has none).

    Keys are ordered by UTF-16 code units, as the RFC says; whole numbers must lie within 2**53.
    """
    if isinstance(value, bool | str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int):
        if abs(value) > 2**53:
            raise ValueError("a whole number too large for canonical JSON")
        return str(value)
    if isinstance(value, Mapping):
        pairs = sorted(value.items(), key=lambda pair: pair[0].encode("utf-16-be"))
        return "{" + ",".join(f"{canonical(key)}:{canonical(each)}" for key, each in pairs) + "}"
    if isinstance(value, Sequence):
        return "[" + ",".join(canonical(each) for each in value) + "]"
    raise TypeError(f"the ledger cannot hold a {type(value).__name__}")


def commitment(salt: bytes, text: str) -> str:
    """Bind a line to words without holding them: HMAC-SHA256 of the text under a random salt, in hex."""
    return hmac.new(salt, text.encode(), hashlib.sha256).hexdigest()


def pass_on(told: Pending) -> None:
    """Give what a savepoint told to the transaction around it."""
    _running().notes.extend(told.notes)


def note(
    verb: str,
    *,
    by: UUID,
    at: datetime,
    case_id: UUID | None = None,
    about: object = "",
    facts: Mapping[str, Plain] | None = None,
    words: Mapping[str, str] | None = None,
) -> None:
    """Have the running transaction tell the ledger this, as its last statement.

    Args:
        about: the row it concerns; its model and id are kept.
        facts: ids, counts and flags; never a name or a word that somebody wrote.
        words: what somebody wrote (a reason, a text): kept apart, with a salt; the line holds the commitment.
    """
    kept = {name: text.replace("\x00", "") for name, text in (words or {}).items() if text}
    _running().notes.append(Note(verb, by, at, case_id, _naming(about), facts or {}, kept))


def _naming(about: object) -> str:
    label = getattr(getattr(about, "_meta", None), "label_lower", "")
    return f"{label}:{about.pk}" if label else str(about)  # type: ignore[attr-defined]


def write(notes: Sequence[Note]) -> None:
    """Write notes to their chains, in order, in one statement a chain."""
    chains: dict[UUID, list[Note]] = {}
    for each in notes:
        chains.setdefault(each.case_id or AGENCY, []).append(each)
    for chain in sorted(chains):  # always in one order: two transactions cannot deadlock
        _append(chain, chains[chain])


def _append(chain: UUID, notes: Sequence[Note]) -> None:
    bodies, owners, names, salts, texts = [], [], [], [], []
    for index, each in enumerate(notes, start=1):
        commitments: dict[str, str] = {}
        for name, text in each.words.items():
            salt = secrets.token_bytes(32)
            commitments[name] = commitment(salt, text)
            owners.append(index)
            names.append(name)
            salts.append(salt)
            texts.append(text)
        bodies.append(_body(each, commitments))
    with connection.wrap_database_errors:  # psycopg's own cursor: it can keep the plan of a statement as common as this
        connection.connection.execute(_APPEND, [chain, bodies, owners, names, salts, texts], prepare=True)


def _body(each: Note, commitments: Mapping[str, str]) -> str:
    return canonical(
        {
            "about": each.about,
            "at": each.at.isoformat(timespec="microseconds"),
            "by": str(each.by),
            "facts": each.facts,
            "verb": each.verb,
            "words": commitments,
        }
    )


def merkle_root(leaves: Iterable[bytes]) -> str:
    """Fold any number of leaves into one hash, in hex (RFC 6962: leaf 0x00, node 0x01), in constant memory.

    So a reading of a million items is one line of the ledger, and any one item can be proved against it.
    """
    stack: list[tuple[int, bytes]] = []
    for leaf in leaves:
        node = (0, hashlib.sha256(b"\x00" + leaf).digest())
        while stack and stack[-1][0] == node[0]:
            level, left = stack.pop()
            node = (level + 1, hashlib.sha256(b"\x01" + left + node[1]).digest())
        stack.append(node)
    if not stack:
        return hashlib.sha256(b"").hexdigest()
    root = stack.pop()[1]
    while stack:
        root = hashlib.sha256(b"\x01" + stack.pop()[1] + root).digest()
    return root.hex()


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
                yield from _check_link(chain, seq, body, bytes(digest), last_seq, last_hash)
                previous[chain] = (seq, bytes(digest))
            if name is not None and json.loads(body)["words"].get(name) != commitment(bytes(salt), text):
                yield Fault(chain, seq, f"the words kept as '{name}' are not the words that were written")
    yield from _check_heads(previous)


def _check_link(chain: UUID, seq: int, body: str, digest: bytes, last_seq: int, last_hash: bytes) -> Iterator[Fault]:
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
