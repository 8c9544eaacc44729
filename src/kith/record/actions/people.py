"""Participants, how to reach them, and what must not reach somebody."""

import base64
import json
from collections.abc import Sequence
from datetime import date, datetime
from uuid import uuid4

from kith.core import files, ledger
from kith.core.actions import action
from kith.core.models import Worker
from kith.record import rules
from kith.record.models import Case, ContactDetail, FactAudience, Participant, ParticipantName, ProtectedFact


@action
def add_participant(
    *,
    case: Case,
    known_as: str,
    part: str,
    by: Worker,
    at: datetime,
    side: str = "",
    born_on: date | None = None,
    full_name: str = "",
    aliases: Sequence[str] = (),
) -> Participant:
    """Add somebody to the case, with their part in it and the side they stand on."""
    participant = Participant.objects.create(
        case=case, known_as=known_as.strip(), part=part, side=side, born_on=born_on, added_by=by, added_at=at
    )
    names = [(ParticipantName.Kind.FULL, full_name)] + [(ParticipantName.Kind.ALIAS, alias) for alias in aliases]
    ParticipantName.objects.bulk_create(
        ParticipantName(case=case, participant=participant, kind=kind, value=value.strip())
        for kind, value in names
        if value.strip()
    )
    facts = {"part": part, "side": side}
    ledger.note("participant.added", case_id=case.id, by=by.id, at=at, about=participant, facts=facts)
    return participant


@action
def add_contact_detail(
    *,
    case: Case,
    participant: Participant,
    kind: str,
    value: str,
    by: Worker,
    at: datetime,
    is_confidential: bool = True,
    may_write: bool = False,
    verified_how: str = "",
) -> ContactDetail:
    """Add a way to reach somebody. Blank is private and unsafe: nothing is sent to it until `may_write` is said.

    Raises:
        rules.NotAnAddress: the value has not the shape of its kind.
    """
    rules.check_contact_value(kind, value)
    detail = ContactDetail(
        id=uuid4(),
        case=case,
        participant=participant,
        kind=kind,
        is_confidential=is_confidential,
        may_write=may_write,
        verified_how=verified_how,
        verified_at=at if verified_how else None,
        added_by=by,
        added_at=at,
    )
    detail.value_sealed = files.lock_text(case.id, f"contactdetail.value:{detail.id}", value.strip())
    detail.save(force_insert=True)
    facts = {"kind": kind, "participant": str(participant.id), "confidential": is_confidential, "may_write": may_write}
    words = {"value_sealed": _as_kept(detail.value_sealed)}
    ledger.note("contact.added", case_id=case.id, by=by.id, at=at, about=detail, facts=facts, words=words)
    return detail


@action
def end_contact_detail(*, detail: ContactDetail, by: Worker, at: datetime, why: str) -> ContactDetail:
    """Stop using a way to reach somebody; the row stays."""
    detail.ended_at, detail.may_write = at, False
    detail.save(update_fields=["ended_at", "may_write"])
    ledger.note("contact.ended", case_id=detail.case_id, by=by.id, at=at, about=detail, words={"why": why})
    return detail


@action
def protect_fact(
    *,
    case: Case,
    kind: str,
    value: str,
    why: str,
    since_on: date,
    by: Worker,
    at: datetime,
    aliases: Sequence[str] = (),
    may_know: Sequence[Participant] = (),
    about: Participant | None = None,
) -> ProtectedFact:
    """Protect a fact: from now on nothing that tells it may leave to anybody but those who may know it.

    Args:
        may_know: nobody named means nobody outside the team.
    """
    fact = ProtectedFact(
        id=uuid4(), case=case, kind=kind, about=about, why=why, since_on=since_on, added_by=by, added_at=at
    )
    fact.value_sealed = files.lock_text(case.id, f"protectedfact.value:{fact.id}", value.strip())
    kept = [alias.strip() for alias in aliases if alias.strip()]
    if kept:
        text = json.dumps(kept, ensure_ascii=False)
        fact.aliases_sealed = files.lock_text(case.id, f"protectedfact.aliases:{fact.id}", text)
    fact.save(force_insert=True)
    FactAudience.objects.bulk_create(
        FactAudience(case=case, fact=fact, participant=participant) for participant in may_know
    )
    facts = {"kind": kind, "may_know": sorted(str(participant.id) for participant in may_know)}
    words = {"why": why, "value_sealed": _as_kept(fact.value_sealed), "aliases_sealed": _as_kept(fact.aliases_sealed)}
    ledger.note("fact.protected", case_id=case.id, by=by.id, at=at, about=fact, facts=facts, words=words)
    return fact


def _as_kept(sealed: bytes | memoryview | None) -> str:
    """Give a sealed value as the ledger keeps it: what it commits to is what the row holds, in clear nowhere."""
    return base64.b64encode(sealed).decode() if sealed else ""


@action
def allow_to_know(*, fact: ProtectedFact, participant: Participant, by: Worker, at: datetime, why: str) -> None:
    """Let a participant know a protected fact, with the reason."""
    FactAudience.objects.get_or_create(case_id=fact.case_id, fact=fact, participant=participant)
    facts = {"participant": str(participant.id)}
    ledger.note("fact.shared", case_id=fact.case_id, by=by.id, at=at, about=fact, facts=facts, words={"why": why})
