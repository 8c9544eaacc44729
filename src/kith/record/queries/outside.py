"""Outside readers as the team sees them: who may read, what exactly, whether they opened it, and what they wrote."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import BooleanField, Func, Q, QuerySet
from django.utils.timezone import localdate

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.core.permissions import Permission
from kith.record.models import (
    Case,
    FactAudience,
    OwnWord,
    Participant,
    ProtectedFact,
    Reader,
    Release,
    ReleasedCopy,
    Withheld,
)
from kith.record.queries.heads import CaseHead, case_head, participants_of

_CHANNELS = {"email": "E-mail", "document": "Document"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderLine:
    """One outside reader. `last_on`: the day it ends by itself; `ended_at`: when it ended, so or by a worker."""

    id: UUID
    person_id: UUID
    name: str
    part: str
    kind: str
    from_at: datetime
    last_on: date | None
    ended_at: datetime | None
    let_in_by: str


@dataclass(frozen=True, slots=True)
class ReadersPage:
    """Who outside the agency may read something of the case now, and who might once."""

    title: str
    case: CaseHead
    now: list[ReaderLine]
    ended: list[ReaderLine]
    may_give: bool
    partner_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseLine:
    """One release to the reader. `why_not` is empty where they can see it; `opened_at`: when it was last opened.

    `protected_since`: how many facts were protected from this reader after it was released; it may tell one of them.
    """

    id: UUID
    released_at: datetime
    channel: str
    purpose: str
    names: tuple[str, ...]
    why_not: str
    opened_at: datetime | None
    protected_since: int
    may_withhold: bool


@dataclass(frozen=True, slots=True)
class WordsLine:
    """Something the reader wrote."""

    words: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class ReaderPage:
    """One outside reader: exactly what they can see now, what they opened, what they wrote."""

    title: str
    case: CaseHead
    reader: ReaderLine
    shown: list[ReleaseLine]
    not_shown: list[ReleaseLine]
    looked_at: datetime | None
    own_words: list[WordsLine]
    may_give: bool


@dataclass(frozen=True, slots=True)
class WithholdPage:
    """The release that would be shown no more."""

    title: str
    case: CaseHead
    reader: ReaderLine
    release: ReleaseLine


def readers_page(case: Case, by: Worker, at: datetime) -> ReadersPage:
    """Show who outside may read, newest first."""
    rows = Reader.objects.filter(case=case).select_related("participant", "let_in_by").order_by("-from_at", "id")
    lines = [_line(row, at) for row in rows]
    now = [line for line in lines if line.ended_at is None]
    ended = [line for line in lines if line.ended_at is not None]
    may_give = by.may(Permission.GIVE_ACCESS)
    return ReadersPage("Outside readers", case_head(case), now, ended, may_give, settings.PARTNER_DAYS)


def possible_readers(case: Case, at: datetime) -> list[Participant]:
    """List the participants who may not read now."""
    rows = Reader.objects.filter(case=case, ended_at__isnull=True)
    inside = {row.participant_id for row in rows if row.until_at is None or row.until_at > at}
    return [person for person in participants_of(case) if person.id not in inside]


def reader_in(case: Case, reader_id: UUID) -> Reader:
    """Find an outside reader of the case.

    Raises:
        NotFound: not of this case.
    """
    rows = Reader.objects.filter(case=case, id=reader_id)
    found = rows.select_related("participant", "let_in_by").first()
    if found is None:
        raise NotFound
    return found


def release_to(reader: Reader, release_id: UUID) -> Release:
    """Find a release that was made to this reader.

    Raises:
        NotFound: not to them, or blocked.
    """
    found = _released(reader).filter(id=release_id).first()
    if found is None:
        raise NotFound
    return found


def reader_page(case: Case, reader: Reader, by: Worker, at: datetime) -> ReaderPage:
    """Show one outside reader."""
    line = _line(reader, at)
    opened, looked_at = _looks(case, line.person_id)
    may_give = by.may(Permission.GIVE_ACCESS)
    releases = _releases(reader, opened, may_give)
    words = OwnWord.objects.filter(case=case, participant=reader.participant_id).order_by("-written_at", "id")
    return ReaderPage(
        title=line.name,
        case=case_head(case),
        reader=line,
        shown=[each for each in releases if not each.why_not],
        not_shown=[each for each in releases if each.why_not],
        looked_at=looked_at,
        own_words=[WordsLine(row.words, row.written_at) for row in words],
        may_give=may_give,
    )


def withhold_page(case: Case, reader: Reader, release: Release, at: datetime) -> WithholdPage:
    """Give the page on which a release is withheld."""
    found = next(each for each in _releases(reader, {}, True) if each.id == release.id)
    return WithholdPage("Stop showing this", case_head(case), _line(reader, at), found)


class _HasLeft(Func):
    """Ask the database what it asks for the reader too: whether a release has left."""

    function = "kith_has_left"
    output_field = BooleanField()


def _released(reader: Reader) -> QuerySet[Release]:
    return Release.objects.filter(
        case=reader.case_id, reader=reader.participant_id, state=Release.State.RELEASED
    ).order_by("-released_at", "id")


def _releases(reader: Reader, opened: dict[UUID, datetime], may_give: bool) -> list[ReleaseLine]:
    """List what was released to the reader, with what the database itself says of whether it is shown."""
    rows = list(_released(reader).annotate(has_left=_HasLeft("case_id", "id")))
    protected = _protected_from(reader)
    withheld = dict(Withheld.objects.filter(case=reader.case_id).values_list("release", "why"))
    names: dict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
    copies = ReleasedCopy.objects.filter(case=reader.case_id, release__in=[row.id for row in rows])
    for copy in copies.order_by("name_text", "id"):
        names[copy.release_id].append((copy.id, copy.name_text))
    return [
        ReleaseLine(
            id=row.id,
            released_at=row.released_at,
            channel=_CHANNELS.get(row.channel, row.channel.capitalize()),
            purpose=row.purpose,
            names=tuple(name for _, name in names[row.id]),
            why_not=_why_not(row, withheld),
            opened_at=max((opened[copy] for copy, _ in names[row.id] if copy in opened), default=None),
            protected_since=sum(at > row.released_at for at in protected),
            may_withhold=may_give and row.id not in withheld,
        )
        for row in rows
    ]


def _protected_from(reader: Reader) -> list[datetime]:
    """List when each fact that this reader must not learn was protected; nothing is opened."""
    known = FactAudience.objects.filter(case=reader.case_id, participant=reader.participant_id).values("fact")
    facts = ProtectedFact.objects.filter(Q(until_on__isnull=True) | Q(until_on__gte=localdate()), case=reader.case_id)
    return list(facts.exclude(id__in=known).values_list("added_at", flat=True))


def _why_not(row: Any, withheld: dict[UUID, str]) -> str:
    if row.id in withheld:
        return f"No longer shown: {withheld[row.id]}"
    return "" if row.has_left else "It was released, but has not been sent."


def _looks(case: Case, person_id: UUID) -> tuple[dict[UUID, datetime], datetime | None]:
    """Read from the case's chain when this person last opened each copy, and last looked at all (the access pages alone
    read the ledger)."""
    opened: dict[UUID, datetime] = {}
    looked: datetime | None = None
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT body FROM core_ledger WHERE chain = %s AND body::jsonb ->> 'verb' = ANY (%s)"
            " AND body::jsonb -> 'facts' ->> 'participant' = %s ORDER BY seq",
            [case.id, ["copy.opened", "reader.looked"], str(person_id)],
        )
        for (text,) in cursor.fetchall():
            body = json.loads(text)
            at = datetime.fromisoformat(body["at"])
            if body["verb"] == "copy.opened":
                opened[UUID(body["about"].partition(":")[2])] = at
            looked = at
    return opened, looked


def _line(row: Reader, at: datetime) -> ReaderLine:
    is_past = row.until_at is not None and row.until_at <= at
    return ReaderLine(
        id=row.id,
        person_id=row.participant_id,
        name=row.participant.known_as,
        part=row.participant.get_part_display(),
        kind=row.get_kind_display(),
        from_at=row.from_at,
        last_on=localdate(row.until_at - timedelta(seconds=1)) if row.until_at else None,
        ended_at=row.ended_at or (row.until_at if is_past else None),
        let_in_by=row.let_in_by.name,
    )
