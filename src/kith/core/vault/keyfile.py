"""Files that hold keys: private to their owner, written whole or not at all."""

import os
import secrets
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from .keys import KeyProblem

if TYPE_CHECKING:
    from .keys import InstallationKeys


def read_key_file(path: Path) -> str:
    """Read a key file.

    Raises:
        KeyProblem: it is missing, not a file, not ours to read, or others may read it.
    """
    try:
        with path.open("rb") as file:
            # Looked at after opening, so that what is checked is what is read.
            _check_private(path, os.fstat(file.fileno()))
            return file.read(65536).decode("ascii")
    except UnicodeDecodeError:
        raise KeyProblem(f"The key file {path} is not plain text.") from None
    except OSError as error:
        raise KeyProblem(f"The key file {path} cannot be read: {error.strerror}.") from None


def _check_private(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise KeyProblem(f"The key file {path} is not a file.")
    if found.st_mode & 0o077:
        raise KeyProblem(f"Others on this machine may open the key file {path}: run chmod 600 on it.")


def write_key_file(path: Path, keys: "InstallationKeys", *, replace: bool = False) -> None:
    """Write the installation keys. Raises as `write_private`."""
    write_private(path, keys.text().encode("ascii"), replace=replace)


def write_private(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write a key file that only its owner may read, whole or not at all.

    Raises:
        KeyProblem: there is one and `replace` is not said, or it cannot be written.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "wb") as file:
            if replace and path.exists() and os.geteuid() == 0:  # by root, it stays its owner's: who serves reads it
                was = path.stat()
                os.fchown(file.fileno(), was.st_uid, was.st_gid)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            part.replace(path)
        else:
            path.hardlink_to(part)
        _sync_folder(path.parent)
    except FileExistsError:
        raise KeyProblem(f"There is a key file {path} already; it was left as it is.") from None
    except OSError as error:
        raise KeyProblem(f"The key file {path} cannot be written: {error.strerror}.") from None
    finally:
        part.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
