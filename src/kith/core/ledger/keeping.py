"""What the job worker does by itself: a checkpoint an hour while anything changes, and time stamps for them."""

import logging
from datetime import timedelta

from django.conf import settings

from kith.core import clock
from kith.core.jobs import Rest, sweep
from kith.core.ledger import checkpoints, signing, stamps

log = logging.getLogger(__name__)

EVERY = timedelta(hours=1)


_checkpoints, _stamps = Rest(), Rest()


@sweep
def keep_checkpoints() -> None:
    """Take a checkpoint where the last is an hour old, anything has changed since, and there is a key."""
    if _checkpoints.is_over():
        _checkpoints.after_success()
        take_if_due()


def take_if_due() -> checkpoints.Checkpoint | None:
    """Take a checkpoint if the last one is an hour old; None if none is due or nothing changed."""
    key = signing.CheckpointKey.load()
    at = clock.now()
    last = checkpoints.newest()
    if key is None or (last is not None and at - last.at < EVERY):
        return None
    made = checkpoints.take_checkpoint(key=key, at=at)
    if made is not None:
        log.info("checkpoint made", extra={"checkpoint": made.number})
    return made


@sweep
def keep_stamps() -> None:
    """Have the authority that an administrator named stamp what waits; one that is away is asked again."""
    if not settings.TSA_URL or not _stamps.is_over():
        return
    try:
        stamps.stamp_waiting(url=settings.TSA_URL, at=clock.now())
        _stamps.after_success()
    except stamps.NoStamp as problem:
        _stamps.after_failure()
        log.warning("no time stamp: %s", problem)
