"""One item: where it stands, what was said around it, and the bytes it came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kith.core.errors import NotFound
from kith.exhibits.models import Exhibit, Item, Member
from kith.exhibits.queries.both_ends import MARGIN, OtherEnd, Window, both_ends
from kith.exhibits.queries.items import AROUND, ItemShown, Key, item_at, items_after, items_before, said_at
from kith.record.models import Case
from kith.record.queries import CaseHead, case_head
from kith.ui.parts import Row

MOST_AROUND = 200
#: A zip is taken into memory whole to show bytes of it; above this only when asked.
SHOWN_BY_ITSELF_BYTES = 64_000_000


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One item in its context, with what other exports of the conversation hold (see `both_ends`).

    `original` is what `actions.original_of` gave, or None if it was not asked for.
    """

    title: str
    case: CaseHead
    exhibit_id: UUID
    label: str
    item: ItemShown
    said_at: str
    before: tuple[ItemShown, ...]
    after: tuple[ItemShown, ...]
    ends: tuple[OtherEnd, ...]
    marks: Mapping[Key, tuple[str, ...]]
    undated: tuple[tuple[str, str], ...]
    more_before: str
    more_after: str
    place: tuple[Row, ...]
    original: Any
    ask_for_bytes: str
    can_quote: bool


def item_page(
    case: Case, exhibit: Exhibit, item: ItemShown, original: Any, around: tuple[int, int] = (AROUND, AROUND)
) -> ItemPage:
    """Give one item with so many items before and after it."""
    many_before, many_after = (max(0, min(MOST_AROUND, number)) for number in around)
    window = Window(
        item,
        items_before(exhibit, item.member, item.start, many_before + MARGIN),
        items_after(exhibit, item.member, item.start, many_after + MARGIN),
        (many_before, many_after),
    )
    both = both_ends(exhibit, window)
    more_before, more_after = len(window.before) > many_before, len(window.after) > many_after
    return ItemPage(
        title=f"{exhibit.label}, line {item.line}" if item.line else f"{exhibit.label}, a file",
        case=case_head(case),
        exhibit_id=exhibit.id,
        label=exhibit.label,
        item=item,
        said_at=said_at(item),
        before=both.before,
        after=both.after,
        ends=both.ends,
        marks=both.marks,
        undated=both.undated,
        more_before=f"?before={many_before + 20}&after={many_after}"
        if more_before and many_before < MOST_AROUND
        else "",
        more_after=f"?before={many_before}&after={many_after + 20}" if more_after and many_after < MOST_AROUND else "",
        place=_place(exhibit, item),
        original=original,
        ask_for_bytes="?bytes=1" if original is None else "",
        can_quote=not item.is_unread and item.kind != "file",
    )


def shows_bytes(exhibit: Exhibit, item: ItemShown) -> bool:
    """Tell whether an item's original bytes are shown without being asked for: quick for all but great zips."""
    return item.member == 0 or exhibit.size_bytes <= SHOWN_BY_ITSELF_BYTES


def item_on_line(exhibit: Exhibit, line: int) -> ItemShown:
    """Find the item that a line of the chat belongs to.

    Raises:
        NotFound: the exhibit has no such line.
    """
    items = Item.objects.filter(case_id=exhibit.case_id, exhibit_id=exhibit.id, line__gt=0, line__lte=line)
    found = items.order_by("-line", "-start").values_list("member", "start").first()
    if found is None:
        raise NotFound
    return item_at(exhibit, *found)


def _place(exhibit: Exhibit, item: ItemShown) -> tuple[Row, ...]:
    rows = [Row("Exhibit", f"{exhibit.label}, {exhibit.name_text}")]
    if item.member:
        path = Member.objects.filter(case_id=exhibit.case_id, exhibit=exhibit, number=item.member)
        rows.append(Row("File inside it", path.values_list("path_text", flat=True).first() or ""))
    if item.line:
        rows.append(Row("Line", f"{item.line:,}"))
    rows.append(Row("Bytes", f"{item.start:,} to {item.end:,}"))
    if item.stamp_text:
        rows.append(Row("Date and time as in the file", item.stamp_text))
    if item.attachment_text:
        found = "It is in the export." if item.attachment_member else "It was not handed over."
        rows.append(Row("File it names", item.attachment_text, hint=found))
    return tuple(rows)
