"""`kith ledger`: verify the chains or an export, export one chain, sign checkpoints, make their key."""

import argparse
import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from kith.cli import session

if TYPE_CHECKING:
    from datetime import datetime

    from kith.core.ledger.exporting import Exported
    from kith.core.ledger.signing import CheckpointKey

DOES_NOT_HOLD = 1
CANNOT = 2


def ledger(argv: list[str]) -> int:
    """Verify the ledger or an export of it, export a chain, sign checkpoints, and make the key that signs them.

    Ends 0 only if all of it holds, or what was asked for was done.
    """
    asked = _arguments(argv)
    from kith.core.errors import Refusal
    from kith.core.vault import KeyProblem

    try:
        return int({"verify": _verify, "export": _export, "checkpoint": _checkpoint, "key": _key}[asked.what](asked))
    except (Refusal, KeyProblem) as refusal:
        print(f"kith ledger: {refusal}", file=sys.stderr)
        return CANNOT


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kith ledger", description=ledger.__doc__)
    words = parser.add_subparsers(dest="what", required=True)
    check = words.add_parser("verify", help="walk every chain and checkpoint, or check an export")
    check.add_argument("export", nargs="?", type=Path, metavar="EXPORT", help="a folder that was exported")
    check.add_argument("--fingerprint", action="append", default=[], help="of the key, as it is kept outside")
    check.add_argument("--noted", action="append", default=[], metavar="NUMBER:HASH", help="a checkpoint noted outside")
    check.add_argument("--authority", type=Path, metavar="PEM", help="check time stamps with these certificates")
    out = words.add_parser("export", help="write one chain so that anybody can check it")
    chain = out.add_mutually_exclusive_group(required=True)
    chain.add_argument("--case", metavar="REF", help="the chain of the case with this reference")
    chain.add_argument("--agency", action="store_true", help="the agency's own chain")
    out.add_argument("--as", dest="worker", metavar="E-MAIL", help="in whose name")
    out.add_argument("--without-words", action="store_true", help="leave out what was written; keep what was done")
    out.add_argument("place", type=Path, metavar="OUT", help="a folder that is not there yet")
    words.add_parser("checkpoint", help="sign where every chain ends now")
    key = words.add_parser("key", help="the key that signs checkpoints")
    key.add_argument("do", choices=["make", "show"])
    return parser.parse_args(argv)


def _verify(asked: argparse.Namespace) -> int:
    from kith.core.ledger import signing

    given = signing.pins(asked.fingerprint) or _own_pin()
    if asked.export:
        return _verify_export(asked.export, given, asked.authority)
    noted = dict(map(_noted, asked.noted))
    session.attach(as_owner=True)  # no worker may read every chain
    return verify(pinned=given, noted=noted, authority=asked.authority)


def _own_pin() -> frozenset[str]:
    """Give the fingerprint of this machine's own key, if there is one and we may read it."""
    from kith.core.vault import KeyProblem

    with suppress(OSError, KeyProblem):
        if key := _own_key():
            return frozenset({key.fingerprint})
    return frozenset()


def _own_key() -> "CheckpointKey | None":
    from kith.core.ledger import signing

    return signing.CheckpointKey.load({**os.environ, **session.serving(session.agency(), "")})


def _noted(text: str) -> tuple[int, str]:
    from kith.core.ledger import signing
    from kith.core.vault import KeyProblem

    number, _, digest = text.partition(":")
    if not number.strip().isdigit():
        raise KeyProblem(f"'{text}' is not a noted checkpoint: write its number, a colon and its hash.")
    (plain,) = signing.pins([digest])
    return int(number), plain


def verify(
    *, pinned: frozenset[str] = frozenset(), noted: dict[int, str] | None = None, authority: Path | None = None
) -> int:
    """Walk every chain and checkpoint as one moment saw it, print what was found, and give the exit code.

    Django is ready.
    """
    from django.db import connection, transaction

    from kith.core.ledger import checking

    faults = 0
    with transaction.atomic():
        with connection.cursor() as cursor:
            # One snapshot: lines that are added meanwhile would look like a chain whose end was moved.
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SELECT count(DISTINCT chain), count(*) FROM core_ledger")
            chain_count, line_count = cursor.fetchone()
            cursor.execute("SELECT count(*) FROM core_checkpoint")
            (checkpoint_count,) = cursor.fetchone()
        for found in (checking.verify(), checking.verify_checkpoints(pinned, noted)):
            for fault in found:
                faults += 1
                print(f"DOES NOT HOLD: {_named(fault.chain, fault.seq)}: {fault.why}")
        faults += _verify_stamps(authority) if authority else 0
    print(
        f"{line_count:,} lines in {chain_count:,} chains, {checkpoint_count:,} checkpoints. "
        + ("All hold." if not faults else f"{faults} faults.")
    )
    if checkpoint_count and not pinned:
        print("Whose key signed the checkpoints was not checked: give --fingerprint, as it is kept outside.")
    return DOES_NOT_HOLD if faults else 0


def _verify_stamps(authority: Path) -> int:
    from kith.core.ledger import checkpoints, stamps

    certificates, faults = _read(authority), 0
    for each in checkpoints.all_checkpoints():
        answer = stamps.stamp_on(each.number)
        try:
            if answer is not None:
                stamps.witnessed(answer, each.stamped_words, certificates)
        except stamps.NoStamp as problem:
            faults += 1
            print(f"DOES NOT HOLD: checkpoint {each.number}: {problem}")
    return faults


