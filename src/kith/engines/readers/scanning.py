"""The quick loop over a chat's bytes: heads are found in blocks, and items are made of what lies between them."""

import re
from collections.abc import Iterable

from kith.engines.readers.attachments import Attachments
from kith.engines.readers.bodies import ENDINGS, SUSPECT
from kith.engines.readers.evidence import Evidence
from kith.engines.readers.items import MESSAGE, Item, Piece, Stamp, Unread
from kith.engines.readers.judging import Judge
from kith.engines.readers.stamps import date_numbers, time_of_day
from kith.engines.readers.survey import Survey

LONGEST_ITEM = 1 << 20
"""Bytes. WhatsApp takes 65,536 characters; what is longer than this is no message, and is kept as unread."""

_LONGEST_LINE = 1 << 20
_MOST_CACHED = 100_000
_MOST_SHOWN = 160
_NO_STAMP = Stamp("", (0, 0, 0), -1)
_NEW = -2  # a clock not seen before; -1 is one that no day has

# Hours and minutes apart from seconds: one table of all times of a day would not stay in the processor's cache.
_SECONDS = {f":{number:02d}".encode(): number for number in range(60)}


Row = tuple[bytes, bytes, bytes, bytes, bytes | None, bytes | None, bytes | None, bytes | None, bytes]
"""A message's head from the newline on, then the groups of `heads.compiled`, then its words."""

_WIDTH = 9


class Scanner:
    """Reads one chat, block by block; keeps nothing but the last message and what was counted."""

    def __init__(self, survey: Survey, member: str | None, evidence: Evidence, attachments: Attachments) -> None:
        self._heads = survey.pattern
        self._split = survey.parting.split
        self._member = member
        self._evidence = evidence
        self._judge = Judge(survey, evidence, attachments)
        self._dates: dict[bytes, tuple[int, int, int]] = {}
        self._clocks: dict[bytes, int] = {}
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
        parts = self._split(data[:limit]) if not final and len(data) <= LONGEST_ITEM else []
        if len(parts) <= _WIDTH or not self._are_dates(set(parts[3::_WIDTH])):
            return self._feed_carefully(data, base, limit, final)
        pieces: list[Piece] = []
        start = len(parts[0]) + 1
        self._go_to_first(pieces, data, base, start)
        done = limit - len(parts[-1]) - len(parts[-_WIDTH])
        del parts[-_WIDTH:]
        rows = zip(*(parts[column::_WIDTH] for column in range(1, _WIDTH + 1)), strict=True)
        self._read(pieces, rows, base + start, b"\r" in data)
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
        for match, end in zip(heads, ends, strict=False):
            self._close_gap(pieces, base + match.start() + 1)
            self._read_one(pieces, data, base, match, end)
        if final:
            self._close_gap(pieces, base + limit)
            pieces[-1].end = base + limit
        return pieces, limit if final else (ends[-1] if ends else heads[-1].start())

    def _read_one(self, pieces: list[Piece], data: bytes, base: int, match: re.Match[bytes], end: int) -> None:
        """Read one message; of an endless one as much as a message may have, leaving a gap for the rest."""
        cut = min(end, match.start() + 1 + LONGEST_ITEM)
        head, words = data[match.start() : match.end()], data[match.end() : cut]
        row: Row = (head, match[1], match[2], match[3], match[4], match[5], match[6], match[7], words)
        self._read(pieces, [row], base + match.start() + 1, True)
        if cut < end:
            pieces[-1].end -= 1
            self._line -= 1
            self._gap, self._gap_line, self._gap_why = base + cut, self._line, "longer than any message can be"
            self._line += data.count(b"\n", cut, end + 1)

    def _read(self, pieces: list[Piece], rows: Iterable[Row], start: int, crlf: bool) -> None:
        """Make one item of each row: plain words at once, all else judged closely."""
        dates, clocks, judge, counts = self._dates, self._clocks, self._judge, self._evidence.names.lines
        member, add, senders, last_date = self._member, pieces.append, judge.senders, self._last_date
        before = len(pieces)
        line, close_looks, last_whole, stamp, fields = self._line, 0, b"", _NO_STAMP, dates.get(last_date, (0, 0, 0))
        for head, whole, date, clock, second, half, name, mark, body in rows:
            end = start + len(head) + len(body)
            line_count = body.count(b"\n") + 1
            if crlf and body.endswith(b"\r"):
                body = body[:-1]
            if whole != last_whole:
                last_whole = whole
                if date != last_date:
                    last_date, fields = date, dates[date]
                    self._evidence.dates.see(fields, line, head[1:] + body[:_MOST_SHOWN])
                at = clocks.get(clock + half if half else clock, _NEW)
                if at == _NEW:
                    at = self._new_clock(clock + half if half else clock)
                if second and at >= 0:
                    at += _SECONDS.get(second) or _second(second)
                stamp = Stamp(whole.decode(), fields, at, bool(second))
            sender = senders.get(name)
            if mark or sender is None or body[:6] in SUSPECT or body[-1] in ENDINGS:
                close_looks += 1
                add(judge.item(name, (mark or b"") + body, Item("", member, start, end, line, stamp, None, "")))
            else:
                counts[sender] += 1
                add(Item(MESSAGE, member, start, end, line, stamp, sender, body.decode("utf-8", "replace")))
            line += line_count
            start = end
        self._line, self._last_date = line, last_date
        kinds = self._evidence.kinds
        kinds[MESSAGE] = kinds.get(MESSAGE, 0) + len(pieces) - before - close_looks

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

    def _new_clock(self, clock: bytes) -> int:
        if len(self._clocks) > _MOST_CACHED:
            self._clocks.clear()
        self._clocks[clock] = found = time_of_day(clock.decode("utf-8", "replace"))[0]
        return found

    def _go_to_first(self, pieces: list[Piece], data: bytes, base: int, at: int) -> None:
        """Go to the first head of a block; what lies before it, if anything does, is a gap."""
        self._line += data.count(b"\n", 1, at)
        self._close_gap(pieces, base + at)

    def _close_gap(self, pieces: list[Piece], at: int) -> None:
        if self._gap is not None and at > self._gap:
            pieces.append(Unread(self._member, self._gap, at, self._gap_line, self._gap_why))
            self._evidence.see_unread(self._gap_line, self._gap_why)
        self._gap = None


def _second(found: bytes) -> int:
    digits = "".join(char for char in found.decode("utf-8", "replace") if char.isdigit())
    return min(int(digits), 59)


def _whole_lines(data: bytes) -> int:
    """Find how far lines are complete; a line beyond all reason is not waited for."""
    end = data.rfind(b"\n") + 1
    return end if len(data) - end < _LONGEST_LINE else len(data)
