"""The case page of a small case and of a large one, beside the same page without row security and ledger."""

from dataclasses import dataclass
from statistics import median
from typing import Any
from uuid import UUID

from bench import serving
from bench.databases import Ground, ground
from bench.figures import Asked, Figure, Figures

GOAL = 0.5
MOST_QUERIES = 12
FLAT = 0.85
_TIMELINE = """
    INSERT INTO record_timelinerow (case_id, at, kind, source_id, member, position, speaker, hour)
    SELECT %(case)s, '2020-01-01T00:00Z'::timestamptz + n * interval '3 minutes', 'item', %(exhibit)s, 0, n * 80,
           mod(n, 4), mod(n, 24) FROM generate_series(1, %(items)s) AS n
"""
_ENTRIES = """
    INSERT INTO record_entry (id, case_id, kind, text, happened_text, happened_from, happened_until, precision,
                              allegation, recorded_by_id, recorded_at)
    SELECT gen_random_uuid(), %(case)s, 'note', repeat('She said that the week went well. ', 12), 'that day',
           at, at, 'exact', '', %(worker)s, at
    FROM generate_series('2024-01-01T00:00Z'::timestamptz, '2034-01-01', '1 hour') AS at LIMIT %(entries)s
"""


@dataclass(frozen=True, slots=True)
class Case:
    """A case to be asked for."""

    says: str
    address: str


def measure(asked: Asked) -> Figures:
    """Ask for both pages of both cases by turns, and count the queries of one."""
    sizes = {"10 items": (10, 10), f"{asked.pick(1_000_000, 100_000):,} items": (asked.pick(1_000_000, 100_000), 5_000)}
    with ground("bench_case_page") as found:
        worker, cases = _made(found, sizes)
        cookie = serving.sign_in(worker)
        bare = {"DJANGO_SETTINGS_MODULE": "bench.bare_settings", "DATABASE_URL": found.owner_url}
        with serving.stack(found, cookie) as kith, serving.stack(found, cookie, extra=bare) as plain:
            queries = [_queries(worker, case) for case in cases]
            rates = _rates(kith, plain, cases, asked)
            peak = serving.peaks()
    for case, count, (ours, theirs) in zip(cases, queries, rates, strict=True):
        yield _figure(case, count, ours, theirs, peak)
    yield _flat(cases, rates[0][0], rates[1][0])


def _made(found: Ground, sizes: dict[str, tuple[int, int]]) -> tuple[Any, list[Case]]:
    from kith.record import testing

    worker, cases = testing.worker(), []
    for says, (items, entries) in sizes.items():
        case = testing.case(worker)
        for name, part in (("Ivo", "child"), ("Lena", "mother"), ("Marek", "father")):
            testing.participant(case, worker, known_as=name, part=part)
        values = {"case": case.id, "exhibit": UUID(int=7), "worker": worker.id, "items": items, "entries": entries}
        with found.owner() as owner:
            owner.execute(_TIMELINE, values)
            owner.execute(_ENTRIES, values)
        cases.append(Case(f"{says}, {entries:,} entries", f"/cases/{case.id}/"))
    with found.owner() as owner:
        owner.execute("VACUUM ANALYZE")
    return worker, cases


def _queries(worker: Any, case: Case) -> int:
    """Count the statements of one page, session and access note among them, begin and commit not."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(HTTP_HOST="localhost")
    client.force_login(worker)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(case.address)
    assert answer.status_code == 200, answer.status_code
    frame = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    return sum(1 for each in captured.captured_queries if not each["sql"].startswith(frame))


def _rates(kith: serving.Served, plain: serving.Served, cases: list[Case], asked: Asked) -> list[tuple[float, float]]:
    """Give the middle rates of each case, with and without, all measured by turns."""
    seconds, rounds = asked.pick(4, 1), asked.pick(5, 3)
    for served in (kith, plain):
        for case in cases:
            served.rate(case.address, 1.0)  # warm
    seen: dict[tuple[int, int], list[float]] = {}
    for _ in range(rounds):
        for number, case in enumerate(cases):
            for which, served in enumerate((kith, plain)):
                seen.setdefault((number, which), []).append(served.rate(case.address, seconds))
    return [(median(seen[number, 0]), median(seen[number, 1])) for number in range(len(cases))]


def _figure(case: Case, queries: int, ours: float, theirs: float, peak: str) -> Figure:
    ratio = ours / theirs
    return Figure(
        work=f"case page, {case.says}",
        peer=f"the same without row security and ledger: {theirs:,.0f} pages/s",
        kith=f"{ours:,.0f} pages/s, {queries} queries",
        ratio=f"{ratio:.2f}",
        goal=f">= {GOAL:g}, <= {MOST_QUERIES} queries",
        met=ratio >= GOAL and queries <= MOST_QUERIES,
        peak=peak,
        note=f"{serving.THREADS} connections; the client shares the cores",
    )


def _flat(cases: list[Case], small: float, large: float) -> Figure:
    return Figure(
        work="case page as the case grows",
        peer=f"{cases[0].says}: {small:,.0f} pages/s",
        kith=f"{cases[1].says}: {large:,.0f} pages/s",
        ratio=f"{large / small:.2f}",
        goal=f"flat (>= {FLAT:g})",
        met=large / small >= FLAT,
    )
