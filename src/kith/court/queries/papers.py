"""The papers of a statement: made, read as their reader, and what has left."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from django.utils.timezone import localdate

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.court import rules
from kith.court.models import Statement, StatementRelease
from kith.court.paper import templates
from kith.court.paper.pdf import Unprintable, page_texts, paper
from kith.court.paper.shape import CannotPrint
from kith.court.paper.word import word
from kith.court.queries import leaving_out
from kith.court.queries.holders import Holder, holders_of
from kith.court.queries.leaving_out import LeftOut
from kith.court.queries.statements import statement_page
from kith.court.queries.whole import whole
from kith.engines import guard
from kith.record import queries as record
from kith.record.models import Participant, Redaction
from kith.record.queries import leaving, second_looks
from kith.record.queries.heads import CaseHead, address
from kith.record.queries.leaving import FrozenCopy, Outgoing, OutgoingFile
from kith.record.queries.second_looks import Beside

_KINDS = {"pdf": rules.PDF, "word": rules.WORD}


@dataclass(frozen=True)
class Papers:
    """A statement's papers, made once: the very bytes that are judged, and frozen if they may leave."""

    files: tuple[OutgoingFile, ...]
    pages: int
    unprintable: tuple[Unprintable, ...]
    template_id: str
    is_draft: bool
    left_out: tuple[Redaction, ...] = ()

    @cached_property
    def outgoing(self) -> Outgoing:
        """Give the papers as the one exit takes them."""
        return Outgoing(channel=rules.CHANNEL, files=self.files)

    @property
    def sha256(self) -> str:
        """Give one hash over all files, so that what is released is what was read."""
        return hashlib.sha256(b"".join(hashlib.sha256(each.data).digest() for each in self.files)).hexdigest()


