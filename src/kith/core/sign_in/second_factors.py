"""Seeds of sign-in codes and of recovery codes, sealed by the installation key: a copy of the database makes no code.

allauth keeps them as text inside `mfa_authenticator.data`; its adapter asks here to seal and to open each. The key's id
stands in what is sealed, so that a rotation finds what an old key sealed.

References:
    docs/adr/0017-second-factors-sealed.md
"""

from collections import Counter
from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.db import transaction

from kith.core import files
from kith.core.jobs import Rest, sweep
from kith.core.vault import SEALED_SECRET, InstallationKeys

PURPOSE = "second factor"
_KINDS = (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES)
#: Where in `data` a secret stands: one text, or several.
_ONE, _SEVERAL = ("secret", "seed"), "migrated_codes"
_EACH_HOUR = Rest(seconds=3600.0)


def seal(text: str) -> str:
    """Seal a secret for the database."""
    return files.installation_keys().seal_secret(text, PURPOSE)


def unseal(kept: str) -> str:
    """Open a secret from the database; one that an older Kith left in the clear is as it is.

    Raises:
        WrongKey: the installation key that sealed it is not here, or it was altered.
    """
    return files.installation_keys().open_secret(kept, PURPOSE) if kept.startswith(SEALED_SECRET) else kept


def uses() -> Counter[str]:
    """Count what each installation key sealed, by the key's id; "" for what is in the clear."""
    return Counter(_key_of(kept) for row in _rows() for kept in _secrets(row.data))


def reseal(keys: InstallationKeys) -> int:
    """Seal with the current key what an old one sealed, or nobody; give how many secrets that were."""
    return sum(_reseal_one(row.pk, keys) for row in _rows() if _is_old(row.data, keys))


@sweep
def seal_what_is_in_the_clear() -> None:
    """Seal what an older Kith, or a backup of one, left in the clear."""
    if _EACH_HOUR.is_over():
        _EACH_HOUR.after_success()
        if uses()[""]:
            reseal(files.installation_keys())


def _rows() -> list[Authenticator]:
    return list(Authenticator.objects.filter(type__in=_KINDS).order_by("pk"))


def _reseal_one(pk: int, keys: InstallationKeys) -> int:
    with transaction.atomic():  # a code that is being used marks its row: neither forgets what the other wrote
        row = Authenticator.objects.select_for_update().filter(pk=pk).first()
        if row is None or not _is_old(row.data, keys):
            return 0

        def anew(kept: str) -> str:
            clear = keys.open_secret(kept, PURPOSE) if kept.startswith(SEALED_SECRET) else kept
            return keys.seal_secret(clear, PURPOSE)

        row.data = _with_each(row.data, anew)
        row.save(update_fields=["data"])
        return len(_secrets(row.data))


def _is_old(data: dict[str, Any], keys: InstallationKeys) -> bool:
    return any(_key_of(kept) != keys.current.id for kept in _secrets(data))


def _key_of(kept: str) -> str:
    return InstallationKeys.key_id_of_secret(kept) if kept.startswith(SEALED_SECRET) else ""


def _secrets(data: dict[str, Any]) -> list[str]:
    return [data[name] for name in _ONE if name in data] + list(data.get(_SEVERAL) or ())


def _with_each(data: dict[str, Any], change: Callable[[str], str]) -> dict[str, Any]:
    changed: dict[str, Any] = {name: change(data[name]) for name in _ONE if name in data}
    if data.get(_SEVERAL):
        changed[_SEVERAL] = [change(each) for each in data[_SEVERAL]]
    return {**data, **changed}
