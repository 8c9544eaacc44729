"""What a backup is locked with. All of it comes from the installation key, so that one thing is kept in the safe.

The pieces are sealed to a public key, so that what archives the database's log need not be given a secret; the
manifest bears a code that only the installation key makes, so that nobody else can make a backup that passes as ours.
"""

import hmac
import os
from dataclasses import dataclass, field
from pathlib import Path

from kith.core.backup.damage import BackupProblem
from kith.core.vault import InstallationKey, InstallationKeys, public_of
from kith.core.vault.keys import derive
from kith.core.vault.sealing import mark_of

PUBLIC_KEY = "backup-public-key"


@dataclass(frozen=True, slots=True)
class BackupLock:
    """The keys of backups made under one installation key."""

    key_id: str
    public: bytes
    private: bytes = field(repr=False)
    _code: bytes = field(repr=False)

    def code(self, data: bytes) -> str:
        """Give the code by which a manifest is known to be ours."""
        return hmac.digest(self._code, data, "sha256").hex()


def lock_of(key: InstallationKey) -> BackupLock:
    """Derive the keys of backups from an installation key."""
    private = derive(key.secret, b"kith/1 backups")
    return BackupLock(key.id, public_of(private), private, derive(key.secret, b"kith/1 backup manifests"))


def private_keys(keys: InstallationKeys) -> dict[bytes, bytes]:
    """Give the private keys that backups and archives under these installation keys open with, by their marks."""
    locks = [lock_of(key) for key in keys.keys]
    return {mark_of(lock.public): lock.private for lock in locks}


def write_public_key(folder: Path, keys: InstallationKeys) -> None:
    """Keep the public key of backups where the archive's process finds it; it looks again while it runs."""
    half = folder / f"{PUBLIC_KEY}.{os.getpid()}"
    half.write_text(lock_of(keys.current).public.hex())
    half.replace(folder / PUBLIC_KEY)


def keys_for(keys: InstallationKeys, key_id: str) -> BackupLock:
    """Find the keys of a backup that was made under the installation key of this id.

    Raises:
        BackupProblem: that key is not among those given.
    """
    for key in keys.keys:
        if key.id == key_id:
            return lock_of(key)
    given = ", ".join(key.id for key in keys.keys)
    raise BackupProblem(
        f"This backup opens with installation key {key_id}; what was given is {given}. Nothing was restored."
        " 'kith keys escrow join' makes the key again from two shares."
    )
