"""What runs later: reading an exhibit in a child process, and placing its items on the timeline.

Both run on behalf of the worker who asked, within one case, and the database judges that access anew in every
transaction. Both may run twice, or be killed at any moment: what was loaded stays, and what was not is loaded then.
"""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec
from django.db import DataError, IntegrityError

from kith.core import clock, isolation, jobs, ledger, transactions
from kith.core.errors import NotFound, Refusal
from kith.core.jobs import job, sweep
from kith.core.models import Worker
from kith.core.permissions import Permission
from kith.core.vault import Missing, NoAnswer, Tampered
from kith.engines.readers import Ending, Piece
from kith.exhibits import actions, apart, queries, reading, rules

if TYPE_CHECKING:
    from kith.exhibits.models import Exhibit

log = logging.getLogger(__name__)


class _Kept(Exception):
    """The exhibit cannot be read to its end; the text says why, for the worker."""


@job(name="exhibits.read_export")
def read_export(*, case_id: str, exhibit_id: str, worker_id: str) -> None:
    """Read one exhibit, or go on with it."""
    turn = _turn(case_id, exhibit_id, worker_id)
    if turn is None:
        return
    worker, exhibit = turn
    try:
        with _scope(worker, exhibit):
            begun = actions.begin_reading(exhibit=exhibit, by=worker)
        if begun is not None:
            _Reading(begun, worker).run()
    except actions.ReadElsewhere:
        log.info("exhibit is read elsewhere", extra={"exhibit": exhibit.id})


@job(name="exhibits.place_on_timeline")
def place_on_timeline(*, case_id: str, exhibit_id: str, worker_id: str) -> None:
    """Work out when the items of one exhibit happened, by the answers as they are now, and place them."""
    turn = _turn(case_id, exhibit_id, worker_id)
    if turn is not None:
        worker, exhibit = turn
        with _scope(worker, exhibit):
            actions.place_on_timeline(exhibit=exhibit, by=worker, at=clock.now())


@job(name="exhibits.take_in_dropped")
def take_in_dropped(*, case_id: str, dropped_id: str, worker_id: str) -> None:
    """Make an exhibit of a file that came through a link, on behalf of who made the link, if they still may."""
    worker = Worker.objects.filter(id=worker_id).first()
    if worker is None or not worker.may(Permission.TAKE_IN):
        log.warning("what came through a link waits", extra={"dropped": dropped_id})
        return
    with transactions.scoped(worker_id=worker.id, case_id=UUID(case_id)), suppress(NotFound):
        dropped = queries.dropped_in(UUID(case_id), UUID(dropped_id))
        actions.take_in_dropped(dropped=dropped, by=worker, at=clock.now())


@sweep
def take_up_dropped() -> None:
    """Ask for whatever came through links to be taken in, and forget old counts of wrong words."""
    for case_id, dropped_id, worker_id in queries.dropped_anywhere():
        jobs.ask(
            "exhibits.take_in_dropped",
            once=str(dropped_id),
            case_id=case_id,
            dropped_id=dropped_id,
            worker_id=worker_id,
        )
    queries.forget_old_tries()


def _turn(case_id: str, exhibit_id: str, worker_id: str) -> "tuple[Worker, Exhibit] | None":
    """Find who asked and what for, if they still may: access may have ended since."""
    worker = Worker.objects.filter(id=worker_id).first()
    if worker is None or not worker.may(Permission.OPEN_CASE):
        log.warning("exhibit job without a worker", extra={"exhibit": exhibit_id})
        return None
    with transactions.scoped(worker_id=worker.id, case_id=UUID(case_id)), suppress(NotFound):
        return worker, queries.exhibit_in(UUID(case_id), UUID(exhibit_id))
    log.warning("exhibit job without access", extra={"exhibit": exhibit_id})
    return None


@contextmanager
def _scope(worker: Worker, exhibit: "Exhibit") -> Iterator[None]:
    with transactions.scoped(worker_id=worker.id, case_id=exhibit.case_id):
        yield


