"""Quotations: kept as values, with what was said around them, then used in an entry or a decision."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.record.models import AskFirst, Case, Citation


class NotKept(Refusal):
    """A quotation that was to be used is not there, or was used already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """What a room above quotes: where it lies, its words, and what was said around it.

    `before` and `after` are lists of {"by", "at", "text", "line"}, oldest first.
    """

    kind: str
    source_id: UUID
    label: str
    sha256: bytes
    member: int
    member_text: str
    span_start: int
    span_end: int
    line: int
    said_by_text: str
    said_at_text: str
    text: str
    before: list[dict[str, str | int]] = field(default_factory=list)
    after: list[dict[str, str | int]] = field(default_factory=list)


@action
def keep_quotation(*, case: Case, quoted: Quoted, by: Worker, at: datetime) -> Citation:
    """Keep a quotation to be used in an entry, a decision or a statement; the same one again is the same row."""
    same = {"source_id": quoted.source_id, "member": quoted.member, "span_start": quoted.span_start}
    kept = Citation.objects.filter(case=case, holder=Citation.Holder.BASKET, quoted_by=by, **same).first()
    if kept is not None:
        ledger.nothing_changed()
        return kept
    values = {name: getattr(quoted, name) for name in Quoted.__slots__}
    citation = Citation.objects.create(case=case, quoted_by=by, quoted_at=at, **values)
    facts = {
        "source": str(quoted.source_id),
        "sha256": quoted.sha256.hex(),
        "member": quoted.member,
        "start": quoted.span_start,
        "end": quoted.span_end,
    }
    ledger.note("quotation.kept", case_id=case.id, by=by.id, at=at, about=citation, facts=facts)
    return citation


@action
def drop_quotation(*, citation: Citation, by: Worker, at: datetime) -> None:
    """Put back a quotation that was kept and not used.

    Raises:
        NotKept: it stands in an entry or a decision, which are never edited.
    """
    if citation.holder != Citation.Holder.BASKET:
        raise NotKept("This quotation stands in the record and cannot be taken out of it.")
    if AskFirst.objects.filter(case_id=citation.case_id, **_line_of(citation)).exists():
        raise NotKept("These words are marked to be asked about before they leave. The mark needs the quotation.")
    ledger.note("quotation.dropped", case_id=citation.case_id, by=by.id, at=at, about=citation)
    citation.delete()


def _line_of(citation: Citation) -> dict[str, Any]:
    return {"source_id": citation.source_id, "member": citation.member, "span_start": citation.span_start}


@action
def use_quotations(*, case: Case, citations: Sequence[UUID], holder: str, holder_id: UUID, by: Worker) -> None:
    """Give kept quotations to what quotes them, in order; the action that writes the holder tells the ledger.

    A quotation used before is copied: each holder has its own.

    Raises:
        NotKept: one of them is not of this case.
    """
    found = {row.id: row for row in Citation.objects.filter(case=case, id__in=citations)}
    for position, citation_id in enumerate(citations):
        row = found.get(citation_id)
        if row is None:
            raise NotKept("One of the quotations is no longer there. Choose them again.")
        if row.holder != Citation.Holder.BASKET:
            row.pk, row._state.adding = None, True
            row.id = Citation._meta.get_field("id").get_default()
        row.holder, row.holder_id, row.position = holder, holder_id, position
        row.save()
    ledger.nothing_changed()
