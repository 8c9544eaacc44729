"""From stamps and names as found to dates, instants and people: pure, quick, and done again when answers change."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from kith.engines.readers import calendars, senders
from kith.engines.readers.evidence import Doubt, Evidence, You, in_order
from kith.engines.readers.items import SYSTEM, Item, Stamp
from kith.engines.readers.notices import YOU_NAMES
from kith.engines.readers.ordering import SAYS, Order, order_of
from kith.engines.readers.questions import BadAnswer, Choice, Question, chosen

NEVER = "This local time does not exist: the clocks went forward over it."
TWICE = "This local time came twice: the clocks went back. The first is given."
NO_DATE = "The file does not say which day this is."
NO_ZONE = "No time zone has been chosen."

_MOST_PEOPLE = 50
_ONE, _CUT = "one", "cut"


class Resolution:
    """What the stamps and names of one export mean, given the evidence in it and the answers of a person.

    `order` is "dmy", "mdy", "ymd" or None; `zone` a name or None, with `zone_assumed` where nobody chose it; `you`
    the sender whose phone made the export, or None. `questions` are those still open.
    """

    def __init__(self, evidence: Evidence, answers: Mapping[str, str], assume_zone: str | None) -> None:
        self.questions: list[Question] = []
        self._answers = dict(answers)
        self._asked: set[str] = {"order", "zone", "calendar", "you"}
        self.order, self.order_evidence = self._order(order_of(evidence.dates))
        self.calendar = self._calendar(evidence)
        self.zone = answers.get("zone") or assume_zone
        self.zone_assumed = not answers.get("zone") and assume_zone is not None
        self._zone = _zone_named(self.zone) if self.zone else None
        self.you, self.you_evidence = self._you(evidence)
        self._names(evidence)
        self._refuse_strangers()
        self._days: dict[tuple[int, int, int], datetime | None] = {}
        self._offsets: dict[date, timedelta | None] = {}

    @property
    def zone_says(self) -> str:
        """Say which zone is used and on whose word."""
        if self.zone is None:
            return "No time zone: the file does not name one. It is that of the phone that made the export."
        if self.zone_assumed:
            return f"{self.zone}, assumed: the file does not name a zone. It is that of the phone that made the export."
        return f"{self.zone}, as answered."

    def when(self, stamp: Stamp) -> datetime | None:
        """Read a stamp as a local date and time; None where that is not known. The time of reading never stands in."""
        fields = stamp.fields
        if fields not in self._days:
            self._days[fields] = self._day(fields)
        day = self._days[fields]
        return None if day is None or stamp.seconds < 0 else day + timedelta(seconds=stamp.seconds)

    def instant(self, stamp: Stamp) -> tuple[datetime | None, str]:
        """Read a stamp as an instant in UTC, with a note where the local time came twice, or never, or is unknown."""
        local = self.when(stamp)
        if local is None:
            return None, NO_DATE
        if self._zone is None:
            return None, NO_ZONE
        day = local.date()
        if day not in self._offsets:
            self._offsets[day] = _offset_all_day(day, self._zone)
        offset = self._offsets[day]
        if offset is not None:
            return (local - offset).replace(tzinfo=_UTC), ""
        return _on_a_turning_day(local, self._zone)

    def settled(self, item: Item) -> Item:
        """Give an item with its sender as the whole file and the answers have it; its span never changes."""
        sender = item.sender
        if sender is None or not (self._changes and (sender in self._changes or sender.casefold() in YOU_NAMES)):
            return item
        if sender in self._titles:
            return _copy(item, None, item.text, SYSTEM)
        if sender in self._cut:
            name, more = self._cut[sender]
            return _copy(item, name, f"{more}: {item.text}", item.kind)
        if sender.casefold() in YOU_NAMES and self.you:
            return _copy(item, self.you, item.text, item.kind)
        name, text = senders.split_again(sender, item.text, self._joined)
        return item if name == sender else _copy(item, name, text, item.kind)

    @property
    def changes_senders(self) -> bool:
        """Tell whether `settled` may change anything, so that counts made before must be made again."""
        return bool(self._changes)

    def _order(self, found: Order) -> tuple[str | None, str]:
        answer = self._answers.get("order")
        if answer is not None:
            if answer not in ("dmy", "mdy", "ymd"):
                raise BadAnswer(f"“{answer}” is no order. Possible answers: dmy, mdy, ymd.")
            if found.value not in (None, answer):
                raise BadAnswer(f"The file itself settles the order of its dates. {found.says}")
            return answer, f"As answered: {SAYS[answer]}."
        if found.question is not None:
            self.questions.append(found.question)
        return found.value, found.says

    def _calendar(self, evidence: Evidence) -> str:
        dates = evidence.dates
        place = 0 if dates.year_first else 2
        found = calendars.calendar_of(dates.least[place], dates.most[place])
        if found == calendars.GREGORIAN:
            return found
        question = _calendar_question(found, dates.least[place], dates.first.text if dates.first else "")
        answer = self._answers.get("calendar")
        if answer is not None:
            return chosen(question, answer)
        self.questions.append(question)
        return "unknown"

    def _you(self, evidence: Evidence) -> tuple[str | None, str]:
        you, people = evidence.you, evidence.names.lines
        named = [name for name in people if name.casefold() in YOU_NAMES and people[name]]
        question = _you_question(evidence, named)
        answer = self._answers.get("you")
        if answer is not None:
            return chosen(question, answer) or None, "As answered."
        told = _told_by_deletions(you)
        if told is not None:
            return told, f"“You deleted this message” stands under the name {told}, and under no other."
        if you.lines or named:
            self.questions.append(question)
        return None, ""

    def _names(self, evidence: Evidence) -> None:
        rules = senders.rules_of(evidence.names)
        doubts = {doubt.whole: doubt for doubt in (*rules.doubts, *evidence.doubts)}
        joined = {name: set(known) for name, known in rules.joined.items()}
        self._cut: dict[str, tuple[str, str]] = {}
        for doubt in doubts.values():
            answer = self._doubt(doubt)
            if answer == _ONE:
                joined.setdefault(doubt.name, set()).add(doubt.more)
            elif answer == _CUT:
                joined.get(doubt.name, set()).discard(doubt.more)
                self._cut[doubt.whole] = (doubt.name, doubt.more)
        self._joined = {name: frozenset(known) for name, known in joined.items() if known}
        self._titles = rules.titles & {name for name, count in evidence.names.by_app.items() if count}
        self._changes = set(self._joined) | set(self._titles) | set(self._cut)
        if self.you:
            self._changes |= {name for name in evidence.names.lines if name.casefold() in YOU_NAMES}

    def _doubt(self, doubt: Doubt) -> str:
        question = _doubt_question(doubt)
        self._asked.add(question.key)
        answer = self._answers.get(question.key)
        if answer is not None:
            return chosen(question, answer)
        self.questions.append(question)
        return _ONE if doubt.joined else ""

    def _refuse_strangers(self) -> None:
        strange = [key for key in self._answers if key not in self._asked]
        if strange:
            known = ", ".join(sorted(self._asked))
            raise BadAnswer(f"Nothing was asked under “{strange[0]}”. What can be answered: {known}.")

    def _day(self, fields: tuple[int, int, int]) -> datetime | None:
        read = in_order(fields, self.order) if self.order else None
        day = calendars.gregorian(self.calendar, *read) if read else None
        return datetime.combine(day, time.min) if day else None


def resolve(
    evidence: Evidence, answers: Mapping[str, str] | None = None, *, assume_zone: str | None = None
) -> Resolution:
    """Work out what the stamps and names of an export mean.

    Args:
        answers: by question key: "order", "zone" (a name such as Europe/London), "calendar", "you" (a sender as
            found), and "sender:<name>".
        assume_zone: the zone to use, and to say is assumed, where nobody answered.

    Raises:
        BadAnswer: an answer is not among the choices, or to nothing that was asked.
    """
    return Resolution(evidence, answers or {}, assume_zone)


def _told_by_deletions(you: You) -> str | None:
    """Trust "You deleted this message" under one name alone, with the app's own mark or more than once."""
    if len(you.deleted_by) != 1:
        return None
    name, count = next(iter(you.deleted_by.items()))
    return name if count > 1 or you.marked.get(name) else None


