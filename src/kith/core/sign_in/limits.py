"""Those who guess must wait. Counts stand in the database, so that every process knows them.

A try is counted before the password is looked at and taken back when it was right, so that a hundred tries at once
are a hundred tries. What strangers do to an account never stops a browser that it was signed in from before: such a
browser has a count of its own (`devices`). An unknown account is counted exactly as a known one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from kith.core import clock
from kith.core.errors import Refusal
from kith.core.models import FailedSignIn, Worker
from kith.core.sign_in import devices, origins
from kith.core.sign_in.waiting import ACCOUNT_HERE, CODES, DEVICE, PLACE, Limit, in_words, wait_after

LONGEST_KEPT = timedelta(days=2)


class TooMany(Refusal):
    """Too many wrong tries; the words say how long to wait, and never whether there is such an account."""


@dataclass(frozen=True, slots=True)
class Try:
    """One try that was counted: its own count, and that of the place it came from (none on a known browser)."""

    own: str
    place: str = ""


def begin(request: HttpRequest, account: str) -> Try:
    """Count a try to sign in to an account, known or not.

    Raises:
        TooMany: nothing is counted, and nothing must be looked up.
    """
    if device := devices.known(request, account):
        return _count({_key("device", device, devices.mark_of(account)): DEVICE})
    place = origins.place_of(request)
    return _count({_key("account", devices.mark_of(account), place): ACCOUNT_HERE, _key("place", place): PLACE})


def begin_code(request: HttpRequest, worker: Worker) -> Try:
    """Count a try with a code of this worker, whose password was right.

    Raises:
        TooMany: nothing is counted.
    """
    if device := devices.known(request, worker.email):
        return _count({_key("device codes", device, str(worker.id)): CODES})
    return _count({_key("codes", str(worker.id)): CODES})


def right(tried: Try) -> None:
    """Take a try back that was right: its own count ends, that of the place is one less."""
    with transaction.atomic():
        FailedSignIn.objects.filter(key=tried.own).delete()
        row = FailedSignIn.objects.select_for_update().filter(key=tried.place).first()
        if row is not None and row.failures:
            row.failures -= 1
            row.wait_until = clock.now()  # it was let through, so any wait had passed
            row.save(update_fields=["failures", "wait_until"])


def forget_old(at: datetime) -> None:
    """Delete counts that no longer mean anything."""
    FailedSignIn.objects.filter(last_at__lt=at - LONGEST_KEPT, wait_until__lt=at).delete()


def _count(limits: Mapping[str, Limit]) -> Try:
    """Count a try under each key, or under none if any must wait."""
    at = clock.now()
    with transaction.atomic():
        fresh = [FailedSignIn(key=key, last_at=at, wait_until=at) for key in limits]
        FailedSignIn.objects.bulk_create(fresh, ignore_conflicts=True)
        rows = list(FailedSignIn.objects.select_for_update().filter(key__in=limits).order_by("key"))
        waits = max(_waits(row, limits[row.key], at) for row in rows)
        if waits > 0:
            raise TooMany(f"Too many tries from here. Wait {in_words(waits)}, then try again.")
        for row in rows:
            _one_more(row, limits[row.key], at)
    return Try(*limits)


def _waits(row: FailedSignIn, limit: Limit, at: datetime) -> float:
    """Give the seconds still to wait: never more than so many failures cost, should the clock have been ahead."""
    return min((row.wait_until - at).total_seconds(), wait_after(row.failures, limit))


def _one_more(row: FailedSignIn, limit: Limit, at: datetime) -> None:
    is_old = at - row.last_at > timedelta(seconds=limit.forget_seconds)
    row.failures = 1 if is_old else row.failures + 1
    row.last_at, row.wait_until = at, at + timedelta(seconds=wait_after(row.failures, limit))
    row.save(update_fields=["failures", "last_at", "wait_until"])


def _key(*words: str) -> str:
    return salted_hmac("kith.failed-sign-in", "\n".join(words), algorithm="sha256").hexdigest()
