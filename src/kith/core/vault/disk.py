"""The store on a disk.

    <folder>/files/<first two digits>/<address>.<file id>    one object each, 0400
    <folder>/incoming/<random>.part                          being written, or left by a crash; already encrypted

Both are on one filesystem, so that a finished object appears whole or not at all.
"""

import contextlib
import errno
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from .backend import Listed, Missing
from .half import Half, room, sweep_halves
from .keys import Buffer
from .names import ObjectName


class DiskPart(Half):
    """A file in `incoming` that becomes an object by its name."""

    def __init__(self, store: "Disk", incoming: Path) -> None:
        super().__init__(incoming)
        self._store = store

    def keep(self, name: ObjectName) -> None:
        """Make the bytes durable, then visible, then make that durable."""
        target, handle = self._store.path_of(name), self.handle
        with room():
            os.fchmod(handle, 0o400)
            os.fsync(handle)
            self._store.ensure_folder(target.parent)
            if target.exists():
                raise FileExistsError(errno.EEXIST, "an object is never written twice", str(target))
            self.path.rename(target)
            _sync_folder(target.parent)
        self.close()


class DiskBlob:
    """One open object."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle
        self._object_bytes = os.fstat(handle).st_size

    @property
    def object_bytes(self) -> int:
        """Its size when it was opened."""
        return self._object_bytes

    def read_into(self, start: int, into: Buffer) -> int:
        """Fill `into`; one call of the system seldom gives more than 2 GiB, so ask until it is full."""
        if self._handle is None:
            raise ValueError("This object was closed.")
        done, view = 0, memoryview(into)
        while done < len(view):
            got = _read_at(self._handle, view[done:], start + done)
            if not got:
                break
            done += got
        return done

    def close(self) -> None:
        """Close the file."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


class Disk:
    """A folder of objects. Made 0700 if it is not there."""

    def __init__(self, folder: Path) -> None:
        self._files, self._incoming = folder / "files", folder / "incoming"
        with room():
            for each in (folder, self._files, self._incoming):
                each.mkdir(mode=0o700, parents=True, exist_ok=True)

    def path_of_files(self) -> Path:
        """Give the folder of all objects."""
        return self._files

    def path_of(self, name: ObjectName) -> Path:
        """Give where an object lies."""
        return self._files / name.address[:2] / str(name)

    def where(self, name: ObjectName) -> str:
        """Say where an object lies."""
        return str(self.path_of(name))

    def begin(self) -> DiskPart:
        """Begin an object in `incoming`."""
        return DiskPart(self, self._incoming)

    def open(self, name: ObjectName) -> DiskBlob:
        """Open an object."""
        try:
            return DiskBlob(os.open(self.path_of(name), os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW))
        except FileNotFoundError:
            raise Missing(f"The store does not hold the object {name}.") from None

    def exists(self, name: ObjectName) -> bool:
        """Tell whether the object is there."""
        return self.path_of(name).is_file()

    def delete(self, name: ObjectName) -> bool:
        """Delete an object for good."""
        path = self.path_of(name)
        try:
            path.unlink()
        except FileNotFoundError:
            return False
        _sync_folder(path.parent)
        return True

    def listing(self) -> Iterator[Listed]:
        """Give every object; other files in the folder are passed over."""
        for path in self._files.glob("??/*"):
            with contextlib.suppress(ValueError, FileNotFoundError):
                found = path.stat()
                stored_at = datetime.fromtimestamp(found.st_mtime, UTC)
                yield Listed(ObjectName.parse(path.name), found.st_size, stored_at)

    def sweep(self, before: datetime) -> int:
        """Delete the leavings of crashes; what is still being written is locked, however old, and stays."""
        return sweep_halves(self._incoming, before)

    def ensure_folder(self, folder: Path) -> None:
        """Make a folder under `files`, durably."""
        if not folder.is_dir():
            folder.mkdir(mode=0o700, exist_ok=True)
            _sync_folder(folder.parent)


def _read_at(handle: int, into: memoryview, start: int) -> int:
    if hasattr(os, "preadv"):
        return os.preadv(handle, [into], start)
    found = os.pread(handle, len(into), start)
    into[: len(found)] = found
    return len(found)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
