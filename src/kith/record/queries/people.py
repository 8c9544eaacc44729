"""People of a case: their part, how to reach them, and what must not reach somebody. Sealed values are opened here."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.core import files
from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.core.permissions import Permission
from kith.record.models import Case, ContactDetail, FactAudience, Participant, ParticipantName, ProtectedFact
from kith.record.queries.contact_plan import line_of
from kith.record.queries.heads import CaseHead, case_head, participants_of
from kith.record.queries.keeping import erased_says


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """A participant in the list: `reached_by` names the kinds of contact details in use, never their values."""

    id: UUID
    known_as: str
    part: str
    side: str
    born_on: date | None
    reached_by: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """A protected fact, opened for the team. `may_know` empty: nobody outside the team."""

    id: UUID
    kind: str
    value: str
    aliases: list[str]
    about: str
    may_know: list[str]
    why: str
    since_on: date
    until_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """One way to reach somebody, opened for the team."""

    id: UUID
    kind: str
    value: str
    is_confidential: bool
    may_write: bool
    verified_how: str
    verified_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Everybody in the case, and what is protected."""

    title: str
    case: CaseHead
    people: list[PersonLine]
    facts: list[FactLine]
    may_write: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """One participant: names, ways to reach them in use and ended, protected facts about them."""

    title: str
    case: CaseHead
    id: UUID
    part: str
    side: str
    born_on: date | None
    names: list[tuple[str, str]]
    contacts: list[ContactLine]
    ended: list[ContactLine]
    facts: list[FactLine]
    may_write: bool
    erased: str = ""
    plan_line: str = ""


@dataclass(frozen=True, slots=True)
class ContactPage:
    """A form about how to reach somebody; `detail` is the one it ends, if it ends one."""

    title: str
    case: CaseHead
    person_id: UUID
    known_as: str
    detail: ContactLine | None = None