def _you_question(evidence: Evidence, named: list[str]) -> Question:
    people = sorted(evidence.names.lines.items(), key=lambda pair: -pair[1])
    choices = [Choice(name, name, f"{count} lines") for name, count in people if count and name not in named]
    return Question(
        key="you",
        ask="Whose phone was this exported from?",
        why="Some lines say “you”, which is the owner of the phone. The file does not say which of the people that is.",
        choices=(*choices[:_MOST_PEOPLE], Choice("", "Someone else, or I do not know")),
        evidence=tuple(evidence.you.examples),
    )


def _calendar_question(found: str, year: int, example: str) -> Question:
    names = {calendars.BUDDHIST: "Buddhist (Thai)", calendars.PERSIAN: "Persian (Solar Hijri)"}
    choices = [Choice("none", "Leave these lines without a date")]
    if found in names:
        choices.insert(0, Choice(found, f"Yes, {names[found]}"))
    return Question(
        key="calendar",
        ask=f"Are the years in “{example}” of the {names.get(found, 'Islamic (Hijri)')} calendar?",
        why=f"The year {year} is not of the Gregorian calendar."
        + ("" if found in names else " Its months begin when the moon is seen, so no rule gives the exact day."),
        choices=tuple(choices),
    )


def _doubt_question(doubt: Doubt) -> Question:
    return Question(
        key=f"sender:{doubt.whole}",
        ask=f"Is “{doubt.whole}” one person's name, or is it {doubt.name} beginning messages with “{doubt.more}:”?",
        why=f"{doubt.count} of {doubt.of} lines of {doubt.name} go on with “{doubt.more}: ”.",
        choices=(Choice(_ONE, f"One name: {doubt.whole}"), Choice(_CUT, f"{doubt.name}, whose words those are")),
        evidence=(doubt.example,) if doubt.example else (),
    )


def _zone_named(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as unknown:
        raise BadAnswer(f"“{name}” is no time zone. Give a name such as Europe/London or Asia/Karachi.") from unknown


_UTC = ZoneInfo("UTC")
_DAY = timedelta(days=1)


def _offset_all_day(day: date, zone: tzinfo) -> timedelta | None:
    """Give the offset of a day on which the clocks do not turn; None on one where they do."""
    start = datetime.combine(day, time.min, zone)
    ends = {(start + _DAY * step).replace(fold=fold).utcoffset() for step in (0, 1) for fold in (0, 1)}
    middle = datetime.combine(day, time(12), zone).utcoffset()
    return middle if ends == {middle} else None


def _on_a_turning_day(local: datetime, zone: tzinfo) -> tuple[datetime, str]:
    first = local.replace(tzinfo=zone, fold=0)
    second = local.replace(tzinfo=zone, fold=1)
    instant = first.astimezone(_UTC)
    if first.utcoffset() == second.utcoffset():
        return instant, ""
    back = instant.astimezone(zone).replace(tzinfo=None)
    return instant, TWICE if back == local else NEVER


def _copy(item: Item, sender: str | None, text: str, kind: str) -> Item:
    return Item(
        kind, item.member, item.start, item.end, item.line, item.stamp, sender, text, item.flags, item.attachment
    )
