"""Handing messages over, beside a bare loop that gives the same bytes to the same mail server, both in one process."""

import smtplib
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from uuid import UUID

from bench.databases import ServerWatch, ground
from bench.figures import Asked, Figure, Figures

READER = "reader@example.org"


def measure(asked: Asked) -> Figures:
    """Hand messages over the two ways by turns."""
    many, rounds = asked.pick(200, 20), asked.pick(3, 2)
    with ground("bench_sending") as found, ServerWatch(found.cluster) as watch, tempfile.TemporaryDirectory() as place:
        from django.conf import settings

        from kith.correspondence.post_room import PostRoom

        with PostRoom(Path(place)) as room:
            settings.SMTP_HOST, settings.SMTP_PORT = "127.0.0.1", room.port
            worker, case, queued = _queued(many * rounds)
            bare, kept, ours = [], [], []
            for turn in range(rounds):
                rows = queued[turn * many : (turn + 1) * many]
                data = _a_letter(room) or b"Subject: Thursday\r\n\r\nAt four.\r\n"
                bare.append(_rate(many, lambda data=data: _bare(room.port, data)))
                kept.append(_kept(room.port, data, many))
                ours.append(_rate(many, _job(worker, case, rows)))
            arrived = len(room.arrived())
    sent = arrived - 2 * many * rounds
    ratio = median(ours) / median(bare)
    yield Figure(
        work="messages handed over, one process",
        peer=f"the same bytes by smtplib alone, a connection each: {median(bare):,.0f}/s",
        kith=f"{median(ours):,.0f}/s, {'each once' if sent == many * rounds else f'{sent} of {many * rounds} ARRIVED'}",
        ratio=f"{ratio:.2f}",
        peak=f"{watch}",
        note="Kith reads the frozen copy back and hashes it, judges it again, asks the contact plan, and notes both"
        " steps on the ledger, each in its own transaction on disk; over one connection smtplib alone does"
        f" {median(kept):,.0f}/s",
    )


def _queued(many: int) -> tuple[UUID, UUID, list[UUID]]:
    """Release and queue messages of one case; no worker runs, so they wait."""
    from kith.core.transactions import scoped
    from kith.correspondence import testing as sending
    from kith.record import testing as make

    worker = make.worker()
    case = make.case(worker)
    reader = make.participant(case, worker)
    make.email_of(reader, worker, READER)
    make.protected_address(case, worker)
    with scoped(worker_id=worker.id):
        rows = [sending.message(case, reader, worker, text=f"Message {number}.\n").id for number in range(many)]
    return worker.id, case.id, rows


def _a_letter(room: object) -> bytes:
    """Give the bytes of a message that Kith sent, once there is one."""
    paths = room.arrived()  # type: ignore[attr-defined]
    return paths[-1].read_bytes() if paths else b""


def _rate(many: int, do: Callable[[], None]) -> float:
    began = time.perf_counter()
    for _ in range(many):
        do()
    return many / (time.perf_counter() - began)


def _job(worker: UUID, case: UUID, rows: list[UUID]) -> Callable[[], None]:
    from kith.correspondence import jobs

    left = iter(rows)
    return lambda: jobs.send(case_id=str(case), outbox_id=str(next(left)), worker_id=str(worker))


def _bare(port: int, data: bytes) -> None:
    with smtplib.SMTP("127.0.0.1", port, local_hostname="[127.0.0.1]") as client:
        client.sendmail("no-reply@example.org", READER, data)


def _kept(port: int, data: bytes, many: int) -> float:
    with smtplib.SMTP("127.0.0.1", port, local_hostname="[127.0.0.1]") as client:
        return _rate(many, lambda: client.sendmail("no-reply@example.org", READER, data) and None)
