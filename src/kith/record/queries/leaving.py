"""What would leave, judged; what has left; and the addresses it may leave to."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from kith.core import clock, files, opening
from kith.core.vault import Missing, Tampered, WrongKey
from kith.engines import guard
from kith.record import rules
from kith.record.models import (
    Case,
    ContactDetail,
    Disclosed,
    FactAudience,
    Participant,
    ProtectedFact,
    Release,
    ReleasedCopy,
    SecondLookFile,
)

#: The media type of a whole e-mail: it is judged by its parts, as its reader's program will show them.
MAIL = "message/rfc822"
#: The words of a message that is nothing but words (a text, what may be said in a call), as its reader gets them.
WORDS = "text/plain; charset=utf-8"
_OF_A_PART = frozenset({"content-type", "content-transfer-encoding", "content-disposition", "mime-version"})


@dataclass(frozen=True, slots=True)
class OutgoingFile:
    """Exact bytes that would leave, with the name their reader would see."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """What is about to leave by a channel: `files` are the exact bytes; subject and text are theirs in plain words."""

    channel: str
    files: tuple[OutgoingFile, ...]
    subject: str = ""
    text: str = ""

    @cached_property
    def open_all(self) -> guard.Opener:
        """Opens what is attached: each file once, though the guard and whoever compares the words both ask."""
        return opening.each_once()


@dataclass(frozen=True, slots=True)
class Mail:
    """An e-mail taken apart again: what its reader's program shows. `headers` are all but the subject."""

    subject: str
    text: str
    headers: tuple[tuple[str, str], ...]
    files: tuple[OutgoingFile, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """One way to reach a participant (e-mail, telephone, post), opened for the team."""

    id: UUID
    participant_id: UUID
    kind: str
    value: str
    may_write: bool
    is_ended: bool


@dataclass(frozen=True, slots=True)
class FrozenCopy:
    """What left, read back from the vault; `data` is empty and `matches` False if it is not what left."""

    name: str
    media_type: str
    sha256: str
    data: bytes
    matches: bool


@dataclass(frozen=True, slots=True)
class AskedToLeave:
    """One thing that was checked for one reader, released or stopped: who asked, when, what was found (no words)."""

    id: UUID
    reader_id: UUID
    reader: str
    is_released: bool
    asked_by: str
    asked_at: datetime
    level: str
    findings: tuple[dict[str, str], ...]
    unopened: tuple[dict[str, str], ...]

    @property
    def facts(self) -> list[str]:
        """List the facts found, by id, each once."""
        return sorted({each["fact"] for each in self.findings})


def judge(*, case: Case, reader: Participant, outgoing: Outgoing, already: UUID | None = None) -> guard.Verdict:
    """Say what the guard finds for this reader, without keeping anything.

    An e-mail is taken apart from its exact bytes, so that what is judged is what leaves; one that is not plainly text
    and files is judged as a file. What is attached is opened in an isolated child (ADR 0019).

    Args:
        already: a release of these very words; what it disclosed does not count as known before.
    """
    held = _held_by(case, reader, already)
    verdict = guard.check(_parts(outgoing, str(reader.id)), facts_of(case), held, outgoing.open_all)
    if verdict.unopened and rules.is_private_reader(reader.part):
        return guard.Verdict(guard.Level.BLOCK, verdict.findings, verdict.unopened)
    return verdict


def _parts(outgoing: Outgoing, audience: str) -> guard.Outgoing:
    subjects, texts = [outgoing.subject], [outgoing.text]
    fields: dict[str, str] = {}
    attachments: list[OutgoingFile] = []
    for each in outgoing.files:
        if each.media_type == WORDS:
            texts.append(each.data.decode("utf-8", "replace"))
            continue
        mail = taken_apart(each.data) if each.media_type == MAIL else None
        if mail is None:
            attachments.append(each)
            continue
        subjects.append(mail.subject)
        texts.append(mail.text)
        fields |= dict(mail.headers)
        attachments += mail.files
    return guard.Outgoing(
        channel=outgoing.channel,
        audience=audience,
        subject="\n".join(filter(None, subjects)),
        text="\n".join(filter(None, texts)),
        attachments=tuple(guard.Attachment(each.name, each.data) for each in attachments),
        fields=fields,
    )


def taken_apart(data: bytes) -> Mail | None:
    """Take an e-mail of ours apart: one plain text, then files. None if it is anything else."""
    message = message_from_bytes(data, policy=policy.default)
    parts: list[MIMEPart] = list(message.iter_parts()) if message.get_content_type() == "multipart/mixed" else [message]
    if not parts or not _is_ours(message, parts):
        return None
    body, attached = parts[0], parts[1:]
    headers = [(name, str(value)) for name, value in message.items()]
    found = [OutgoingFile(each.get_filename("") or "", each.get_content_type(), _payload(each)) for each in attached]
    return Mail(
        subject=str(message["subject"] or ""),
        text=_payload(body).decode("utf-8", "replace").replace("\r\n", "\n"),
        headers=tuple((name, value) for name, value in headers if name.lower() != "subject"),
        files=tuple(found),
    )


def _is_ours(message: EmailMessage, parts: Sequence[MIMEPart]) -> bool:
    """Tell whether an e-mail has no place for words but its headers, one plain text, and files."""
    names = [name.lower() for name in message]
    return (
        not message.defects
        and len(names) == len(set(names))
        and not (message.preamble or message.epilogue or "").strip()
        and parts[0].get_content_type() == "text/plain"
        and (parts[0].get_content_charset() or "us-ascii") in {"utf-8", "us-ascii"}
        and not any(part.is_multipart() for part in parts)
        and all(name.lower() in _OF_A_PART for part in parts if part is not message for name in part)
    )


def _payload(part: Any) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def facts_of(case: Case, today: date | None = None) -> list[guard.Fact]:
    """Give the case's protected facts, opened in memory for the guard; those whose time is over are left out."""
    rows = _standing(case, today)
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


def _standing(case: Case, today: date | None) -> list[ProtectedFact]:
    day = today or clock.now().date()
    rows = ProtectedFact.objects.filter(case=case).order_by("added_at", "id")
    return [row for row in rows if row.until_on is None or row.until_on >= day]


def _geo(row: ProtectedFact) -> guard.Geo | None:
    if row.latitude is None or row.longitude is None:
        return None
    return guard.Geo(row.latitude, row.longitude, float(row.radius_m or 500))


def _held_by(case: Case, reader: Participant, already: UUID | None) -> Sequence[guard.Earlier]:
    held = Disclosed.objects.filter(case=case, reader=reader)
    if already is not None:
        held = held.exclude(release_id=already)
    return [guard.Earlier(str(reader.id), str(fact), part) for fact, part in held.values_list("fact_id", "part_text")]


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


def kept_from(case: Case, reader: Participant) -> list[tuple[str, int]]:
    """Count, by kind, the protected facts that this reader must not learn; nothing is opened."""
    known = set(FactAudience.objects.filter(case=case, participant=reader).values_list("fact_id", flat=True))
    kinds = Counter(row.get_kind_display() for row in _standing(case, None) if row.id not in known)
    return sorted(kinds.items())


def facts_in_words(case: Case) -> dict[str, tuple[str, str]]:
    """Give each protected fact's kind and value, for the team alone, by its id."""
    labels = dict(ProtectedFact.Kind.choices)
    return {fact.id: (str(labels[fact.kind]), fact.value) for fact in facts_of(case)}


def addresses(case: Case) -> list[Address]:
    """List every way to reach each participant, ended ones too, as they were added."""
    return _addresses(ContactDetail.objects.filter(case=case), case)


def mail_addresses(case: Case) -> list[Address]:
    """List the e-mail addresses of all participants, ended ones too, as they were added."""
    return _addresses(ContactDetail.objects.filter(case=case, kind=ContactDetail.Kind.EMAIL), case)


def _addresses(found: QuerySet[ContactDetail], case: Case) -> list[Address]:
    rows = list(found.order_by("participant", "added_at", "id"))
    values = files.unlock_texts(case.id, [(f"contactdetail.value:{row.id}", bytes(row.value_sealed)) for row in rows])
    return [
        Address(row.id, row.participant_id, row.kind, value, row.may_write, row.ended_at is not None)
        for row, value in zip(rows, values, strict=True)
        if value  # else it was erased
    ]


def frozen_copies(case: Case, release_id: UUID) -> list[FrozenCopy]:
    """Read back what left by a release, and compare it with the hash kept when it left."""
    return [thawed(row) for row in ReleasedCopy.objects.filter(case=case, release=release_id).order_by("id")]


def thawed(row: ReleasedCopy | SecondLookFile) -> FrozenCopy:
    """Read one frozen copy back."""
    sha256 = bytes(row.sha256)
    try:
        with files.open_stored(files.stored_in(row.case_id, row.file_id)) as reader:
            data = reader.read()
    except (Missing, Tampered, WrongKey):
        data = None
    if data is None or hashlib.sha256(data).digest() != sha256:
        return FrozenCopy(row.name_text, row.media_type, sha256.hex(), b"", False)
    return FrozenCopy(row.name_text, row.media_type, sha256.hex(), data, True)


def asked_to_leave(
    case: Case,
    *,
    channel: str | Sequence[str],
    ids: Sequence[UUID] | None = None,
    stopped_only: bool = False,
    newest: int = 50,
) -> list[AskedToLeave]:
    """List what was checked for leaving by a channel, or by any of several, newest first."""
    rows = Release.objects.filter(case=case, channel__in=[channel] if isinstance(channel, str) else channel)
    if ids is not None:
        rows = rows.filter(id__in=ids)
    if stopped_only:
        rows = rows.filter(state=Release.State.BLOCKED)
    found = rows.select_related("reader", "released_by").order_by("-released_at", "-id")[:newest]
    return [_asked(row) for row in found]


def _asked(row: Release) -> AskedToLeave:
    return AskedToLeave(
        row.id,
        row.reader_id,
        row.reader.known_as,
        row.state == Release.State.RELEASED,
        row.released_by.name,
        row.released_at,
        row.verdict.get("level", ""),
        tuple(row.verdict.get("findings", ())),
        tuple(row.verdict.get("unopened", ())),
    )
