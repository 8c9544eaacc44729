"""A clock that jumps, for the faults' campaign: Python loads this first where PYTHONPATH names its folder.

`time.time`, Kith's one clock and Django's are moved by the seconds that stand in the file FALSE_CLOCK; the
monotonic clock is left, as a real jump leaves it. (libfaketime moves sleeping too, and stops the processes.)
"""

import importlib.util
import os
import sys
import time
from datetime import timedelta
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

_FILE = Path(os.environ["FALSE_CLOCK"])
_CLOCKS = {"kith.core.clock", "django.utils.timezone"}
_true_time = time.time


def offset() -> float:
    """Tell by how many seconds the clock is wrong at this moment."""
    try:
        return float(_FILE.read_text() or 0)
    except (OSError, ValueError):
        return 0.0


class _Jumping:
    """Finds the modules that tell the time, and has them tell another."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name not in _CLOCKS:
            return None
        sys.meta_path.remove(self)
        try:
            spec = importlib.util.find_spec(name)
        finally:
            sys.meta_path.insert(0, self)
        if spec is not None and spec.loader is not None:
            spec.loader.exec_module = _jumped(spec.loader.exec_module)
        return spec


def _jumped(load):
    def exec_module(module: ModuleType) -> None:
        load(module)
        true_now = module.now
        module.now = lambda: true_now() + timedelta(seconds=offset())

    return exec_module


time.time = lambda: _true_time() + offset()
sys.meta_path.insert(0, _Jumping())  # type: ignore[arg-type]
