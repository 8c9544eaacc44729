"""A worker's own CPD log: by registration year, piece by piece, and as it is taken out."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from kith.core import reference
from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.core.reference import Row
from kith.core.reference.rules import in_words
from kith.learning import marks
from kith.learning.models import CpdPiece, OwnWord, PeerPart
from kith.learning.queries.reflecting import Reflecting, reflecting
from kith.learning.rules.cpd import DayOfYear, Done, Year, still_needed, year_of
from kith.ui import tables

#: field -> what it is called where reference data does not say it, in the order of the regulator's form.
FIELDS = {
    "activity": "Type of activity",
    "about": "Short description, and why it is relevant",
    "done_on": "Date",
    "learnt": "What you learnt",
    "impact": "What difference it made to your practice and to people",
    "peer": "Peer reflection: what you learnt from talking it over",
}

#: The rows of `cpd_rules` that what is still needed, and by when, is worked out from.
_COUNTED = ("year", "renewal", "pieces", "with_peer")


@dataclass(frozen=True, slots=True)
class PieceLine:
    """One piece in the list."""

    title: str
    done_on: date | None
    href: str
    is_finished: bool
    with_peer: bool
    waits_for_peer: bool


@dataclass(frozen=True, slots=True)
class YearOfLog:
    """One registration year of the log; `needed` is empty when nothing is, or when the year is over long ago."""

    title: str
    pieces: Sequence[PieceLine]
    needed: str
    is_now: bool


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A colleague asked this worker for their part."""

    title: str
    href: str
    until_at: datetime


@dataclass(frozen=True, slots=True)
class LogPage:
    """The log: years newest first, what has no date yet, the renewal window, and what colleagues ask."""

    title: str
    years: Sequence[YearOfLog]
    undated: Sequence[PieceLine]
    renewal: str
    rules: Sequence[tuple[str, str]]
    caution: str
    asked: Sequence[AskedLine]
    has_pieces: bool


@dataclass(frozen=True, slots=True)
class WritePage:
    """A piece being written."""

    title: str
    id: UUID
    version: int
    came_from: str
    labels: dict[str, str]
    reflecting: Reflecting
    initial: dict[str, object]


@dataclass(frozen=True, slots=True)
class PeerSaid:
    """What a peer wrote, or that they were asked and have not yet."""

    name: str
    role: str
    words: str
    written_at: datetime | None
    until_at: datetime
    by_link: bool
    has_run_out: bool


@dataclass(frozen=True, slots=True)
class PiecePage:
    """One piece as the form has it, to be copied out once it is finished."""

    title: str
    id: UUID
    fields: Sequence[tuple[str, str]]
    is_finished: bool
    came_from: str
    part: PeerSaid | None
    peer_says: str


@dataclass(frozen=True, slots=True)
class OwnWordsPage:
    """How many names the writer listed; the names themselves are known to nobody."""

    title: str
    count: int


@dataclass(frozen=True, slots=True)
class DeleteAllPage:
    """How much would be deleted."""

    title: str
    pieces: int
    words: int


def listed_by(worker_id: UUID) -> Callable[[str], bool]:
    """Give what tells whether words stand on somebody's own list."""
    held = {bytes(mark) for mark in OwnWord.objects.filter(worker_id=worker_id).values_list("mark", flat=True)}
    if not held:
        return lambda words: False
    return lambda words: marks.word_mark(worker_id, words) in held


def labels(on: date) -> dict[str, str]:
    """Give what the regulator's form calls each field, as reference data says it."""
    row = reference.one("cpd_rules", "form", on=on)
    said = row.value.get("fields", []) if row else []
    return dict(zip(FIELDS, said, strict=True)) if len(said) == len(FIELDS) else dict(FIELDS)


def texts_of(piece: CpdPiece, fields: Sequence[str]) -> dict[str, str]:
    """Give what stands in fields of a piece."""
    return {name: str(getattr(piece, name)) for name in fields}


