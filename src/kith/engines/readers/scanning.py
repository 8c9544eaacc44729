"""The quick loop over a chat's bytes: heads are found in blocks, and items are made of what lies between them."""

from collections import Counter
from itertools import accumulate, chain, compress, count, repeat
from operator import add, ne, not_
from typing import Any

from kith.engines.readers.attachments import Attachments
from kith.engines.readers.bodies import ENDINGS, SUSPECT
from kith.engines.readers.clocks import Clocks
from kith.engines.readers.evidence import Evidence
from kith.engines.readers.heads import width
from kith.engines.readers.items import MESSAGE, Item, Piece, Stamp, Unread
from kith.engines.readers.judging import Judge
from kith.engines.readers.stamps import date_numbers
from kith.engines.readers.survey import Survey

LONGEST_ITEM = 1 << 20
"""Bytes. WhatsApp takes 65,536 characters; what is longer than this is no message, and is kept as unread."""

_LONGEST_LINE = 1 << 20
_MOST_CACHED = 100_000
_MOST_SHOWN = 160
_MESSAGES = repeat(MESSAGE)
_NEWLINE = ord("\n")  # a number is found in bytes far quicker than a string of one byte


Columns = tuple[list[Any], ...]
"""The messages' heads, each from the newline on; then the groups of `heads.compiled`; then their words."""


