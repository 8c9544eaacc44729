"""Handing messages to the mail server, and taking up again what a killed worker left."""

import logging
import time
from uuid import UUID

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection

from kith.core import clock, transactions
from kith.core.jobs import ask, job, sweep
from kith.core.models import Worker
from kith.correspondence import actions, queries, smtp
from kith.correspondence.rules import Answer, State

log = logging.getLogger(__name__)
TRIES_TO_NOTE = 6


@job(name="correspondence.send")
def send(*, case_id: str, outbox_id: str, worker_id: str) -> None:
    """Hand one message over, if it is due, and note what came of it. May run twice, or twice at once."""
    outbox, case, worker = UUID(outbox_id), UUID(case_id), Worker.objects.get(id=worker_id)
    with queries.alone(outbox) as is_mine:
        if not is_mine:
            return
        with transactions.scoped(worker_id=worker.id, case_id=case):
            load = actions.take_up(outbox_id=outbox, by=worker, at=clock.now())
        if load is None:
            return
        answer = smtp.hand_over(_server(), sender=load.sender, to=load.to, data=load.data)
        log.info("message handed over", extra={"outbox": outbox, "state": str(answer.state), "attempt": load.attempt})
        _note(outbox, case, worker, answer)


def _server() -> smtp.Server:
    return smtp.Server(
        settings.SMTP_HOST, settings.SMTP_PORT, settings.SMTP_STARTTLS, settings.SMTP_USER, settings.SMTP_PASSWORD
    )


def _note(outbox: UUID, case: UUID, worker: Worker, answer: Answer) -> None:
    """Note the answer, also if the database is away for a moment: it is known now, and later nobody could tell."""
    for attempt in range(TRIES_TO_NOTE):
        try:
            with transactions.scoped(worker_id=worker.id, case_id=case):
                actions.note_answer(outbox_id=outbox, answer=answer, by=worker, at=clock.now())
            return
        except (OperationalError, InterfaceError):
            connection.close()
            if attempt == TRIES_TO_NOTE - 1:
                raise
            time.sleep(2**attempt / 2)


@job(name="correspondence.sweep")
def sweep_outbox() -> None:
    """Do what the worker process does at its start and every while."""
    take_up_again()


@sweep
def take_up_again() -> None:
    """Ask for every message that is due, and mark as unsure what a dead process was handing over."""
    for each in queries.due(clock.now()):
        _take_up(each)


def _take_up(each: queries.Due) -> None:
    worker = Worker.objects.get(id=each.worker_id)
    if each.state == State.QUEUED and not settings.SMTP_HOST:
        return  # it waits until there is a mail server; asking every while would change nothing
    if each.state == State.QUEUED:
        with transactions.scoped(worker_id=worker.id, case_id=each.case_id):
            actions.ask_again(outbox_id=each.outbox_id, by=worker, at=clock.now())
        return
    with queries.alone(each.outbox_id) as is_mine:
        if not is_mine:
            return  # it is being handed over at this moment
        with transactions.scoped(worker_id=worker.id, case_id=each.case_id):
            actions.mark_unsure(outbox_id=each.outbox_id, by=worker, at=clock.now())
        log.info("message unsure", extra={"outbox": each.outbox_id})


@job(name="correspondence.check_in")
def check_in(*, case_id: str, check_in_id: str, worker_id: str) -> None:
    """Send a check-in that is due. May run twice: the second finds it sent."""
    worker = Worker.objects.get(id=worker_id)
    with transactions.scoped(worker_id=worker.id, case_id=UUID(case_id)):
        actions.send_check_in(check_in_id=UUID(check_in_id), by=worker, at=clock.now())


@sweep
def ask_for_check_ins() -> None:
    """Ask for every check-in that is due."""
    for case_id, check_in_id, worker_id in queries.check_ins_due(clock.now()):
        once = f"check-in:{check_in_id}"
        ask("correspondence.check_in", once=once, case_id=case_id, check_in_id=check_in_id, worker_id=worker_id)
