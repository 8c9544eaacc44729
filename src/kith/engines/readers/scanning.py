"""The quick loop over a chat's bytes: heads are found in blocks, and items are made of what lies between them."""

import re

from kith.engines.readers.attachments import Attachments
from kith.engines.readers.bodies import ENDINGS, SUSPECT
from kith.engines.readers.evidence import Evidence
from kith.engines.readers.items import MESSAGE, Item, Piece, Stamp, Unread
from kith.engines.readers.judging import Judge
from kith.engines.readers.stamps import date_numbers, time_of_day
from kith.engines.readers.survey import Survey

LONGEST_ITEM = 4 << 20
"""Bytes. WhatsApp takes 65,536 characters; what is longer than this is no message, and is kept as unread."""

_LONGEST_LINE = 1 << 20
_MOST_CACHED = 100_000
_MOST_SHOWN = 160


class Scanner:
    """Reads one chat, block by block; keeps nothing but the last message and what was counted."""

    def __init__(self, survey: Survey, member: str | None, evidence: Evidence, attachments: Attachments) -> None:
        self._finditer = survey.pattern.finditer
        self._member = member
        self._evidence = evidence
        self._judge = Judge(survey, evidence, attachments)
        self._dates: dict[bytes, tuple[int, int, int]] = {}
        self._times: dict[bytes, tuple[int, bool]] = {}
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
        dates = self._dates
        matches = [match for match in self._finditer(data, 0, limit) if match[2] in dates or self._new_date(match[2])]
        pieces: list[Piece] = []
        if not matches:
            self._line += data.count(b"\n", 1, limit)
            if final:
                self._close_gap(pieces, base + limit)
            return pieces, limit if final else max(limit - 1, 0)
        self._line += data.count(b"\n", 1, matches[0].start() + 1)
        self._close_gap(pieces, base + matches[0].start() + 1)
        done = matches[-1].start()
        if final:
            self._read_all(pieces, data, base, matches, limit)
            self._close_gap(pieces, base + limit)
            return pieces, limit
        self._read_all(pieces, data, base, matches[:-1], done + 1)
        if limit - done > LONGEST_ITEM:
            self._read_long(pieces, data, base, matches[-1], limit)
            done = limit - 1
        return pieces, done

    def _read_all(self, pieces: list[Piece], data: bytes, base: int, matches: list[re.Match[bytes]], end: int) -> None:
        """Read each head up to the next; `end` is where the last one ends."""
        if not matches:
            return
        ends = [match.start() + 1 for match in matches[1:]]
        unended = end == len(data) and not data.endswith(b"\n")
        ends.append(end + 1 if unended else end)
        if len(data) > LONGEST_ITEM:
            for match, its_end in zip(matches, ends, strict=True):
                self._close_gap(pieces, base + match.start() + 1)
                if its_end - match.start() > LONGEST_ITEM:
                    self._read_long(pieces, data, base, match, its_end - unended * (its_end > end))
                else:
                    self._read(pieces, data, base, [match], [its_end])
        else:
            self._read(pieces, data, base, matches, ends)
        if unended and self._gap is None:
            pieces[-1].end -= 1

    def _read_long(self, pieces: list[Piece], data: bytes, base: int, match: re.Match[bytes], end: int) -> None:
        """Read as much of an endless message as a message may have, and open a gap for the rest."""
        cut = match.start() + 1 + LONGEST_ITEM
        if cut >= end:
            cut = end - 1
        self._read(pieces, data, base, [match], [cut + 1])
        pieces[-1].end -= 1
        self._line -= 1
        self._gap, self._gap_line, self._gap_why = base + cut, self._line, "longer than any message can be"
        self._line += data.count(b"\n", cut, end)

    def _read(
        self, pieces: list[Piece], data: bytes, base: int, matches: list[re.Match[bytes]], ends: list[int]
    ) -> None:
        """Make one item of each head: plain words at once, all else judged closely."""
        dates, times, judge, counts = self._dates, self._times, self._judge, self._evidence.names.lines
        member, add, senders, last_date = self._member, pieces.append, judge.senders, self._last_date
        line, close_looks, crlf, start = self._line, 0, b"\r\n" in data, base + matches[0].start() + 1
        for match, its_end in zip(matches, ends, strict=True):
            whole, date, time, name, mark = match.group(1, 2, 3, 4, 5)
            body = data[match.end() : its_end - 1]
            if crlf and body.endswith(b"\r"):
                body = body[:-1]
            if date != last_date:
                last_date = self._turn(match, date, line)
            seconds, has_seconds = times.get(time) or self._new_time(time)
            stamp = Stamp(whole.decode(), dates[date], seconds, has_seconds)
            sender = senders.get(name)
            end = base + its_end
            if mark or sender is None or body[:6] in SUSPECT or body[-1] in ENDINGS:
                close_looks += 1
                add(judge.item(name, (mark or b"") + body, Item("", member, start, end, line, stamp, None, "")))
            elif b": " in body:
                close_looks += 1
                add(judge.colon(sender, body, Item(MESSAGE, member, start, end, line, stamp, sender, "")))
            else:
                counts[sender] += 1
                add(Item(MESSAGE, member, start, end, line, stamp, sender, _text(body)))
            line += body.count(b"\n") + 1
            start = end
        self._line, self._last_date = line, last_date
        kinds = self._evidence.kinds
        kinds[MESSAGE] = kinds.get(MESSAGE, 0) + len(matches) - close_looks

    def _turn(self, match: re.Match[bytes], date: bytes, line: int) -> bytes:
        self._evidence.dates.see(self._dates[date], line, _shown(match))
        return date

    def _new_date(self, date: bytes) -> bool:
        fields = date_numbers(date.decode("utf-8", "replace"))
        if fields is None:
            return False
        if len(self._dates) > _MOST_CACHED:
            self._dates.clear()
        self._dates[date] = fields
        return True

    def _new_time(self, time: bytes) -> tuple[int, bool]:
        if len(self._times) > _MOST_CACHED:
            self._times.clear()
        self._times[time] = found = time_of_day(time.decode("utf-8", "replace"))
        return found

    def _close_gap(self, pieces: list[Piece], at: int) -> None:
        if self._gap is not None and at > self._gap:
            pieces.append(Unread(self._member, self._gap, at, self._gap_line, self._gap_why))
            self._evidence.see_unread(self._gap_line, self._gap_why)
        self._gap = None


def _whole_lines(data: bytes) -> int:
    """Find how far lines are complete; a line beyond all reason is not waited for."""
    end = data.rfind(b"\n") + 1
    return end if len(data) - end < _LONGEST_LINE else len(data)


def _text(body: bytes) -> str:
    return body.decode("utf-8", "replace")


def _shown(match: re.Match[bytes]) -> str:
    start = match.start() + 1
    end = match.string.find(b"\n", start)
    end = len(match.string) if end < 0 else end
    return match.string[start : min(end, start + _MOST_SHOWN)].decode("utf-8", "ignore").rstrip("\r")

