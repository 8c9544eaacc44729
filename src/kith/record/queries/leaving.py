"""What would leave, judged; what has left."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kith.core import clock, files
from kith.engines import guard
from kith.record import rules
from kith.record.models import Case, Disclosed, FactAudience, Participant, ProtectedFact


@dataclass(frozen=True, slots=True)
class OutgoingFile:
    """Exact bytes that would leave, with the name their reader would see."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """What is about to leave by one channel: `files` are the exact bytes; subject and text are theirs in plain words."""

    channel: str
    files: tuple[OutgoingFile, ...]
    subject: str = ""
    text: str = ""


def judge(*, case: Case, reader: Participant, outgoing: Outgoing) -> guard.Verdict:
    """Say what the guard finds for this reader, without keeping anything."""
    verdict = guard.check(
        guard.Outgoing(
            channel=outgoing.channel,
            audience=str(reader.id),
            subject=outgoing.subject,
            text=outgoing.text,
            attachments=tuple(guard.Attachment(each.name, each.data) for each in outgoing.files),
        ),
        facts_of(case),
        _held_by(case, reader),
    )
    if verdict.unopened and rules.is_private_reader(reader.part):
        return guard.Verdict(guard.Level.BLOCK, verdict.findings, verdict.unopened)
    return verdict


def facts_of(case: Case, today: date | None = None) -> list[guard.Fact]:
    """Give the case's protected facts, opened in memory for the guard; those whose time is over are left out."""
    day = today or clock.now().date()
    rows = [
        row
        for row in ProtectedFact.objects.filter(case=case).order_by("added_at", "id")
        if row.until_on is None or row.until_on >= day
    ]
    audience: dict[Any, set[str]] = {}
    for fact_id, participant_id in FactAudience.objects.filter(case=case).values_list("fact_id", "participant_id"):
        audience.setdefault(fact_id, set()).add(str(participant_id))
    values = files.unlock_texts(case.id, [(f"protectedfact.value:{row.id}", row.value_sealed) for row in rows])
    with_aliases = [row for row in rows if row.aliases_sealed is not None]
    opened = files.unlock_texts(
        case.id, [(f"protectedfact.aliases:{row.id}", bytes(row.aliases_sealed or b"")) for row in with_aliases]
    )
    aliases = {row.id: tuple(json.loads(text)) for row, text in zip(with_aliases, opened, strict=True)}
    return [
        guard.Fact(
            id=str(row.id),
            kind=guard.Kind(row.kind),
            value=value,
            aliases=aliases.get(row.id, ()),
            geo=_geo(row),
            may_know=frozenset(audience.get(row.id, ())),
        )
        for row, value in zip(rows, values, strict=True)
    ]


def _geo(row: ProtectedFact) -> guard.Geo | None:
    if row.latitude is None or row.longitude is None:
        return None
    return guard.Geo(row.latitude, row.longitude, float(row.radius_m or 500))


def _held_by(case: Case, reader: Participant) -> Sequence[guard.Earlier]:
    held = Disclosed.objects.filter(case=case, reader=reader).values_list("fact_id", "part_text")
    return [guard.Earlier(str(reader.id), str(fact), part) for fact, part in held]


def without_words(verdict: guard.Verdict) -> dict[str, Any]:
    """Give a verdict as it is kept: facts by id and places, never the words that were found."""
    return {
        "level": str(verdict.level),
        "findings": [
            {"fact": each.fact, "level": str(each.level), "where": each.where, "disguise": each.disguise}
            for each in verdict.findings
        ],
        "unopened": [{"where": each.where, "why": each.why} for each in verdict.unopened],
    }
