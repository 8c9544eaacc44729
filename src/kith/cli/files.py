"""`kith files`: what lies in the store and belongs to nothing; and the whole store carried to another place."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from kith.cli import session
from kith.cli.steps import size
from kith.config.file_store import file_store, named_bucket
from kith.core.vault import Backend, Disk, NoAnswer, NoRoom, ObjectName, store_in

if TYPE_CHECKING:
    from kith.core.carrying import Carried

BUCKET = "s3"
_TELL_EVERY = 1000


def files(argv: list[str]) -> int:
    """Remove files that no case names, or copy all files to a bucket, or from one."""
    made = argparse.ArgumentParser(prog="kith files", description=files.__doc__)
    words = made.add_subparsers(required=True, metavar="WHAT")
    sweep = words.add_parser("sweep", help="remove files that no case names: what a crash left, a week old and more")
    sweep.add_argument("--look", action="store_true", help="only say how many there are")
    sweep.add_argument("--even-many", action="store_true", help="though they are so many that something else is wrong")
    sweep.set_defaults(do=_sweep)
    copy = words.add_parser("copy", help="copy every file to another place and read it there; killed, it goes on")
    said = f"'{BUCKET}' is the bucket of KITH_S3_ENDPOINT and KITH_S3_BUCKET; anything else is a folder"
    copy.add_argument("--to", required=True, metavar="PLACE", help=said)
    copy.add_argument("--from", dest="source", metavar="PLACE", help="unless given, where Kith has its files now")
    copy.add_argument("--check", action="store_true", help="read what was there already too")
    copy.set_defaults(do=_copy)
    asked = made.parse_args(argv)
    try:
        return int(asked.do(asked))
    except NoAnswer as problem:
        print(
            f"kith files: The file store does not answer ({problem.why}). Run this again: it goes on.", file=sys.stderr
        )
    except NoRoom as refusal:
        print(f"kith files: {refusal}", file=sys.stderr)
    return 1


def _sweep(asked: argparse.Namespace) -> int:
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


def _copy(asked: argparse.Namespace) -> int:
    folder = session.agency()
    source = _place(asked.source, folder) if asked.source else file_store(folder)
    target = _place(asked.to, folder)
    if _lies(source) == _lies(target):
        print(f"kith files: {_lies(source)} is where the files are copied from: give another place.", file=sys.stderr)
        return 1
    session.attach(as_owner=True)
    from kith.core.carrying import carry_all
    from kith.core.models import ErasedObject

    done = carry_all(source, target, key_of=_key_of, even_those_there=asked.check, said=_tell)
    for name in ErasedObject.objects.values_list("name", flat=True):  # since an earlier copy
        target.delete(ObjectName.parse(name))
    print(
        f"Copied {done.copied:,} files, {size(done.copied_bytes)}, to {_lies(target)}; {done.there:,} were there"
        f" already. {done.opened:,} were opened with their keys and read to the end, {done.compared:,} compared byte"
        " for byte (sealed, or of no case)."
    )
    for fault in done.faults:
        print(f"DOES NOT HOLD: {fault}")
    return 1 if done.faults else 0


def _place(word: str, folder: Path) -> Backend:
    if word == BUCKET:
        return store_in(folder / "files", named_bucket())
    return Disk(Path(word).absolute())


def _lies(store: Backend) -> str:
    return str(store.path_of_files().resolve().parent) if isinstance(store, Disk) else _bucket_of(store)


def _bucket_of(store: Backend) -> str:
    return store.where(ObjectName("0" * 64, UUID(int=0))).partition("/files/")[0]


def _key_of(name: ObjectName) -> bytes | None:
    from kith.core import files as kept
    from kith.core.models import StoredFile

    row = StoredFile.objects.filter(id=name.file_id, address=name.address).first()
    return None if row is None or row.is_sealed else kept.file_key(row)


def _tell(so_far: "Carried") -> None:
    if (so_far.copied + so_far.there) % _TELL_EVERY == 0:
        print(f"{so_far.copied:,} copied, {so_far.there:,} were there already", flush=True)
