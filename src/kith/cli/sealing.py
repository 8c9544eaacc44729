"""The words of `kith keys` that seal files off, and the tool with which the holder of the private key opens one."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from kith.cli import session
from kith.core.vault import (
    KeyProblem,
    Missing,
    ObjectName,
    Tampered,
    WrongKey,
    new_sealing_pair,
    read_private,
    read_public,
    unseal_key,
    write_pair,
)

if TYPE_CHECKING:
    from kith.core.models import StoredFile, Worker

PUBLIC_KEY = "sealing-public-key"
_PIECE_BYTES = 1 << 20


def add_words(words: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `sealing make`, `seal` and `unseal-with` to the words of `kith keys`."""
    says = "the pair of keys that files are sealed with"
    sealing = words.add_parser("sealing", help=says).add_subparsers(required=True, metavar="WHAT")
    make = sealing.add_parser("make", help="make a pair; best on another machine than Kith's")
    make.add_argument("--private", type=Path, required=True, metavar="FILE", help="to be kept away from Kith")
    make.add_argument("--public", type=Path, required=True, metavar="FILE", help="to be given to Kith")
    make.set_defaults(do=_make)
    seal = words.add_parser("seal", help="seal an exhibit's file: Kith itself cannot open it any more")
    seal.add_argument("--case", required=True, metavar="REF")
    seal.add_argument("--exhibit", required=True, metavar="E1")
    seal.add_argument("--why", required=True, metavar="WORDS", help="kept in the ledger")
    seal.add_argument("--as", dest="worker", metavar="E-MAIL", help="in whose name")
    seal.set_defaults(do=_seal)
    unseal = words.add_parser("unseal-with", help="open a sealed file with the private key, away from Kith")
    unseal.add_argument("private", type=Path, metavar="PRIVATE-KEY")
    unseal.add_argument("--object", type=Path, required=True, metavar="FILE", help="from files/ or a backup's objects/")
    unseal.add_argument("--sealings", type=Path, required=True, metavar="FILE", help="Kith's sealings.jsonl")
    unseal.add_argument("--out", type=Path, required=True, metavar="FILE")
    unseal.set_defaults(do=_unseal)


def _make(asked: argparse.Namespace) -> None:
    write_pair(asked.private, asked.public, new_sealing_pair()[0])
    print(f"{asked.private} opens what is sealed: keep it away from Kith's machine, and a copy of it.")
    print(f"{asked.public} is for Kith: put it in its folder as secrets/{PUBLIC_KEY}, or let KITH_SEALING_KEY_FILE")
    print("name it.")


def public_key() -> bytes:
    """Read the public key that files are sealed with. Raises KeyProblem."""
    file = Path(os.environ.get("KITH_SEALING_KEY_FILE") or session.agency() / "secrets" / PUBLIC_KEY)
    if not file.exists():
        raise KeyProblem("There is no sealing key: 'kith keys sealing make' makes a pair, and says where it goes.")
    return read_public(file)


def _seal(asked: argparse.Namespace) -> int:
    public, owner = public_key(), session.reach(as_owner=True)["DATABASE_URL"]
    session.attach()
    from kith.cli.take_in import Mistake
    from kith.core import clock, files, sealings
    from kith.core.errors import NotFound

    try:
        worker, file = _worker_and_file(asked)
        sealings.seal_file(file=file, public_key=public, by=worker, at=clock.now(), why=asked.why)
        print(f"{asked.exhibit} is sealed: {files.store().where(ObjectName(file.address, file.id))}")
    except (Mistake, NotFound) as problem:
        raise KeyProblem(str(problem) or f"there is no exhibit {asked.exhibit} in this case.") from None
    except sealings.AlreadySealed as problem:
        print(problem)  # what follows may have been cut short the first time
    _forget_old_keys(owner)
    print("Backups made before now still open it, until they are deleted. What was read out of it is not sealed.")
    return 0


def _worker_and_file(asked: argparse.Namespace) -> "tuple[Worker, StoredFile]":
    from kith.cli.take_in import worker_and_case
    from kith.core import files
    from kith.core.transactions import scoped
    from kith.exhibits.queries import exhibit_numbered

    worker, case = worker_and_case(asked.worker, asked.case, needs="take in exhibits")
    with scoped(worker_id=worker.id, case_id=case.id):
        return worker, files.stored_in(case.id, exhibit_numbered(case, asked.exhibit).file_id)


def _forget_old_keys(owner: str) -> None:
    import psycopg

    from kith.core import sealings

    with psycopg.connect(owner, autocommit=True) as connection:
        sealings.forget_old_keys(connection)


def _unseal(asked: argparse.Namespace) -> int:
    # Nothing of Django or of a database: this runs on the machine of the key's holder.
    from kith.core.vault.alone import open_alone, sealed_key_in

    try:
        name = ObjectName.parse(asked.object.name)
        sealed = sealed_key_in(asked.sealings, name)
        if sealed is None:
            raise KeyProblem(f"{asked.sealings} names no sealing of {asked.object.name}.")
        reader = open_alone(asked.object, unseal_key(sealed, read_private(asked.private), name=name))
        with reader, asked.out.open("xb") as out:
            while piece := reader.read(_PIECE_BYTES):
                out.write(piece)
    except (ValueError, Missing, Tampered, WrongKey) as problem:
        raise KeyProblem(str(problem)) from None
    except OSError as problem:
        raise KeyProblem(f"{problem.filename}: {problem.strerror}.") from None
    print(f"{asked.out}: {asked.out.stat().st_size:,} bytes, every one checked.")
    return 0
