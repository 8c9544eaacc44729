"""The job worker: runs every room's jobs, takes up what a killed worker left, and sweeps the outbox."""

import logging
import threading
from importlib import import_module

from django.apps import apps
from django.utils.module_loading import module_has_submodule
from procrastinate.contrib.django import app

log = logging.getLogger("kith.jobs")
SWEEP_SECONDS = 20.0


def work(*, until_empty: bool = False) -> None:
    """Run jobs until told to stop (or, for a demonstration, until none is left)."""
    find_jobs()
    stop = threading.Event()
    if not until_empty:
        threading.Thread(target=_sweep_now_and_then, args=(stop,), daemon=True).start()
    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    try:
        app.with_connector(connector).run_worker(
            wait=not until_empty,
            listen_notify=not until_empty,
            install_signal_handlers=not until_empty,
            fetch_job_polling_interval=2.0,
            update_heartbeat_interval=5.0,
            stalled_worker_timeout=15.0,
            delete_jobs="successful",
        )
    finally:
        stop.set()


def find_jobs() -> None:
    """Import each room's jobs, so that the worker knows them by name."""
    for config in apps.get_app_configs():
        if config.name.startswith("kith.") and module_has_submodule(config.module, "jobs"):
            import_module(f"{config.name}.jobs")


def _sweep_now_and_then(stop: threading.Event) -> None:
    """Every while: give jobs of dead workers back, and let rooms take up what was left lying."""
    from kith.core.jobs import sweeps, take_up_stalled

    while not stop.is_set():
        for sweep in (take_up_stalled, *sweeps()):
            try:
                sweep()
            except Exception:  # the runner of jobs: one sweep's fault must not stop the others
                log.exception("sweep failed")
        stop.wait(SWEEP_SECONDS)
