"""A small application behind the web server that Kith uses, `python -m tests.serving.counting PORT`: says what came."""

import sys
from collections.abc import Callable, Iterable
from typing import Any

THREADS = 2


def count(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    """Read all of the body and say how much that was."""
    came = 0
    while piece := environ["wsgi.input"].read(1 << 16):
        came += len(piece)
    start("200 OK", [])
    return [str(came).encode()]


def main() -> None:
    """Serve it with as few threads as show what one slow client costs."""
    from granian import Granian
    from granian.constants import Interfaces

    Granian(
        target="tests.serving.counting:count",
        port=int(sys.argv[1]),
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        websockets=False,
        log_enabled=False,
    ).serve()


if __name__ == "__main__":
    main()
