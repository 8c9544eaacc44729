"""The timeline of a case: everything in order, narrowed as asked, a page at a time by key."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kith.core.models import Worker
from kith.core.permissions import Permission
from kith.home import rules
from kith.home.queries import filters as narrowing
from kith.home.queries import line
from kith.home.queries.filters import Choices
from kith.home.queries.line import MOST_COUNTED, Key
from kith.home.queries.notices import Nothing, notices_of
from kith.home.queries.rows import Shown, shown
from kith.home.rules import Filters, Place, Stretch, Window
from kith.record.models import Case
from kith.record.queries import CaseHead, case_head
from kith.record.queries.heads import address
from kith.ui.parts import Chosen, Link, Pager

SHOWN = 50
OLDEST = "oldest"
_UNDATED = gettext_lazy(
    "No date is known for these, and none was guessed. Items are dated once their exhibit's questions are answered."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """One page of a case's timeline. `carried` are the other filters, for the form that asks for words alone."""

    title: str
    case: CaseHead
    intro: str
    words: str
    carried: Sequence[tuple[str, str]]
    order: str
    is_undated: bool
    rows: Sequence[Shown]
    pager: Pager
    chosen: Sequence[Chosen]
    clear: str
    notices: Sequence[str]
    ways: Sequence[Link]
    nothing: Nothing | None


def timeline_page(
    case: Case, filters: Filters, choices: Choices, by: Worker, *, after: Place | None, before: Place | None
) -> TimelinePage:
    """Show a page of the timeline: twelve queries at most, however large the case."""
    terms = line.settled(rules.terms_of(filters.words))
    asked = narrowing.asked_of(case, filters, choices, terms)
    seen: Window[Key] = rules.window(
        partial(line.stretch_of, asked), [_stretch(filters)], after=after, before=before, size=SHOWN
    )
    without_date = (
        0
        if filters.undated
        else line.count_undated(narrowing.asked_of(case, filters.but(undated=True), choices, terms))
    )
    path = reverse("home:timeline", args=[case.id])
    return TimelinePage(
        title=_("Things without a date") if filters.undated else _("Timeline"),
        case=case_head(case),
        intro=str(_UNDATED) if filters.undated else "",
        words=filters.words,
        carried=filters.but(words="").pairs(),
        order=filters.order,
        is_undated=filters.undated,
        rows=shown({case.id: case}, seen.rows, terms, whole=True),
        pager=_pager(filters, path, seen),
        chosen=narrowing.chosen(filters, choices, path),
        clear=Filters(order=filters.order, undated=filters.undated).address(path),
        notices=notices_of(filters.words, terms),
        ways=_ways(filters, path, without_date),
        nothing=None if seen.rows else _nothing(case, filters, path, by, without_date),
    )


def _stretch(filters: Filters) -> Stretch:
    """Newest first unless asked otherwise; what has no date stands as its file has it."""
    return Stretch(dated=not filters.undated, descending=not filters.undated and filters.order != OLDEST)


def _pager(filters: Filters, path: str, seen: Window[Key]) -> Pager:
    is_file_order = filters.undated
    is_oldest = filters.order == OLDEST
    onward = _("Next") if is_file_order else _("Newer") if is_oldest else _("Older")
    back = _("Previous") if is_file_order else _("Older") if is_oldest else _("Newer")
    return Pager(
        older=filters.address(path, ("after", seen.after)) if seen.after else "",
        newer=filters.address(path, ("before", seen.before)) if seen.before else "",
        older_text=onward,
        newer_text=back,
    )


def _ways(filters: Filters, path: str, without_date: int) -> list[Link]:
    """Offer the other order, and what has no date."""
    if filters.undated:
        return [Link(_("Back to the timeline"), filters.but(undated=False).address(path))]
    turned = "" if filters.order == OLDEST else OLDEST
    words = _("Newest first") if filters.order == OLDEST else _("Oldest first")
    ways = [Link(words, filters.but(order=turned).address(path))]
    if without_date:
        ways.append(Link(_count_in_words(without_date), filters.but(undated=True).address(path)))
    return ways


def _count_in_words(without_date: int) -> str:
    if without_date > MOST_COUNTED:
        return _("More than %s things without a date") % f"{MOST_COUNTED:,}"
    return ngettext("%s thing without a date", "%s things without a date", without_date) % f"{without_date:,}"


def _nothing(case: Case, filters: Filters, path: str, by: Worker, without_date: int) -> Nothing:
    if filters.narrows:
        text = (
            _("Nothing that has a date matches all of these filters.")
            if without_date
            else _("Nothing matches all of these filters.")
        )
        return Nothing(
            _("Nothing found"), text, Link(_("Clear filters"), Filters(undated=filters.undated).address(path))
        )
    if filters.undated:
        return Nothing(_("Everything has a date"), _("What has no date that is known would stand here."))
    if without_date:
        return Nothing(
            _("Nothing with a date yet"),
            _("Dates may wait for an answer: look at the questions of each exhibit."),
            Link(_("Exhibits"), address("exhibits:list", case.id)),
        )
    action = (
        Link(_("Write an entry"), address("record:write_entry", case.id)) if by.may(Permission.WRITE_RECORD) else None
    )
    text = _("Entries, decisions, messages and the items of exhibits stand here in the order in which they happened.")
    return Nothing(_("Nothing here yet"), text, action)