def _verify_export(place: Path, pinned: frozenset[str], authority: Path | None) -> int:
    """Run the same program that lies beside every export; then check time stamps, which it leaves to others."""
    from kith.core.ledger import verifier

    fingerprints = [f"--fingerprint={each}" for each in sorted(pinned)]
    program = [sys.executable, "-I", verifier.__file__]
    code = subprocess.run([*program, str(place), *fingerprints], check=False).returncode
    if authority is None or code == DOES_NOT_HOLD:
        return code
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*program, str(place), "--stamps", folder], check=False, stdout=subprocess.DEVNULL)
        return _verify_written_stamps(Path(folder), _read(authority)) or code


def _verify_written_stamps(folder: Path, certificates: bytes) -> int:
    from kith.core.ledger import stamps

    for answer in sorted(folder.glob("*.tsr")):
        try:
            at = stamps.witnessed(answer.read_bytes(), answer.with_suffix(".txt").read_bytes(), certificates)
        except stamps.NoStamp as problem:
            print(f"DOES NOT HOLD: {answer.stem}: {problem}")
            return DOES_NOT_HOLD
        print(f"{answer.stem}: the authority saw it at {at:%Y-%m-%d %H:%M:%S} UTC.")
    return 0


def _read(file: Path) -> bytes:
    from kith.core.errors import Refusal

    try:
        return file.read_bytes()
    except OSError as problem:
        raise Refusal(f"{file} cannot be read: {problem.strerror}.") from None


def _export(asked: argparse.Namespace) -> int:
    session.attach(as_owner=asked.agency)  # nobody's access reaches the agency's chain
    exported = export_agency(asked) if asked.agency else export_case(asked)
    print(f"{exported.place}: {exported.lines:,} lines, covered by checkpoint {exported.checkpoint}.")
    if not asked.without_words:
        print("It holds what people wrote, protected facts among it: guard it as the case itself.")
    print(f"Check it with: python3 {exported.place}/verify.py --fingerprint FINGERPRINT")
    return 0


def export_case(asked: argparse.Namespace) -> "Exported":
    """Export a case's chain in the name of a worker who may open the case; its chain keeps that they did."""
    from kith.cli.take_in import Mistake, worker_and_case
    from kith.core.errors import Refusal
    from kith.core.ledger.exporting import Chain, export_as

    key = _key_that_signs()
    try:
        worker, case = worker_and_case(asked.worker, asked.case)
    except Mistake as mistake:
        raise Refusal(str(mistake)) from None
    chain = Chain(case.id, case.reference, with_words=not asked.without_words)
    return export_as(chain=chain, place=asked.place, key=key, by=worker, at=_now())


def export_agency(asked: argparse.Namespace) -> "Exported":
    """Export the agency's chain in the name of a worker; the chain keeps that they did."""
    from kith.core.errors import Refusal
    from kith.core.ledger import AGENCY
    from kith.core.ledger.exporting import Chain, export_as
    from kith.core.models import Worker

    key = _key_that_signs()
    worker = Worker.objects.filter(email__iexact=asked.worker or "", is_active=True).first()
    if worker is None:
        raise Refusal("Say in whose name this is done: --as E-MAIL. 'kith people list' shows who works here.")
    chain = Chain(AGENCY, "the agency", with_words=not asked.without_words)
    return export_as(chain=chain, place=asked.place, key=key, by=worker, at=_now())


def _now() -> "datetime":
    from kith.core import clock

    return clock.now()


def _checkpoint(asked: argparse.Namespace) -> int:
    session.attach()
    from kith.core.ledger import checkpoints, signing

    key = _key_that_signs()
    made = checkpoints.take_checkpoint(key=key, at=_now())
    shown = made or checkpoints.newest()
    if shown is None:
        print("The ledger has no line yet: there is nothing to sign.")
        return 0
    since = "." if made else "; nothing has changed since."
    print(f"Checkpoint {shown.number} of {shown.at:%Y-%m-%d %H:%M:%S} UTC{since}")
    print("To keep outside, for 'kith ledger verify --noted':")
    print(f"  {shown.number}:{signing.grouped(shown.digest)}")
    return 0


def _key_that_signs() -> "CheckpointKey":
    from kith.core.vault import KeyProblem

    key = _own_key()
    if key is None:
        raise KeyProblem("There is no checkpoint key yet, so nothing can be signed. Make one: kith ledger key make")
    return key


def _key(asked: argparse.Namespace) -> int:
    from kith.core.ledger import signing
    from kith.core.vault import KeyProblem

    if asked.do == "show":
        print(f"  {signing.grouped(_key_that_signs().fingerprint)}")
        return 0
    if os.environ.get(signing.SETTING):
        raise KeyProblem(f"The checkpoint key is in the environment ({signing.SETTING}): there is none to make.")
    path = Path({**os.environ, **session.serving(session.agency(), "")}[f"{signing.SETTING}_FILE"])
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = signing.make_key_file(path)
    print(f"The key that signs checkpoints is in {path}. Its fingerprint:")
    print(f"\n  {signing.grouped(key.fingerprint)}\n")
    print("Write it on paper, and into another system: it shows later that nobody signed with a key of their own.")
    print("Kith signs a checkpoint an hour from now on, whenever something changed.")
    return 0


def _named(chain: UUID | None, seq: int) -> str:
    from kith.core.ledger import AGENCY

    if chain is None:
        return f"checkpoint {seq}"
    return f"the agency's chain, line {seq}" if chain == AGENCY else f"chain {chain}, line {seq}"
