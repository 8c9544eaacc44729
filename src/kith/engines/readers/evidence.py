"""What one pass over an export notes down, in constant memory, for `resolve` to decide from."""

from collections.abc import Iterable

import msgspec

ORDERS = ("dmy", "mdy", "ymd")

_EXAMPLES = 3
_MOST_NAMES = 50_000
_MOST_PREFIXES = 5_000
_SLACK_DAYS = 2  # messages that arrive late may stand a little out of order


class Line(msgspec.Struct, frozen=True):
    """A line of the export shown as evidence: its number, counted from 1, and its text as found."""

    number: int
    text: str


class Dates(msgspec.Struct):
    """The date numbers of a file: how far each goes, and what each reading would make of their order."""

    most: list[int] = msgspec.field(default_factory=lambda: [0, 0, 0])
    least: list[int] = msgspec.field(default_factory=lambda: [9999, 9999, 9999])
    changes: list[int] = msgspec.field(default_factory=lambda: [0, 0, 0])
    differing: int = 0  # dates that read differently day first and month first
    differing_example: Line | None = None
    differing_fields: tuple[int, int, int] | None = None
    days: int = 0  # runs of lines with one date
    over_twelve: list[int] = msgspec.field(default_factory=lambda: [0, 0, 0])
    proof: list[Line | None] = msgspec.field(default_factory=lambda: [None, None, None])
    backwards: dict[str, int] = msgspec.field(default_factory=lambda: dict.fromkeys(ORDERS, 0))
    examples: dict[str, list[Line]] = msgspec.field(default_factory=lambda: {order: [] for order in ORDERS})
    year_digits: int = 0
    year_first: bool = False
    first: Line | None = None
    last_fields: tuple[int, int, int] | None = None
    named_days: dict[str, int] = msgspec.field(default_factory=lambda: dict.fromkeys(ORDERS, 0))
    named_seen: int = 0
    named_example: Line | None = None

    def see(self, fields: tuple[int, int, int], line: int, raw: bytes) -> None:
        """Note a date that differs from the line before; `raw` begins with the line as found."""
        self.days += 1
        if self.first is None:
            self.first = _line(line, raw)
        if fields[0] != fields[1]:
            self.differing += 1
            if self.differing_example is None:
                self.differing_example, self.differing_fields = _line(line, raw), fields
        for place, number in enumerate(fields):
            self.most[place] = max(self.most[place], number)
            self.least[place] = min(self.least[place], number)
            if number > 12:
                self.over_twelve[place] += 1
                self.proof[place] = self.proof[place] or _line(line, raw)
        if self.last_fields is not None:
            self._compare(self.last_fields, fields, line, raw)
        self.last_fields = fields

    def _compare(self, before: tuple[int, int, int], now: tuple[int, int, int], line: int, raw: bytes) -> None:
        for place in range(3):
            self.changes[place] += before[place] != now[place]
        for order in ORDERS:
            earlier, later = day_number(before, order), day_number(now, order)
            if earlier and later and later < earlier - _SLACK_DAYS:
                self.backwards[order] += 1
                if len(self.examples[order]) < _EXAMPLES:
                    self.examples[order].append(_line(line, raw))

    def see_named_day(self, fields: tuple[int, int, int], name: str, line: Line) -> None:
        """Compare a date inside a file's name (IMG-20241201-WA0001.jpg) with the line it stands on."""
        self.named_seen += 1
        year, month, day = int(name[:4]), int(name[4:6]), int(name[6:8])
        for order in ORDERS:
            if in_order(fields, order) == (year, month, day):
                self.named_days[order] += 1
                self.named_example = self.named_example or line


def _line(number: int, raw: bytes) -> Line:
    return Line(number, raw.partition(b"\n")[0].decode("utf-8", "ignore").rstrip("\r"))


def in_order(fields: tuple[int, int, int], order: str) -> tuple[int, int, int] | None:
    """Read three numbers as (year, month, day) under an order; None if month or day is impossible."""
    a, b, c = fields
    year, month, day = (c, b, a) if order == "dmy" else (c, a, b) if order == "mdy" else (a, b, c)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return (year + 2000 if year < 100 else year, month, day)


def day_number(fields: tuple[int, int, int], order: str) -> int:
    """Give a number that grows with the date, good enough to compare; 0 if the order makes no date."""
    date = in_order(fields, order)
    return 0 if date is None else (date[0] * 12 + date[1]) * 31 + date[2]


