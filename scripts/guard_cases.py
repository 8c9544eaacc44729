"""Build the real files of made-up messages and have `kith guard` judge them: a table, then missed and wrongly stopped.

    python scripts/guard_cases.py [CASES.jsonl] [--keep FOLDER]

Without a file: our own cases, beside the guard's tests. A case's attachments are described (name, kind, content); what
it says is inside is truly put inside (`kith.engines.guard.tests.building`), and is opened as whatever leaves is.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kith.cli.guard import guard
from kith.engines.guard.tests import building

OWN = Path(building.__file__).with_name("families.jsonl")


def cases_of(path: Path) -> Iterator[dict[str, Any]]:
    """Read cases: one JSON object a line, or our own book of them with its shared facts."""
    if path.suffix == ".jsonl":
        yield from map(json.loads, path.read_text("utf-8").splitlines())
        return
    book = json.loads(path.read_text("utf-8"))
    for case in book["cases"]:
        yield case | {"protected": book["protected"], "family": case.get("family") or case.get("trick", "")}


def build(path: Path, folder: Path) -> Path:
    """Write the cases of a file with real attachments into a folder; gives what `kith guard` reads."""
    lines = []
    for number, case in enumerate(cases_of(path), 1):
        described = case.get("attachments", [])
        for at, (item, real) in enumerate(zip(described, building.attached(described), strict=True), 1):
            (folder / f"{number}-{at}").write_bytes(real.data)
            item |= {"path": f"{number}-{at}"}
        lines.append(json.dumps(case, ensure_ascii=False))
    made = folder / "cases.jsonl"
    made.write_text("\n".join(lines), "utf-8")
    return made


def main() -> int:
    """Build and judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="?", type=Path, default=OWN)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="write the files here, and leave them")
    asked = parser.parse_args()
    if asked.keep:
        asked.keep.mkdir(parents=True, exist_ok=True)
        return guard([str(build(asked.cases, asked.keep))])
    with tempfile.TemporaryDirectory() as folder:
        return guard([str(build(asked.cases, Path(folder)))])


if __name__ == "__main__":
    raise SystemExit(main())
