"""`kith read`: what is in an export, without a database."""

import argparse
import contextlib
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from kith.engines.readers import BadAnswer, Description, Item, ReaderError, Resolution, Source, examine
from kith.engines.readers import read as read_source
from kith.engines.readers.limits import NotThisFormat
from kith.engines.readers.whatsapp import chats_in

READ, USAGE, QUESTIONS, UNKNOWN, DAMAGED = 0, 2, 3, 4, 5
_ASSUMED_ZONE = "Europe/London"


def read(argv: list[str]) -> int:
    """Print what is in each export, one line a file, and give the exit code.

    0 read, 2 wrong use, 3 open questions, 4 unknown format, 5 damaged or refused; of several files, the highest.
    """
    wanted = _arguments(argv)
    answers = dict(answer.partition("=")[::2] for answer in wanted.answer)
    codes = [READ]
    with contextlib.ExitStack() as stack:
        out = stack.enter_context(Path(wanted.items).open("wb")) if wanted.items else None
        for given in wanted.path:
            for path in _exports(Path(given)):
                codes.append(_one(path, answers, as_json=wanted.json, out=out))
    return max(codes)


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kith read", description="Say what is in an export. Nothing is kept.")
    parser.add_argument("path", nargs="+", metavar="PATH", help="a file, a folder or a zip")
    parser.add_argument("--answer", action="append", default=[], metavar="K=V", help="answer a question: order=dmy")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--items", metavar="OUT.jsonl", help="write every item here, one JSON object a line")
    wanted = parser.parse_args(argv)
    for answer in wanted.answer:
        if "=" not in answer:
            parser.error(f"an answer looks like order=dmy or you=Mum, not {answer!r}")
    return wanted


def _exports(path: Path) -> Iterator[Path]:
    """Give a folder that is one export as one; a folder of exports one by one."""
    if not path.is_dir():
        yield path
        return
    try:
        chats = [member.path or "" for member in chats_in(Source.of_path(path))]
    except ReaderError:
        chats = []
    if len([chat for chat in chats if "/" not in chat]) == 1 or (len(chats) <= 1 and not _holds_zips(path)):
        yield path
        return
    for entry in sorted(path.iterdir()):
        yield from _exports(entry)


def _holds_zips(path: Path) -> bool:
    return any(entry.suffix.lower() == ".zip" for entry in path.rglob("*"))


def _one(path: Path, answers: dict[str, str], *, as_json: bool, out: BinaryIO | None) -> int:
    started = time.perf_counter()
    try:
        source = Source.of_path(path)
        found, resolution = examine(source, answers, assume_zone=_ASSUMED_ZONE)
        if out is not None:
            _write_items(source, resolution, out)
    except (ReaderError, OSError) as refusal:
        return _refuse(path, refusal, as_json=as_json)
    seconds = round(time.perf_counter() - started, 3)
    _print(path, found, seconds, as_json=as_json)
    return DAMAGED if found.damage else QUESTIONS if found.questions else READ


def _refuse(path: Path, refusal: Exception, *, as_json: bool) -> int:
    words = str(refusal)
    if isinstance(refusal, OSError):
        words = f"{path} cannot be opened: {refusal.strerror or refusal}."
    unknown, bad = isinstance(refusal, NotThisFormat), isinstance(refusal, BadAnswer)
    kind = "unknown format" if unknown else "bad answer" if bad else "not read"
    if as_json:
        print(msgspec.json.encode({"path": str(path), "format": None, "error": kind, "says": words}).decode())
    else:
        print(f"{path}: {words}", file=sys.stderr)
    return UNKNOWN if unknown else USAGE if bad else DAMAGED


def _print(path: Path, found: Description, seconds: float, *, as_json: bool) -> None:
    peak_mb = round(_peak_kb() / 1024, 1)
    if as_json:
        line = {"path": str(path), **msgspec.to_builtins(found), "seconds": seconds, "peak_mb": peak_mb}
        print(msgspec.json.encode(line).decode())
        return
    print(f"{path}: {found.says}")
    print(f"  SHA-256 {found.sha256}, {found.bytes} bytes, {seconds} s, {peak_mb} MB")
    print("  " + ", ".join(f"{count} {name}" for name, count in found.counts.items() if count))
    print(f"  from {found.first} to {found.last}. {found.order_evidence}")
    print(f"  zone: {found.zone.says}")
    print("  people: " + ", ".join(f"{name} ({count})" for name, count in found.people.items()))
    for note in [*found.notes, found.damage]:
        print(f"  note: {note}" if note else "", end="\n" if note else "")
    for question in found.questions:
        print(f"  question {question.key}: {question.ask} {question.why}")
        for line_ in question.evidence:
            print(f"    line {line_.number}: {line_.text}")
        for choice in question.choices:
            print(f"    --answer '{question.key}={choice.value}'  {choice.label} {choice.example}".rstrip())


def _peak_kb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform == "darwin" else peak


def _write_items(source: Source, resolution: Resolution, out: BinaryIO) -> None:
    """Write every piece: an item with its local time and instant where they are known, or an unread span."""
    sha256 = source.hashed()
    for piece in read_source(source):
        if isinstance(piece, Item):
            line = _as_line(resolution.settled(piece), resolution)
        else:
            line = {"kind": "unread", **_fields(piece)}
        out.write(msgspec.json.encode({"sha256": sha256, **line}) + b"\n")


def _as_line(item: Item, resolution: Resolution) -> dict[str, object]:
    line = _fields(item)
    if item.stamp is not None:
        when = resolution.when(item.stamp)
        instant, note = resolution.instant(item.stamp)
        line["stamp"] = item.stamp.text
        line["when"] = when.isoformat() if when else None
        line["instant"] = instant.isoformat() if instant else None
        line["note"] = note
    return line


def _fields(piece: msgspec.Struct) -> dict[str, object]:
    return {name: getattr(piece, name) for name in piece.__struct_fields__}
