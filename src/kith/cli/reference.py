"""`kith reference`: look at a file of reference data, or let its rows stand, in somebody's own name."""

import argparse
import os
import sys
from pathlib import Path

from kith.cli import session


def reference(argv: list[str]) -> int:
    """Check a file of reference data, or load it: all of its rows or none.

    Ends 0, or 1 where a file cannot be used or may not be loaded by whoever asks; the text says where and the mend.
    """
    asked = _arguments(argv)
    if asked.what == "load":
        session.attach()
    else:
        session.look_at_the_code()
    from kith.core.errors import Refusal

    try:
        return _load(asked) if asked.what == "load" else _check(asked)
    except Refusal as refusal:
        print(f"kith reference: {refusal}", file=sys.stderr)
        return 1


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kith reference", description=reference.__doc__)
    words = parser.add_subparsers(dest="what", required=True)
    check = words.add_parser("check", help="say whether files can be used; nothing is loaded")
    check.add_argument("files", type=Path, nargs="*", metavar="FILE.toml", help="those that came with Kith without one")
    load = words.add_parser("load", help="let the rows of a file stand")
    load.add_argument("file", type=Path, metavar="FILE.toml")
    load.add_argument(
        "--as",
        dest="worker",
        metavar="WORKER",
        default=os.environ.get("KITH_WORKER", ""),
        help="the e-mail address of the information governance lead who loads it (KITH_WORKER without it)",
    )
    return parser.parse_args(argv)


def _check(asked: argparse.Namespace) -> int:
    from kith.core.reference.queries import heads
    from kith.core.reference.reading import ReadFile, read_file, shipped

    found: list[ReadFile] = [read_file(path, heads()) for path in asked.files] or list(shipped().values())
    for each in found:
        unchecked = sum(not row.is_verified for row in each.rows)
        print(f"{each.head.name}: {len(each.rows)} rows can be used; {unchecked} of them not verified")
    return 0


def _load(asked: argparse.Namespace) -> int:
    from kith.core import clock
    from kith.core.errors import Refusal
    from kith.core.models import Worker
    from kith.core.reference import actions
    from kith.core.reference.queries import heads
    from kith.core.reference.reading import read_file

    by = Worker.objects.filter(email__iexact=asked.worker.strip(), is_active=True).first() if asked.worker else None
    if by is None:
        raise Refusal("say who loads it: --as with the e-mail address of somebody who works here")
    read = read_file(asked.file, heads())
    changed = actions.load_rows(rows=read.rows, file_name=asked.file.name, by=by, at=clock.now())
    print(f"{read.head.name}: {changed} of {len(read.rows)} rows are new or say something new, and stand from now on.")
    return 0
