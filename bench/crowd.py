"""Fifty workers at once, for two minutes: each opens pages of a case, searches, writes entries and saves drafts."""

import random
import threading
import time
import uuid
from http.client import HTTPException
from statistics import median
from typing import Any

from tests.walls.windows import Told, Window

from bench import serving
from bench.databases import ServerWatch, ground
from bench.figures import Asked, Figure, Figures

WORKERS = 50
_LONGEST_PAUSE = 1.0
_ODD = {"200", "302"}


class Timed(Window):
    """A window that notes how long each answer took; it waits for nobody and tries nothing twice."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.took: list[float] = []

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, str, str]:
        began = time.perf_counter()
        answer = super().ask(method, path, body, **headers)
        self.took.append(time.perf_counter() - began)
        return answer

    def until_answered(self, act: Any) -> tuple[int, str, str] | None:
        try:
            return act()  # type: ignore[no-any-return]
        except (OSError, HTTPException) as away:
            self.told.answered(type(away).__name__)
            return None


def measure(asked: Asked) -> Figures:
    """Let them all work, count what was answered and how, and look for what they were told was saved."""
    seconds = asked.pick(120, 10)
    with ground("bench_crowd") as found, ServerWatch(found.cluster) as watch:
        cast = _made()
        with serving.stack(found, "") as kith:
            told, windows, lasted = _work(kith, cast, seconds)
            peak = f"{serving.peaks()}, {watch}"
        with found.owner() as owner:
            kept = {text for (text,) in owner.execute("SELECT text FROM record_entry")}
    odd = {status: count for status, count in told.answers.items() if status not in _ODD}
    wrong = len(told.lies) + sum(odd.values()) + len(told.kept - kept)
    took = sorted(each for window in windows for each in window.took)
    yield Figure(
        work=f"{WORKERS} workers at once for {seconds} s",
        kith=f"{len(took) / lasted:,.0f} answers/s, {wrong} errors; half within {1000 * median(took):.0f} ms,"
        f" 95 of 100 within {1000 * took[int(len(took) * 0.95)]:.0f} ms",
        goal="no error",
        met=wrong == 0,
        peak=peak,
        note=f"{len(told.kept):,} entries and {len(told.drafts):,} drafts written meanwhile, all kept"
        + (f"; {odd} {told.lies[:3]}" if wrong else ""),
    )


def _made() -> list[tuple[uuid.UUID, str]]:
    """Make fifty workers, each with a case and signed in; give cases and cookies."""
    from kith.record import testing

    cast = []
    for number in range(WORKERS):
        worker = testing.worker(f"Worker {number}")
        case = testing.case(worker)
        testing.participant(case, worker)
        cast.append((case.id, serving.sign_in(worker)))
    return cast


def _work(kith: serving.Served, cast: list[tuple[uuid.UUID, str]], seconds: float) -> tuple[Told, list[Timed], float]:
    told, over, began = Told(), threading.Event(), time.perf_counter()
    windows = [Timed(kith.port, case_id, told, over) for case_id, _ in cast]
    for window, (_, cookie) in zip(windows, cast, strict=True):
        name, _, value = cookie.partition("=")
        window.cookies[name] = value
    threads = [
        threading.Thread(target=_one, args=(window, random.Random(number)), daemon=True)
        for number, window in enumerate(windows)
    ]
    for thread in threads:
        thread.start()
    over.wait(seconds)
    over.set()
    for thread in threads:
        thread.join(60)
    return told, windows, time.perf_counter() - began


def _one(window: Timed, chance: random.Random) -> None:
    place = f"write_entry:{uuid.UUID(int=chance.getrandbits(128))}"
    acts = (window.look, window.write_entry, lambda: window.save_draft(place), window.search)
    while not window.over.is_set():
        chance.choice(acts)()
        window.over.wait(chance.uniform(0, _LONGEST_PAUSE))
