"""Plain values that components take, so that a query can build a page without knowing any HTML.

All are frozen; a misspelt attribute in a template is an error. `href` is an address; text is escaped when shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the main or the sub-navigation. `count` shows beside it when it is not None.

    `within`: the page is not the entry's own, but one of those that it leads to.
    """

    text: str
    href: str
    current: bool = False
    count: int | None = None
    within: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A state in one or two words. `colour` is one of GOV.UK's tag colours; colour never stands alone."""

    text: str
    colour: str = "grey"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a summary list: what it is, what it says, and what can be done about it."""

    key: str
    value: str
    actions: Sequence[Link] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One event. `when_text` replaces `at` where the time is approximate or unknown: "early March", "not known"."""

    title: str
    at: datetime | None = None
    when_text: str = ""
    byline: str = ""
    text: str = ""
    href: str = ""
    tags: Sequence[Tag] = ()
    links: Sequence[Link] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One message of a thread. `ours` is on the right; `state` is what became of it: "delivered 14:05"."""

    sender: str
    text: str
    at: datetime | None = None
    when_text: str = ""
    ours: bool = False
    state: str = ""
    id: str = ""
    href: str = ""
    tags: Sequence[Tag] = ()


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """A line of a quotation or of what stands around it. `ref` is where it stands: "line 214"."""

    text: str
    sender: str = ""
    when_text: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words quoted with both ends of the thread: what was said before and after, and where the words come from."""

    lines: Sequence[QuotedLine]
    citation: str
    before: Sequence[QuotedLine] = ()
    after: Sequence[QuotedLine] = ()
    href: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task of a list. `href` is empty when it cannot be started yet."""

    title: str
    state: Tag | None
    href: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """Long work. `url` answers JSON {done, total, says, finished, url}; `total` 0 means not known yet."""

    label: str
    done: int
    total: int
    says: str = ""
    url: str = ""
    finished: bool = False
    result: Link | None = None


@dataclass(frozen=True, slots=True)
class Pager:
    """Keyset pages: links to what is older and newer, never page numbers."""

    older: str = ""
    newer: str = ""
    older_text: str = "Older"
    newer_text: str = "Newer"
    says: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter that is on, and the address without it."""

    text: str
    remove: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who or what the page is about, for the identity bar: a name, then a few facts in words."""

    title: str
    facts: Sequence[str] = ()
    tags: Sequence[Tag] = ()
    actions: Sequence[Link] = ()
    href: str = ""
