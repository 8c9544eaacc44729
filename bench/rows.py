"""The rows: each performance budget of the design, and where it is measured."""

from importlib import import_module

from bench.figures import Asked, Figures, NotBuilt

#: row -> (module, function, the budget it measures, in the design's words)
ROWS = {
    "reading": (
        "bench.reading",
        "measure",
        "hash + parse a WhatsApp export into items ready to load",
    ),
    "load": ("bench.loading", "measure", "load into the live, indexed table"),
    "upload": ("bench.uploading", "measure", "upload to first readable item"),
    "search": ("bench.searching", "measure", "search in a worker's cases"),
    "case-page": ("bench.case_page", "measure", "case page (10 items or 1 million)"),
    "crowd": ("bench.crowd", "measure", "fifty workers at once"),
    "ledger": ("bench.noting", "measure", "ledger notes on one hot case"),
    "sending": ("bench.sending", "measure", "messages handed over"),
    "guard": ("bench.guarding", "measure", "guard"),
    "bundle": ("bench.bundling", "measure", "350-page bundle"),
    "memory": ("bench.reading", "memory", "a stated number for each row, constant in input size"),
}


def measure(row: str, asked: Asked) -> Figures:
    """Measure one row.

    Raises:
        NotBuilt: what it measures is not in this Kith yet.
    """
    module, function, _ = ROWS[row]
    try:
        found = getattr(import_module(module), function)
    except (ImportError, AttributeError) as missing:
        raise NotBuilt(str(missing)) from missing
    return found(asked)
