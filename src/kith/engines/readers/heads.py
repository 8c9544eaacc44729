"""How each message of a WhatsApp text export begins, decided once for the whole file.

A phone writes every head of one export in one style. So the style is found from evidence first, and a line that
merely looks like a date, in another style, stays part of the message it stands in.
"""

import re
from collections import Counter
from collections.abc import Iterable

import msgspec

from kith.engines.readers.stamps import HALF_WORDS, INVISIBLE, SPACES, date_numbers, half_family

_M = f"[{INVISIBLE}]{{0,3}}"  # bounded: a line of nothing but marks must not take for ever
_S = f"[{SPACES}]"
_HALF = "|".join(re.escape(word).replace("\\ ", _S) for word in HALF_WORDS)
# Words between date and time: Finnish klo, Scandinavian kl., French à, German um, Dutch om, Spanish a las, ...
_WORDS = r"klo|kl\.?|à|um|om|at|a las|às|as|ore|ora|o|u|saat"

_candidate = re.compile(
    rf"{_M}(?P<open>\[?){_M}"
    rf"(?P<date>\d{{1,4}}{_M}(?P<sep>[/.\-年년]){_S}?{_M}\d{{1,2}}{_M}[/.\-月월]{_S}?{_M}\d{{1,4}}{_M}[.日일]?){_M}"
    rf"(?P<join>[,،]?{_M}{_S}+(?:(?:{_WORDS}){_S}+)?|[,،]){_M}"
    rf"(?P<time>(?:(?P<before>{_HALF}){_S}?)?{_M}\d{{1,2}}(?P<colon>[:.٫]|{_S}?h{_S}?){_M}\d{{2}}(?P<secs>(?P=colon)\d{{2}})?"
    rf"(?:{_S}?{_M}(?P<after>{_HALF}))?){_M}"
    rf"(?P<close>\]{_S}?|{_S}[-–—]{_S}|:{_S})"
)

_SEPARATORS = {"年": ("年", "月", "日"), "년": ("년", "월", "일")}
_PARTS = ("date", "join", "time", "close")
_SHAPE = str.maketrans("123456789", "000000000")
_BYTE_SHAPE = bytes.maketrans(b"123456789", b"000000000")
_MOST_SHAPES = 10_000
_LONGEST_KNOWN = 80  # bytes


class Style(msgspec.Struct, frozen=True):
    """What the heads of one file have in common: brackets, separators, widths, clock and closing."""

    bracketed: bool
    separator: str
    year_first: bool
    year_width: int
    join: str
    gap: bool  # a space after the separators, as in "9. 12. 2020"
    colon: str
    has_seconds: bool
    half: str  # "", "before" or "after"
    close: str

    @property
    def core(self) -> tuple[bool, str, bool]:
        """Give what never differs between two heads of one phone."""
        return (self.bracketed, self.separator, self.year_first)


class Styles(msgspec.Struct):
    """The styles accepted for a file, and what was turned down."""

    accepted: tuple[Style, ...]
    half_words: tuple[str, ...] = ()
    zeros: tuple[str, ...] = ("0",)  # the zero of each set of digits in use
    marked: bool = False  # invisible marks stand inside heads
    odd_spaces: frozenset[str] = frozenset()  # parts of heads in which U+202F and the like stand


class _Known(msgspec.Struct, frozen=True):
    """What beginnings of one shape are: their style, and where in them the date stands (bytes)."""

    style: Style | None
    start: int
    end: int


