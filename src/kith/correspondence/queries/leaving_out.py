"""A file that waits with words, and its copy without what is left out, a page of it as its reader sees it."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core import opening
from kith.core.errors import NotFound
from kith.correspondence import rules
from kith.correspondence.models import Enclosure, LeftOut
from kith.correspondence.queries import letters
from kith.correspondence.queries.pointing import pointed
from kith.engines import cleaning
from kith.record import queries as record
from kith.record.actions import Outgoing, OutgoingFile
from kith.record.models import Case, Participant
from kith.record.queries import CaseHead, leaving

_SORTS = ("application/pdf", "image/jpeg", "image/png", "image/webp")
MOST_PAGES = 500


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is left out; no ground yet: a lawyer looks at it, and nothing leaves."""

    id: UUID
    says: str
    ground: str
    why: str
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveOutPage:
    """What is left out of a file, and one page of the copy; `why_not` says why there is no such copy."""

    title: str
    case: CaseHead
    reader_id: UUID
    reader: str
    enclosure_id: UUID
    name: str
    lines: list[Line]
    found: list[str]
    number: int
    pages: int
    picture: str
    words: str
    why_not: str
    is_ruled: bool

    @property
    def waits(self) -> bool:
        """Tell whether something is left out without a ground."""
        return any(not each.ground for each in self.lines)

    @property
    def may_be_attached(self) -> bool:
        """Tell whether the copy can take the place of the file."""
        return bool(self.lines) and not self.waits and not self.why_not


@dataclass(frozen=True, slots=True)
class LeftOutPage:
    """One thing that is left out, to give its ground or to put it back in."""

    title: str
    case: CaseHead
    reader_id: UUID
    enclosure_id: UUID
    says: str


def can_be_left_out_of(enclosure: Enclosure) -> bool:
    """Tell whether something can be left out of a file of this sort: a PDF or a picture."""
    return enclosure.media_type in _SORTS


def left_out_of(case: Case, enclosures: Sequence[Enclosure]) -> list[LeftOut]:
    """List what copies of these files are to be made without, in the order it was chosen."""
    rows = LeftOut.objects.filter(case=case, enclosure__in=enclosures, undone_at__isnull=True)
    return list(rows.select_related("made_by", "enclosure").order_by("made_at", "id"))


def left_out_in(case: Case, enclosure: Enclosure, left_out_id: UUID) -> LeftOut:
    """Find something that is left out of a file.

    Raises:
        NotFound: it is not of this file, or is back in.
    """
    found = next((row for row in left_out_of(case, [enclosure]) if row.id == left_out_id), None)
    if found is None:
        raise NotFound
    return found


def for_engine(rows: Sequence[LeftOut]) -> list[cleaning.LeftOut]:
    """Say it as the engine takes it."""
    return [
        cleaning.LeftOut(row.words, None if row.page is None else row.page - 1, rules.parts_of(row.area))
        for row in rows
    ]


def leave_out_page(
    case: Case, reader: Participant, enclosure: Enclosure, number: int, at: datetime, *, ruled: bool = False
) -> LeaveOutPage:
    """Show what is left out of a file, and a page (from 1) of the copy as its reader would get it."""
    rows, data = left_out_of(case, [enclosure]), letters.content_of(enclosure)
    drawn = opening.draw(enclosure.name_text, data, for_engine(rows), number - 1, ruled=ruled)
    picture = base64.b64encode(drawn.picture).decode()
    return LeaveOutPage(
        title=f"Leave something out of {enclosure.name_text}",
        case=record.case_head(case),
        reader_id=reader.id,
        reader=reader.known_as,
        enclosure_id=enclosure.id,
        name=enclosure.name_text,
        lines=[_line(row) for row in rows],
        found=_found_in(case, reader, enclosure, data, rows) if drawn.picture else [],
        number=number,
        pages=min(drawn.pages, MOST_PAGES),
        picture=f"data:image/png;base64,{picture}" if picture else "",
        words=drawn.words.strip(),
        why_not=drawn.why_not,
        is_ruled=ruled,
    )


def _line(row: LeftOut) -> Line:
    says = rules.says_left_out(row.words, row.page, row.area)
    return Line(row.id, says, row.get_ground_display(), row.why, row.made_by.name)


def _found_in(case: Case, reader: Participant, enclosure: Enclosure, data: bytes, rows: Sequence[LeftOut]) -> list[str]:
    """List the words in a file that its reader must not learn, as they stand there, but for those left out."""
    if enclosure.media_type != _SORTS[0]:
        return []  # words in a picture have no place that is known
    sent = Outgoing(channel="email", files=(OutgoingFile(enclosure.name_text, enclosure.media_type, data),))
    verdict = leaving.judge(case=case, reader=reader, outgoing=sent)
    gone = {row.words for row in rows if row.page is None}
    return [each for each in dict.fromkeys(pointed(case, reader, verdict).words) if each not in gone]


def left_out_page(case: Case, row: LeftOut) -> LeftOutPage:
    """Show one thing that is left out."""
    enclosure = row.enclosure
    says = rules.says_left_out(row.words, row.page, row.area)
    return LeftOutPage("Left out of a file", record.case_head(case), enclosure.reader_id, enclosure.id, says)
