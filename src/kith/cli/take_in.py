"""`kith take-in`: receive files as exhibits of a case."""

import argparse
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kith.cli.session import attach

if TYPE_CHECKING:
    from kith.core.files import Incoming
    from kith.core.models import Worker
    from kith.record.models import Case

_NOT_SAID = "Not said when it was taken in"
_BLOCK = 1 << 20


class Mistake(Exception):
    """What was asked for cannot be done; the text names the mend."""


def take_in(argv: list[str]) -> int:
    """Take files and folders in as exhibits of a case; a folder becomes one zip, without compression."""
    asked = _arguments(argv)
    attach()
    from kith.core.errors import Refusal

    try:
        paths = [_there(path) for path in asked.paths]
        worker, case = worker_and_case(asked.worker, asked.case, needs="take in exhibits")
        for path in paths:
            print(_take_in(path, worker, case, asked), flush=True)
    except (Mistake, Refusal, OSError) as problem:
        print(f"kith take-in: {problem}", file=sys.stderr)
        return 1
    print("Each is read by the job worker of the Kith that runs; its page shows how far it is.")
    return 0


def worker_and_case(email: str | None, reference: str, *, needs: str = "open a case") -> "tuple[Worker, Case]":
    """Find in whose name a command runs, and the case: only as that worker may open it.

    Args:
        needs: the permission that their role must have, as on a page.

    Raises:
        Mistake: there is no such worker or case, their role may not, or nobody was named and several could be meant.
    """
    from kith.core.models import Worker
    from kith.core.permissions import Permission

    everybody = Worker.objects.filter(is_active=True).order_by("email")
    named = list(everybody.filter(email__iexact=email) if email else everybody)
    if email and not named:
        raise Mistake(f"nobody with the e-mail address {email} works here. See 'kith people'.")
    chosen = [worker for worker in named if worker.may(Permission(needs))]
    if email and not chosen:
        raise Mistake(f"{email} may not {needs}: their role does not let them.")
    found = [(worker, case) for worker in chosen if (case := _case_of(worker, reference)) is not None]
    if not found:
        raise Mistake(f"there is no case {reference}" + (f" that {email} may open." if email else "."))
    if len(found) > 1:
        raise Mistake("several people may open this case. Say in whose name this is done: --as E-MAIL")
    return found[0]


def _case_of(worker: "Worker", reference: str) -> "Case | None":
    from kith.core.errors import NotFound
    from kith.core.transactions import scoped
    from kith.home.queries.search import case_named

    with scoped(worker_id=worker.id), suppress(NotFound):
        return case_named(reference)
    return None


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kith take-in", description=take_in.__doc__)
    parser.add_argument("--case", required=True, metavar="REF", help="the reference of the case")
    parser.add_argument("--from", dest="giver", default=_NOT_SAID, metavar="WHO", help="who handed it over")
    parser.add_argument("--authority", default=_NOT_SAID, metavar="WORDS", help="why we may hold it")
    parser.add_argument("--question", default=_NOT_SAID, metavar="WORDS", help="which question of the case it goes to")
    parser.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="when it was handed over (2026-03-27)")
    parser.add_argument("--as", dest="worker", metavar="E-MAIL", help="in whose name")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    return parser.parse_args(argv)


def _there(path: Path) -> Path:
    if not path.exists():
        raise Mistake(f"{path} is not there. Nothing was taken in.")
    return path


def _take_in(path: Path, worker: "Worker", case: "Case", asked: argparse.Namespace) -> str:
    from kith.core import clock
    from kith.core.transactions import scoped
    from kith.exhibits import actions
    from kith.record.queries import participants_of

    at = clock.now()
    with scoped(worker_id=worker.id, case_id=case.id):
        people = {person.known_as.casefold(): person for person in participants_of(case)}
    incoming, packed = _read_in(path)
    try:
        exhibit = actions.take_in(
            case=case,
            incoming=incoming,
            from_participant=people.get(asked.giver.casefold()),
            from_text=asked.giver,
            how="other",
            handed_over_on=asked.on or at.date(),
            authority=asked.authority,
            question=asked.question,
            packed_text=packed,
            by=worker,
            at=at,
        )
    finally:
        incoming.writer.abandon()  # does nothing once it is kept
    return (
        f"{exhibit.label}  {bytes(exhibit.sha256).hex()}  {exhibit.size_bytes:,} bytes  {path}  {exhibit.says}".rstrip()
    )


def _read_in(path: Path) -> "tuple[Incoming, str]":
    """Stream a file or a folder into the vault."""
    from kith.core import files
    from kith.exhibits import packing

    writer = files.Writer(files.store())
    try:
        if path.is_dir():
            packed = packing.pack_folder(path, writer)
            if not packed.files:
                raise Mistake(f"{path} holds no files. Nothing of it was taken in.")
            return files.Incoming(writer, f"{path.resolve().name}.zip", None, packed.size_bytes), packed.says
        size = 0
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                size += writer.write(block)
        return files.Incoming(writer, path.name, None, size), ""
    except BaseException:
        writer.abandon()
        raise
