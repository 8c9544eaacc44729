"""Those who guess must wait. Counts stand in the database, so that every process knows them.

A try is counted before the password is looked at and taken back when it was right, so that a hundred tries at once
are a hundred tries. What strangers do to an account never stops a browser that it was signed in from before: such a
browser has a count of its own (`devices`). An unknown account is counted exactly as a known one.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from kith.core import clock
from kith.core.errors import Refusal
from kith.core.models import FailedSignIn, Worker
from kith.core.sign_in import devices, origins
from kith.core.sign_in.waiting import (
    ACCOUNT_HERE,
    CODES,
    DEVICE,
    MANY_REFERENCES,
    PLACE,
    REFERENCES,
    REFERENCES_WHERE_MANY,
    Limit,
    in_words,
    wait_after,
)

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


def wait_for_reference(by: UUID, place: str) -> None:
    """Hold a worker who guesses references of cases to their wait; call it before a reference is looked up.

    Only their own wrong guesses are waited for. Where many were guessed wrong from one place fewer are free to each, so
    that many accounts in one hand help little; but no colleague there waits for what another does.

    Raises:
        TooMany: nothing must be looked up; the words are the same whatever the reference.
    """
    at, (own, here) = clock.now(), _reference_keys(by, place)
    with transaction.atomic():
        (mine,) = _rows_of([own], at)  # locked until the look-up is over: so many at once are so many
    waits = _waits_since(mine, _limit_at(FailedSignIn.objects.filter(key=here).first(), at), at)
    if waits > 0:
        raise TooMany(f"Too many references that open nothing. Wait {in_words(waits)}, or ask who holds the case.")


def wrong_reference(by: UUID, place: str) -> dict[str, int]:
    """Count a reference that opened nothing, whether there is such a case or not.

    Returns:
        For the ledger: how many that were, of this worker and from this place, and the seconds until the next try.
    """
    at, (own, here) = clock.now(), _reference_keys(by, place)
    with transaction.atomic():
        rows = {row.key: row for row in _rows_of([own, here], at)}
        for row in rows.values():
            _one_more(row, REFERENCES, at)
    waits = wait_after(rows[own].failures, _limit_at(rows[here], at))
    return {"wrong": rows[own].failures, "wrong_here": rows[here].failures, "wait_seconds": waits}


def _limit_at(here: FailedSignIn | None, at: datetime) -> Limit:
    """Give what is free to a worker at a place."""
    is_many = here is not None and here.failures >= MANY_REFERENCES and not _is_old(here, REFERENCES, at)
    return REFERENCES_WHERE_MANY if is_many else REFERENCES


def _waits_since(row: FailedSignIn, limit: Limit, at: datetime) -> float:
    """Give the seconds still to wait since the last wrong one."""
    if _is_old(row, limit, at):
        return 0
    wait = wait_after(row.failures, limit)
    return min(wait - (at - row.last_at).total_seconds(), wait)  # no more, should the clock have been ahead


def _reference_keys(by: UUID, place: str) -> tuple[str, str]:
    return _key("references", str(by)), _key("references here", place)


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
        rows = _rows_of(limits, at)
        waits = max(_waits(row, limits[row.key], at) for row in rows)
        if waits > 0:
            raise TooMany(f"Too many tries from here. Wait {in_words(waits)}, then try again.")
        for row in rows:
            _one_more(row, limits[row.key], at)
    return Try(*limits)


def _rows_of(keys: Collection[str], at: datetime) -> list[FailedSignIn]:
    """Give the row of each key, made if there is none, locked until the transaction ends."""
    fresh = [FailedSignIn(key=key, last_at=at, wait_until=at) for key in keys]
    FailedSignIn.objects.bulk_create(fresh, ignore_conflicts=True)
    return list(FailedSignIn.objects.select_for_update().filter(key__in=keys).order_by("key"))


def _is_old(row: FailedSignIn, limit: Limit, at: datetime) -> bool:
    """Tell whether so long has passed that counting begins anew."""
    return at - row.last_at > timedelta(seconds=limit.forget_seconds)


def _waits(row: FailedSignIn, limit: Limit, at: datetime) -> float:
    """Give the seconds still to wait: never more than so many failures cost, should the clock have been ahead."""
    return min((row.wait_until - at).total_seconds(), wait_after(row.failures, limit))


def _one_more(row: FailedSignIn, limit: Limit, at: datetime) -> None:
    row.failures = 1 if _is_old(row, limit, at) else row.failures + 1
    row.last_at, row.wait_until = at, at + timedelta(seconds=wait_after(row.failures, limit))
    row.save(update_fields=["failures", "last_at", "wait_until"])


def _key(*words: str) -> str:
    return salted_hmac("kith.failed-sign-in", "\n".join(words), algorithm="sha256").hexdigest()
