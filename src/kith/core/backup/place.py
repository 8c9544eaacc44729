"""The folder that holds backups.

kith-backups                     says that this is one
objects/<aa>/<object>            the store's objects, each copied once: they are encrypted and never change
<when>-<random>/                 one backup: database.kith, folder.kith, objects.list, manifest.kith, manifest.code
.part-<when>-<random>/           one being made, or left by a crash
"""

import contextlib
import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kith.core.backup.damage import BackupProblem
from kith.core.backup.manifest import CODE

MARK = "kith-backups"
PART = ".part-"
_NAME = re.compile(r"\d{4}-\d\d-\d\dT\d{6}Z-[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of backups."""

    folder: Path

    @property
    def objects(self) -> Path:
        """Give where the copies of the store's objects lie."""
        return self.folder / "objects"

    def ensure(self) -> None:
        """Make the folder, or find that it is one of ours.

        Raises:
            BackupProblem: it holds something else.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        mark = self.folder / MARK
        if not mark.exists():
            if any(self.folder.iterdir()):
                raise BackupProblem(f"{self.folder} holds something that Kith has not put there: give another folder.")
            mark.write_text(
                "Backups of Kith. 'kith restore' puts one back; deleting a dated folder deletes a backup.\n"
            )
        self.objects.mkdir(mode=0o700, exist_ok=True)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Hold the folder: one backup at a time; what an earlier one that was killed left is cleared away.

        Raises:
            BackupProblem: another backup is being made here.
        """
        handle = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise BackupProblem(f"Another backup is being made in {self.folder}: wait until it is done.") from None
            for left in self.folder.glob(f"{PART}*"):
                shutil.rmtree(left)
            for left in self.objects.glob("??/*.part"):
                left.unlink()
            yield
        finally:
            os.close(handle)

    def whole(self) -> list[Path]:
        """List the backups that were finished, the newest last."""
        return sorted(each for each in self.folder.iterdir() if _NAME.fullmatch(each.name) and (each / CODE).exists())

    def newest(self, name: str | None = None) -> Path:
        """Find the newest backup, or the one of this name.

        Raises:
            BackupProblem: there is none.
        """
        if not (self.folder / MARK).is_file():
            raise BackupProblem(f"{self.folder} holds no backups of Kith.")
        found = [each for each in self.whole() if name in {None, each.name}]
        if not found:
            raise BackupProblem(f"{self.folder} holds no finished backup" + (f" {name}." if name else "."))
        return found[-1]


def sync_folder(folder: Path) -> None:
    """Make what was renamed or made in a folder outlast a power cut."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
