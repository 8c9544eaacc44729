"""`kith original`: the original bytes of an item, and whether they still match."""

import argparse
import sys
from typing import TYPE_CHECKING

from kith.cli.session import attach
from kith.cli.take_in import Mistake, worker_and_case

if TYPE_CHECKING:
    from kith.core.models import Worker
    from kith.exhibits.actions import Original
    from kith.exhibits.queries import Exhibit, ItemShown
    from kith.record.models import Case


def original(argv: list[str]) -> int:
    """Print the original bytes of a line of an exhibit, and whether hash and span still match; ends 0 if they do."""
    asked = _arguments(argv)
    attach()
    from kith.core.errors import NotFound, Refusal

    try:
        worker, case = worker_and_case(asked.worker, asked.case)
        return _show(worker, case, asked)
    except NotFound:
        problem = f"{asked.exhibit} of {asked.case} has no line {asked.line}, or is not there."
    except (Mistake, Refusal) as refusal:
        problem = str(refusal)
    print(f"kith original: {problem}", file=sys.stderr)
    return 1


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kith original", description=original.__doc__)
    parser.add_argument("--case", required=True, metavar="REF", help="the reference of the case")
    parser.add_argument("--exhibit", required=True, metavar="E1", help="the exhibit")
    parser.add_argument("--line", required=True, type=int, metavar="N", help="a line of the chat, counted from 1")
    parser.add_argument("--as", dest="worker", metavar="E-MAIL", help="in whose name")
    return parser.parse_args(argv)


def _show(worker: "Worker", case: "Case", asked: argparse.Namespace) -> int:
    from kith.core import clock
    from kith.core.transactions import scoped
    from kith.exhibits import actions, queries
    from kith.record import actions as record

    at = clock.now()
    record.open_case(case_id=case.id, by=worker, at=at, page="kith original")
    with scoped(worker_id=worker.id, case_id=case.id):
        exhibit = queries.exhibit_numbered(case, asked.exhibit)
        item = queries.item_on_line(exhibit, asked.line)
    found = actions.original_of(exhibit=exhibit, item=item, by=worker, at=at)
    if found.trouble:
        raise Mistake(found.trouble)
    same = actions.check_original(exhibit=exhibit, by=worker, at=at)
    _print(exhibit, item, found, same)
    return 0 if same and found.holds else 1


def _print(exhibit: "Exhibit", item: "ItemShown", found: "Original", same: bool) -> None:
    sys.stdout.write(found.raw.decode("utf-8", "replace"))
    if not found.raw.endswith(b"\n"):
        print()
    print(f"-- {exhibit.label}, line {item.line}, bytes {item.start} to {item.end}, SHA-256 {found.sha256}")
    print(f"-- the words and the date that Kith shows stand in these bytes: {'yes' if found.holds else 'NO'}")
    whole = "the same" if same else "NOT THE SAME"
    print(f"-- the whole file, read again now: SHA-256 {bytes(exhibit.sha256).hex()}: {whole}")
