"""Reading an export: Kith's reader beside a floor, and beside what others offer."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import peers
from bench.children import Ran, run_python
from bench.exports import export
from bench.figures import Asked, Figure, Figures
from bench.whatsapp import STYLES

FLOOR_GOAL = 4.0
PEER_GOAL = 7.0
PEAK_GOAL_MB = 100.0
_GOAL = f"exact, <= {FLOOR_GOAL:g} x, < {PEAK_GOAL_MB:g} MB"


@dataclass(frozen=True, slots=True)
class Runs:
    """Several runs of one program over one file: the best time, the most memory, what it said."""

    seconds: float
    busy: float
    peak_mb: float
    found: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s, {self.peak_mb:.0f} MB"


def measure(asked: Asked) -> Figures:
    """Measure the floor, Kith (alone, and as a worker's exhibit is read) and every peer, one layout after another."""
    for style in STYLES:
        path, truth = export(style, asked)
        floor, kith = _in_turn(path, style)
        yield _kith_figure(style, asked, floor, kith, _faults(path, kith, truth))
        yield _apart_figure(style, asked, path, floor)
        for peer in peers.PEERS:
            yield _peer_figure(peer, style, asked, path, truth, kith)


def memory(asked: Asked) -> Figures:
    """Measure the most memory that reading takes for a file and for one ten times as large."""
    small, large = (
        max(_once("bench.read_kith", export(style, asked, mb=mb)[0], "count").peak_mb for style in STYLES)
        for mb in (asked.mb / 10, asked.mb)
    )
    yield Figure(
        work=f"most memory of reading, {asked.mb / 10:g} MB and {asked.mb:g} MB",
        peer=f"{small:.0f} MB for the smaller file",
        kith=f"{large:.0f} MB for the larger",
        ratio=f"{large / small:.2f} x",
        goal=f"constant (<= 1.25 x), < {PEAK_GOAL_MB:g} MB",
        met=large <= 1.25 * small and large < PEAK_GOAL_MB,
        peak=f"{large:.0f} MB",
    )


def _in_turn(path: Path, style: str) -> tuple[Runs, Runs]:
    """Run floor and reader by turns, so that whatever else the machine does falls on both."""
    floors, kiths = [], []
    for _ in range(3):
        floors.append(_once("bench.read_floor", path, style))
        kiths.append(_once("bench.read_kith", path, "count"))
    return _best(floors), _best(kiths)


def _once(module: str, path: Path, how: str) -> Ran:
    ran = run_python(module, path, how)
    if ran.trouble:
        raise RuntimeError(f"{module}: {ran.trouble}")
    return ran


def _best(runs: list[Ran]) -> Runs:
    busy = min(run.busy for run in runs)
    return Runs(min(run.seconds for run in runs), busy, max(run.peak_mb for run in runs), runs[0].found)


def _faults(path: Path, kith: Runs, truth: dict[str, Any]) -> list[str]:
    """List everything in which the reader differs from what is known of the file."""
    found = _once("bench.read_kith", path, "check").found
    kinds = {"message": truth["messages"], "system": truth["system"]}
    told = {
        "counts": (kith.found["kinds"], kinds),
        "items": (found["kinds"], kinds),
        "senders": (found["senders"], truth["senders"]),
        "attachments": (found["attachments"], truth["attachments"]),
        "hash": (kith.found["sha256"], truth["sha256"]),
        "spans": (found["is_tiled"], True),
    }
    return [name for name, (ours, true) in told.items() if ours != true]


def _kith_figure(style: str, asked: Asked, floor: Runs, kith: Runs, faults: list[str]) -> Figure:
    ratio = kith.seconds / floor.seconds
    return Figure(
        work=f"read {asked.mb:g} MB, {style}: items ready to load",
        peer=f"floor (hash, one regex a line, nothing kept): {floor}",
        kith=f"{kith}, {'not exact: ' + ', '.join(faults) if faults else 'exact'}",
        ratio=f"{ratio:.1f} x",
        goal=_GOAL,
        met=not faults and ratio <= FLOOR_GOAL and kith.peak_mb < PEAK_GOAL_MB,
        peak=f"{kith.peak_mb:.0f} MB",
        note=f"in processor time {kith.busy / floor.busy:.1f} x ({kith.busy:.2f} s beside {floor.busy:.2f} s)",
    )


def _apart_figure(style: str, asked: Asked, path: Path, floor: Runs) -> Figure:
    ran = _once("bench.read_kith", path, "apart")
    found = ran.found
    return Figure(
        work=f"read {asked.mb:g} MB, {style}: in an isolated child, items handed over",
        peer=f"floor: {floor}",
        kith=f"{ran.seconds:.2f} s, first items after {found['first']:.2f} s",
        ratio=f"{ran.seconds / floor.seconds:.1f} x",
        peak=f"{found['child_mb']:.0f} + {ran.peak_mb:.0f} MB",
        note=f"two processes; {found['state']}",
    )


def _peer_figure(peer: peers.Peer, style: str, asked: Asked, path: Path, truth: dict[str, Any], kith: Runs) -> Figure:
    ran = peers.read(peer, path, limit_seconds=asked.pick(180, 60))
    work = f"read {asked.mb:g} MB, {style}: {peer.name}"
    if ran.trouble:
        return Figure(work=work, peer=f"{ran.trouble} ({ran.seconds:.1f} s, {ran.peak_mb:.0f} MB)", kith=str(kith))
    times = ran.seconds / kith.seconds
    is_goal = peer.name.startswith("whatstk")
    return Figure(
        work=work,
        peer=f"{ran.seconds:.2f} s, {ran.peak_mb:.0f} MB, {_counted(ran.found, truth)}",
        kith=str(kith),
        ratio=f"{times:.1f} x slower than Kith" if times >= 1 else f"{1 / times:.1f} x quicker than Kith",
        goal=f">= {PEER_GOAL:g} x" if is_goal else "",
        met=times >= PEER_GOAL if is_goal else None,
    )


def _counted(found: dict[str, Any], truth: dict[str, Any]) -> str:
    """Say how many messages a peer found, beside the truth, and what it did with the app's own lines."""
    right, whole = truth["messages"], truth["messages"] + truth["system"]
    messages, system = found["messages"], found.get("system")
    if messages == right:
        note = "exact" if system == truth["system"] else "exact; the app's own lines dropped"
    elif messages == whole and not system:
        note = "the app's own lines given to a person"
    else:
        note = f"{messages - right:+,} messages"
    return f"{messages:,} of {right:,} ({note})"