class Scanner:
    """Reads one chat, block by block; keeps nothing but the last message and what was counted."""

    def __init__(self, survey: Survey, member: str | None, evidence: Evidence, attachments: Attachments) -> None:
        self._heads = survey.pattern
        self._split = survey.parting.split
        self._width = width(survey.parting)
        self._member = member
        self._evidence = evidence
        self._judge = Judge(survey, evidence, attachments)
        self._dates: dict[bytes, tuple[int, int, int]] = {}
        self._clocks = Clocks(survey.styles)
        self._last_date = b""
        self._line = 1
        self._gap: int | None = survey.bom if survey.encoding == "utf-8" else 0
        self._gap_line = 1
        self._gap_why = "before the first message"

    def feed(self, data: bytes, base: int, final: bool) -> tuple[list[Piece], int]:
        """Read what is whole in `data`; `base` is the position in the file of its first byte.

        The first byte is the one before what is still to be read (a newline, but for a line that has no end).

        Returns:
            The pieces, and how many bytes of `data` are done with.
        """
        limit = len(data) if final else _whole_lines(data)
        parts, width = self._split(data[:limit]) if not final and len(data) <= LONGEST_ITEM else [], self._width
        fields = self._fields(parts[3::width])
        if len(parts) <= width or not all(fields):
            return self._feed_carefully(data, base, limit, final)
        pieces: list[Piece] = []
        start = len(parts[0]) + 1
        self._go_to_first(pieces, data, base, start)
        done = limit - len(parts[-1]) - len(parts[-width])
        del parts[-width:]
        columns: Columns = tuple(parts[column::width] for column in range(1, width + 1))
        self._read(pieces, columns, fields, base + start, data.find(b"\r") >= 0)
        return pieces, done

    def _feed_carefully(self, data: bytes, base: int, limit: int, final: bool) -> tuple[list[Piece], int]:
        """Read where a head may be false, a message endless, or the file at its end."""
        pieces: list[Piece] = []
        heads = [match for match in self._heads.finditer(data, 0, limit) if self._are_dates({match[2]})]
        if not heads:
            self._line += data.count(b"\n", 1, limit)
            if final:
                self._close_gap(pieces, base + limit)
            return pieces, limit if final else max(limit - 1, 0)
        self._go_to_first(pieces, data, base, heads[0].start() + 1)
        ends = [match.start() for match in heads[1:]]
        if final:
            ends.append(limit - data.endswith(b"\n"))
        elif limit - heads[-1].start() > LONGEST_ITEM + 2:
            ends.append(limit - 1)
        rows: list[tuple[Any, ...]] = []
        start = heads[0].start() + 1
        for match, end in zip(heads, ends, strict=False):
            cut = min(end, match.start() + 1 + LONGEST_ITEM)
            rows.append((data[match.start() : match.end()], *match.groups(), data[match.end() : cut]))
            if cut < end:
                self._read_rows(pieces, rows, base + start)
                rows, start = [], end + 1
                self._leave_gap(pieces, data, base, cut, end)
        self._read_rows(pieces, rows, base + start)
        if final:
            self._close_gap(pieces, base + limit)
            pieces[-1].end = base + limit
        return pieces, limit if final else (ends[-1] if ends else heads[-1].start())

    def _read_rows(self, pieces: list[Piece], rows: list[tuple[Any, ...]], start: int) -> None:
        if rows:
            self._close_gap(pieces, start)
            columns: Columns = tuple(map(list, zip(*rows, strict=True)))
            self._read(pieces, columns, self._fields(columns[2]), start, True)

    def _leave_gap(self, pieces: list[Piece], data: bytes, base: int, cut: int, end: int) -> None:
        """Leave a gap after as much of an endless message as a message may have."""
        pieces[-1].end -= 1
        self._line -= 1
        self._gap, self._gap_line, self._gap_why = base + cut, self._line, "longer than any message can be"
        self._line += data.count(b"\n", cut, end + 1)

    def _read(self, pieces: list[Piece], columns: Columns, fields: list[Any], start: int, crlf: bool) -> None:
        """Make one item of each message, column by column: nothing is done for each item but by C."""
        heads, wholes, dates, clocks, *ends, names, marks, bodies = columns
        if not heads:
            self._evidence.kinds.setdefault(MESSAGE, 0)
            return
        bounds = list(accumulate(map(add, map(len, heads), map(len, bodies)), initial=start))
        breaks = [body.count(b"\n") + 1 if _NEWLINE in body else 1 for body in bodies]
        lines = list(accumulate(breaks, initial=self._line))
        if crlf:
            bodies = [body[:-1] if body.endswith(b"\r") else body for body in bodies]
        self._see_days(dates, fields, heads, bodies, lines)
        stamped = b"\n".join(wholes).decode().split("\n")
        stamps = map(Stamp, stamped, fields, *self._clocks.times(clocks, *ends))
        senders = list(map(self._judge.senders.get, names))
        ends = bounds[1:]
        texts = _texts(bodies)
        made = list(map(Item, _MESSAGES, repeat(self._member), bounds, ends, lines, stamps, senders, texts))
        self._look_closely(made, senders, names, marks, bodies)
        pieces += made
        self._line = lines[-1]

    def _look_closely(
        self,
        made: list[Item],
        senders: list[str | None],
        names: list[bytes | None],
        marks: list[bytes],
        bodies: list[bytes],
    ) -> None:
        """Judge, in order, all that may be more than plain words of a well-known sender; count the rest."""
        judge, plain = self._judge, len(made)
        for at in _odd(senders, marks, bodies):
            body, mark, name, item = bodies[at], marks[at], names[at], made[at]
            if senders[at] is None:  # the name may have become well known since the block began
                item.sender = senders[at] = judge.senders.get(name)
                if senders[at] is not None and not (mark or body[:6] in SUSPECT or body[-1] in ENDINGS):
                    continue
            if mark:
                body, item.text = mark + body, mark.decode() + item.text
            plain -= 1
            if senders[at] is None or not judge.at_once(body, item):
                item.sender = senders[at] = None
                judge.item(name, body, item)
        self._count(senders)
        kinds = self._evidence.kinds
        kinds[MESSAGE] = kinds.get(MESSAGE, 0) + plain

    def _count(self, senders: list[str | None]) -> None:
        counts = self._evidence.names.lines
        for sender, lines in Counter(senders).items():
            if sender is not None:  # those are counted one by one, until so often that more do not matter
                counts[sender] += lines

    def _see_days(
        self, dates: list[bytes], fields: list[Any], heads: list[bytes], bodies: list[bytes], lines: list[int]
    ) -> None:
        """Note every date that differs from the one before."""
        if dates[0] == self._last_date and dates.count(dates[0]) == len(dates):
            return
        for at in compress(count(), map(ne, dates, chain((self._last_date,), dates))):
            self._evidence.dates.see(fields[at], lines[at], heads[at][1:] + bodies[at][:_MOST_SHOWN])
        self._last_date = dates[-1]

    def _fields(self, dates: list[bytes]) -> list[tuple[int, int, int] | None]:
        """Give the numbers of each date; None for what could be no date."""
        if dates and dates.count(dates[0]) == len(dates):  # most blocks lie within one day
            self._are_dates({dates[0]})
            return [self._dates.get(dates[0])] * len(dates)
        try:
            return list(map(self._dates.__getitem__, dates))
        except KeyError:
            self._are_dates(set(dates))
            return list(map(self._dates.get, dates))

    def _are_dates(self, found: set[bytes]) -> bool:
        """Tell whether every date found could be one, and keep the numbers of those that could."""
        if len(self._dates) > _MOST_CACHED:
            self._dates.clear()
        sound = True
        for date in [date for date in found if date not in self._dates]:
            fields = date_numbers(date.decode("utf-8", "replace"))
            if fields is None:
                sound = False
            else:
                self._dates[date] = fields
        return sound

    def _go_to_first(self, pieces: list[Piece], data: bytes, base: int, at: int) -> None:
        """Go to the first head of a block; what lies before it, if anything does, is a gap."""
        self._line += data.count(b"\n", 1, at)
        self._close_gap(pieces, base + at)

    def _close_gap(self, pieces: list[Piece], at: int) -> None:
        if self._gap is not None and at > self._gap:
            pieces.append(Unread(self._member, self._gap, at, self._gap_line, self._gap_why))
            self._evidence.see_unread(self._gap_line, self._gap_why)
        self._gap = None


def _odd(senders: list[str | None], marks: list[bytes], bodies: list[bytes]) -> list[int]:
    """List, in order, where something may stand that is more than plain words of a well-known sender."""
    odd = [at for at, body in enumerate(bodies) if body[:6] in SUSPECT or body[-1] in ENDINGS]
    more = list(compress(count(), marks))
    more += compress(count(), map(not_, senders))
    return sorted({*odd, *more}) if more else odd


def _texts(bodies: list[bytes]) -> list[str]:
    try:
        return list(map(bytes.decode, bodies))
    except UnicodeDecodeError:
        return [body.decode("utf-8", "replace") for body in bodies]


def _whole_lines(data: bytes) -> int:
    """Find how far lines are complete; a line beyond all reason is not waited for."""
    end = data.rfind(b"\n") + 1
    return end if len(data) - end < _LONGEST_LINE else len(data)
