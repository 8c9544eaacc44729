"""The whole agency in one folder that may lie anywhere: made while Kith is in use, encrypted, checked piece by piece.

Plain Python and PostgreSQL's own `pg_basebackup`; no Django. The installation key is never in it. The form and the
reasons for it are in docs/adr/0010-keys-and-backups.md.
"""

from kith.core.backup.archive import ArchiveGap, generation_of
from kith.core.backup.damage import BackupProblem, Damaged, room
from kith.core.backup.locks import BackupLock, keys_for
from kith.core.backup.making import Made, make_backup
from kith.core.backup.place import Place
from kith.core.backup.record import LastBackup, last_backup
from kith.core.backup.restoring import Restoring

__all__ = [
    "ArchiveGap",
    "BackupLock",
    "BackupProblem",
    "Damaged",
    "LastBackup",
    "Made",
    "Place",
    "Restoring",
    "generation_of",
    "keys_for",
    "last_backup",
    "make_backup",
    "room",
]
