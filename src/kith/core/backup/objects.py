"""The store's objects in a place of backups. They are encrypted already and never change: each is copied once."""

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kith.core.backup.damage import Damaged
from kith.core.backup.place import sync_folder
from kith.core.vault import Disk, Missing, ObjectName

LIST = "objects.list"
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Kept:
    """An object in a place of backups: the size and the hash of its encrypted bytes."""

    name: str
    size_bytes: int
    sha256: str

    def line(self) -> str:
        """Write it as a line of the list."""
        return f"{self.sha256} {self.size_bytes} {self.name}\n"

    def path_under(self, folder: Path) -> Path:
        """Give where it lies."""
        return folder / self.name[:2] / self.name


@dataclass(frozen=True, slots=True)
class Copied:
    """What copying did: all that a backup names, and how much of it was new."""

    kept: list[Kept]
    new: int
    new_bytes: int


def copy_new(store: Disk, objects: Path, known: dict[str, Kept]) -> Copied:
    """Copy what a place of backups does not hold yet.

    Args:
        known: what earlier lists name, by name; what they do not name is copied, though a file is there already.
    """
    kept, new, new_bytes = [], 0, 0
    for listed in store.listing():
        name = str(listed.name)
        found = known.get(name)
        if found is None or not _is_there(found, objects):
            with contextlib.suppress(Missing, FileNotFoundError):  # erased since it was listed
                found = copy_object(store.path_of(listed.name), objects)
                new, new_bytes = new + 1, new_bytes + found.size_bytes
        if found is not None:
            kept.append(found)
    return Copied(sorted(kept, key=lambda each: each.name), new, new_bytes)


def copy_object(source: Path, objects: Path) -> Kept:
    """Copy one object, hashing it: beside its place, onto the disk, then under its name."""
    target = objects / source.name[:2] / source.name
    if not target.parent.is_dir():
        target.parent.mkdir(mode=0o700, exist_ok=True)
        sync_folder(objects)
    half = target.with_name(f"{target.name}.part")
    digest, size = hashlib.sha256(), 0
    try:
        with source.open("rb") as read, half.open("wb", buffering=0) as write:
            while block := read.read(_BLOCK):
                digest.update(block)
                size += len(block)
                rest = memoryview(block)
                while rest:
                    rest = rest[write.write(rest) :]
            os.fchmod(write.fileno(), 0o400)
            os.fsync(write.fileno())
        half.rename(target)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)
    return Kept(source.name, size, digest.hexdigest())


def read_list(path: Path) -> Iterator[Kept]:
    """Give what a list names. Raises Damaged."""
    try:
        for line in path.read_text(encoding="ascii").splitlines():
            digest, size, name = line.split(" ")
            yield Kept(str(ObjectName.parse(name)), int(size), digest)
    except (OSError, ValueError):
        raise Damaged(f"The piece {LIST} of {path.parent} is missing or was altered.") from None


def put_back(kept: Iterable[Kept], objects: Path, store: Disk) -> int:
    """Copy the objects of a backup into an empty store, each checked; give their bytes.

    Raises:
        Damaged: names the object that is missing or altered.
    """
    total = 0
    for each in kept:
        source, target = each.path_under(objects), store.path_of(ObjectName.parse(each.name))
        try:
            found = copy_object(source, target.parent.parent)
        except FileNotFoundError:
            raise Damaged(f"The object {each.name} of this backup is not there.") from None
        if found != each:
            raise Damaged(f"The object {each.name} of this backup is not as it was written.")
        total += found.size_bytes
    return total


def forget_others(objects: Path, named: set[str]) -> int:
    """Delete objects that no backup names any more: their backups were deleted. Gives how many."""
    loose = [path for path in objects.glob("??/*") if path.name not in named]
    for path in loose:
        path.unlink()
    return len(loose)


def _is_there(kept: Kept, objects: Path) -> bool:
    try:
        return kept.path_under(objects).stat().st_size == kept.size_bytes
    except FileNotFoundError:
        return False
