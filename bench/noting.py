"""Ledger notes on one hot case, beside a plain append of the same lines in the same kind of transaction."""

import json
import subprocess
import sys
import time
from statistics import median
from uuid import UUID

from bench.children import environment
from bench.databases import Ground, ServerWatch, ground
from bench.figures import ROOT, Asked, Figure, Figures

CONNECTIONS = 4
GOAL = 0.5
_START_SECONDS = 2.5


def measure(asked: Asked) -> Figures:
    """Let four processes write as fast as they can, the three ways by turns."""
    seconds, rounds = asked.pick(8, 2), asked.pick(3, 2)
    with ground("bench_ledger") as found, ServerWatch(found.cluster) as watch:
        worker, case = _made()
        with found.owner() as owner:
            owner.execute("CREATE TABLE bench_append (chain uuid, seq bigint, body text, hash bytea)")
            owner.execute("GRANT INSERT ON bench_append TO kith_app")
        plain, bare, notes, peaks = [], [], [], []
        for _ in range(rounds):
            plain.append(_together(found, "append", worker, case, seconds)[0])
            bare.append(_together(found, "bare", worker, case, seconds)[0])
            rate, peak = _together(found, "note", worker, case, seconds)
            notes.append(rate)
            peaks.append(peak)
        faults = _verify(found)
    ratio = median(notes) / median(plain)
    yield Figure(
        work=f"ledger notes on one hot case, {CONNECTIONS} connections",
        peer=f"plain append of the same lines, in as many transactions of the same kind: {median(plain):,.0f}/s",
        kith=f"{median(notes):,.0f}/s, {'every chain holds' if not faults else f'{faults} FAULTS in the chains'}",
        ratio=f"{ratio:.2f}",
        goal=f">= {GOAL:g}",
        met=ratio >= GOAL and not faults,
        peak=f"{max(peaks):.0f} MB a process, {watch}",
        note="each note is its own transaction, on disk when it is counted; one bare statement a line, without"
        f" transaction, scope or framework, appends {median(bare):,.0f}/s",
    )


def _made() -> tuple[UUID, UUID]:
    from kith.record import testing

    worker = testing.worker()
    return worker.id, testing.case(worker).id


def _together(found: Ground, how: str, worker: UUID, case: UUID, seconds: float) -> tuple[float, float]:
    """Have the processes begin at one moment; give lines a second in all, and the most memory of one."""
    orders = {"how": how, "worker": str(worker), "case": str(case), "begin": time.time() + _START_SECONDS}
    orders["seconds"] = seconds
    command = [sys.executable, "-m", "bench.note_client", json.dumps(orders)]
    serving = environment(DATABASE_URL=found.app_url)
    running = [
        subprocess.Popen(command, cwd=ROOT, env=serving, stdout=subprocess.PIPE, text=True) for _ in range(CONNECTIONS)
    ]
    said = [json.loads(each.communicate()[0]) for each in running]
    return sum(each["rate"] for each in said), max(each["peak"] for each in said)


def _verify(found: Ground) -> int:
    from django.db import connections

    from kith.core import ledger

    settings = connections["default"].settings_dict
    parts = found.cluster.parts("kith_owner", found.name)
    before = (settings["USER"], settings["PASSWORD"])
    connections.close_all()
    settings["USER"], settings["PASSWORD"] = str(parts["user"]), str(parts["password"])
    try:
        from django.db import transaction

        with transaction.atomic():
            return sum(1 for _ in ledger.verify())
    finally:
        connections.close_all()
        settings["USER"], settings["PASSWORD"] = before
