"""Tags of Ink: `name: value`, and values of several parts with `;` between them."""

import re
from collections.abc import Iterable

#: Ink itself refuses a bare `|` in a tag; written `\|` it comes through, and is taken as well.
_BETWEEN = re.compile(r"[;|]")


def pair(tag: str) -> tuple[str, str]:
    """Give the name and the value of a tag; the value is empty where there is no colon."""
    name, _, value = tag.partition(":")
    return name.strip(), value.strip()


def values(tags: Iterable[str], name: str) -> tuple[str, ...]:
    """List the values of the tags of one name, in order."""
    return tuple(value for each, value in map(pair, tags) if each == name)


def parts(value: str, most: int) -> list[str]:
    """Take a value apart: "imani; Imani; the child, nine". The last part keeps what comes after."""
    return [each.strip() for each in _BETWEEN.split(value, maxsplit=most - 1)]
