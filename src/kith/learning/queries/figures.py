"""Figures about life online: each with its year, its people, its source and what to beware of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.translation import gettext as _

from kith.core import reference
from kith.core.models import Worker
from kith.core.reference import Row
from kith.core.reference.queries import may_edit
from kith.learning.queries.checked import Beside, beside, said
from kith.learning.rules.writing import has_words

SET = "online_figures"
#: Known from memory alone: no figure to anybody until somebody has opened its source (which takes the mark off).
_FROM_MEMORY = "G"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as it may be shown."""

    key: str
    measured: str
    figure: str
    year: str
    population: str
    report: str
    source: str
    caveat: str
    correction: str
    beside: Beside


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """The figures that hold what was looked for; `held` says how many nobody may be shown yet."""

    title: str
    words: str
    figures: Sequence[Figure]
    held: int
    set_href: str
    add_href: str


def figures_page(words: str, by: Worker, today: date) -> FiguresPage:
    """Show the figures in which every word begins a word: what was measured, the figure, year, people, report."""
    rows = reference.rows(SET, on=today)
    shown = [row for row in rows if row.is_verified or row.mark != _FROM_MEMORY]
    found = [row for row in shown if has_words(words, [*map(str, row.value.values())])]
    return FiguresPage(
        title=_("Figures about life online"),
        words=words,
        figures=[_figure(row, by, today) for row in found],
        held=len(rows) - len(shown),
        set_href=reverse("home:reference_set", args=[SET]),
        add_href=reverse("home:reference_add", args=[SET]) if may_edit(by, SET) else "",
    )


def _figure(row: Row, by: Worker, today: date) -> Figure:
    value = row.value
    return Figure(
        key=row.key,
        measured=value["name"],
        figure=f"{value['value']} {said(row, 'unit')}".strip(),
        year=value["year"],
        population=value["population"],
        report=value["report"],
        source=_seen_at(row.source),
        caveat=said(row, "caveat"),
        correction=said(row, "correction"),
        beside=beside(row, by, today),
    )


def _seen_at(source: str) -> str:
    """Shorten an address to the site it is on; its row shows all of it. Words stay as they are."""
    return urlsplit(source).hostname or source
