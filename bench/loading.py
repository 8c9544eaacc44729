"""Loading items into the live table under row security, beside COPY into the same table as its owner."""

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

import psycopg

from bench.children import peak_of
from bench.databases import Ground, ServerWatch, ground
from bench.exports import export
from bench.figures import Asked, Figure, Figures

GOAL = 1.3
BATCH = 10_000
_COPY = """
    COPY exhibits_item (case_id, exhibit_id, member, start, "end", line, kind, speaker, stamp_text, stamp_fields,
        stamp_seconds, text, flags, attachment_text, attachment_member) FROM STDIN (FORMAT BINARY)
"""
_TYPES = (
    *("uuid", "uuid", "int4", "int8", "int8", "int4", "text", "int4", "text"),
    *("int2[]", "int4", "text", "text[]", "text", "int4"),
)
Row = tuple[Any, ...]


def measure(asked: Asked) -> Figures:
    """Load the same batches both ways, by turns, into a table that already holds items."""
    live, batches = asked.pick(500_000, 50_000), asked.pick(50, 6)
    with ground("bench_load") as found, ServerWatch(found.cluster) as watch, found.owner(autocommit=False) as owner:
        kith, floor, rows = _race(found, owner, asked, live, batches)
        peak = f"{peak_of():.0f} MB, {watch}"
    ratio = kith / floor
    yield Figure(
        work=f"load {rows:,} items into the live, indexed table (holding {live:,})",
        peer=f"COPY as owner, no policies: {rows / floor:,.0f} rows/s",
        kith=f"{rows / kith:,.0f} rows/s",
        ratio=f"{ratio:.2f} x",
        goal=f"<= {GOAL:g} x",
        met=ratio <= GOAL,
        peak=peak,
        note="Kith's figure includes speakers, progress and the words that mistyped searches are compared with",
    )


def _race(found: Ground, owner: psycopg.Connection, asked: Asked, live: int, batches: int) -> tuple[float, float, int]:
    path, _ = export("android24", asked)
    rows = _rows(path)
    filler, plain, ours = _Copied(owner, "one"), _Copied(owner, "two"), _Loaded("three")
    for batch in _batches(rows, live // BATCH):
        filler(batch)
    with psycopg.connect(found.owner_url, autocommit=True) as other:
        other.execute("VACUUM ANALYZE exhibits_item")
    kith = floor = 0.0
    count = 0
    for number, batch in enumerate(_batches(_rows(path), batches)):
        count += len(batch)
        ways = (plain, ours) if number % 2 else (ours, plain)
        times = {id(way): _timed(way, batch) for way in ways}
        floor, kith = floor + times[id(plain)], kith + times[id(ours)]
    return kith, floor, count


def _rows(path: Any) -> Iterator[Row]:
    """Read an export, again and again, into rows as the room makes them."""
    from kith.engines.readers import Source, read
    from kith.exhibits import actions

    turn = 0
    while True:
        made = actions.Rows(actions.Members())
        for piece in read(Source.of_path(path)):
            member, start, end, *rest = made.row(piece)
            yield member, start + (turn << 40), end + (turn << 40), *rest
        turn += 1


def _batches(rows: Iterator[Row], most: int) -> Iterator[list[Row]]:
    for _ in range(most):
        yield list(islice(rows, BATCH))


def _timed(load: Callable[[Sequence[Row]], None], batch: Sequence[Row]) -> float:
    began = time.perf_counter()
    load(batch)
    return time.perf_counter() - began


class _Copied:
    """COPY as the owner, one transaction a batch."""

    def __init__(self, owner: psycopg.Connection, name: str) -> None:
        case, exhibit, _ = _exhibit(name)
        self._owner, self._head = owner, (case.id, exhibit.id)

    def __call__(self, batch: Sequence[Row]) -> None:
        with self._owner.transaction(), self._owner.cursor() as cursor, cursor.copy(_COPY) as copy:
            copy.set_types(_TYPES)
            for row in batch:
                copy.write_row(self._head + row)


class _Loaded:
    """The exhibits room's own loading, as its job calls it."""

    def __init__(self, name: str) -> None:
        from kith.exhibits import actions

        self._case, exhibit, self._worker = _exhibit(name)
        begun = actions.begin_reading(exhibit=exhibit, by=self._worker)
        assert begun is not None
        self._exhibit, self._seen, self._bytes = begun, 0, 0
        self._speakers = {f"Speaker {number}": number for number in range(1, 11)}

    def __call__(self, batch: Sequence[Row]) -> None:
        from kith.core import transactions
        from kith.exhibits import actions

        before, self._seen = self._seen, self._seen + len(batch)
        progress = actions.Progress(before=before, after=self._seen, done_bytes=batch[-1][2], total_bytes=1 << 60)
        with transactions.scoped(worker_id=self._worker.id, case_id=self._case.id):
            actions.load_batch(
                exhibit=self._exhibit, rows=batch, speakers=self._speakers, progress=progress, by=self._worker
            )
        self._speakers = {}


def _exhibit(name: str) -> tuple[Any, Any, Any]:
    from kith.exhibits import testing as exhibits
    from kith.record import testing as record

    worker = record.worker()
    case = record.case(worker)
    return case, exhibits.exhibit(case, worker, f"to be loaded: {name}".encode()), worker
