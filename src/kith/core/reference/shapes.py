"""The shape of a set's values, as the head of its file says it: which fields, of which kind. Plain Python."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kith.core.reference.days import NotALimit, limit_of

LONGEST_LINE, LONGEST_TEXT, MOST_WORDS = 200, 4000, 40
#: Every set has this field first: what a row is called on a page.
CALLED = "name"


class NotThisShape(ValueError):
    """A value is not what its set asks for; the text says which field, and the mend."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a set's value.

    Args:
        kind: line, text, number, words (a list of short lines), limits (a list such as "45 working days"), choice.
    """

    name: str
    kind: str
    label: str
    hint: str = ""
    is_required: bool = True
    choices: tuple[str, ...] = ()


def check_value(value: Mapping[str, Any], shape: Mapping[str, Field]) -> None:
    """Refuse a value that lacks a field, has one too many, or has one of another kind.

    Raises:
        NotThisShape: names the field and the mend.
    """
    for name in value:
        if name not in shape:
            raise NotThisShape(f"'{name}' is not a field of this set; it has {', '.join(shape)}")
    for name, field in shape.items():
        if value.get(name) in (None, "", []):
            if field.is_required:
                raise NotThisShape(f"'{name}' is missing; give it ({KINDS[field.kind][0]})")
        elif not KINDS[field.kind][1](value[name], field):
            raise NotThisShape(f"'{name}' must be {_wanted(field)}")


def _wanted(field: Field) -> str:
    return f"one of {', '.join(field.choices)}" if field.kind == "choice" else KINDS[field.kind][0]


def _is_line(given: Any, field: Field) -> bool:
    return isinstance(given, str) and "\n" not in given and len(given) <= LONGEST_LINE


def _is_text(given: Any, field: Field) -> bool:
    return isinstance(given, str) and len(given) <= LONGEST_TEXT


def _is_number(given: Any, field: Field) -> bool:
    return isinstance(given, int) and not isinstance(given, bool) and 0 <= given <= 10**9


def _are_words(given: Any, field: Field) -> bool:
    return isinstance(given, list) and len(given) <= MOST_WORDS and all(_is_line(each, field) for each in given)


def _are_limits(given: Any, field: Field) -> bool:
    try:
        return _are_words(given, field) and all(limit_of(each) for each in given)
    except NotALimit:
        return False


def _is_choice(given: Any, field: Field) -> bool:
    return given in field.choices


#: kind -> what is wanted, in words, and whether this is it.
KINDS: dict[str, tuple[str, Callable[[Any, Field], bool]]] = {
    "line": (f"one line of at most {LONGEST_LINE} characters", _is_line),
    "text": (f"text of at most {LONGEST_TEXT} characters", _is_text),
    "number": ("a whole number", _is_number),
    "words": ("a list of short lines", _are_words),
    "limits": ('a list of limits such as "45 working days"', _are_limits),
    "choice": ("one of its choices", _is_choice),
}