class Names(msgspec.Struct):
    """Who stands before the colon, and what evidence there is about where each name ends."""

    lines: dict[str, int] = msgspec.field(default_factory=dict)
    by_app: dict[str, int] = msgspec.field(default_factory=dict)
    longer: dict[str, dict[str, int]] = msgspec.field(default_factory=dict)
    sure: dict[str, dict[str, int]] = msgspec.field(default_factory=dict)
    example: dict[str, Line] = msgspec.field(default_factory=dict)
    kept: int = 0

    def see_longer(self, name: str, more: str, sure: bool) -> int:
        """Note that `name` was followed by `more` and a second colon; `sure` if the rest is the app's own words.

        Returns:
            How often that has now been seen.
        """
        known = self.longer.setdefault(name, {})
        if more not in known:
            self.kept += 1
            if self.kept > _MOST_PREFIXES:
                self._forget_the_rare()
                known = self.longer.setdefault(name, {})
        known[more] = known.get(more, 0) + 1
        if sure:
            firm = self.sure.setdefault(name, {})
            firm[more] = firm.get(more, 0) + 1
        return known[more]

    def _forget_the_rare(self) -> None:
        for name, known in list(self.longer.items()):
            kept = {more: count for more, count in known.items() if count > 1}
            for more in known.keys() - kept.keys():
                self.example.pop(f"{name}: {more}", None)
            self.longer[name] = kept
        self.kept = sum(map(len, self.longer.values()))

    def room_for(self, name: str) -> bool:
        """Tell whether one more name may be kept; no chat has more than this."""
        return name in self.lines or len(self.lines) + len(self.by_app) < _MOST_NAMES


class Doubt(msgspec.Struct, frozen=True):
    """A name with a colon in it, or a person who begins messages with a word and a colon: nobody can tell.

    `joined` says which it is taken for until somebody answers: one long name, or a short one and words.
    """

    name: str
    more: str
    count: int
    of: int
    example: Line | None
    joined: bool

    @property
    def whole(self) -> str:
        """Give the longer of the two possible names."""
        return f"{self.name}: {self.more}"


class You(msgspec.Struct):
    """The lines that speak to, or of, the owner of the phone."""

    lines: int = 0
    examples: list[Line] = msgspec.field(default_factory=list)
    deleted_by: dict[str, int] = msgspec.field(default_factory=dict)
    marked: dict[str, int] = msgspec.field(default_factory=dict)

    def see(self, line: Line) -> None:
        """Note one such line."""
        self.lines += 1
        if len(self.examples) < _EXAMPLES:
            self.examples.append(line)


class Files(msgspec.Struct):
    """Attachments: how many are named, and how many of those are among the files handed over."""

    named: int = 0
    found: int = 0
    missing: int = 0
    missing_names: list[str] = msgspec.field(default_factory=list)
    unmentioned: int = 0
    handed_over: int = 0


class Evidence(msgspec.Struct):
    """All that a pass noted. It is plain data: keep it with the exhibit, and answers given later need no reading."""

    dates: Dates = msgspec.field(default_factory=Dates)
    names: Names = msgspec.field(default_factory=Names)
    you: You = msgspec.field(default_factory=You)
    files: Files = msgspec.field(default_factory=Files)
    kinds: dict[str, int] = msgspec.field(default_factory=dict)
    flags: dict[str, int] = msgspec.field(default_factory=dict)
    doubts: list[Doubt] = msgspec.field(default_factory=list)
    unread: int = 0
    unread_examples: list[Line] = msgspec.field(default_factory=list)
    first: Line | None = None
    first_stamp: tuple[str, tuple[int, int, int], int] | None = None
    last_stamp: tuple[str, tuple[int, int, int], int] | None = None
    opens_with_notice: bool = False
    device: str = ""
    damage: str = ""
    notes: list[str] = msgspec.field(default_factory=list)

    def count(self, kind: str, flags: Iterable[str]) -> None:
        """Count one item looked at closely."""
        self.kinds[kind] = self.kinds.get(kind, 0) + 1
        for flag in flags:
            self.flags[flag] = self.flags.get(flag, 0) + 1

    def see_unread(self, line: int, why: str) -> None:
        """Count one piece that was not understood."""
        self.unread += 1
        if len(self.unread_examples) < _EXAMPLES:
            self.unread_examples.append(Line(line, why))
