"""`python -m bench [ROW...] [--mb 200] [--quick]`: measure, say each figure as it comes, write bench/RESULTS.md."""

import argparse
import json
import subprocess
import sys
from dataclasses import asdict
from typing import IO

from bench import machine, results
from bench.children import environment
from bench.figures import MADE, ROOT, Asked, Figure
from bench.rows import ROWS

FAILED = "the measuring failed"


def main() -> int:
    """Measure the rows that were asked for (or all), each in a process of its own; 1 if one could not be."""
    chosen = _arguments()
    asked = Asked(mb=chosen.mb or (20 if chosen.quick else 200), quick=chosen.quick, generator=chosen.generator)
    facts = machine.facts()
    print("\n".join(facts), flush=True)
    figures: list[Figure] = []
    for row in chosen.rows or ROWS:
        print(f"\n{row}", flush=True)
        figures += _measure(row, asked)
    if chosen.rows:
        print("\nbench/RESULTS.md was left as it is: only some rows were measured.")
    else:
        results.write(figures, facts, asked)
    return int(any(FAILED in figure.note for figure in figures))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"of {', '.join(ROWS)}; all unless given")
    parser.add_argument("--mb", type=int, help="size of an export in million bytes (200, or 20 when quick)")
    parser.add_argument("--quick", action="store_true", help="small and short: to see that all works")
    parser.add_argument("--generator", default="", help="another program that makes the exports")
    chosen = parser.parse_args()
    if odd := set(chosen.rows) - set(ROWS):
        parser.error(f"no row is called {', '.join(sorted(odd))}; there are {', '.join(ROWS)}")
    return chosen


def _measure(row: str, asked: Asked) -> list[Figure]:
    """Measure one row; one that fails is a line of the table that says so, and the rest goes on."""
    command = [sys.executable, "-m", "bench.one_row", row, json.dumps(asdict(asked))]
    found: list[Figure] = []
    log = MADE / f"{row}.log"
    MADE.mkdir(parents=True, exist_ok=True)
    with log.open("w") as complaint, _start(command, complaint) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if not line.startswith("{"):
                print(f"  ({line.rstrip()})")
                continue
            found.append(Figure(**json.loads(line)))
            print(f"  {found[-1].line()}", flush=True)
    if child.returncode:
        last = (log.read_text().strip().splitlines() or [f"ended with {child.returncode}"])[-1][:160]
        found.append(Figure(work=ROWS[row][2], note=f"{FAILED}: {last} (all of it: {log.relative_to(ROOT)})"))
        print(f"  {found[-1].line()}", flush=True)
    return found


def _start(command: list[str], complaint: IO[str]) -> subprocess.Popen[str]:
    """Start the process that measures a row; what it complains of goes to a file."""
    return subprocess.Popen(
        command, cwd=ROOT, env=environment(KITH_LOG="ERROR"), stdout=subprocess.PIPE, stderr=complaint, text=True
    )


if __name__ == "__main__":
    sys.exit(main())