@dataclass(frozen=True, slots=True)
class FactPage:
    """One protected fact; `might_know` are the participants who may not know it yet."""

    title: str
    case: CaseHead
    fact: FactLine
    might_know: list[Participant]
    may_write: bool


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page of a case that is only a form."""

    title: str
    case: CaseHead


def form_page(case: Case, title: str) -> FormPage:
    """Give a page of the case that is only a form."""
    return FormPage(title, case_head(case))


def people_page(case: Case, by: Worker) -> PeoplePage:
    """Show everybody in the case: five queries, however many people."""
    people = participants_of(case)
    kinds = _kinds_in_use(case)
    lines = [
        PersonLine(
            id=row.id,
            known_as=row.known_as,
            part=row.get_part_display(),
            side=row.get_side_display() if row.side else "",
            born_on=row.born_on,
            reached_by=kinds[row.id],
        )
        for row in people
    ]
    facts = _fact_lines(case, ProtectedFact.objects.filter(case=case).order_by("added_at", "id"), people)
    return PeoplePage("People", case_head(case), lines, facts, by.may(Permission.WRITE_RECORD))


def person_page(case: Case, person: Participant, by: Worker, at: datetime) -> PersonPage:
    """Show one participant, and in a line how they may be reached now."""
    names = ParticipantName.objects.filter(case=case, participant=person).order_by("kind", "value")
    details = ContactDetail.objects.filter(case=case, participant=person).order_by("added_at", "id")
    lines = _contact_lines(case, details)
    about = ProtectedFact.objects.filter(case=case, about=person).order_by("added_at", "id")
    return PersonPage(
        title=person.known_as,
        case=case_head(case),
        id=person.id,
        part=person.get_part_display(),
        side=person.get_side_display() if person.side else "",
        born_on=person.born_on,
        names=[(name.get_kind_display(), name.value) for name in names],
        contacts=[line for line in lines if line.ended_at is None],
        ended=[line for line in lines if line.ended_at is not None],
        facts=_fact_lines(case, about, participants_of(case)),
        may_write=by.may(Permission.WRITE_RECORD),
        erased=erased_says(case.id, person.id),
        plan_line=line_of(case, person, at),
    )


def contact_page(case: Case, person: Participant, detail: ContactDetail | None = None) -> ContactPage:
    """Give the page on which a way to reach somebody is added, or one is ended."""
    if detail is None:
        return ContactPage(f"Add a way to reach {person.known_as}", case_head(case), person.id, person.known_as)
    line = _contact_lines(case, [detail])[0]
    return ContactPage(f"Stop using this {line.kind.lower()}", case_head(case), person.id, person.known_as, line)


def detail_in_use(case: Case, detail_id: UUID) -> tuple[ContactDetail, Participant]:
    """Find a contact detail that is in use, and whose it is.

    Raises:
        NotFound: not of this case, or ended already.
    """
    rows = ContactDetail.objects.filter(case=case, id=detail_id, ended_at__isnull=True)
    found = rows.select_related("participant").first()
    if found is None:
        raise NotFound
    return found, found.participant


def fact_in(case: Case, fact_id: UUID) -> ProtectedFact:
    """Find a protected fact of the case.

    Raises:
        NotFound: not of this case.
    """
    found = ProtectedFact.objects.filter(case=case, id=fact_id).first()
    if found is None:
        raise NotFound
    return found


def fact_page(case: Case, fact: ProtectedFact, by: Worker) -> FactPage:
    """Show one protected fact, and who could still be allowed to know it."""
    people = participants_of(case)
    line = _fact_lines(case, [fact], people)[0]
    knowing = set(FactAudience.objects.filter(case=case, fact=fact).values_list("participant_id", flat=True))
    others = [person for person in people if person.id not in knowing]
    return FactPage(f"Protected: {line.kind.lower()}", case_head(case), line, others, by.may(Permission.WRITE_RECORD))


def _kinds_in_use(case: Case) -> dict[UUID, list[str]]:
    kinds: dict[UUID, list[str]] = defaultdict(list)
    rows = ContactDetail.objects.filter(case=case, ended_at__isnull=True).order_by("added_at", "id")
    for row in rows.only("participant_id", "kind"):
        words = row.get_kind_display()
        if words not in kinds[row.participant_id]:
            kinds[row.participant_id].append(words)
    return kinds


def _contact_lines(case: Case, details: Iterable[ContactDetail]) -> list[ContactLine]:
    rows = list(details)
    values = files.unlock_texts(case.id, [(f"contactdetail.value:{row.id}", bytes(row.value_sealed)) for row in rows])
    return [
        ContactLine(
            id=row.id,
            kind=row.get_kind_display(),
            value=value,
            is_confidential=row.is_confidential,
            may_write=row.may_write,
            verified_how=row.verified_how,
            verified_at=row.verified_at,
            ended_at=row.ended_at,
        )
        for row, value in zip(rows, values, strict=True)
    ]


def _fact_lines(case: Case, facts: Iterable[ProtectedFact], people: list[Participant]) -> list[FactLine]:
    rows = list(facts)
    if not rows:
        return []
    names = {person.id: person.known_as for person in people}
    audience: dict[UUID, list[str]] = defaultdict(list)
    pairs = FactAudience.objects.filter(case=case, fact__in=rows).values_list("fact_id", "participant_id")
    for fact_id, participant_id in pairs:
        audience[fact_id].append(names[participant_id])
    opened = _opened(case, rows)
    return [
        FactLine(
            id=row.id,
            kind=row.get_kind_display(),
            value=opened[row.id][0],
            aliases=opened[row.id][1],
            about=names.get(row.about_id, "") if row.about_id else "",
            may_know=sorted(audience[row.id]),
            why=row.why,
            since_on=row.since_on,
            until_on=row.until_on,
        )
        for row in rows
    ]


def _opened(case: Case, rows: list[ProtectedFact]) -> dict[UUID, tuple[str, list[str]]]:
    """Open values and other forms with one look at the case key."""
    sealed = [(f"protectedfact.value:{row.id}", bytes(row.value_sealed)) for row in rows]
    known = [row for row in rows if row.aliases_sealed is not None]
    sealed += [(f"protectedfact.aliases:{row.id}", bytes(row.aliases_sealed or b"")) for row in known]
    texts = files.unlock_texts(case.id, sealed)
    aliases = {row.id: json.loads(text) for row, text in zip(known, texts[len(rows) :], strict=True)}
    return {row.id: (text, aliases.get(row.id, [])) for row, text in zip(rows, texts, strict=False)}
