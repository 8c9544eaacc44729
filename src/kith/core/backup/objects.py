"""The store's objects in a place of backups. They are encrypted already and never change: each is copied once."""

import contextlib
import hashlib
import os
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kith.core.backup.damage import Damaged
from kith.core.backup.place import sync_folder
from kith.core.vault import Backend, Missing, ObjectName

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


def copy_new(store: Backend, objects: Path, known: dict[str, Kept]) -> Copied:
    """Copy what a place of backups does not hold yet.

    Args:
        known: what earlier lists name, by name; what they do not name is copied, though a file is there already.
    """
    kept, new, new_bytes = [], 0, 0
    for listed in store.listing():
        name = str(listed.name)
        found = known.get(name)
        if found is None or not _is_there(found, objects):
            with contextlib.suppress(Missing):  # erased since it was listed
                found = copy_out(store, listed.name, objects)
                new, new_bytes = new + 1, new_bytes + found.size_bytes
        if found is not None:
            kept.append(found)
    return Copied(sorted(kept, key=lambda each: each.name), new, new_bytes)


def copy_out(store: Backend, name: ObjectName, objects: Path) -> Kept:
    """Copy one object out of a store. Raises Missing."""
    with contextlib.closing(blocks(store, name)) as data:
        return _write(data, str(name), objects)


def copy_object(source: Path, objects: Path) -> Kept:
    """Copy one object that lies in a file of its name."""
    with source.open("rb") as file:
        return _write(iter(lambda: file.read(_BLOCK), b""), source.name, objects)


def blocks(store: Backend, name: ObjectName) -> Generator[bytes]:
    """Give an object's encrypted bytes in order. Raises Missing."""
    with contextlib.closing(store.open(name)) as blob:
        into, start = bytearray(_BLOCK), 0
        while got := blob.read_into(start, into):
            yield bytes(into[:got])
            start += got


def _write(data: Iterable[bytes], name: str, objects: Path) -> Kept:
    """Write one object, hashing it: beside its place, onto the disk, then under its name."""
    target = objects / name[:2] / name
    if not target.parent.is_dir():
        target.parent.mkdir(mode=0o700, exist_ok=True)
        sync_folder(objects)
    half = target.with_name(f"{target.name}.part")
    digest, size = hashlib.sha256(), 0
    try:
        with half.open("wb", buffering=0) as write:
            for block in data:
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
    return Kept(name, size, digest.hexdigest())


def read_list(path: Path) -> Iterator[Kept]:
    """Give what a list names. Raises Damaged."""
    try:
        for line in path.read_text(encoding="ascii").splitlines():
            digest, size, name = line.split(" ")
            yield Kept(str(ObjectName.parse(name)), int(size), digest)
    except (OSError, ValueError):
        raise Damaged(f"The piece {LIST} of {path.parent} is missing or was altered.") from None


def put_back(kept: Iterable[Kept], objects: Path, store: Backend) -> int:
    """Copy the objects of a backup into a store, each checked first; give their bytes.

    A bucket may hold an object already, since it was not lost with the machine: that one is checked, and stays.

    Raises:
        Damaged: names the object that is missing or altered.
    """
    total = 0
    for each in kept:
        name = ObjectName.parse(each.name)
        if store.exists(name):
            _check_there(store, name, each)
        else:
            _put_one_back(each, objects, store)
        total += each.size_bytes
    return total


def _put_one_back(each: Kept, objects: Path, store: Backend) -> None:
    try:
        with each.path_under(objects).open("rb") as file:
            carry(iter(lambda: file.read(_BLOCK), b""), each, store)
    except FileNotFoundError:
        raise Damaged(f"The object {each.name} of this backup is not there.") from None


def bring_in(source: Path, store: Backend) -> None:
    """Copy one object that lies in a file of its name into a store."""
    with source.open("rb") as file:
        expected = Kept(source.name, 0, hash_of(iter(lambda: file.read(_BLOCK), b"")))
        file.seek(0)
        carry(iter(lambda: file.read(_BLOCK), b""), expected, store)


def carry(data: Iterable[bytes], each: Kept, store: Backend) -> None:
    """Write an object into a store under its name, if its bytes are those that are expected. Raises Damaged."""
    part, digest = store.begin(), hashlib.sha256()
    try:
        for block in data:
            digest.update(block)
            part.write(block)
        if digest.hexdigest() != each.sha256:
            raise Damaged(f"The object {each.name} of this backup is not as it was written.")
        part.keep(ObjectName.parse(each.name))
    finally:
        part.drop()


def _check_there(store: Backend, name: ObjectName, each: Kept) -> None:
    if hash_of(blocks(store, name)) != each.sha256:
        raise Damaged(f"The object {each.name} of the file store is another one than this backup's.")


def hash_of(data: Iterable[bytes]) -> str:
    """Give the SHA-256 of bytes that come in pieces, in hexadecimal."""
    digest = hashlib.sha256()
    for block in data:
        digest.update(block)
    return digest.hexdigest()


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
