"""The threat bulletin: what is going round now, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from kith.core import reference
from kith.core.models import Worker
from kith.core.reference import Row
from kith.core.reference.queries import may_edit
from kith.core.reference.rules import FAR_PAST, in_words
from kith.learning.queries.bites import bite_link
from kith.learning.queries.checked import Beside, beside, said
from kith.learning.queries.help import trouble_link
from kith.learning.rules.writing import Block, blocks_of
from kith.ui.parts import Link

SET = "threat_bulletin"
_HEADLINES = 2


@dataclass(frozen=True, slots=True)
class Item:
    """One item; `stale` says that nobody has looked at it since it should have been."""

    key: str
    title: str
    dated: str
    stale: str
    says: Sequence[Block]
    do: Sequence[Block]
    child: Sequence[Block]
    source: str
    links: Sequence[Link]
    beside: Beside


@dataclass(frozen=True, slots=True)
class Headline:
    """An item in a line: what it is called, since when, and where it stands."""

    title: str
    dated: str
    href: str


@dataclass(frozen=True, slots=True)
class BulletinPage:
    """The items in force."""

    title: str
    items: Sequence[Item]
    add_href: str


def bulletin_page(by: Worker, today: date) -> BulletinPage:
    """Show the items in force, the newest first; of one day, what was added last."""
    add = reverse("home:reference_add", args=[SET]) if may_edit(by, SET) else ""
    return BulletinPage(_("Threat bulletin"), [_item(row, by, today) for row in _newest_first(today)], add)


def headlines(today: date) -> list[Headline]:
    """Give the newest items of the bulletin in a line each."""
    where = reverse("learning:bulletin")
    return [
        Headline(row.value["name"], in_words(row.effective_from) if row.effective_from else "", f"{where}#{row.key}")
        for row in _newest_first(today)[:_HEADLINES]
    ]


def _newest_first(today: date) -> list[Row]:
    return sorted(reference.rows(SET, on=today), key=lambda row: row.effective_from or FAR_PAST)[::-1]


def _item(row: Row, by: Worker, today: date) -> Item:
    links = [bite_link(said(row, "topic"), today), trouble_link(said(row, "trouble"), today)]
    return Item(
        key=row.key,
        title=row.value["name"],
        dated=in_words(row.effective_from) if row.effective_from else "",
        stale=_("This is old news: it was to be looked at again by %s.") % in_words(row.next_check_on)
        if row.is_stale(today)
        else "",
        says=blocks_of(row.value["says"]),
        do=blocks_of(row.value["do"]),
        child=blocks_of(said(row, "child")),
        source=row.source,
        links=[each for each in links if each],
        beside=beside(row, by, today),
    )
