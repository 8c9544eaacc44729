"""Search and timeline pages beside their floors, as `bench.search` measures them."""

from dataclasses import asdict

from bench import search
from bench.databases import ServerWatch, server
from bench.figures import Asked, Figure, Figures


def measure(asked: Asked) -> Figures:
    """Measure search in a worker's cases, and timeline pages."""
    items = asked.pick(search.ITEMS, 100_000)
    with server() as cluster, ServerWatch(cluster) as watch:
        found = search.measure(cluster, items=items)
    for each in found:
        yield _figure(each, items, str(watch))


def _figure(found: search.Figure, items: int, peak: str) -> Figure:
    told = asdict(found)
    return Figure(
        work=f"{found.work} ({items:,} items in all)",
        peer=f"floor: {told['floor_ms']:.1f} ms",
        kith=f"{told['ms']:.1f} ms",
        ratio=f"{found.ratio:.2f} x",
        goal=f"<= {told['goal']:g} x",
        met=found.ratio <= told["goal"],
        peak=peak,
    )
