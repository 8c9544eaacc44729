"""Both ends of a thread: beside an item the same line in another export, and around it what only that export holds."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from kith.exhibits import matching
from kith.exhibits.matching import Line, Pairs
from kith.exhibits.models import Exhibit
from kith.exhibits.queries.chats import Chat, SameChat, other_chats, same_chats
from kith.exhibits.queries.items import ItemShown, Key

#: Items read beyond those shown, so that the lines at the edge have neighbours too.
MARGIN = 10
LEAST_SHOWN = 10


#: A line that only another export holds: the own line it stands after, when by the own clock, and the line.
Placed = tuple[Key | None, datetime | None, ItemShown]


class Stands(StrEnum):
    """Where a line stands in another export."""

    SAME = "same"
    ELSEWHERE = "elsewhere"  # the same words, at another time
    MISSING = "missing"  # the export has lines before and after it
    EARLIER = "earlier"  # the export begins later
    LATER = "later"  # the export ends earlier
    APART = "apart"  # a line of the app's own: each telephone writes its own


@dataclass(frozen=True, slots=True)
class OtherEnd:
    """The line in another export of the same conversation. `item` is it, or the nearest line where it is not there."""

    label: str
    name_text: str
    from_text: str
    exhibit_id: str
    stands: Stands
    item: ItemShown | None
    is_worded_alike: bool
    hours: int
    more_before: ItemShown | None
    more_after: ItemShown | None


@dataclass(frozen=True, slots=True)
class BothEnds:
    """What stands around an item in all exports of its conversation, in one order.

    `marks` says of a line in which exports alone it is, or is not. `undated` are exports whose times are not settled.
    """

    before: tuple[ItemShown, ...]
    after: tuple[ItemShown, ...]
    ends: tuple[OtherEnd, ...] = ()
    marks: dict[Key, tuple[str, ...]] = field(default_factory=dict)
    undated: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """Items around one item in the order of its file: those shown, and some more on either side."""

    item: ItemShown
    before: Sequence[ItemShown]
    after: Sequence[ItemShown]
    many: tuple[int, int]

    @property
    def items(self) -> list[ItemShown]:
        """Give them all, in order, as far as they are of the item's own chat."""
        return [each for each in (*self.before, self.item, *self.after) if each.member == self.item.member]

    @property
    def shown_before(self) -> tuple[ItemShown, ...]:
        """Give those shown before it."""
        return tuple(self.before[-self.many[0] :] if self.many[0] else ())

    @property
    def shown_after(self) -> tuple[ItemShown, ...]:
        """Give those shown after it."""
        return tuple(self.after[: self.many[1]])

    @property
    def is_first(self) -> bool:
        """Tell whether nothing of its chat comes before what is shown."""
        return not any(each.member == self.item.member for each in self.before[: -self.many[0] or None])

    @property
    def is_last(self) -> bool:
        """Tell whether nothing of its chat comes after what is shown."""
        return not any(each.member == self.item.member for each in self.after[self.many[1] :])


def both_ends(exhibit: Exhibit, window: Window) -> BothEnds:
    """Lay the other exports of the same conversation beside an item. One query where there are none, else six."""
    alone = BothEnds(window.shown_before, window.shown_after)
    if window.item.is_unread or window.item.kind == "file":
        return alone
    chats = other_chats(exhibit, window.item.at)
    same = same_chats(exhibit, window.item, chats, max(window.many) + 2 * MARGIN)
    laid = [_Laid(window, each) for each in same]
    extra = _Extra()
    ends = []
    for each in laid:
        cut = extra.add(each)
        ends.append(_end(each, cut))
    return BothEnds(
        before=_merged(window.shown_before, extra.before),
        after=_merged(window.shown_after, extra.after),
        ends=tuple(ends),
        marks=extra.marks | _missing_marks(window, laid),
        undated=tuple(dict.fromkeys((str(chat.exhibit_id), chat.label) for chat in chats if not chat.is_dated)),
    )


