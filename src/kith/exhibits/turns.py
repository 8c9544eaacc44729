"""Turns at the public door.

A sending holds one of this process's threads for as long as it lasts, which a slow telephone, or somebody who means
harm, can make very long: so there are few at once, and workers' pages always have threads left.
"""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from kith.core.errors import Refusal

MOST_OF_ONE_LINK = 1
#: A web process has four threads (`kith.cli.web`).
MOST_IN_ALL = 2

_lock = threading.Lock()
_under_way: Counter[bytes] = Counter()


class Busy(Refusal):
    """Too much is being sent just now; nothing was kept."""


@contextmanager
def a_turn(link: bytes) -> Iterator[None]:
    """Take a turn for a link, named by its hash, and give it back.

    Raises:
        Busy: this link has a turn already, or all links together have two.
    """
    with _lock:
        if _under_way[link] >= MOST_OF_ONE_LINK or _under_way.total() >= MOST_IN_ALL:
            raise Busy("Something else is being sent just now. Nothing was kept: wait a minute, then try again.")
        _under_way[link] += 1
    try:
        yield
    finally:
        with _lock:
            _under_way[link] -= 1
            if not _under_way[link]:
                del _under_way[link]
