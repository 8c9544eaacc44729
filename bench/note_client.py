"""One process that writes lines as fast as it can, until its time is over.

usage: python -m bench.note_client ORDERS (as JSON), with the environment of a serving process
"""

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any
from uuid import UUID

import django

from bench.children import peak_of

FACTS = {"page": "record:case"}
_INSERT = "INSERT INTO bench_append VALUES (%s, %s, %s, %s)"


def _noting(worker: UUID, case: UUID) -> Callable[[], None]:
    """Write a note as an action does: a scoped transaction whose last statement is the ledger."""
    from kith.core import clock, ledger, transactions

    about = f"record.case:{case}"

    def write() -> None:
        with transactions.scoped(worker_id=worker, case_id=case):
            ledger.note("case.opened", case_id=case, by=worker, at=clock.now(), about=about, facts=FACTS)

    return write


def _lines(worker: UUID, case: UUID) -> Iterator[list[Any]]:
    """Give rows of the size of a note's line."""
    from kith.core import clock, ledger

    note: dict[str, Any] = {"about": f"record.case:{case}", "by": str(worker), "facts": FACTS}
    for seq in count(1):
        body = ledger.canonical({**note, "at": clock.now().isoformat(), "verb": "case.opened", "words": {}})
        yield [case, seq, body, hashlib.sha256(body.encode()).digest()]


def _appending(worker: UUID, case: UUID) -> Callable[[], None]:
    """Append the lines plainly, each in a scoped transaction as an action's: what a note costs beyond is the ledger."""
    from django.db import connection

    from kith.core import transactions

    lines = _lines(worker, case)

    def write() -> None:
        with transactions.scoped(worker_id=worker, case_id=case), connection.cursor() as cursor:
            cursor.execute(_INSERT, next(lines))

    return write


def _bare(worker: UUID, case: UUID) -> Callable[[], None]:
    """Append the lines with one statement each, and neither transaction, scope nor framework."""
    import psycopg

    connection = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)
    lines = _lines(worker, case)

    def write() -> None:
        connection.execute(_INSERT, next(lines))

    return write


def main(orders: dict[str, Any]) -> dict[str, float]:
    """Write until the time is over; give lines a second."""
    django.setup()
    ways = {"note": _noting, "append": _appending, "bare": _bare}
    write = ways[orders["how"]](UUID(orders["worker"]), UUID(orders["case"]))
    write()  # connect first
    time.sleep(max(0.0, orders["begin"] - time.time()))
    began, written = time.perf_counter(), 0
    while (taken := time.perf_counter() - began) < orders["seconds"]:
        write()
        written += 1
    return {"rate": written / taken, "peak": peak_of()}


if __name__ == "__main__":
    print(json.dumps(main(json.loads(sys.argv[1]))))
