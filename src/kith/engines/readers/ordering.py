"""Which of a date's numbers is the day: settled by evidence for the whole file, or asked."""

import msgspec

from kith.engines.readers.evidence import ORDERS, Dates, Line, in_order
from kith.engines.readers.questions import Choice, Question, as_words

#: An order of the numbers of a date, in words.
SAYS = {"dmy": "day, month, year", "mdy": "month, day, year", "ymd": "year, month, day"}
_ASKS = {"dmy": "Day first", "mdy": "Month first", "ymd": "Year first"}

# Time going backwards this often under one order, and a tenth as often under the other, settles it.
_CLEARLY_BACKWARDS = 3
_LOPSIDED = 50


class Order(msgspec.Struct, frozen=True):
    """The order decided on, and why, or the question it needs."""

    value: str | None
    says: str
    question: Question | None = None


def order_of(dates: Dates) -> Order:
    """Decide the order of the numbers: the year's place, then any number above 12, then the order of time."""
    if dates.year_first:
        return Order("ymd", f"The year stands first{_seen(dates.first)}: year, month, day.")
    if dates.year_digits <= 2 and (early := _two_digit_year_first(dates)) is not None:
        return early
    day_first, month_first = dates.over_twelve[0], dates.over_twelve[1]
    if day_first and month_first:
        return _mixed(dates, day_first, month_first)
    if day_first or month_first:
        return _settled_by_number(dates, 0 if day_first else 1)
    if not dates.differing:
        return Order("dmy", "Every date in the file reads the same day first and month first.")
    return _by_time(dates) or _asked(dates)


def _two_digit_year_first(dates: Dates) -> Order | None:
    first, middle, last = dates.changes
    if dates.most[0] > 31:
        return Order("ymd", f"A first number is {dates.most[0]}, which can only be a year: year, month, day.")
    if last >= 3 and last > middle and first * 3 <= last and not dates.backwards["ymd"]:
        return Order("ymd", "From day to day it is the last number that changes: year, month, day.")
    return None


def _settled_by_number(dates: Dates, place: int) -> Order:
    order = "dmy" if place == 0 else "mdy"
    which = "first" if place == 0 else "second"
    return Order(order, f"The {which} number goes up to {dates.most[place]}{_seen(dates.proof[place])}: {SAYS[order]}.")


def _mixed(dates: Dates, day_first: int, month_first: int) -> Order:
    if day_first >= month_first * _LOPSIDED or month_first >= day_first * _LOPSIDED:
        place = 0 if day_first > month_first else 1
        settled = _settled_by_number(dates, place)
        odd = dates.proof[1 - place]
        return Order(settled.value, f"{settled.says} A few dates do not fit{_seen(odd)}; they are left undated.")
    why = (
        "Some lines can only be read day first and others only month first, so parts of this file were written in "
        "different ways. Perhaps two exports were joined, or the file was changed."
    )
    return Order(None, why, _question(dates, why, [line for line in dates.proof[:2] if line is not None]))


def _by_time(dates: Dates) -> Order | None:
    for order, other in (("dmy", "mdy"), ("mdy", "dmy")):
        against, for_it = dates.backwards[other], dates.backwards[order]
        if against >= _CLEARLY_BACKWARDS and against >= 10 * for_it:
            lines = ", ".join(str(line.number) for line in dates.examples[other])
            times = "never" if not for_it else f"{for_it} times"
            return Order(
                order,
                f"Read {SAYS[other]}, time would run backwards {against} times (lines {lines}); "
                f"read {SAYS[order]}, {times}.",
            )
    return None


def _asked(dates: Dates) -> Order:
    why = "No date in the file has a number above 12, and the order of the lines does not settle it."
    hints = [line for order in ORDERS[:2] for line in dates.examples[order]]
    day_first, month_first = dates.named_days["dmy"], dates.named_days["mdy"]
    if day_first != month_first:
        likely = "day first" if day_first > month_first else "month first"
        why += f" Files named after a date agree with {likely} on {max(day_first, month_first)} lines"
        why += (
            f" and otherwise on {min(day_first, month_first)}."
            if min(day_first, month_first)
            else " and never otherwise."
        )
        hints += [dates.named_example] if dates.named_example else []
    first = [dates.differing_example] if dates.differing_example else []
    return Order(None, why, _question(dates, why, first + hints))


def _question(dates: Dates, why: str, lines: list[Line]) -> Question:
    example = dates.differing_example or dates.first
    choices = tuple(Choice(order, _ASKS[order], _read_as(dates, order)) for order in ("dmy", "mdy"))
    return Question(
        key="order",
        ask=f"Which number is the day in “{example.text if example else ''}”?",
        why=why,
        choices=choices,
        evidence=tuple(lines),
    )


def _read_as(dates: Dates, order: str) -> str:
    read = in_order(dates.differing_fields or (0, 0, 0), order)
    return as_words(*read) if read else ""


def _seen(line: Line | None) -> str:
    return f" (line {line.number}: “{line.text}”)" if line else ""
