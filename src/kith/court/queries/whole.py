"""A statement as the paper prints it, each piece of it with where it comes from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.utils.timezone import localdate

from kith.court import rules
from kith.court.models import Statement, StatementPart
from kith.court.paper import shape
from kith.court.queries import leaving_out
from kith.court.queries.names import children_and_parties
from kith.exhibits.queries import for_court as exhibits_room
from kith.exhibits.queries.for_court import ExhibitForCourt
from kith.record.models import Citation, Decision, Entry, Redaction
from kith.record.queries import for_court
from kith.record.queries.for_court import Sources
from kith.record.queries.heads import address
from kith.ui import formats

_STANDINGS = {
    Entry.Allegation.ALLEGED: shape.Standing.ALLEGED,
    Entry.Allegation.ADMITTED: shape.Standing.ADMITTED,
    Entry.Allegation.FOUND: shape.Standing.FOUND,
    Entry.Allegation.NOT_FOUND: shape.Standing.NOT_FOUND,
    Entry.Allegation.NOT_DETERMINED: shape.Standing.NOT_DETERMINED,
}
_ALONE = "The record holds no line before or after this one."
_NO_PAPER = "This piece is no longer in the record. Take it out of the statement."


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of the body with what it prints; `href` leads to where it comes from, empty for own words."""

    part: StatementPart
    paragraphs: tuple[shape.Paragraph, ...]
    href: str
    is_amended: bool


@dataclass(frozen=True, slots=True)
class Whole:
    """The statement as it is printed, and its pieces: their paragraphs, joined, are its body."""

    statement: shape.Statement
    pieces: tuple[Piece, ...]


Files = Mapping[UUID, ExhibitForCourt]


def whole(statement: Statement, *, is_draft: bool = False, left_out: Sequence[Redaction] = ()) -> Whole:
    """Put a statement together from its parts and the record as it stands now. Ten queries, however long it is.

    Args:
        left_out: what one reader's copy is made without.
    """
    every = list(_parts(statement))
    without = {part.id: [row for row in left_out if row.holder_id == part.id] for part in every}
    parts = [part for part in every if leaving_out.whole_piece(without[part.id]) is None]
    sources = for_court.sources_of(
        statement.case,
        entries=_taken(parts, StatementPart.Kind.ENTRY),
        decisions=_taken(parts, StatementPart.Kind.DECISION),
        parts=[part.id for part in parts if part.kind == StatementPart.Kind.CITATION],
    )
    annex = _exhibits(statement, parts, sources)
    files = {each.id: each for each in annex}
    pieces = tuple(_copied(part, without[part.id], sources, files) for part in every)
    body = tuple(paragraph for piece in pieces for paragraph in piece.paragraphs)
    return Whole(_printed(statement, body, annex, is_draft), pieces)


def _copied(part: StatementPart, left_out: Sequence[Redaction], sources: Sources, files: Files) -> Piece:
    """Print a piece without what is left out of this copy."""
    gone = leaving_out.whole_piece(left_out)
    if gone is not None:
        return Piece(part, gone, "", False)
    piece = _piece(part, sources, files)
    return replace(piece, paragraphs=leaving_out.without(piece.paragraphs, left_out)) if left_out else piece


def when_words(entry: Entry) -> str:
    """Say when something happened: as worked out, and in the worker's words."""
    begins, ends = entry.happened_from, entry.happened_until
    if begins is None:
        return f"{entry.happened_text} (date not known)"
    if entry.precision == Entry.Precision.APPROXIMATE and ends:
        last = formats.day(ends - timedelta(seconds=1))
        return f"{entry.happened_text} (about {formats.day(begins)} to {last})"
    is_minute = ends is not None and ends - begins <= timedelta(minutes=1)
    exact = formats.moment(begins) if is_minute else formats.day(begins)
    return exact if entry.happened_text.strip() in ("", exact) else f"{exact} (in the record: {entry.happened_text})"


def _parts(statement: Statement) -> Iterable[StatementPart]:
    rows = StatementPart.objects.filter(case_id=statement.case_id, statement=statement, position__isnull=False)
    return rows.order_by("position")


def _taken(parts: Sequence[StatementPart], kind: str) -> list[UUID]:
    return [part.source_id for part in parts if part.kind == kind and part.source_id]


def _exhibits(statement: Statement, parts: Sequence[StatementPart], sources: Sources) -> list[ExhibitForCourt]:
    """Find the exhibits of the annex: those quoted, and those that any words name."""
    quoted = {row.source_id for rows in sources.quotations.values() for row in rows}
    words = [part.text for part in parts] + [entry.text for entry in sources.entries.values()]
    for row in sources.decisions.values():
        words += [row.question, row.evidence_for, row.evidence_against, row.childs_view, row.reasons]
    named: set[int] = set().union(*map(rules.exhibits_named, words)) if words else set()
    return exhibits_room.exhibits_for_court(statement.case, ids=quoted, numbers=named)


def _piece(part: StatementPart, sources: Sources, files: Files) -> Piece:
    is_amended = part.source_id in sources.amended
    if part.kind == StatementPart.Kind.ENTRY and part.source_id in sources.entries:
        entry = sources.entries[part.source_id]
        made = _entry(entry, sources.quotations.get(entry.id, []), files)
        return Piece(part, made, address("record:entry", part.case_id, entry.id), is_amended)
    if part.kind == StatementPart.Kind.DECISION and part.source_id in sources.decisions:
        row = sources.decisions[part.source_id]
        made = _decision(row, sources.quotations.get(row.id, []), files)
        return Piece(part, made, address("record:decision", part.case_id, row.id), is_amended)
    if part.kind == StatementPart.Kind.CITATION and part.id in sources.quotations:
        quoted = sources.quotations[part.id][0]
        return Piece(part, (_quoted(quoted, part.text, files),), _place(quoted), False)
    if part.kind in (StatementPart.Kind.HEADING, StatementPart.Kind.PARAGRAPH):
        is_heading = part.kind == StatementPart.Kind.HEADING
        kind = shape.Kind.HEADING if is_heading else shape.Kind.PLAIN
        return Piece(part, (shape.Paragraph(part.text, kind=kind),), "", False)
    raise shape.CannotPrint(_NO_PAPER)


