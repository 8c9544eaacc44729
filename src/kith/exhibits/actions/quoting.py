"""Quoting an item, with both ends of its thread."""

from datetime import datetime

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.engines.readers import FILE
from kith.exhibits.actions.custody import note_custody
from kith.exhibits.models import CustodyEvent, Exhibit, Member
from kith.exhibits.queries.items import ItemShown, item_at, items_after, items_before, said_at
from kith.record import actions as record
from kith.record.models import Case, Citation

_AROUND = 3


class NotQuoted(Refusal):
    """A piece of an exhibit has no words that could be quoted."""


@action
def quote_item(*, case: Case, exhibit: Exhibit, member: int, start: int, by: Worker, at: datetime) -> Citation:
    """Keep an item as a quotation, with what was said just before and after it.

    Raises:
        NotQuoted: it could not be read, or is a whole file.
    """
    item = item_at(exhibit, member, start)
    if item.is_unread or item.kind == FILE:
        raise NotQuoted("This piece has no words that were read, so it cannot be quoted.")
    path = Member.objects.filter(case_id=case.id, exhibit=exhibit, number=member).values_list("path_text", flat=True)
    quoted = record.Quoted(
        kind="item",
        source_id=exhibit.id,
        label=exhibit.label,
        sha256=bytes(exhibit.sha256),
        member=member,
        member_text=path.first() or "",
        span_start=item.start,
        span_end=item.end,
        line=item.line,
        said_by_text=item.said_by,
        said_at_text=said_at(item),
        text=item.text,
        before=_lines(items_before(exhibit, member, start, _AROUND), member),
        after=_lines(items_after(exhibit, member, start, _AROUND), member),
    )
    citation = record.keep_quotation(case=case, quoted=quoted, by=by, at=at)
    note_custody(exhibit=exhibit, verb=CustodyEvent.Verb.QUOTED, by=by, at=at, detail=f"Line {item.line}.")
    ledger.nothing_changed()
    return citation


def _lines(items: list[ItemShown], member: int) -> list[dict[str, str | int]]:
    return [
        {"by": each.said_by, "at": said_at(each), "text": each.text, "line": each.line}
        for each in items
        if each.member == member and not each.is_unread and each.kind != FILE
    ]