class _Reading:
    """One reading of one exhibit: the child's frames taken in order, loaded, and summed up."""

    def __init__(self, exhibit: "Exhibit", worker: Worker) -> None:
        self.exhibit, self.worker = exhibit, worker
        self.members = actions.Members()
        self.rows = actions.Rows(self.members)
        self.skip = exhibit.done_items  # loaded before a kill: gone through again, and not loaded
        self.seen = 0
        self.total_bytes = exhibit.total_bytes
        self.ending: Ending | None = None
        self.state = ""

    def run(self) -> None:
        """Read it; what cannot be read is kept, with the reason."""
        log.info("exhibit reading", extra={"exhibit": self.exhibit.id, "loaded": self.skip})
        try:
            root = self._read()
        except NoAnswer:
            raise  # for a while: the job is tried again, and goes on where it was
        except (_Kept, isolation.ChildFailed, Refusal) as reason:
            self._keep(str(reason))
        except Tampered:
            self._keep("The stored file is not the file that was handed over: a check failed when it was opened.")
        except Missing:
            self._keep("The stored file is not there. Tell whoever runs Kith: it must come back from a backup.")
        except (msgspec.MsgspecError, KeyError, DataError, IntegrityError):
            self._keep("Reading stopped: what came out of this file is not in the form it should be.")
        else:
            self._finish(root)

    def _read(self) -> str:
        self._check_size()
        with self._original() as given, isolation.run_isolated(apart.CHILD, give=given) as child:
            self.state = child.state
            return ledger.merkle_root(apart.leaf(piece) for piece in self._all_pieces(child))

    def _check_size(self) -> None:
        if self.exhibit.size_bytes > rules.LARGEST_READ_BYTES:
            raise _Kept(
                f"This file is {self.exhibit.size_bytes / 1e9:.1f} GB, more than is read in one go"
                f" ({rules.LARGEST_READ_BYTES / 1e9:.0f} GB). It is kept whole. Ask for the export in parts."
            )

    @contextmanager
    def _original(self) -> Iterator[Mapping[str, int]]:
        """Give the child the original, in the clear in memory only, and what it must know of it."""
        about = reading.About(self.exhibit.name_text, bytes(self.exhibit.sha256).hex())
        with _scope(self.worker, self.exhibit):
            reader = actions.open_original(exhibit=self.exhibit, verb="read", by=self.worker, at=clock.now())
        with reader, apart.given_to_child(reader, about) as given:
            yield given

    def _all_pieces(self, frames: Iterator[bytes]) -> Iterator[Piece]:
        """Take the child's frames: each batch is loaded before its pieces are given on."""
        for frame in frames:
            kind, rest = frame[:1], frame[1:]
            if kind == reading.MEMBERS:
                for each in reading.members_in(rest):
                    self.members.add(each.path, each.size, each.trouble)
            elif kind == reading.PIECES:
                pieces = reading.pieces_in(rest)
                self._load(pieces)
                yield from pieces
            elif kind == reading.ENDING:
                self.ending = reading.ending_in(rest)
            else:
                raise _Kept(rest.decode("utf-8", "replace"))
        if self.ending is None:
            raise _Kept("Reading stopped before its end.")

    def _load(self, pieces: list[Piece]) -> None:
        known = len(self.rows.speakers)
        rows = [self.rows.row(piece) for piece in pieces]
        before, self.seen = self.seen, self.seen + len(pieces)
        if not self.total_bytes:
            self.total_bytes = self._size_of(pieces[0])
        fresh = rows[max(0, self.skip - before) :]
        if not fresh:
            return
        progress = actions.Progress(
            before=max(self.skip, before),
            after=self.seen,
            done_bytes=pieces[-1].end if rows[-1][0] == rows[0][0] else self.total_bytes,
            total_bytes=self.total_bytes,
        )
        speakers = {name: number for name, number in self.rows.speakers.items() if number > known}
        with _scope(self.worker, self.exhibit):
            actions.load_batch(exhibit=self.exhibit, rows=fresh, speakers=speakers, progress=progress, by=self.worker)

    def _size_of(self, piece: Piece) -> int:
        number = self.members.number(piece.member)
        return self.members.sizes[number - 1] if number else self.exhibit.size_bytes

    def _finish(self, root: str) -> None:
        assert self.ending is not None
        if self.ending.sha256 != bytes(self.exhibit.sha256).hex():
            self._keep("What was read is not the file that was handed over: its hash is another.")
            return
        found = actions.Found(
            ending=self.ending,
            members=self.members,
            says=queries.format_says(self.ending.format),
            merkle_root=root,
            isolation=self.state,
        )
        with _scope(self.worker, self.exhibit):
            actions.finish_reading(exhibit=self._now(), found=found, by=self.worker, at=clock.now())
        log.info("exhibit read", extra={"exhibit": self.exhibit.id, "items": self.seen})

    def _keep(self, why: str) -> None:
        with _scope(self.worker, self.exhibit):
            actions.keep_unread(exhibit=self._now(), says=why, isolation=self.state, by=self.worker, at=clock.now())
        log.info("exhibit kept unread", extra={"exhibit": self.exhibit.id})

    def _now(self) -> "Exhibit":
        return queries.exhibit_in(self.exhibit.case_id, self.exhibit.id)
