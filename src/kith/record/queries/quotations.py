"""Quotations: always with what was said around them, and the way back to where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.record.models import Case, Citation
from kith.record.queries.heads import address
from kith.ui.parts import Quotation, QuotedLine


@dataclass(frozen=True, slots=True)
class Kept:
    """A quotation a worker kept, to be used in what they write."""

    id: UUID
    quoted: Quotation


def basket_of(case: Case, by: Worker) -> list[Kept]:
    """List the quotations this worker kept and has not used, in the order they were kept."""
    rows = Citation.objects.filter(case=case, holder=Citation.Holder.BASKET, quoted_by=by)
    return [Kept(row.id, quotation_of(row)) for row in rows.order_by("quoted_at", "id")]


def quotations_of(case: Case, holder: str, holder_id: UUID) -> list[Kept]:
    """List what an entry or a decision quotes, in its order."""
    rows = Citation.objects.filter(case=case, holder=holder, holder_id=holder_id)
    return [Kept(row.id, quotation_of(row)) for row in rows.order_by("position", "id")]


def quotation_kept_by(case: Case, citation_id: UUID, by: Worker) -> Citation:
    """Find a quotation this worker kept.

    Raises:
        NotFound: not of this case, or kept by somebody else.
    """
    found = Citation.objects.filter(case=case, id=citation_id, quoted_by=by).first()
    if found is None:
        raise NotFound
    return found


def quotation_of(row: Citation) -> Quotation:
    """Give a quotation as a page shows it; its citation reads `[E1, line 214]`."""
    own = QuotedLine(row.text, row.said_by_text, row.said_at_text, f"line {row.line}")
    return Quotation(
        lines=(own,),
        citation=f"[{row.label}, line {row.line}]",
        before=_around(row.before),
        after=_around(row.after),
        href=address("exhibits:item", row.case_id, row.source_id, row.member, row.span_start),
        note=row.member_text,
    )


def _around(lines: Sequence[dict[str, Any]]) -> tuple[QuotedLine, ...]:
    return tuple(
        QuotedLine(
            str(line.get("text", "")),
            str(line.get("by", "")),
            str(line.get("at", "")),
            f"line {line['line']}" if line.get("line") else "",
        )
        for line in lines
    )
