"""Changing the installation key while Kith serves.

The new key is put first in the key's file; every process looks at that file before it uses a key, so none is started
again. Then what the old keys wrap is wrapped anew, some rows at a time. Where it stands is in the rows themselves (each
wrapped key names its key), so a rotation that was killed is taken up by asking again.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import chain

from django.db import connection, transaction

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import CaseKey, TrayKey, Worker
from kith.core.sign_in import second_factors
from kith.core.vault import InstallationKeys

#: Rows a transaction: short enough that a case being opened meanwhile is not kept waiting.
AT_ONCE = 200


class StillNeeded(Refusal):
    """An old installation key still wraps something: it cannot be retired."""


def uses() -> Counter[str]:
    """Count what each installation key wraps, by the key's id: case keys, the tray's, and seeds of sign-in codes.

    Seeds that an older Kith left in the clear are wrapped by none: they are sealed by `rewrap`.
    """
    wrapped = [model.objects.values_list("wrapped", flat=True).iterator() for model in (CaseKey, TrayKey)]
    counted = Counter(InstallationKeys.key_id_of(bytes(each)) for each in chain(*wrapped)) + second_factors.uses()
    del counted[""]
    return counted


def rewrap(keys: InstallationKeys, *, done: Callable[[int], None] = lambda count: None) -> int:
    """Wrap every case key and seed with the current installation key, `AT_ONCE` a transaction; give how many were.

    Runs as the owner role: those who serve may add case keys and not change them.

    Args:
        done: told after each transaction how many are done.
    """
    total = second_factors.reseal(keys)
    while count := _rewrap_some(keys):
        total += count
        done(total)
    return total


def _rewrap_some(keys: InstallationKeys) -> int:
    mark = b"\x01" + bytes.fromhex(keys.current.id)
    with transaction.atomic():
        rows = CaseKey.objects.extra(where=["substring(wrapped from 1 for 9) <> %s"], params=[mark])
        some = list(rows.select_for_update(skip_locked=False)[:AT_ONCE])
        for row in some:
            row.wrapped = keys.rewrap_case_key(row.case_id, bytes(row.wrapped))
        CaseKey.objects.bulk_update(some, ["wrapped"])
    return len(some) or _rewrap_tray(keys, mark)


def _rewrap_tray(keys: InstallationKeys, mark: bytes) -> int:
    """Wrap the tray's key anew; there is none, or one."""
    with transaction.atomic():
        row = TrayKey.objects.select_for_update().first()
        if row is None or bytes(row.wrapped).startswith(mark):
            return 0
        row.wrapped = keys.rewrap_case_key(row.id, bytes(row.wrapped))
        row.save(update_fields=["wrapped"])
    return 1


@contextmanager
def nothing_wrapped_by(keys: InstallationKeys) -> Iterator[None]:
    """Hold that only the current key wraps anything while the block lasts: no case can begin in it, no code be set up.

    Raises:
        StillNeeded: another key does; names it and how often.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE core_case_key, core_tray_key, mfa_authenticator IN SHARE MODE")
        others = {key_id: count for key_id, count in uses().items() if key_id != keys.current.id}
        if others:
            said = ", ".join(f"{count:,} by {key_id}" for key_id, count in sorted(others.items()))
            raise StillNeeded(f"Some keys are still wrapped by an old key ({said}): run 'kith keys rotate' first.")
        yield


@action
def note_rotated(*, count: int, current: str, old: list[str], by: Worker, at: datetime) -> None:
    """Have the agency's chain say that the installation key was changed."""
    facts = {"current": current, "old": old, "case_keys": count, "by_command": True}
    ledger.note("installation_key.rotated", by=by.id, at=at, facts=facts)


@action
def note_retired(*, current: str, retired: list[str], by: Worker, at: datetime) -> None:
    """Have the agency's chain say that old installation keys were taken out of use."""
    facts = {"current": current, "retired": retired, "by_command": True}
    ledger.note("installation_key.retired", by=by.id, at=at, facts=facts)