class Found:
    """A count of every head-like line start in the parts of a file that were looked at."""

    def __init__(self) -> None:
        self.styles: Counter[Style] = Counter()
        self._known: dict[str, Style | None] = {}
        self._at_once: dict[bytes, _Known] = {}
        self._close = b"- "  # the last two bytes of the head found last
        self._dates: dict[bytes, bool] = {}
        self._words: set[str] = set()
        self._zeros: set[str] = set()
        self._marked = False
        self._odd_spaces: set[str] = set()

    def look_at(self, lines: Iterable[bytes]) -> None:
        """Count the head-like beginnings among whole lines, in UTF-8."""
        for line in lines:
            beginning = line[: line.find(self._close, 0, _LONGEST_KNOWN) + len(self._close)]
            known = self._at_once.get(beginning.translate(_BYTE_SHAPE))
            if known is None:
                self._look_closely(line)
            elif known.style is not None and self._is_date(beginning[known.start : known.end]):
                self.styles[known.style] += 1

    def _look_closely(self, line: bytes) -> None:
        text = line.decode("utf-8", "replace")
        match = _candidate.match(text)
        if match is None or date_numbers(match["date"]) is None:
            return
        shape = match[0].translate(_SHAPE)
        if shape not in self._known:
            self._known[shape] = self._new(match) if len(self._known) < _MOST_SHAPES else None
        style = self._known[shape]
        if style is not None:
            self.styles[style] += 1
        self._know(line, match, style)

    def _know(self, line: bytes, match: re.Match[str], style: Style | None) -> None:
        """Keep the shape of a head that ends in a space: what comes after cannot make it another."""
        head = match[0].encode()
        if head.endswith(b" ") and line.startswith(head) and len(self._at_once) < _MOST_SHAPES:
            start = len(match[0][: match.start("date")].encode())
            self._close = head[-2:]
            known = _Known(style, start, start + len(match["date"].encode()))
            self._at_once[head.translate(_BYTE_SHAPE)] = known

    def _is_date(self, found: bytes) -> bool:
        known = self._dates.get(found)
        if known is None:
            known = self._dates[found] = date_numbers(found.decode()) is not None
        return known

    def _new(self, match: re.Match[str]) -> Style | None:
        if bool(match["open"]) != match["close"].startswith("]"):
            return None
        if match["close"].startswith(":") and not match["secs"]:
            return None  # "12.3.20 10:15: text" is how people write, not how any phone does
        head = match[0]
        self._words.update(word for word in (match["before"], match["after"]) if word)
        self._zeros.update(_zero(digit) for digit in match["date"] + match["time"] if digit.isdigit())
        self._marked = self._marked or any(mark in head[1:] for mark in INVISIBLE)
        self._odd_spaces |= {part for part in _PARTS if any(space in match[part] for space in SPACES[1:])}
        return _style_of(match)

    def settle(self) -> Styles | None:
        """Accept the commonest style and those of its kind that are not rare beside it; None if none was seen."""
        if not self.styles:
            return None
        best, most = self.styles.most_common(1)[0]
        accepted = [style for style, count in self.styles.items() if _belongs(style, count, best, most)]
        words = sorted({word for seen in self._words for word in half_family(_bare(seen))})
        return Styles(
            tuple(accepted), tuple(words), tuple(sorted(self._zeros)), self._marked, frozenset(self._odd_spaces)
        )


def _belongs(style: Style, count: int, best: Style, most: int) -> bool:
    if style.core != best.core:
        return False
    return count * 4 >= most or (count >= 50 and count * 20 >= most)


def _style_of(match: re.Match[str]) -> Style:
    first, last = re.findall(r"\d+", match["date"])[::2]
    year_first = len(first) >= 3
    return Style(
        bracketed=bool(match["open"]),
        separator=match["sep"],
        year_first=year_first,
        year_width=len(first) if year_first else len(last),
        join=_bare(match["join"]),
        gap=any(space in match["date"] for space in SPACES),
        colon=match["colon"],
        has_seconds=bool(match["secs"]),
        half="before" if match["before"] else "after" if match["after"] else "",
        close=_bare(match["close"]),
    )


def _bare(text: str) -> str:
    return re.sub(_S, " ", re.sub(f"[{INVISIBLE}]", "", text))


def _zero(digit: str) -> str:
    return chr(ord(digit) - int(digit))


def compiled(styles: Styles, newline: bytes = b"", names: Iterable[str] = ()) -> re.Pattern[bytes]:
    """Write one pattern over bytes for a file's own heads.

    It begins with the newline before the head (so that the search can leap from line to line) and has these groups:
    stamp, date, clock; seconds with the half of the day, which is part of the clock where no head has seconds; what
    stands before the first ": " (absent where there is none), and the mark with which the app's own words begin (or
    nothing). `names` are those known to hold a colon of their own.
    """
    return re.compile(_head(styles, newline) + _sender(names))


def parting(styles: Styles, newline: bytes = b"", names: Iterable[str] = ()) -> re.Pattern[bytes]:
    """Write the pattern that parts a block into messages by `split`: much quicker than taking matches one by one.

    For each message `split` gives its head from the newline on, then the groups of `compiled`, then its words up to
    the newline before the next head; so that positions are sums of lengths.
    """
    return re.compile(b"(" + _head(styles, newline) + _sender(names) + b")")


def width(parting: re.Pattern[bytes]) -> int:
    """Tell how many parts `split` makes of each message: the groups, and the words."""
    return parting.groups + 1


def _head(styles: Styles, newline: bytes) -> bytes:
    parts = _Parts(styles)
    opening = rb"\[" + parts.mark if styles.accepted[0].bracketed else b""
    lead = _MARKS + b"{0,3}" if styles.marked else rb"(?:\xe2\x80[\x8e\x8f]|)" if opening else b""
    after = rb"(?<![^\r]\n)" if newline else b""  # where bytes begin, the head is known to be one
    stamp = b"((" + parts.date() + b")" + parts.mark + parts.joins() + parts.mark + parts.time() + b")"
    return b"\n" + after + lead + opening + stamp + parts.mark + parts.closes()