class _Laid:
    """A window of one export and the same stretch of another, with their lines paired."""

    def __init__(self, window: Window, same: SameChat) -> None:
        self.window, self.same = window, same
        self.own = window.items
        self.own_lines = [_line(each, 0) for each in self.own]
        self.lines = [_line(each, same.hours) for each in same.items]
        self.pairs: Pairs = matching.align(self.own_lines, self.lines)
        self.here = self.own.index(window.item)

    @property
    def chat(self) -> Chat:
        return self.same.chat

    def is_missing(self, place: int) -> bool:
        """Tell whether an own line is not in the other export though that has lines before and after it."""
        line = self.own_lines[place]
        return bool(line.words) and place not in self.pairs and matching.is_within(line, self.lines)

    def only_there(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Give what only the other export holds before the item and after it, as (after which own line, which)."""
        window, chat = self.window, self.window.item.member
        first = self.here - sum(each.member == chat for each in window.shown_before)
        last = self.here + sum(each.member == chat for each in window.shown_after)
        least, most = -1 if window.is_first else first, last if window.is_last else last - 1
        places = matching.places_of(self.own_lines, self.lines, self.pairs)
        places = [each for each in places if least <= each[0] <= most]
        return [each for each in places if each[0] < self.here], [each for each in places if each[0] >= self.here]


class _Extra:
    """Lines that only other exports hold, each once, with where it stands among the item's own neighbours."""

    def __init__(self) -> None:
        self.before: list[Placed] = []
        self.after: list[Placed] = []
        self.marks: dict[Key, tuple[str, ...]] = {}
        self._labels: dict[Key, list[str]] = {}
        self._lines: list[tuple[Key, Line]] = []

    def add(self, laid: _Laid) -> tuple[ItemShown | None, ItemShown | None]:
        """Add what one other export holds, nearest lines first kept; give the next line on each side that was cut."""
        before, after = laid.only_there()
        most_before, most_after = (max(LEAST_SHOWN, many) for many in laid.window.many)
        for place, theirs in before[-most_before:]:
            self._add(self.before, laid, place, theirs)
        for place, theirs in after[:most_after]:
            self._add(self.after, laid, place, theirs)
        items = laid.same.items
        return (
            items[before[-most_before - 1][1]] if len(before) > most_before else None,
            items[after[most_after][1]] if len(after) > most_after else None,
        )

    def _add(self, into: list[Placed], laid: _Laid, place: int, theirs: int) -> None:
        item, line = laid.same.items[theirs], laid.lines[theirs]
        known = self._known(line, laid)
        if known is None:
            known = item.key
            self._lines.append((known, line))
            into.append((laid.own[place].key if place >= 0 else None, line.at or item.at, item))
        labels = self._labels.setdefault(known, [])
        labels.append(laid.chat.label)
        self.marks[known] = (f"Only in {' and '.join(labels)}",)

    def _known(self, line: Line, laid: _Laid) -> Key | None:
        """Find the line among those of the exports before this one."""
        return next(
            (
                key
                for key, each in self._lines
                if each.words == line.words
                and matching.is_near(each, line)
                and laid.chat.label not in self._labels[key]
            ),
            None,
        )


def _line(item: ItemShown, hours: int) -> Line:
    at = item.at + timedelta(hours=hours) if item.at is not None else None
    words = matching.compared(item.kind, item.text, item.flags, item.attachment_text)
    return Line(words, at, item.speaker, item.participant_id)


def _end(laid: _Laid, cut: tuple[ItemShown | None, ItemShown | None]) -> OtherEnd:
    stands, item = _stands(laid)
    chat = laid.chat
    own = laid.window.item
    return OtherEnd(
        label=chat.label,
        name_text=chat.name_text,
        from_text=chat.from_text,
        exhibit_id=str(chat.exhibit_id),
        stands=stands,
        item=item,
        is_worded_alike=item is not None and _as_worded(item) == _as_worded(own),
        hours=laid.same.hours,
        more_before=cut[0],
        more_after=cut[1],
    )


def _as_worded(item: ItemShown) -> tuple[str, tuple[str, ...]]:
    return matching.folded(item.text), item.flags


def _stands(laid: _Laid) -> tuple[Stands, ItemShown | None]:
    """Say where the item stands in the other export, and which line of that to show or to lead to."""
    own, items = laid.own_lines[laid.here], laid.same.items
    if not own.words:
        return Stands.APART, None
    if laid.here in laid.pairs:
        return Stands.SAME, items[laid.pairs[laid.here]]
    elsewhere = matching.same_words_elsewhere(own, laid.lines, laid.pairs)
    if elsewhere is not None:
        return Stands.ELSEWHERE, items[elsewhere]
    dated = [place for place, line in enumerate(laid.lines) if line.at is not None]
    if not dated:
        return Stands.APART, None
    spoken = [place for place in dated if laid.lines[place].words] or dated
    earlier = [place for place in spoken if _is_earlier(laid.lines[place], own)]
    if laid.is_missing(laid.here):
        return Stands.MISSING, items[earlier[-1] if earlier else dated[0]]
    return (Stands.LATER, items[earlier[-1]]) if earlier else (Stands.EARLIER, items[spoken[0]])


def _is_earlier(line: Line, than: Line) -> bool:
    return line.at is not None and than.at is not None and line.at < than.at


def _missing_marks(window: Window, laid: Sequence[_Laid]) -> dict[Key, tuple[str, ...]]:
    """Say of each own line around the item in which other exports it is not."""
    marks: dict[Key, tuple[str, ...]] = {}
    around = (*window.shown_before, *window.shown_after)
    for item in (each for each in around if each.member == window.item.member):
        labels = [each.chat.label for each in laid if each.is_missing(each.own.index(item))]
        if labels:
            marks[item.key] = (f"Not in {' or '.join(labels)}",)
    return marks


def _merged(shown: Sequence[ItemShown], extra: Sequence[Placed]) -> tuple[ItemShown, ...]:
    """Put what only other exports hold after the own lines that it stands after; in order of time among itself."""
    keys = {each.key for each in shown}
    after: dict[Key | None, list[ItemShown]] = {}
    for key, _, item in sorted(extra, key=_when):
        after.setdefault(key if key in keys else None, []).append(item)
    merged = after.get(None, [])
    for each in shown:
        merged += [each, *after.get(each.key, [])]
    return tuple(merged)


def _when(extra: Placed) -> float:
    return extra[1].timestamp() if extra[1] is not None else 0.0
