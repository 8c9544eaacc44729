"""`kith files`: what lies in the store and belongs to nothing."""

import argparse
import sys

from kith.cli import session


def files(argv: list[str]) -> int:
    """Remove files that no case names: what a crash or a refused take-in left, a week old and more."""
    made = argparse.ArgumentParser(prog="kith files", description=files.__doc__)
    made.add_argument("what", choices=["sweep"], help="remove them")
    made.add_argument("--look", action="store_true", help="only say how many there are")
    made.add_argument("--even-many", action="store_true", help="though they are so many that something else is wrong")
    asked = made.parse_args(argv)
    session.attach()
    from kith.core import clock, orphans

    if asked.look:
        found = orphans.look(clock.now())
        print(f"{found.objects:,} files that no case names, {found.size_bytes:,} bytes. Nothing was removed.")
        return 0
    try:
        swept = orphans.remove(at=clock.now(), even_many=asked.even_many, by_command=True)
    except orphans.TooManyOrphans as refusal:
        print(f"kith files: {refusal} --even-many removes them all the same.", file=sys.stderr)
        return 1
    print(
        f"Removed {swept.objects:,} files that no case names, {swept.size_bytes:,} bytes, and {swept.halves:,} halves."
    )
    return 0