def _sender(names: Iterable[str]) -> bytes:
    whole_names = b"".join(re.escape(name.encode()) + b"|" for name in sorted(names, key=len, reverse=True))
    return b"(?:(" + whole_names + rb"[^:\r\n]{1,256}+): |)(\xe2\x80[\x8e\x8f]|)"


_MARKS = rb"(?:\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]|\xd8\x9c|\xef\xbb\xbf)"
_WIDE_SPACE = rb"(?: |\xe2\x80[\xaf\x89\x87]|\xc2\xa0)"


class _Parts:
    """The pieces of a head pattern, as bytes; only what the file uses, because each option costs time.

    Digits are taken possessively (no other part begins with one), and what may be absent is written `(?:x|)`: both
    are quicker than their plain forms.
    """

    def __init__(self, styles: Styles) -> None:
        self.styles = styles.accepted
        self.words = styles.half_words
        self.digit = _digit(styles.zeros)
        self.mark = _MARKS + b"{0,3}" if styles.marked else b""
        self.odd_spaces = styles.odd_spaces

    def date(self) -> bytes:
        separator = self.styles[0].separator
        first, second, last = _SEPARATORS.get(separator, (separator, separator, "." if separator == "." else ""))
        gap = self.mark + self._gap("date") if any(style.gap for style in self.styles) else b""
        short = self.digit + b"{1,2}+"
        widths = sorted({style.year_width for style in self.styles})
        year = self.digit + (b"{%d}" % widths[0] if len(widths) == 1 else b"{%d,%d}+" % (widths[0], widths[-1]))
        if self.styles[0].year_width < 3:  # a two-digit year may stand at either end
            year = self.digit + b"{1,%d}+" % widths[-1]
        tail = b"(?:" + re.escape(last.encode()) + b")?" if last else b""
        left, right = (year, short) if self.styles[0].year_first else (short, year)
        between = self.mark + re.escape(first.encode()) + gap + self.mark
        return (
            left + between + short + self.mark + re.escape(second.encode()) + gap + self.mark + right + self.mark + tail
        )

    def joins(self) -> bytes:
        return self._any_of({style.join for style in self.styles}, self._space("join"), self.mark)

    def closes(self) -> bytes:
        bracketed = self.styles[0].bracketed
        space = self._space("close")
        return rb"\]" + self._gap("close") if bracketed else self._any_of({style.close for style in self.styles}, space)

    def time(self) -> bytes:
        space = self._space("time")
        colon = self._any_of({style.colon for style in self.styles}, space) + self.mark
        seconds = {style.has_seconds for style in self.styles}
        halves = {style.half for style in self.styles}
        optional = b"?" if "" in halves else b""
        words = self._any_of(set(self.words), space)
        before = b"(?:" + words + self._gap("time") + self.mark + b")" + optional if "before" in halves else b""
        after = self._gap("time") + self.mark + words if "after" in halves else b""
        if after and optional:
            after = b"(?:" + after + b"|)"
        clock = before + self.digit + b"{1,2}+" + colon + self.digit + b"{2}"
        if True not in seconds:
            return b"(" + clock + after + b")"
        more = colon + self.digit + b"{2}"
        return b"(" + clock + b")(" + (b"(?:" + more + b"|)" if False in seconds else more) + after + b")"

    def _space(self, part: str) -> bytes:
        return _WIDE_SPACE if part in self.odd_spaces else b" "

    def _gap(self, part: str) -> bytes:
        """Write a space that may be absent."""
        return _WIDE_SPACE[:-1] + b"|)" if part in self.odd_spaces else b" ?"

    def _any_of(self, texts: set[str], space: bytes, mark: bytes = b"") -> bytes:
        options = sorted((_text(text, space, mark) for text in texts), key=len, reverse=True)
        return options[0] if len(options) == 1 else b"(?:" + b"|".join(options) + b")"


def _text(text: str, space: bytes, mark: bytes = b"") -> bytes:
    return (mark + space + mark).join(re.escape(part.encode()) for part in text.split(" "))


def _digit(zeros: tuple[str, ...]) -> bytes:
    if zeros == ("0",):
        return rb"\d"
    options = []
    for zero in zeros:
        low, high = zero.encode(), chr(ord(zero) + 9).encode()
        options.append(re.escape(low[:-1]) + b"[" + re.escape(low[-1:]) + b"-" + re.escape(high[-1:]) + b"]")
    return b"(?:" + b"|".join(options) + b")"