def piece_mine(piece_id: UUID, worker: Worker) -> CpdPiece:
    """Find a piece of somebody's own.

    Raises:
        NotFound: there is none.
    """
    found = CpdPiece.objects.filter(id=piece_id, worker=worker).first()
    if found is None:
        raise NotFound
    return found


def log_page(worker: Worker, at: datetime) -> LogPage:
    """Show the log."""
    on = timezone.localdate(at)
    rules = {row.key: row for row in reference.rows("cpd_rules", on=on)}
    parts = {part.piece_id: part for part in PeerPart.objects.filter(worker=worker)}
    pieces = list(CpdPiece.objects.filter(worker=worker).order_by("-done_on", "-begun_at"))
    lines = [_line(each, parts.get(each.id)) for each in pieces]
    return LogPage(
        title="Your CPD log",
        years=_years(lines, rules, on),
        undated=[each for each in lines if each.done_on is None],
        renewal=_renewal(rules.get("renewal"), on),
        rules=[(row.value["says"], row.caution(on)) for row in rules.values()],
        caution=next(filter(None, (rules[key].caution(on) for key in _COUNTED if key in rules)), ""),
        asked=asked_of(worker, at),
        has_pieces=bool(pieces),
    )


def _line(piece: CpdPiece, part: PeerPart | None) -> PieceLine:
    where = "learning:cpd_piece" if piece.finished_at else "learning:cpd_write"
    return PieceLine(
        title=title_of(piece),
        done_on=piece.done_on,
        href=reverse(where, args=[piece.id]),
        is_finished=piece.finished_at is not None,
        with_peer=_with_peer(piece, part),
        waits_for_peer=part is not None and part.written_at is None,
    )


def title_of(piece: CpdPiece) -> str:
    """Give what a piece is called: its activity, or where it came from."""
    return piece.activity or piece.came_from or "A piece without a name yet"


def _with_peer(piece: CpdPiece, part: PeerPart | None) -> bool:
    return bool(piece.peer.strip()) or (part is not None and part.written_at is not None)


def _years(lines: Sequence[PieceLine], rules: dict[str, Row], on: date) -> list[YearOfLog]:
    row = rules.get("year")
    if row is None:
        return [YearOfLog("All pieces", [each for each in lines if each.done_on], "", is_now=True)] if lines else []
    begins, ends = _day_of(row.value, "begins"), _day_of(row.value, "ends")
    now = year_of(on, begins, ends)
    found: dict[Year, list[PieceLine]] = {now: []}
    for each in lines:
        if each.done_on is not None:
            found.setdefault(year_of(each.done_on, begins, ends), []).append(each)
    return [
        YearOfLog(_called(year), pieces, _needed(pieces, rules) if year == now else "", is_now=year == now)
        for year, pieces in sorted(found.items(), key=lambda one: one[0].first_on, reverse=True)
    ]


def _needed(pieces: Sequence[PieceLine], rules: dict[str, Row]) -> str:
    done = [Done(each.with_peer) for each in pieces if each.is_finished]
    counts = [rules[key].value.get("count", 0) if key in rules else 0 for key in ("pieces", "with_peer")]
    return still_needed(done, *counts)


def _called(year: Year) -> str:
    return f"{in_words(year.first_on)} to {in_words(year.last_on)}"


def _renewal(row: Row | None, on: date) -> str:
    if row is None:
        return ""
    ends = _day_of(row.value, "ends").on_or_after(on)
    begins = _day_of(row.value, "begins").on_or_before(ends)
    if begins <= on:
        return f"Registration can be renewed now, until {in_words(ends)}."
    return f"Registration can next be renewed from {in_words(begins)} to {in_words(ends)}."


def _day_of(value: Any, which: str) -> DayOfYear:
    return DayOfYear(value[f"{which}_month"], value[f"{which}_day"])


def asked_of(worker: Worker, at: datetime) -> list[AskedLine]:
    """List what colleagues ask of somebody, the oldest first."""
    parts = PeerPart.objects.filter(colleague=worker, written_at__isnull=True, until_at__gt=at).select_related("worker")
    return [
        AskedLine(
            f"{part.worker.name} asks for your part", reverse("learning:cpd_asked", args=[part.id]), part.until_at
        )
        for part in parts.order_by("made_at")
    ]


