"""Bites: the list, one to read, and one to take away."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kith.core import reference
from kith.core.models import Worker
from kith.core.reference import Row
from kith.core.reference.queries import heads, may_edit
from kith.learning.queries.checked import Beside, beside, said, when_checked
from kith.learning.queries.dilemmas import CpdWords
from kith.learning.queries.issuer import issuer
from kith.learning.queries.telling import may_be_told
from kith.learning.rules.telling import Learnt
from kith.learning.rules.writing import Block, blocks_of, topic_of
from kith.ui.parts import Link

SET = "bites"
_SHORT = "A short piece to read, with what it means for the child and one thing to do."
#: field of a bite -> the set of its keys, and what it is called on the page.
_TAGS = {
    "standards": ("swe_standards", "Standards"),
    "pcf": ("pcf_domains", "Professional Capabilities Framework"),
    "capabilities": ("digital_capabilities", "Digital capabilities"),
}


@dataclass(frozen=True, slots=True)
class BiteLine:
    """A bite in the list; `begins` is its first paragraph, `state` what is to be checked."""

    title: str
    minutes: int
    begins: str
    href: str
    state: str


@dataclass(frozen=True, slots=True)
class BitesPage:
    """Every bite; `unknown` is the topic that was asked for and is not there."""

    title: str
    bites: Sequence[BiteLine]
    add_href: str
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class Bite:
    """A bite, taken apart for reading."""

    key: str
    title: str
    minutes: int
    blocks: Sequence[Block]
    so_what: Sequence[Block]
    activity: Sequence[Block]
    group: str
    sources: Sequence[str]
    checked: str
    caution: str


@dataclass(frozen=True, slots=True)
class Tags:
    """What a bite covers, of one kind: "2.6 Treat information with care", each with its page if it has one."""

    title: str
    links: Sequence[Link]


@dataclass(frozen=True, slots=True)
class BitePage:
    """A bite to read. `may_tell`: `queries.telling.may_be_told`. `badge_href` is empty where no badges are given."""

    title: str
    bite: Bite
    beside: Beside
    tags: Sequence[Tags]
    next: Sequence[Link]
    take_href: str
    may_tell: bool | None
    badge_href: str


@dataclass(frozen=True, slots=True)
class TakeAway:
    """Bites in one file that needs nothing else."""

    title: str
    bites: Sequence[Bite]
    made: date


def bites_page(by: Worker, today: date, unknown: str = "") -> BitesPage:
    """List every bite, in the order of the set."""
    lines = [_line(row, today) for row in reference.rows(SET, on=today)]
    add = reverse("home:reference_add", args=[SET]) if may_edit(by, SET) else ""
    return BitesPage(_("Bites"), lines, add, unknown)


def bite_page(topic: str, by: Worker, today: date) -> BitePage | None:
    """Show the bite about a topic; None where there is none."""
    row = reference.one(SET, topic_of(topic), on=today)
    if row is None:
        return None
    return BitePage(
        title=row.value["name"],
        bite=_bite(row, today),
        beside=beside(row, by, today),
        tags=_tags(row, today),
        next=_next(row, today),
        take_href=_address("take", row.key),
        may_tell=may_be_told(_learnt(row), by),
        badge_href=_address("badge_of_bite", row.key) if issuer() else "",
    )


def cpd_words(topic: str, today: date) -> CpdWords | None:
    """Suggest how a draft of CPD about a bite may begin; None where there is none. Nothing is kept of who read it."""
    row = reference.one(SET, topic_of(topic), on=today)
    if row is None:
        return None
    name, standards = row.value["name"], ", ".join(said(row, "standards"))
    touches = f" It touches professional standards {standards}." if standards else ""
    return CpdWords(title=f"Reading: {name}", description=f"{_SHORT}{touches}")


def learnt(topic: str, today: date) -> Learnt | None:
    """Give what a learning store is told was read; None where there is no such bite."""
    row = reference.one(SET, topic_of(topic), on=today)
    return _learnt(row) if row else None


def _learnt(row: Row) -> Learnt:
    return Learnt("bite", row.key, row.value["name"])


def take_away(topic: str, today: date) -> TakeAway | None:
    """Give the bite about a topic for a file of its own; None where there is none."""
    row = reference.one(SET, topic_of(topic), on=today)
    return TakeAway(str(row.value["name"]), [_bite(row, today)], today) if row else None


def take_all(today: date) -> TakeAway:
    """Give every bite for one file."""
    return TakeAway(_("Bites"), [_bite(row, today) for row in reference.rows(SET, on=today)], today)


def bite_link(topic: str, today: date) -> Link | None:
    """Give the way to a bite that something else names, if it is there."""
    row = reference.one(SET, topic, on=today) if topic else None
    return _link(row) if row else None


def _line(row: Row, today: date) -> BiteLine:
    first = next((block.items[0] for block in blocks_of(row.value["says"]) if block.kind == "paragraph"), "")
    return BiteLine(row.value["name"], row.value["minutes"], first, _address("about", row.key), _state(row, today))


def _state(row: Row, today: date) -> str:
    if not row.is_verified:
        return _("not checked yet")
    return _("to be checked again") if row.is_stale(today) else ""


def _bite(row: Row, today: date) -> Bite:
    return Bite(
        key=row.key,
        title=row.value["name"],
        minutes=row.value["minutes"],
        blocks=blocks_of(row.value["says"]),
        so_what=blocks_of(row.value["so_what"]),
        activity=blocks_of(row.value["activity"]),
        group=said(row, "group"),
        sources=row.value["sources"],
        checked=when_checked(row),
        caution=row.caution(today),
    )


def _tags(row: Row, today: date) -> list[Tags]:
    """Write what a bite covers in the words of its set, if that ships; a key it lacks stands as it is."""
    found = []
    for field, (name, title) in _TAGS.items():
        if name not in heads():
            continue
        known = {each.key: each.value for each in reference.rows(name, on=today)}
        links = [Link(_in_words(key, known.get(key)), _covered(name, key, known)) for key in said(row, field) or ()]
        found += [Tags(_(title), links)] if links else []
    return found


def _covered(name: str, key: str, known: Collection[str]) -> str:
    return reverse("learning:statement", args=[name, key]) if key in known else ""


def _in_words(key: str, value: Any) -> str:
    if value is None:
        return key.replace("_", " ")
    return f"{key} {value['says']}" if value["name"] == key else str(value["name"])


def _next(row: Row, today: date) -> list[Link]:
    there = {each.key: each for each in reference.rows(SET, on=today)}
    return [_link(there[key]) for key in said(row, "next") or () if key in there]


def _link(row: Row) -> Link:
    return Link(row.value["name"], _address("about", row.key))


def _address(name: str, key: str) -> str:
    return reverse(f"learning:{name}", args=[key])
