"""Telling the ledger: notes gathered in a transaction, written as canonical JSON by the database's own function."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import connection

AGENCY = UUID(int=0)
START = bytes(32)
MOST_LITTLE = 50

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


def is_little(notes: Sequence[Note]) -> bool:
    """Tell whether these notes are as few and as short as those of nearly every action."""
    return len(notes) <= MOST_LITTLE and sum(len(text) for each in notes for text in each.words.values()) <= 32_000


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
