"""Exhibits: found, listed, and one of them with all that is known of it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse

from kith.core.errors import NotFound
from kith.engines.readers import FORMATS
from kith.exhibits.models import CustodyEvent, Exhibit, Member, Question
from kith.exhibits.queries.items import PAGE, ItemShown, items_after, items_before, missing_in, speakers_of, unread_in
from kith.record.models import Case
from kith.record.queries import CaseHead, case_head, erased_says
from kith.ui.parts import Pager, Progress, Row, Tag

_COLOURS = {"received": "blue", "reading": "blue", "read": "green", "questions": "yellow", "kept": "grey"}
_LISTED = 200
_KINDS = {
    "message": ("message", "messages"),
    "system": ("line of the app's own", "lines of the app's own"),
    "call": ("call", "calls"),
    "file": ("file", "files"),
    "unread": ("piece not read", "pieces not read"),
}


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """One exhibit in the list."""

    label: str
    name_text: str
    from_text: str
    handed_over_on: date
    state: Tag
    says: str
    items: str
    size_bytes: int
    href: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """What was handed over in a case, newest first."""

    title: str
    case: CaseHead
    rows: tuple[ExhibitRow, ...]
    take_in: str
    links: str


@dataclass(frozen=True, slots=True)
class CustodyLine:
    """One line of the custody log."""

    at: datetime
    verb: str
    by: str
    detail: str
    sha256: str
    is_same: bool


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A file of the export that needs a word: named by no message, or not opened."""

    path_text: str
    size_bytes: int
    state: str
    says: str


@dataclass(frozen=True, slots=True)
class ExhibitPage:
    """One exhibit: what it is, how it came, what is in it."""

    title: str
    case: CaseHead
    id: UUID
    label: str
    state: Tag
    says: str
    facts: tuple[Row, ...]
    receipt: tuple[Row, ...]
    notes: tuple[str, ...]
    progress: Progress | None
    items: tuple[ItemShown, ...]
    pager: Pager
    unread: tuple[ItemShown, ...]
    unread_count: int
    missing: tuple[ItemShown, ...]
    missing_count: int
    members: tuple[MemberLine, ...]
    custody: tuple[CustodyLine, ...]
    open_questions: int
    questions: int
    speakers: int
    unmapped: int
    can_ask_again: bool
    same_as: str
    erased: str
    may_ask_erasure: bool


def exhibit_in(case_id: UUID, exhibit_id: UUID) -> Exhibit:
    """Find an exhibit of a case.

    Raises:
        NotFound: not of this case, or not this worker's to see.
    """
    found = Exhibit.objects.filter(case_id=case_id, id=exhibit_id).first()
    if found is None:
        raise NotFound
    return found


def exhibit_numbered(case: Case, label: str) -> Exhibit:
    """Find an exhibit by its label: E1.

    Raises:
        NotFound: there is none.
    """
    digits = label.strip().upper().removeprefix("E")
    found = Exhibit.objects.filter(case=case, number=int(digits)).first() if digits.isdecimal() else None
    if found is None:
        raise NotFound
    return found


def exhibits_of(case: Case) -> list[Exhibit]:
    """List the exhibits of a case, newest first."""
    return list(Exhibit.objects.filter(case=case).defer("evidence").order_by("-number"))


def format_says(format_id: str) -> str:
    """Say what a format is, in words."""
    return next((each.says for each in FORMATS if each.id == format_id), format_id)


def list_page(case: Case) -> ListPage:
    """Give the list of a case's exhibits."""
    rows = tuple(
        ExhibitRow(
            label=row.label,
            name_text=row.name_text,
            from_text=row.from_text,
            handed_over_on=row.handed_over_on,
            state=_tag(row),
            says=row.says,
            items=_counted(row),
            size_bytes=row.size_bytes,
            href=reverse("exhibits:show", args=[case.id, row.id]),
        )
        for row in exhibits_of(case)
    )
    take_in, links = (reverse(f"exhibits:{name}", args=[case.id]) for name in ("take_in", "links"))
    return ListPage("Exhibits", case_head(case), rows, take_in, links)