def write_page(piece: CpdPiece, at: datetime) -> WritePage:
    """Show a piece being written."""
    on = timezone.localdate(at)
    return WritePage(
        title="A piece of CPD",
        id=piece.id,
        version=piece.version,
        came_from=piece.came_from,
        labels=labels(on),
        reflecting=reflecting(on),
        initial={name: getattr(piece, name) for name in FIELDS},
    )


def piece_page(piece: CpdPiece, at: datetime) -> PiecePage:
    """Show a piece as the form has it."""
    on = timezone.localdate(at)
    part = PeerPart.objects.filter(piece=piece).first()
    row = reference.one("cpd_rules", "peer", on=on)
    return PiecePage(
        title=title_of(piece),
        id=piece.id,
        fields=[(label, words) for label, words in _written(piece, part, labels(on)) if words],
        is_finished=piece.finished_at is not None,
        came_from=piece.came_from,
        part=_said(part, at) if part else None,
        peer_says=" ".join(filter(None, (row.value["says"], row.caution(on)))) if row else "",
    )


def _said(part: PeerPart, at: datetime) -> PeerSaid:
    return PeerSaid(
        name=part.name or (part.colleague.name if part.colleague else ""),
        role=part.role,
        words=part.words,
        written_at=part.written_at,
        until_at=part.until_at,
        by_link=part.colleague_id is None,
        has_run_out=part.written_at is None and part.until_at <= at,
    )


def _written(piece: CpdPiece, part: PeerPart | None, called: dict[str, str]) -> list[tuple[str, str]]:
    """Give what goes into each field of the form, the peer's own words behind the writer's."""
    peer = piece.peer
    if part is not None and part.written_at is not None:
        peer = "\n\n".join(filter(None, (peer, f"{part.words}\n{part.name}, {part.role}")))
    words = {name: str(getattr(piece, name)) for name in FIELDS} | {"peer": peer}
    words["done_on"] = in_words(piece.done_on) if piece.done_on else ""
    return [(called[name], words[name]) for name in FIELDS]


def own_words_page(worker: Worker) -> OwnWordsPage:
    """Show how long the writer's own list is."""
    return OwnWordsPage("Names to stop at", OwnWord.objects.filter(worker=worker).count())


def delete_all_page(worker: Worker) -> DeleteAllPage:
    """Show how much would go."""
    pieces = CpdPiece.objects.filter(worker=worker).count()
    return DeleteAllPage("Delete your whole log", pieces, OwnWord.objects.filter(worker=worker).count())


def export(worker: Worker, kind: str, at: datetime) -> tuple[bytes, str] | None:
    """Give the finished pieces as a file to be saved, with its type; None for a kind there is not."""
    makers = {"json": (_as_json, "application/json"), "txt": (_as_text, "text/plain"), "csv": (_as_csv, "text/csv")}
    if kind not in makers:
        return None
    called = labels(timezone.localdate(at))
    parts = {part.piece_id: part for part in PeerPart.objects.filter(worker=worker)}
    pieces = CpdPiece.objects.filter(worker=worker, finished_at__isnull=False).order_by("done_on")
    make, media_type = makers[kind]
    return make([_written(each, parts.get(each.id), called) for each in pieces]).encode(), media_type


def _as_json(pieces: list[list[tuple[str, str]]]) -> str:
    return json.dumps([dict(each) for each in pieces], ensure_ascii=False, indent=2)


def _as_text(pieces: list[list[tuple[str, str]]]) -> str:
    return "\n\n----\n\n".join("\n\n".join(f"{label}\n{words}" for label, words in each) for each in pieces) + "\n"


def _as_csv(pieces: list[list[tuple[str, str]]]) -> str:
    head = [label for label, _ in pieces[0]] if pieces else list(FIELDS.values())
    return tables.as_csv(head, [[words for _, words in each] for each in pieces])
