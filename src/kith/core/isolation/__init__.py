"""What others hand over is read in a child process that can reach nothing: no network, no files to write, no programs.

The parent calls `run_isolated` and takes frames; the module it names ends with `serve(do)`, which locks the process
down before `do` sees a byte. The reasons are in docs/adr/0004-isolated-reading.md.
"""

from .child import Work, lock_down, serve
from .limits import Limits
from .parent import ChildFailed, Isolated, Reason, isolation_state, run_isolated

__all__ = [
    "ChildFailed",
    "Isolated",
    "Limits",
    "Reason",
    "Work",
    "isolation_state",
    "lock_down",
    "run_isolated",
    "serve",
]