def exhibit_page(
    case: Case,
    exhibit: Exhibit,
    after: tuple[int, int] | None,
    before: tuple[int, int] | None,
    *,
    may_ask_erasure: bool = False,
) -> ExhibitPage:
    """Give one exhibit with a page of its items in file order: those after a place, or those before one."""
    items = items_before(exhibit, *before) if before else items_after(exhibit, *(after or (-1, -1)), most=PAGE + 1)
    more = bool(before) or len(items) > PAGE
    items = items[:PAGE]
    questions = list(Question.objects.filter(case_id=case.id, exhibit=exhibit).values_list("answer", "is_assumed"))
    speakers = speakers_of(case, exhibit)
    return ExhibitPage(
        title=f"{exhibit.label}: {exhibit.name_text}",
        case=case_head(case),
        id=exhibit.id,
        label=exhibit.label,
        state=_tag(exhibit),
        says=exhibit.says,
        facts=_facts(exhibit),
        receipt=_receipt(exhibit),
        notes=tuple(exhibit.notes),
        progress=progress_shown(exhibit),
        items=tuple(items),
        pager=_pager(items, back=bool(after) or (bool(before) and len(items) == PAGE), more=more),
        unread=tuple(unread_in(exhibit, _LISTED)),
        unread_count=int(exhibit.counts.get("unread", 0)),
        missing=tuple(missing_in(exhibit, _LISTED)),
        missing_count=int(exhibit.attachments.get("missing", 0)),
        members=_members(exhibit),
        custody=_custody(exhibit),
        open_questions=sum(answer is None and not assumed for answer, assumed in questions),
        questions=len(questions),
        speakers=len(speakers),
        unmapped=sum(each.participant_id is None and not each.is_outside for each in speakers),
        can_ask_again=exhibit.state == Exhibit.State.KEPT and exhibit.same_as is None and not is_erased(exhibit),
        same_as=reverse("exhibits:show", args=[case.id, exhibit.same_as]) if exhibit.same_as else "",
        erased=erased_says(case.id, exhibit.id) if is_erased(exhibit) else "",
        may_ask_erasure=may_ask_erasure and not is_erased(exhibit),
    )


def is_erased(exhibit: Exhibit) -> bool:
    """Tell whether the exhibit and its file were erased: its bare row is all there is."""
    return exhibit.file_id is None


def progress_shown(exhibit: Exhibit) -> Progress | None:
    """Give how far a reading has come; None when none is under way."""
    if exhibit.state not in (Exhibit.State.RECEIVED, Exhibit.State.READING):
        return None
    return Progress(
        label=f"Reading {exhibit.label}",
        done=exhibit.done_bytes,
        total=exhibit.total_bytes,
        says=_progress_says(exhibit),
        url=reverse("exhibits:progress", args=[exhibit.case_id, exhibit.id]),
    )


def progress_told(exhibit: Exhibit) -> dict[str, int | str | bool]:
    """Give the same for a script that asks: done, total, says, finished, url; and the state, in words and colour."""
    tag, finished = _tag(exhibit), progress_shown(exhibit) is None
    return {
        "done": exhibit.done_bytes,
        "total": exhibit.total_bytes,
        "says": f"{exhibit.get_state_display()}. {_counted(exhibit)}" if finished else _progress_says(exhibit),
        "finished": finished,
        "state": tag.text,
        "colour": tag.colour,
        "url": reverse("exhibits:show", args=[exhibit.case_id, exhibit.id]) if finished else "",
    }


def _progress_says(exhibit: Exhibit) -> str:
    if exhibit.state == Exhibit.State.RECEIVED:
        return "Waiting for its turn to be read. You can leave this page."
    share = f" ({100 * exhibit.done_bytes // exhibit.total_bytes}%)" if exhibit.total_bytes else ""
    return f"{exhibit.done_items:,} items so far{share}. You can leave this page: the reading goes on."