@dataclass(frozen=True, slots=True)
class Told:
    """A protected fact that the papers would tell: what it is, where, the words as they stand (if still known)."""

    fact: str
    href: str
    where: str
    shown: str
    is_stop: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody the papers may be read as."""

    id: UUID
    name: str
    part: str
    released: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One time the papers were asked to leave."""

    id: UUID
    reader: str
    purpose: str
    asked_by: str
    asked_at: datetime
    is_released: bool
    is_draft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersPage:
    """The papers before they leave: what to look at, for whom they can be read, what has left already."""

    title: str
    case: CaseHead
    statement_id: UUID
    trouble: str
    pages: int
    unprintable: Sequence[Unprintable]
    words_notices: Sequence[templates.Notice]
    notices: Sequence[str]
    readers: list[Reader]
    has_court: bool
    asked: list[Asked]
    holders: list[Holder]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAsPage:
    """The papers as one reader would get them, and what the guard says of that."""

    title: str
    case: CaseHead
    statement_id: UUID
    reader_id: UUID
    reader: str
    trouble: str
    is_draft: bool
    level: str
    told: list[Told]
    unopened: list[tuple[str, str]]
    kept_from: list[tuple[str, int]]
    files: list[tuple[str, int]]
    words: list[str]
    unprintable: Sequence[Unprintable]
    words_notices: Sequence[templates.Notice]
    sha256: str
    asked: list[Asked]
    left_out: list[LeftOut]
    beside: Beside | None

    @property
    def waits_for_grounds(self) -> bool:
        """Tell whether something is left out without a ground."""
        return any(not each.ground for each in self.left_out)

    @property
    def may_release(self) -> bool:
        """Tell whether it can leave as it is."""
        return not self.waits_for_grounds and self.beside is not None and self.beside.may_leave


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A file that left: its name, hash, size, and whether the kept bytes are still the ones that left."""

    name: str
    kind: str
    href_word: str
    sha256: str
    size_bytes: int
    matches: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedPage:
    """What came of asking: released with its frozen copies, or stopped with what was found and where."""

    title: str
    case: CaseHead
    statement_id: UUID
    id: UUID
    asked: Asked
    reader_id: UUID
    pages: int
    copies: list[CopyLine]
    told: list[Told]
    unopened: list[tuple[str, str]]
    waits_for_tellers: bool


def papers_of(statement: Statement, *, is_draft: bool = False, reader: Participant | None = None) -> Papers:
    """Make the PDF and the Word document of a statement.

    Args:
        reader: whose copy it is: made without what is left out for them.

    Raises:
        CannotPrint: it would mislead as it stands, or there is nothing in it.
    """
    left_out = leaving_out.left_out_for(statement, reader) if reader else []
    made = whole(statement, is_draft=is_draft, left_out=left_out)
    if not made.statement.body:
        raise CannotPrint("There is nothing in this statement yet. Write a paragraph or choose from the record.")
    template = templates.template_on(statement.made_on)
    printed = paper(made.statement, template)

    def named(ending: str, media_type: str, data: bytes) -> OutgoingFile:
        name = rules.file_name(statement.ordinal, statement.made_on, ending, is_draft=is_draft)
        return OutgoingFile(name, media_type, data)

    files = (named("pdf", rules.PDF, printed.pdf), named("docx", rules.WORD, word(made.statement, template)))
    return Papers(files, printed.pages, printed.unprintable, template.id, is_draft, tuple(left_out))


def papers_page(statement: Statement, by: Worker, today: date) -> PapersPage:
    """Show what is to be looked at before the papers leave, and for whom they can be read."""
    shown = statement_page(statement, by, today)
    made, trouble = None, shown.trouble
    try:
        made = papers_of(statement)
    except CannotPrint as refusal:
        trouble = str(refusal)
    asked = _asked(statement)
    readers = _readers(statement, asked)
    return PapersPage(
        title="Papers",
        case=shown.case,
        statement_id=statement.id,
        trouble=trouble,
        pages=made.pages if made else 0,
        unprintable=made.unprintable if made else (),
        words_notices=shown.words_notices,
        notices=shown.notices,
        readers=[each for each, _ in readers],
        has_court=any(is_court for _, is_court in readers),
        asked=[each for _, each in asked],
        holders=holders_of(statement),
    )


def read_as_page(
    statement: Statement, reader: Participant, *, by: Worker, at: datetime, is_draft: bool = False
) -> ReadAsPage:
    """Show the papers as this reader would get them: nothing is kept by looking."""
    made, verdict, trouble, beside = None, guard.Verdict(guard.Level.BLOCK), "", None
    try:
        made = papers_of(statement, is_draft=is_draft, reader=reader)
        verdict = leaving.judge(case=statement.case, reader=reader, outgoing=made.outgoing)
        beside = second_looks.beside(statement.case, reader, made.outgoing, verdict, by, at)
    except CannotPrint as refusal:
        trouble = str(refusal)
    return ReadAsPage(
        title=f"Read it as {reader.known_as}",
        case=record.case_head(statement.case),
        statement_id=statement.id,
        reader_id=reader.id,
        reader=reader.known_as,
        trouble=trouble,
        is_draft=is_draft,
        level=str(verdict.level),
        told=_told(statement, [(each.fact, each.where, each.shown, str(each.level)) for each in verdict.findings]),
        unopened=[(_where(statement, each.where), each.why) for each in verdict.unopened],
        kept_from=leaving.kept_from(statement.case, reader),
        files=[(each.name, len(each.data)) for each in made.files] if made else [],
        words=page_texts(made.files[0].data) if made else [],
        unprintable=made.unprintable if made else (),
        words_notices=_words_notices(statement, localdate(at)),
        sha256=made.sha256 if made else "",
        asked=[each for reader_id, each in _asked(statement) if reader_id == reader.id],
        left_out=_left_out(statement, reader),
        beside=beside,
    )


def _left_out(statement: Statement, reader: Participant) -> list[LeftOut]:
    rows = leaving_out.left_out_for(statement, reader)
    try:
        openings = dict(pieces_of(statement)) if rows else {}
    except CannotPrint:
        openings = {}
    return leaving_out.lines_of(rows, openings)


def pieces_of(statement: Statement) -> list[tuple[str, str]]:
    """List the pieces of a statement, by id, with how each begins."""
    made = whole(statement).pieces
    return [(str(each.part.id), leaving_out.opening_of(each.paragraphs)) for each in made]


def release_in(statement: Statement, release_id: UUID) -> StatementRelease:
    """Find a time the papers of this statement were asked to leave.

    Raises:
        NotFound: not of this statement.
    """
    rows = StatementRelease.objects.filter(case_id=statement.case_id, statement=statement, release=release_id)
    found = rows.select_related("release__reader", "release__released_by").first()
    if found is None:
        raise NotFound
    return found


def released_page(statement: Statement, row: StatementRelease) -> ReleasedPage:
    """Show what came of asking, and whether the kept bytes are still those that left."""
    verdict = row.release.verdict
    found = [(each["fact"], each["where"], "", each["level"]) for each in verdict.get("findings", ())]
    asked = _asked_line(row)
    return ReleasedPage(
        title=f"Released to {asked.reader}" if asked.is_released else f"Not released to {asked.reader}",
        case=record.case_head(statement.case),
        statement_id=statement.id,
        id=row.release_id,
        asked=asked,
        reader_id=row.release.reader_id,
        pages=row.pages,
        copies=sorted(
            map(_copy_line, leaving.frozen_copies(statement.case, row.release_id)), key=lambda each: each.kind
        ),
        told=_told(statement, found),
        unopened=[(_where(statement, each["where"]), each["why"]) for each in verdict.get("unopened", ())],
        waits_for_tellers=bool(verdict.get("ask_first")),
    )


def copy_of(statement: Statement, row: StatementRelease, kind: str) -> FrozenCopy:
    """Give the frozen bytes of a released paper, "pdf" or "word".

    Raises:
        NotFound: it was not released, there is no such paper, or the kept bytes are not those that left.
    """
    for copy in leaving.frozen_copies(statement.case, row.release_id) if row.release.state == "released" else ():
        if copy.media_type == _KINDS.get(kind) and copy.matches:
            return copy
    raise NotFound


def _copy_line(copy: FrozenCopy) -> CopyLine:
    href_word = next(word for word, media_type in _KINDS.items() if media_type == copy.media_type)
    kind = "PDF" if href_word == "pdf" else "Word"
    return CopyLine(copy.name, kind, href_word, copy.sha256, len(copy.data), copy.matches)


def _asked(statement: Statement) -> list[tuple[UUID, Asked]]:
    rows = StatementRelease.objects.filter(case_id=statement.case_id, statement=statement)
    rows = rows.select_related("release__reader", "release__released_by").order_by("-release__released_at", "-id")
    return [(row.release.reader_id, _asked_line(row)) for row in rows]


def _asked_line(row: StatementRelease) -> Asked:
    release = row.release
    return Asked(
        id=release.id,
        reader=release.reader.known_as,
        purpose=release.purpose,
        asked_by=release.released_by.name,
        asked_at=release.released_at,
        is_released=release.state == "released",
        is_draft=row.is_draft,
    )


def _readers(statement: Statement, asked: list[tuple[UUID, Asked]]) -> list[tuple[Reader, bool]]:
    """List participants as readers: the court, then solicitors and parties, children last."""
    order = {"court": 0, "solicitor": 1, "professional": 2, "child": 4}
    people = sorted(record.participants_of(statement.case), key=lambda row: order.get(row.part, 3))
    counts = [reader_id for reader_id, each in asked if each.is_released]
    return [
        (Reader(row.id, row.known_as, _part_words(row), counts.count(row.id)), row.part == "court") for row in people
    ]


def _part_words(row: Participant) -> str:
    side = f", {str(row.get_side_display()).lower()}" if row.side and row.side != row.part else ""
    return f"{row.get_part_display()}{side}"


def _told(statement: Statement, found: Sequence[tuple[str, str, str, str]]) -> list[Told]:
    """Name each fact for the team, once a place; one that has ended since keeps its place without its words."""
    if not found:
        return []
    facts = leaving.facts_in_words(statement.case)
    told: dict[tuple[str, str], Told] = {}
    for fact_id, where, shown, level in found:
        kind, value = facts.get(fact_id, ("A protected fact", "not protected any more"))
        href = address("record:fact", statement.case_id, fact_id) if fact_id in facts else ""
        before = told.get((fact_id, where))
        is_stop = level == guard.Level.BLOCK or (before is not None and before.is_stop)
        words = max(shown, before.shown if before else "", key=len)  # pieces of one place overlap: the longest says all
        told[fact_id, where] = Told(f"{kind}: {value}", href, _where(statement, where), words, is_stop)
    return list(told.values())


def _where(statement: Statement, where: str) -> str:
    """Say "PDF, page 2" for the guard's "attachment first-statement-2026-03-16.pdf, page 2"."""
    for ending, words in (("pdf", "PDF"), ("docx", "Word document")):
        for is_draft in (True, False):
            name = rules.file_name(statement.ordinal, statement.made_on, ending, is_draft=is_draft)
            where = where.replace(f"attachment {name}", words)
    return where


def _words_notices(statement: Statement, today: date) -> Sequence[templates.Notice]:
    try:
        return templates.notices(templates.template_on(statement.made_on), today=today)
    except CannotPrint:
        return ()
