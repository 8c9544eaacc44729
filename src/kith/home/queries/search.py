"""Searching all the cases a worker may open, or one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.home import rules
from kith.home.queries import line
from kith.home.queries.line import Asked, Key
from kith.home.queries.notices import Nothing, notices_of
from kith.home.queries.rows import Shown, shown
from kith.home.rules import Filters, Place, Stretch, Term, Window
from kith.record.models import Case
from kith.ui.parts import Link, Pager

SHOWN = 25
#: Newest first; then what has no date, as its file has it.
_STRETCHES = (Stretch(dated=True, descending=True), Stretch(dated=False, descending=False))


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one case, newest first. `within` leads to the same search on that case's timeline."""

    case_id: UUID
    reference: str
    family_name: str
    within: str
    rows: Sequence[Shown]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """One page of what was found. The case of the newest comes first; pages go on through time, not case by case."""

    title: str
    words: str
    found: Sequence[Found]
    pager: Pager
    notices: Sequence[str]
    nothing: Nothing | None


def search_page(typed: str, *, after: Place | None, before: Place | None) -> SearchPage:
    """Search the cases of the running scope."""
    terms = line.settled(rules.terms_of(typed))
    seen: Window[Key] = Window((), None, None)
    if terms:
        asked = Asked(terms=terms)
        seen = rules.window(partial(line.stretch_of, asked), _STRETCHES, after=after, before=before, size=SHOWN)
    return SearchPage(
        title=_("Search"),
        words=typed,
        found=_by_case(typed, terms, seen.rows),
        pager=_pager(typed, seen),
        notices=notices_of(typed, terms),
        nothing=_nothing(typed) if terms and not seen.rows else None,
    )


def _by_case(typed: str, terms: Sequence[Term], keys: Sequence[Key]) -> list[Found]:
    cases = Case.objects.in_bulk({key.case_id for key in keys}) if keys else {}
    rows = shown(cases, keys, terms, whole=False)
    return [
        Found(
            case.id,
            case.reference,
            case.family_name,
            Filters(words=typed).address(reverse("home:timeline", args=[case.id])),
            [row for row in rows if row.case_id == case.id],
        )
        for case in (cases[case_id] for case_id in dict.fromkeys(row.case_id for row in rows))
    ]


def _pager(typed: str, seen: Window[Key]) -> Pager:
    path = reverse("home:search")
    return Pager(
        older=f"{path}?{urlencode([('q', typed), ('after', seen.after)])}" if seen.after else "",
        newer=f"{path}?{urlencode([('q', typed), ('before', seen.before)])}" if seen.before else "",
    )


def _nothing(typed: str) -> Nothing:
    text = _("Every word must occur. Try fewer words, or the beginning of one with a star: scho*.")
    action = Link(_("Search again"), reverse("home:search"))
    return Nothing(_("Nothing in your cases holds all of these words"), text, action)


def worker_named(email: str) -> Worker:
    """Find a worker who may sign in, by e-mail address.

    Raises:
        NotFound: nobody has this address.
    """
    found = Worker.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if found is None:
        raise NotFound
    return found


def case_named(reference: str) -> Case:
    """Find a case of the running scope by its reference.

    Raises:
        NotFound: there is none, or it is not this worker's: nobody is told which.
    """
    found = Case.objects.filter(reference__iexact=reference.strip()).first()
    if found is None:
        raise NotFound
    return found
