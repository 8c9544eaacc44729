"""`kith search`: what a worker may find, from a terminal. Each case that is shown keeps that it was."""

import argparse
import os
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from kith.cli.session import attach

if TYPE_CHECKING:
    from kith.core.models import Worker
    from kith.home.queries.rows import Shown
    from kith.home.queries.search import SearchPage

_HELP = """Every word must occur. "Words in quotes" stand in a row; a star ends the beginning of a word: scho*.
A word that occurs nowhere is replaced by those nearly like it. Accents and capital letters make no difference."""


class NotFoundHere(Exception):
    """Somebody or something that was named is not there; the text says what, and how to mend it."""


def search(argv: list[str]) -> int:
    """Search as a worker may; gives 0, or 2 where the worker or the case is not found."""
    chosen = _arguments(argv)
    attach()
    try:
        _print(_searched(chosen, _worker(chosen.worker)))
    except NotFoundHere as problem:
        print(f"kith search: {problem}", file=sys.stderr)
        return 2
    return 0


def _arguments(argv: list[str]) -> Namespace:
    parser = argparse.ArgumentParser(prog="kith search", description=_HELP)
    parser.add_argument("words", nargs="+", metavar="WORDS")
    parser.add_argument("--case", metavar="REF", default="", help="the reference of one case; all of them without it")
    parser.add_argument(
        "--as",
        dest="worker",
        metavar="WORKER",
        default=os.environ.get("KITH_WORKER", ""),
        help="the e-mail address of the worker who asks (KITH_WORKER without it)",
    )
    return parser.parse_args(argv)


def _worker(email: str) -> "Worker":
    from kith.core.errors import NotFound
    from kith.home.queries.search import worker_named

    if not email:
        raise NotFoundHere("say who asks: --as name@example.org, or KITH_WORKER in the environment")
    try:
        return worker_named(email)
    except NotFound:
        raise NotFoundHere("nobody who works here has this e-mail address; 'kith people' lists them") from None


def _searched(chosen: Namespace, by: "Worker") -> "SearchPage":
    """Search, and leave the trace, in one transaction."""
    from kith.core import clock
    from kith.core.errors import NotFound
    from kith.core.transactions import scoped
    from kith.home.actions import note_cases_shown
    from kith.home.queries.search import case_named, search_page

    with scoped(worker_id=by.id):
        try:
            case = case_named(chosen.case) if chosen.case else None
        except NotFound:
            raise NotFoundHere("there is no case with this reference among those this worker may open") from None
    with scoped(worker_id=by.id, case_id=case.id if case else None):
        page = search_page(" ".join(chosen.words), after=None, before=None)
        note_cases_shown(case_ids=[each.case_id for each in page.found], by=by, at=clock.now())
    return page


def _print(page: "SearchPage") -> None:
    for notice in page.notices:
        print(notice)
    for each in page.found:
        print(f"\n{each.family_name}, {each.reference}")
        for row in each.rows:
            print(_in_words(row))
    if page.nothing:
        print(f"{page.nothing.title}. {page.nothing.text}")
    if page.pager.older:
        print("\nThese are the newest; ask for more words, or for one case, to see fewer.")


def _in_words(row: "Shown") -> str:
    from kith.ui import formats

    when = row.when_text or formats.moment(row.at)
    tags = "".join(f" ({tag.text.lower()})" for tag in row.tags)
    words = "".join(piece.text for piece in row.opening).replace("\n", "\n    ")
    return f"  {row.source.text} {when}, {row.title}{tags}\n    {words}"
