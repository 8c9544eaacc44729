"""What a timeline can be narrowed to in one case, and what is asked of the line of time once it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kith.exhibits import queries as exhibits
from kith.exhibits.queries import Exhibit, SpeakerShown
from kith.home import rules
from kith.home.queries.line import Asked, Person
from kith.home.rules import Filters, Term
from kith.record.models import Case, TimelineRow
from kith.record.queries import participants_of
from kith.ui import formats
from kith.ui.parts import Chosen

Pairs = list[tuple[str, str]]

KINDS: Pairs = [
    (TimelineRow.Kind.ENTRY.value, "Entries"),
    (TimelineRow.Kind.DECISION.value, "Decisions"),
    (TimelineRow.Kind.MESSAGE.value, "Messages sent"),
    (TimelineRow.Kind.RECEIVED.value, "Messages received"),
    (TimelineRow.Kind.ITEM.value, "Exhibit items"),
]


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen, value and words; and whose things each person's are."""

    people: Pairs
    sources: Pairs
    persons: dict[str, Person]

    def words_of(self, name: str, value: str) -> str:
        """Give the words of a chosen person or source."""
        return dict({"person": self.people, "source": self.sources}[name]).get(value, "")


def choices_of(case: Case) -> Choices:
    """List the people and exhibits of a case: participants first, then speakers nobody has mapped, as found."""
    speakers = exhibits.speakers_of(case)
    people: Pairs = []
    persons: dict[str, Person] = {}
    for row in participants_of(case):
        key = f"p-{row.id}"
        people.append((key, f"{row.known_as} ({row.get_part_display().lower()})"))
        theirs = [(each.exhibit_id, each.number) for each in speakers if each.participant_id == row.id]
        persons[key] = Person(speakers=theirs, participant_id=row.id)
    for same in _as_found(speakers):
        key = f"s-{same[0].exhibit_id}-{same[0].number}"
        labels = ", ".join(dict.fromkeys(each.label for each in same))
        people.append((key, _("“%(name)s” (as found in %(where)s)") % {"name": same[0].name_text, "where": labels}))
        persons[key] = Person(speakers=[(each.exhibit_id, each.number) for each in same])
    sources = [(str(row.id), _source_words(row)) for row in exhibits.exhibits_of(case)]
    return Choices(people, sources, persons)


def _as_found(speakers: Sequence[SpeakerShown]) -> list[list[SpeakerShown]]:
    """Group those whom no worker has mapped by the very name that was found."""
    found: dict[str, list[SpeakerShown]] = {}
    for each in speakers:
        if each.participant_id is None:
            found.setdefault(each.name_text, []).append(each)
    return list(found.values())


def _source_words(row: Exhibit) -> str:
    return f"{row.label} {row.name_text}"


def asked_of(case: Case, filters: Filters, choices: Choices, terms: Sequence[Term]) -> Asked:
    """Say what is asked of the line of time. Of what has no date, no day or hour can be asked."""
    begins = ends = hours = None
    if not filters.undated:
        begins, ends = rules.day_span(filters.from_on, filters.until_on, settings.TIME_ZONE)
        hours = rules.hours_between(filters.from_hour, filters.until_hour)
    return Asked(
        case_id=case.id,
        terms=terms,
        kinds=filters.kind or None,
        sources=[UUID(filters.source)] if filters.source else None,
        person=choices.persons[filters.person] if filters.person else None,
        from_at=begins,
        until_at=ends,
        hours=hours,
    )


def chosen(filters: Filters, choices: Choices, path: str) -> list[Chosen]:
    """List the filters that are on, each with the address without it."""
    found: list[tuple[str, Filters]] = []
    if filters.words:
        found.append((_("Words: %s") % filters.words, filters.but(words="")))
    if filters.person:
        found.append((_("Person: %s") % choices.words_of("person", filters.person), filters.but(person="")))
    for kind in filters.kind:
        left = tuple(each for each in filters.kind if each != kind)
        found.append((dict(KINDS)[kind], filters.but(kind=left)))
    if filters.source:
        found.append((_("Source: %s") % choices.words_of("source", filters.source), filters.but(source="")))
    if not filters.undated:
        found += _times(filters)
    return [Chosen(text, left.address(path)) for text, left in found]


def _times(filters: Filters) -> list[tuple[str, Filters]]:
    found: list[tuple[str, Filters]] = []
    if filters.from_on:
        found.append((_("From %s") % formats.day(filters.from_on), filters.but(from_on=None)))
    if filters.until_on:
        found.append((_("Until %s") % formats.day(filters.until_on), filters.but(until_on=None)))
    if filters.from_hour is not None or filters.until_hour is not None:
        from_hour, until_hour = filters.from_hour or 0, 24 if filters.until_hour is None else filters.until_hour
        words = _("Between %(from)s and %(until)s") % {"from": f"{from_hour:02}:00", "until": f"{until_hour:02}:00"}
        found.append((words, filters.but(from_hour=None, until_hour=None)))
    return found
