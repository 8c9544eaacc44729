"""Every performance budget of the design has a row of `make bench`. Nothing is timed here."""

from importlib.util import find_spec
from pathlib import Path

from bench.rows import ROWS

BENCH = Path(__file__).parent.parent.parent / "bench"
BUDGETS = {
    "reading",
    "load",
    "upload",
    "search",
    "case-page",
    "crowd",
    "ledger",
    "sending",
    "guard",
    "bundle",
    "memory",
}


def test_every_budget_has_a_row():
    assert set(ROWS) == BUDGETS, "give each performance budget a row in bench/rows.py, and name it here"


def test_every_row_names_a_function_that_is_there():
    for row, (module, function, _) in ROWS.items():
        found = find_spec(module)
        assert found is not None and found.origin is not None, f"{row}: there is no {module}"
        assert f"\ndef {function}(" in Path(found.origin).read_text(), f"{row}: {module} has no {function}()"


def test_bench_is_no_part_of_the_suite():
    assert not list(BENCH.rglob("test_*.py")), "a timed test fails for reasons of its own: measure it in a row"
