"""A court bundle of 350 pages, beside joining the same PDFs with pikepdf alone."""

from importlib.util import find_spec

from bench.figures import Asked, Figures, NotBuilt


def measure(asked: Asked) -> Figures:
    """Measure the binder.

    Raises:
        NotBuilt: this Kith makes no bundles yet.
    """
    if find_spec("kith.engines.binder") is None:
        raise NotBuilt("the binder (kith.engines.binder) is not built yet")
    raise NotBuilt("the binder is there: give this row its measurement")
