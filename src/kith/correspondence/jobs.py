"""Handing messages to the mail server, taking what came, and taking up again what a killed worker left."""

import logging
import time
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection

from kith.core import clock, files, transactions
from kith.core.jobs import ask, job, sweep
from kith.core.models import Worker
from kith.correspondence import actions, channels, queries
from kith.correspondence.apart import Opened
from kith.correspondence.channels import imap
from kith.correspondence.rules import Answer, State

log = logging.getLogger(__name__)
TRIES_TO_NOTE = 6
_looked = {"at": float("-inf")}
#: A channel that does not answer is asked for so long; then a person looks.
ASKED_FOR = timedelta(hours=1)


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
        channel = channels.of(load.channel)
        assert channel is not None, "it was set up a moment ago"
        answer = channel.hand_over(load)
        log.info("message handed over", extra={"outbox": outbox, "state": str(answer.state), "attempt": load.attempt})
        if answer.state == State.UNSURE and channel.settles_seconds:
            return  # it stays as being handed over until the channel can be asked for it: the sweep does
        _note(outbox, case, worker, answer)


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
    """Ask for every message that is due, and settle what a dead process was handing over."""
    found = queries.due(clock.now())
    asked_for = queries.asked_for([each.outbox_id for each in found])
    for each in found:
        if each.state == State.SENDING or each.outbox_id not in asked_for:
            _take_up(each)


def _take_up(each: queries.Due) -> None:
    worker = Worker.objects.get(id=each.worker_id)
    match each.state:
        case State.SENDING:
            with queries.alone(each.outbox_id) as is_mine:
                if is_mine:  # else it is being handed over at this moment
                    _settle(each, worker)
        case State.CREATED:
            with transactions.scoped(worker_id=worker.id, case_id=each.case_id):
                actions.expire(outbox_id=each.outbox_id, by=worker, at=clock.now())
        case _:
            with transactions.scoped(worker_id=worker.id, case_id=each.case_id):
                actions.ask_again(outbox_id=each.outbox_id, by=worker, at=clock.now())


def _settle(each: queries.Due, worker: Worker) -> None:
    """Find out what became of a message whose handing over was cut off: from its channel, or else from a person."""
    with transactions.scoped(worker_id=worker.id, case_id=each.case_id):
        found = queries.left_sending(each.outbox_id)
    if found is None:
        return
    channel, since = channels.of(found.channel), clock.now() - found.taken_at
    if channel is not None and since < timedelta(seconds=channel.settles_seconds):
        return  # what it was given may not have reached its store yet
    answer = _asked(channel, found.reference) if channel is not None else None
    if answer is not None:
        _note(each.outbox_id, each.case_id, worker, answer)
        return
    if channel is not None and channel.settles_seconds and since < ASKED_FOR:
        return  # it did not answer; it is asked again
    with transactions.scoped(worker_id=worker.id, case_id=each.case_id):
        actions.mark_unsure(outbox_id=each.outbox_id, by=worker, at=clock.now())
    log.info("message unsure", extra={"outbox": each.outbox_id})


def _asked(channel: channels.Channel, reference: str) -> Answer | None:
    has = channel.has(reference)
    if has is None:
        return None
    if has:
        return Answer(State.SENT, "The service was asked, and has it.")
    return Answer(State.QUEUED, "The service was asked, and does not have it.")


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


@job(name="correspondence.fetch")
def fetch() -> None:
    """Take what is in the mailbox, keep each mail, and only then say so there. May run twice, or be killed anywhere."""
    if not settings.IMAP_HOST:
        return
    try:
        with imap.opened(mailbox()) as box:
            for found in box.waiting():
                _take(box, found)
    except imap.CannotReach as problem:
        log.warning("mailbox not read", extra={"why": str(problem)})
    file_new()


def mailbox() -> imap.Mailbox:
    """Give the mailbox that the settings name."""
    return imap.Mailbox(
        settings.IMAP_HOST,
        settings.IMAP_PORT,
        settings.IMAP_TLS,
        settings.IMAP_USER,
        settings.IMAP_PASSWORD,
        settings.IMAP_MAILBOX,
        settings.IMAP_DONE,
    )


def _take(box: imap.Opened, found: imap.Found) -> None:
    """Keep one mail; what was kept before and not said there is only said."""
    with transactions.scoped(worker_id=actions.POST_ROOM.id):
        is_kept = queries.arrived_at(found.place) is not None
    if not is_kept:
        data = box.data(found)
        if data is None:
            return
        actions.keep_arrived(channel="email", place=found.place, data=data, by=actions.POST_ROOM, at=clock.now())
    box.done(found)


@job(name="correspondence.file_new")
def file_new() -> None:
    """File what was kept; one that cannot be filed goes to the tray, and stops nothing else."""
    with transactions.scoped(worker_id=actions.POST_ROOM.id):
        waiting = queries.new_arrivals()
    for arrived_id in waiting:
        _file(arrived_id)
    with transactions.scoped(worker_id=actions.POST_ROOM.id):
        filed = queries.to_clear()
    for arrived_id in filed:
        actions.clear_arrived(arrived_id=arrived_id, by=actions.POST_ROOM, at=clock.now())


def _file(arrived_id: UUID) -> None:
    try:
        _file_or_tray(arrived_id)
    except (OperationalError, InterfaceError, files.NoRoom, files.NoAnswer):
        raise  # for a moment: it stays as it is, and is tried again
    except Exception as problem:  # whatever it is, it must not keep the next mail from being read
        log.exception("mail not filed", extra={"arrived": arrived_id, "error": type(problem).__name__})
        _to_tray(arrived_id, None, "stopped")


def _file_or_tray(arrived_id: UUID) -> None:
    with transactions.scoped(worker_id=actions.POST_ROOM.id):
        found = queries.belongs(arrived_id)
    if found is None:
        return
    if found.thread is None or found.thread.worker_id is None:
        _to_tray(arrived_id, found.opened, found.why_here)
        return
    worker = Worker.objects.get(id=found.thread.worker_id)
    actions.file_to_case(arrived_id=arrived_id, opened=found.opened, thread=found.thread, by=worker, at=clock.now())


def _to_tray(arrived_id: UUID, opened: Opened | None, why: str) -> None:
    actions.put_in_tray(arrived_id=arrived_id, opened=opened, why_here=why, by=actions.POST_ROOM, at=clock.now())


@sweep
def look_into_mailbox() -> None:
    """Have the mailbox looked into now and then, and what was kept and not filed filed."""
    if settings.IMAP_HOST and _is_time():
        ask("correspondence.fetch", once="all")
    with transactions.scoped(worker_id=actions.POST_ROOM.id):
        is_left = bool(queries.new_arrivals() or queries.to_clear())
    if is_left:
        ask("correspondence.file_new", once="all")


def _is_time() -> bool:
    """Tell whether this process has let enough time go by since it last asked."""
    now = time.monotonic()
    if now - _looked["at"] < settings.IMAP_SECONDS:
        return False
    _looked["at"] = now
    return True
