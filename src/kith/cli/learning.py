"""`kith learning check`: compile dilemmas, walk their every path, and say what is wrong by line."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from kith.cli import session

_CANNOT = 2


def learning(argv: list[str]) -> int:
    """Check stories in Ink: those of the files, or those that ship, or those that this agency published.

    Ends 0 where all are sound, 1 where one is not, 2 where a file cannot be read or nothing can be compiled here.
    """
    asked = _arguments(argv)
    if asked.published:
        session.attach()
    else:
        session.look_at_the_code()
    from kith.learning import ink

    sound, found = True, False
    try:
        for name, words in _stories(asked):
            sound, found = _check(name, words) and sound, True
    except (ink.NoCompiler, _Unreadable) as problem:
        print(f"kith learning: {problem}", file=sys.stderr)
        return _CANNOT
    if not found:
        print("kith learning: there is no dilemma to check")
    return 0 if sound else 1


class _Unreadable(Exception):
    """A file that cannot be read as words."""


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kith learning", description=learning.__doc__)
    words = parser.add_subparsers(dest="what", required=True)
    check = words.add_parser("check", help="walk every path of every dilemma")
    check.add_argument("files", type=Path, nargs="*", metavar="FILE.ink", help="those that ship without one")
    check.add_argument("--published", action="store_true", help="those that this agency wrote and published")
    return parser.parse_args(argv)


def _stories(asked: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """Give each story that was asked for: what to call it, and its Ink."""
    if asked.published:
        from kith.learning.queries.dilemmas import on_offer_of_agency

        yield from on_offer_of_agency()
        return
    from kith.learning import ink

    if not asked.files:
        yield from ((f"{story.key}.ink", story.ink) for story in ink.shipped())
    for path in asked.files:
        try:
            yield str(path), path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as problem:
            raise _Unreadable(f"{path} cannot be read as text in UTF-8 ({problem}).") from None


def _check(name: str, words: str) -> bool:
    """Print what is to be said of one story; tells whether it is sound."""
    from kith.learning import ink
    from kith.learning.ink.checking import check

    try:
        walk = check(words)
    except ink.NotInk as refusal:
        problems = refusal.faults
        print(f"{name}: refused, it does not compile")
    else:
        problems = walk.problems
        is_sound = "sound" if not problems else "refused"
        print(f"{name}: {is_sound}; {walk.paths} paths, {walk.scenes} scenes, {len(walk.endings)} endings")
    for each in problems:
        print(f"{name}:{each.line}: {each.says}")
    return not problems