def _place(row: Citation) -> str:
    return address("exhibits:item", row.case_id, row.source_id, row.member, row.span_start)


def _entry(entry: Entry, quoted: Sequence[Citation], files: Files) -> tuple[shape.Paragraph, ...]:
    """Print an entry with its standing and source; its first quotation stands in the same paragraph."""
    recorded = f"{entry.recorded_by.name}, {entry.recorded_by.get_role_display()}, {formats.moment(entry.recorded_at)}"
    first = shape.Paragraph(
        entry.text,
        kind=shape.Kind.QUOTATION if quoted else shape.Kind.PLAIN,
        quotation=_quotation(quoted[0], files) if quoted else None,
        standing=_STANDINGS[Entry.Allegation(entry.allegation)] if entry.allegation else None,
        source=f"{entry.get_kind_display()}, {when_words(entry)}. Recorded by {recorded}.",
    )
    return first, *(_quoted(row, "Quoted with the paragraph above:", files) for row in quoted[1:])


def _decision(row: Decision, quoted: Sequence[Citation], files: Files) -> tuple[shape.Paragraph, ...]:
    decision = shape.Decision(
        question=row.question,
        options=tuple(row.options),
        chosen=row.options[row.chosen],
        evidence_for=_evidence(row.evidence_for),
        evidence_against=_evidence(row.evidence_against),
        child_view=row.childs_view,
        reasons=row.reasons,
        decided_by=f"{row.decided_by.name}, {row.decided_by.get_role_display()},",
        decided_on=localdate(row.decided_at),
        agreed_by=row.agreed_by.name if row.agreed_by else "",
        review_on=row.review_on,
    )
    printed = shape.Paragraph("", kind=shape.Kind.DECISION, decision=decision)
    return printed, *(_quoted(each, "Quoted with the decision above:", files) for each in quoted)


def _evidence(text: str) -> tuple[shape.Evidence, ...]:
    return tuple(shape.Evidence(line.strip()) for line in text.splitlines() if line.strip())


def _quoted(row: Citation, leading: str, files: Files) -> shape.Paragraph:
    text = leading or f"{row.said_by_text or 'Somebody the exhibit does not name'} wrote:"
    return shape.Paragraph(text, kind=shape.Kind.QUOTATION, quotation=_quotation(row, files))


def _quotation(row: Citation, files: Files) -> shape.Quotation:
    exhibit = files.get(row.source_id)
    return shape.Quotation(
        cited=shape.Citation(
            exhibit=row.label,
            line=row.line,
            member=row.member_text or (exhibit.file_name if exhibit else row.label),
            span=(row.span_start, row.span_end),
            sha256=bytes(row.sha256).hex(),
        ),
        speaker=row.said_by_text or "sender not named",
        said_at=row.said_at_text or "no time given",
        text=row.text,
        before=tuple(map(_line, row.before)),
        after=tuple(map(_line, row.after)),
        note="" if row.before or row.after else _ALONE,
    )


def _line(said: Mapping[str, str | int]) -> shape.Line:
    return shape.Line(
        line=int(said.get("line") or 0),
        speaker=str(said.get("by") or "sender not named"),
        said_at=str(said.get("at") or "no time given"),
        text=str(said.get("text") or ""),
    )


def _printed(
    statement: Statement, body: tuple[shape.Paragraph, ...], annex: Sequence[ExhibitForCourt], is_draft: bool
) -> shape.Statement:
    children, parties = children_and_parties(statement)
    return shape.Statement(
        court=statement.court_text,
        case_number=statement.court_number or "not yet given",
        children=children,
        parties=parties,
        title=statement.title,
        filed_for=statement.filed_for,
        maker=shape.Maker(
            statement.made_by.name, statement.role_text, statement.office_text, statement.registration_text
        ),
        made_on=statement.made_on,
        number=rules.number_text(statement.ordinal),
        times=_times(annex),
        body=body,
        exhibits=tuple(map(_exhibit, annex)),
        draft=is_draft,
    )


def _exhibit(each: ExhibitForCourt) -> shape.Exhibit:
    return shape.Exhibit(
        label=each.label,
        description=each.says or "A file kept as it was received",
        handed_over_by=each.handed_over_by,
        how=each.how,
        received_at=f"Handed over on {formats.day(each.handed_over_on)}; taken in by {each.taken_in_by},"
        f" {formats.moment(each.taken_in_at)}",
        file_name=each.file_name,
        sha256=each.sha256,
        size_bytes=each.size_bytes,
    )


def _times(annex: Sequence[ExhibitForCourt]) -> str:
    """Say whose clock the times are by: the record's, and each exhibit's as answered; like ones together."""
    zones: dict[str, list[str]] = {}
    for each in annex:
        if each.zone:
            zones.setdefault(each.zone.rstrip("."), []).append(each.label)
    said = [f"Times of {', '.join(labels)}: {zone}." for zone, labels in zones.items()]
    return " ".join([f"Times of the record are those of {settings.TIME_ZONE}.", *said])
