"""Who can help: what has happened, then the services for it, by who would get in touch with them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from kith.core import reference
from kith.core.models import Worker
from kith.core.reference import Row
from kith.learning.queries.bites import bite_link
from kith.learning.queries.checked import Beside, beside, said
from kith.learning.rules.writing import topic_of
from kith.ui.parts import Link

TROUBLES, DIRECTORY = "troubles", "help_directory"
#: Whose way it is -> what the page calls it, in the order of the page.
_WHOSE = {
    "professional": "For you, who work with children",
    "child": "For the child or young person",
    "adult": "For a parent, a carer or another adult",
}


@dataclass(frozen=True, slots=True)
class Service:
    """Somebody who can help; `ring` is the number as a telephone dials it."""

    name: str
    for_whom: str
    when: str
    route: str
    phone: str
    ring: str
    beside: Beside


@dataclass(frozen=True, slots=True)
class Group:
    """Services for one reader."""

    title: str
    services: Sequence[Service]


@dataclass(frozen=True, slots=True)
class HelpPage:
    """What may have happened, and everybody in the directory; `unknown`: what was asked for is not among it."""

    title: str
    choices: Sequence[Link]
    everybody: Sequence[Service]
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class TroublePage:
    """What to do first, and who can help."""

    title: str
    first: Sequence[str]
    groups: Sequence[Group]
    bite: Link | None
    beside: Beside


def help_page(by: Worker, today: date, *, unknown: bool = False) -> HelpPage:
    """Show what may have happened, in the order of the set, and the whole directory."""
    choices = [_link(row) for row in reference.rows(TROUBLES, on=today)]
    everybody = [_service(row, by, today) for row in reference.rows(DIRECTORY, on=today)]
    return HelpPage(_("Get help"), choices, everybody, unknown)


def trouble_page(key: str, by: Worker, today: date) -> TroublePage | None:
    """Show who can help with one kind of trouble; None where there is no such kind."""
    row = reference.one(TROUBLES, topic_of(key), on=today)
    if row is None:
        return None
    helping = [each for each in reference.rows(DIRECTORY, on=today) if row.key in said(each, "troubles")]
    groups = [
        Group(_(title), [_service(each, by, today) for each in helping if whose in said(each, "whose")])
        for whose, title in _WHOSE.items()
    ]
    return TroublePage(
        title=row.value["name"],
        first=row.value["first"].strip().splitlines(),
        groups=[each for each in groups if each.services],
        bite=bite_link(said(row, "topic"), today),
        beside=beside(row, by, today),
    )


def trouble_link(key: str, today: date) -> Link | None:
    """Give the way to the help for something that another set names, if it is there."""
    row = reference.one(TROUBLES, key, on=today) if key else None
    return Link(_("Who can help"), _link(row).href) if row else None


def _link(row: Row) -> Link:
    return Link(row.value["name"], reverse("learning:trouble", args=[row.key]))


def _service(row: Row, by: Worker, today: date) -> Service:
    phone = said(row, "phone")
    return Service(
        name=row.value["name"],
        for_whom=row.value["for_whom"],
        when=row.value["when"],
        route=row.value["route"],
        phone=phone,
        ring=re.sub(r"\D", "", phone),
        beside=beside(row, by, today),
    )
