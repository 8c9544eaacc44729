"""Every performance budget of the design has a row of `make bench`. Nothing is timed here."""

from importlib.util import find_spec

from bench.rows import ROWS

BUDGETS = {"reading", "load", "upload", "search", "case-page", "ledger", "guard", "bundle", "memory"}


def test_every_budget_has_a_row():
    assert set(ROWS) == BUDGETS, "give each performance budget a row in bench/rows.py, and name it here"


def test_every_row_names_a_module_that_defines_its_function():
    for row, (module, function, _) in ROWS.items():
        spec = find_spec(module)
        assert spec is not None and spec.origin is not None, f"{row}: there is no {module}"
        with open(spec.origin, encoding="utf-8") as file:  # noqa: PTH123
            assert f"\ndef {function}(" in file.read(), f"{row}: {module} has no {function}()"


def test_bench_is_no_part_of_the_suite():
    from pathlib import Path

    found = list(Path(find_spec("bench").origin).parent.rglob("test_*.py"))
    assert not found, f"a timed test fails for reasons of its own: {found}"