def _tag(exhibit: Exhibit) -> Tag:
    return Tag(str(exhibit.get_state_display()), _COLOURS[exhibit.state])


def _counted(exhibit: Exhibit) -> str:
    """Say how much was read: "1,204 messages, 3 calls"."""
    pieces = [(number, _KINDS.get(kind, (kind, kind))) for kind, number in exhibit.counts.items()]
    return ", ".join(f"{number:,} {words[number != 1]}" for number, words in sorted(pieces, reverse=True))


def _facts(exhibit: Exhibit) -> tuple[Row, ...]:
    rows = [
        Row("Handed over by", f"{exhibit.from_text}, {str(exhibit.get_how_display()).lower()}"),
        Row("Handed over on", f"{exhibit.handed_over_on:%-d %B %Y}"),
        Row("Held on the authority of", exhibit.authority),
        Row("Goes to the question", exhibit.question),
    ]
    if exhibit.counts:
        rows.append(Row("What is in it", _counted(exhibit)))
    if exhibit.order_text:
        rows.append(Row("Dates", exhibit.order_text, hint=_undated(exhibit)))
    if exhibit.zone_text:
        rows.append(Row("Times", exhibit.zone_text, hint=" ".join(exhibit.clock_notes)))
    if exhibit.attachments.get("named"):
        files = exhibit.attachments
        rows.append(
            Row("Files named", f"{files['named']:,} named, {files['found']:,} found, {files['missing']:,} missing")
        )
    return tuple(rows)


def _undated(exhibit: Exhibit) -> str:
    return f"{exhibit.undated:,} items have no date yet." if exhibit.undated else ""


def _receipt(exhibit: Exhibit) -> tuple[Row, ...]:
    rows = [
        Row("File as it came", exhibit.name_text, hint=exhibit.packed_text),
        Row("Size", f"{exhibit.size_bytes:,} bytes"),
        Row("SHA-256 of the file", bytes(exhibit.sha256).hex()),
    ]
    if exhibit.read_at is not None and exhibit.merkle_root:
        rows += [
            Row("Read with", exhibit.read_with, hint=format_says(exhibit.format_id)),
            Row("How it was kept apart", exhibit.isolation, hint=_isolation_hint(exhibit)),
            Row(
                "Root over all items", exhibit.merkle_root, hint="The ledger holds this: any item can be proved by it."
            ),
        ]
    return tuple(rows)


def _isolation_hint(exhibit: Exhibit) -> str:
    if exhibit.isolation == "isolated":
        return "Read in a process that could reach neither network nor files."
    return "Read with less protection than Kith can give on other systems."


def _members(exhibit: Exhibit) -> tuple[MemberLine, ...]:
    states = (Member.State.UNNAMED, Member.State.REFUSED)
    rows = Member.objects.filter(case_id=exhibit.case_id, exhibit=exhibit, state__in=states).order_by("number")[
        :_LISTED
    ]
    return tuple(MemberLine(row.path_text, row.size_bytes, str(row.get_state_display()), row.says) for row in rows)


def _custody(exhibit: Exhibit) -> tuple[CustodyLine, ...]:
    rows = (
        CustodyEvent.objects.filter(case_id=exhibit.case_id, exhibit=exhibit).select_related("by").order_by("at", "id")
    )
    return tuple(
        CustodyLine(
            at=row.at,
            verb=str(row.get_verb_display()),
            by=row.by.name,
            detail=row.detail,
            sha256=bytes(row.sha256).hex(),
            is_same=bytes(row.sha256) == bytes(exhibit.sha256),
        )
        for row in rows
    )


def _pager(items: list[ItemShown], *, back: bool, more: bool) -> Pager:
    """Give the ways to the pages around: places in the file, so that a growing list never shifts a page."""
    if not items:
        return Pager()
    first, last = items[0], items[-1]
    return Pager(
        newer=f"?before={first.member}-{first.start}#items" if back else "",
        older=f"?after={last.member}-{last.start}#items" if more else "",
        newer_text="Earlier in the file",
        older_text="Later in the file",
    )
