"""`kith guard`: would this message tell its reader something they must not know?"""

import argparse
import json
import sys
from pathlib import Path

from kith.cli import guard_cases
from kith.cli.guard_input import BadInput, as_json, check_case, read_file
from kith.engines.guard import Verdict

_BAD_INPUT = 2
_HELP = """The file holds one message as a JSON object: audience, text, protected (a list of facts with id, kind, value,
aliases, geo, may_know); optional channel, subject, fields, earlier, and attachments (each with name and path, the path
taken from the folder of the JSON file). Ends 0 to allow, 6 to warn, 7 to block, 2 when the file cannot be used.

A file that ends in .jsonl holds one case a line, and a table is printed. A case may say its family, the level it ought
to get and the facts it ought to hit (level, hits); one without protected has that of the case before. Ends 0 when every
case got its level, 1 when one did not; where none says a level, by the strongest verdict as above; 2 when a line cannot
be used."""


def guard(argv: list[str]) -> int:
    """Check one message from a JSON file, print the answer, and give 0 (allow), 6 (warn), 7 (block) or 2 (unusable)."""
    parser = argparse.ArgumentParser(prog="kith guard", description=_HELP)
    parser.add_argument("outgoing", metavar="OUTGOING.json", type=Path)
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of sentences")
    try:
        chosen = parser.parse_args(argv)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else _BAD_INPUT
    if chosen.outgoing.suffix == ".jsonl":
        return guard_cases.check_all(chosen.outgoing, as_json=chosen.json)
    try:
        verdict = check_case(read_file(chosen.outgoing), chosen.outgoing.parent)
    except BadInput as problem:
        print(f"kith guard: {problem}", file=sys.stderr)
        return _BAD_INPUT
    print(json.dumps(as_json(verdict), ensure_ascii=False) if chosen.json else _as_sentences(verdict))
    return guard_cases.EXIT[verdict.level]


def _as_sentences(verdict: Verdict) -> str:
    lines = [
        f"{finding.level}: fact {finding.fact} ({finding.part}) in {finding.where}: "
        f"\N{LEFT DOUBLE QUOTATION MARK}{finding.shown}\N{RIGHT DOUBLE QUOTATION MARK} [{finding.disguise}]"
        for finding in verdict.findings
    ]
    lines += [f"not read: {piece.where}: {piece.why}" for piece in verdict.unopened]
    return "\n".join([f"Verdict: {verdict.level}", *lines])
