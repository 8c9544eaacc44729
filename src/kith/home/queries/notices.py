"""What a page of the timeline or of a search says about itself: what it looked for, and why there is nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kith.home.rules import Term
from kith.ui.parts import Link


@dataclass(frozen=True, slots=True)
class Nothing:
    """What stands where there is nothing, and what to do about it."""

    title: str
    text: str
    action: Link | None = None


def notices_of(typed: str, terms: Sequence[Term]) -> list[str]:
    """Say which words do not occur, and what was looked for in their place."""
    if typed.strip() and not terms:
        return [_("Type at least one word with letters or digits in it.")]
    return [_said_of(term) for term in terms if term.is_unknown]


def _said_of(term: Term) -> str:
    if term.near:
        return _("No “%(word)s”; looked for: %(near)s.") % {"word": term.text, "near": ", ".join(term.near)}
    return _("No “%s” and no word like it. Every word must occur: try without it.") % term.text
