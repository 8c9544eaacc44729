"""The job worker: runs every room's jobs, takes up what a killed worker left, and sweeps the outbox."""

import logging
import os
import signal
import threading
from importlib import import_module
from typing import Any

from django.apps import apps
from django.db import close_old_connections
from django.utils.module_loading import module_has_submodule
from procrastinate import exceptions
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.psycopg_connector import PsycopgConnector

log = logging.getLogger("kith.jobs")
SWEEP_SECONDS = 5.0
HEARTBEAT_SECONDS = 2.0
STALLED_SECONDS = 10.0


def work(*, until_empty: bool = False) -> None:
    """Run jobs until told to stop, or until the database goes away; whoever started this process starts it again.

    Args:
        until_empty: run what waits, then come back (a demonstration, a test).
    """
    find_jobs()
    stop = threading.Event()
    if not until_empty:
        threading.Thread(target=_sweep_now_and_then, args=(stop,), daemon=True).start()
    connector = _Connector(kwargs=connector_params(), ends_process=not until_empty)
    try:
        app.with_connector(connector).run_worker(
            wait=not until_empty,
            listen_notify=not until_empty,
            install_signal_handlers=not until_empty,
            fetch_job_polling_interval=2.0,
            update_heartbeat_interval=HEARTBEAT_SECONDS,
            stalled_worker_timeout=STALLED_SECONDS,
            delete_jobs="successful",
        )
    finally:
        stop.set()


def find_jobs() -> None:
    """Import each room's jobs, so that the worker knows them by name."""
    for config in apps.get_app_configs():
        if config.name.startswith("kith.") and module_has_submodule(config.module, "jobs"):
            import_module(f"{config.name}.jobs")
    for module in ("ledger.keeping", "sign_in.second_factors", "orphans"):  # what core itself does now and then
        import_module(f"kith.core.{module}")


class _Connector(PsycopgConnector):
    """Ends the worker process in order when the database goes away.

    A worker that lived on could not say that a job is done, and its heartbeat would keep others from taking it up.
    """

    def __init__(self, *, ends_process: bool, **settings: Any) -> None:
        super().__init__(**settings)
        self._ends_process = ends_process

    async def execute_query_async(self, query: Any, **arguments: Any) -> None:
        """Run a statement."""
        try:
            await super().execute_query_async(query, **arguments)
        except exceptions.ConnectorException as error:
            raise self._noticed(error) from error

    async def execute_query_one_async(self, query: Any, **arguments: Any) -> dict[str, Any]:
        """Run a statement and give its row."""
        try:
            return await super().execute_query_one_async(query, **arguments)
        except exceptions.ConnectorException as error:
            raise self._noticed(error) from error

    async def execute_query_all_async(self, query: Any, **arguments: Any) -> list[dict[str, Any]]:
        """Run a statement and give its rows."""
        try:
            return await super().execute_query_all_async(query, **arguments)
        except exceptions.ConnectorException as error:
            raise self._noticed(error) from error

    def _noticed(self, error: exceptions.ConnectorException) -> exceptions.ConnectorException:
        if self._ends_process:
            log.warning("database away: the job process ends")
            os.kill(os.getpid(), signal.SIGTERM)
        return error


def _sweep_now_and_then(stop: threading.Event) -> None:
    """Every while: give jobs of dead workers back, and let rooms take up what was left lying."""
    from kith.core.jobs import sweeps, take_up_stalled

    while not stop.is_set():
        close_old_connections()
        for sweep in (take_up_stalled, *sweeps()):
            try:
                sweep()
            except Exception:  # the runner of jobs: one sweep's fault must not stop the others
                log.exception("sweep failed")
        close_old_connections()
        stop.wait(SWEEP_SECONDS)
