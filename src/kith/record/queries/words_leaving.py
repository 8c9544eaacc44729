"""The words of what would leave: who alone could have told them, who is asked first, what the reader holds already."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from kith.core.errors import NotFound
from kith.engines.guard import Attachment
from kith.record import rules
from kith.record.models import AskFirst, Case, Citation, Disclosed, Entry, EntryAbout, Participant, Redaction, Release
from kith.record.queries import leaving
from kith.record.queries.heads import CaseHead, address, case_head
from kith.record.queries.leaving import MAIL, WORDS, Outgoing

#: What can be marked.
Words = Entry | Citation

_CHANNELS = {
    "email": "By e-mail",
    "sms": "By text message",
    "letter": "By letter",
    "phone": "To be said in a call",
    "document": "As papers",
    "export": "In an export",
}


@dataclass(frozen=True)
class Leaving:
    """Words that would leave, made ready to be compared; opened only when somebody asks."""

    outgoing: Outgoing

    @cached_property
    def text(self) -> str:
        """Give all of it as it is written."""
        return "\n".join(words for _, words in words_of(self.outgoing))

    @cached_property
    def plain(self) -> str:
        """Give the words alone."""
        return rules.plain_words(self.text)

    @cached_property
    def rows(self) -> set[str]:
        """Give every few words in a row."""
        return rules.rows_of(self.plain)

    def tells(self, words: str) -> bool:
        """Tell whether these words, or a part of them, stand in it."""
        return rules.is_told(words, self.rows, self.plain)


@dataclass(frozen=True, slots=True)
class ToAsk:
    """Words that may not leave before their teller was asked, or that they said no to."""

    id: UUID
    teller: str
    what: str
    shown: str
    href: str
    is_refused: bool


@dataclass(frozen=True, slots=True)
class OnlyFrom:
    """Words in what would leave that only one person could have told."""

    teller: str
    shown: str
    href: str


@dataclass(frozen=True, slots=True)
class Held:
    """A piece of a protected fact that a reader holds already."""

    fact: str
    part: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Got:
    """Something that a reader got from here."""

    how: str
    purpose: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a reader has from here already: pieces of protected facts, and the newest of what was released to them."""

    held: Sequence[Held]
    got: Sequence[Got]
    in_all: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFirstPage:
    """Words that leave only after their teller was asked, and what the teller said."""

    title: str
    case: CaseHead
    back: str
    id: UUID | None
    words: str
    teller: str
    people: Sequence[tuple[UUID, str]]
    why: str
    marked_by: str
    answer: str
    answer_text: str
    asked_by: str


def words_of(outgoing: Outgoing) -> list[tuple[str, str]]:
    """Give every word that would leave with its place, as the guard reads it."""
    found = [("subject", outgoing.subject), ("message", outgoing.text)]
    for file in outgoing.files:
        if file.media_type == WORDS:
            found.append(("message", file.data.decode("utf-8", "replace")))
            continue
        mail = leaving.taken_apart(file.data) if file.media_type == MAIL else None
        attached = [(file.name, file.data)] if mail is None else [(each.name, each.data) for each in mail.files]
        if mail is not None:
            found += [(name, value) for name, value in mail.headers if name in ("From", "To")]
            found += [("subject", mail.subject), ("message", mail.text)]
        inside = outgoing.open_all([Attachment(name, data) for name, data in attached])
        found += [(each.where, each.text) for gathering in inside for each in gathering.passages]
    return [(where, words) for where, words in found if words.strip()]


def to_ask(case: Case, words: Leaving) -> list[ToAsk]:
    """List the words in what would leave whose teller was not asked yet, or said no."""
    marked = list(
        AskFirst.objects.filter(case=case).exclude(answer__in=rules.SETTLED).select_related("teller", "entry")
    )
    if not marked:
        return []
    quoted = _quoted(case, [row.source_id for row in marked if row.source_id])
    found = []
    for row in marked:
        said = [row.entry.text] if row.entry else quoted[row.source_id, row.member, row.span_start]
        if any(words.tells(each) for each in said) or rules.cites(words.text, row.label, row.line):
            found.append(_to_ask(row, said[0] if said else ""))
    return found


def _to_ask(row: AskFirst, said: str) -> ToAsk:
    what = f"[{row.label}, line {row.line}]" if row.label else "An entry"
    href = address("record:ask_first", row.case_id, row.id)
    return ToAsk(row.id, row.teller.known_as, what, said[:200], href, row.answer == "refused")


def _quoted(case: Case, sources: Sequence[UUID]) -> dict[tuple[UUID | None, int, int], list[str]]:
    found: dict[tuple[UUID | None, int, int], list[str]] = defaultdict(list)
    rows = Citation.objects.filter(case=case, source_id__in=sources)
    for source, member, start, text in rows.values_list("source_id", "member", "span_start", "text"):
        if text not in found[source, member, start]:
            found[source, member, start].append(text)
    return found


def only_from(case: Case, reader: Participant, words: Leaving) -> list[OnlyFrom]:
    """List the words in what would leave that one person alone told us, and that person is not the reader.

    Told by two, or by the reader, they give nobody away.
    """
    told: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for teller, text, href in (*_quotations(case), *_childs_words(case)):
        if len(rules.plain_words(text).split()) >= rules.FEWEST:
            told[rules.plain_words(text)].append((teller, text, href))
    own = reader.known_as.casefold()
    found = []
    for each in told.values():
        teller, text, href = each[0]
        if len({name.casefold() for name, _, _ in each}) == 1 and own not in teller.casefold() and words.tells(text):
            found.append(OnlyFrom(teller, text[:200], href))
    return found


