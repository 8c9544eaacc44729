"""A question for a person, with what the file itself says to it."""

import msgspec

from kith.engines.readers.evidence import Line
from kith.engines.readers.limits import ReaderError

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class BadAnswer(ReaderError):
    """An answer that is not among the choices; the sentence lists them."""


class Choice(msgspec.Struct, frozen=True):
    """One possible answer: the value to give back, what to show, and what it would make of an example."""

    value: str
    label: str
    example: str = ""


class Question(msgspec.Struct, frozen=True):
    """What the file cannot settle. `evidence` are its own lines; answer with `key` and a choice's `value`."""

    key: str
    ask: str
    why: str
    choices: tuple[Choice, ...]
    evidence: tuple[Line, ...] = ()


def as_words(year: int, month: int, day: int) -> str:
    """Say a date so that it cannot be misread: 9 December 2020."""
    return f"{day} {_MONTHS[month - 1]} {year}"


def chosen(question: Question, value: str) -> str:
    """Give the answer back if it is one of the choices.

    Raises:
        BadAnswer: it is not.
    """
    if any(choice.value == value for choice in question.choices):
        return value
    known = ", ".join(choice.value or "(nothing)" for choice in question.choices)
    raise BadAnswer(f"“{value}” is no answer to “{question.key}”. Possible answers: {known}.")
