"""The web process, `python -m kith.cli.web`: granian and its workers, as the environment of `kith serve` says."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from typing import Any

from kith.cli.children import end_with_parent, end_with_web_server

THREADS_A_WORKER = 4
STOP_SECONDS = 10


def main() -> None:
    """Serve until SIGTERM; a worker that dies is forked anew, and one that dies at once again and again ends us."""
    end_with_parent()
    if multiprocessing.get_start_method() == "fork":
        _load_once()
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        target="kith.config.wsgi:application",
        address=os.environ["KITH_WEB_HOST"],
        port=int(os.environ["KITH_WEB_PORT"]),
        interface=Interfaces.WSGI,
        workers=int(os.environ["KITH_WEB_WORKERS"]),
        blocking_threads=THREADS_A_WORKER,
        websockets=False,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_SECONDS,
    ).serve(target_loader=load, wrap_loader=False)


def _load_once() -> None:
    """Load every page before the workers are forked: they start at once and share it. Nothing connects yet."""
    import django
    from django.urls import get_resolver

    django.setup()
    get_resolver().check()


def load() -> Callable[..., Any]:
    """Give the application, in the worker that will run it."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)  # until granian sets its own, the server's would be ignored here
    end_with_web_server()
    from kith.config.wsgi import application

    return application


if __name__ == "__main__":
    main()