def _quotations(case: Case) -> Iterable[tuple[str, str, str]]:
    rows = Citation.objects.filter(case=case).exclude(said_by_text="").order_by("quoted_at", "id")
    for row in rows:
        yield row.said_by_text, row.text, address("exhibits:item", case.id, row.source_id, row.member, row.span_start)


def _childs_words(case: Case) -> Iterable[tuple[str, str, str]]:
    about: dict[UUID, list[str]] = defaultdict(list)
    rows = EntryAbout.objects.filter(case=case, entry__kind=Entry.Kind.CHILDS_WORDS)
    for entry_id, name in rows.values_list("entry_id", "participant__known_as"):
        about[entry_id].append(name)
    for entry in Entry.objects.filter(case=case, id__in=about).order_by("recorded_at", "id"):
        if len(about[entry.id]) == 1:
            yield about[entry.id][0], entry.text, address("record:entry", case.id, entry.id)


def holdings(case: Case, reader: Participant, newest: int = 10) -> Holdings:
    """Show what a reader has from here already."""
    facts = leaving.facts_in_words(case)
    rows = Disclosed.objects.filter(case=case, reader=reader).select_related("release").order_by("release__released_at")
    held = {
        (str(row.fact_id), row.part_text): Held(
            ": ".join(facts.get(str(row.fact_id), ("A protected fact", "not protected any more"))),
            row.part_text,
            row.release.released_at,
        )
        for row in rows
    }
    got = Release.objects.filter(case=case, reader=reader, state=Release.State.RELEASED)
    shown = got.select_related("released_by").order_by("-released_at", "-id")[:newest]
    lines = [
        Got(_CHANNELS.get(row.channel, row.channel), row.purpose, row.released_at, row.released_by.name)
        for row in shown
    ]
    return Holdings(list(held.values()), lines, got.count())


def left_out(case: Case, reader: Participant, holders: Iterable[UUID]) -> list[Redaction]:
    """List what one reader's copy is made without, as it was put down."""
    rows = Redaction.objects.filter(case=case, reader=reader, holder_id__in=list(holders), undone_at__isnull=True)
    return list(rows.select_related("made_by").order_by("made_at", "id"))


def redaction_in(case: Case, redaction_id: UUID) -> Redaction:
    """Find something that a copy is made without.

    Raises:
        NotFound: not of this case, or undone.
    """
    rows = Redaction.objects.filter(case=case, id=redaction_id, undone_at__isnull=True)
    found = rows.select_related("reader").first()
    if found is None:
        raise NotFound
    return found


def ask_first_in(case: Case, ask_id: UUID) -> AskFirst:
    """Find words that are marked.

    Raises:
        NotFound: not of this case.
    """
    found = AskFirst.objects.filter(case=case, id=ask_id).select_related("teller", "entry", "marked_by").first()
    if found is None:
        raise NotFound
    return found


def to_mark(case: Case, what: str, thing: UUID) -> Words:
    """Find the entry or the quotation whose words are to be marked.

    Raises:
        NotFound: not of this case.
    """
    found: Words | None = None
    if what == "entry":
        found = Entry.objects.filter(case=case, id=thing).first()
    elif what == "quotation":
        found = Citation.objects.filter(case=case, id=thing).first()
    if found is None:
        raise NotFound
    return found


def mark_of(case: Case, found: Words) -> AskFirst | None:
    """Find the mark on an entry or on the line that a quotation quotes; None where there is none."""
    rows = AskFirst.objects.filter(case=case)
    if isinstance(found, Entry):
        return rows.filter(entry=found).first()
    return rows.filter(source_id=found.source_id, member=found.member, span_start=found.span_start).first()


def mark_page(case: Case, found: Words) -> AskFirstPage:
    """Show the words that are to be marked, and who can have told them."""
    people = Participant.objects.filter(case=case).order_by("added_at", "id")
    return AskFirstPage(
        title="Ask before these words leave",
        case=case_head(case),
        back=_back(case, found),
        id=None,
        words=found.text,
        teller="",
        people=[(row.id, row.known_as) for row in people if row.part != "court"],
        why="",
        marked_by="",
        answer="",
        answer_text="",
        asked_by="",
    )


def _back(case: Case, found: Words) -> str:
    if isinstance(found, Entry):
        return address("record:entry", case.id, found.id)
    return address("exhibits:item", case.id, found.source_id, found.member, found.span_start)


def ask_first_page(row: AskFirst) -> AskFirstPage:
    """Show marked words and what their teller said."""
    said = (
        [row.entry.text]
        if row.entry
        else _quoted(row.case, [row.source_id] if row.source_id else [])[row.source_id, row.member, row.span_start]
    )
    back = (
        address("record:entry", row.case_id, row.entry_id)
        if row.entry_id
        else address("exhibits:item", row.case_id, row.source_id, row.member, row.span_start)
    )
    return AskFirstPage(
        title=f"Ask {row.teller.known_as} first",
        case=case_head(row.case),
        back=back,
        id=row.id,
        words=said[0] if said else "",
        teller=row.teller.known_as,
        people=(),
        why=row.why,
        marked_by=row.marked_by.name,
        answer=row.get_answer_display() if row.answer else "",
        answer_text=row.answer_text,
        asked_by=row.asked_by.name if row.asked_by else "",
    )
