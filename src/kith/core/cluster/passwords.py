"""The roles' passwords: one file each, so that a process can be given its own and no other."""

import os
import secrets
from pathlib import Path


def password_file(data: Path, role: str) -> Path:
    """Say where the password of a role is kept: `secrets/` beside the data folder."""
    return data.parent / "secrets" / role


def password(data: Path, role: str) -> str:
    """Read the password of a role.

    Raises:
        OSError: the file is missing, or is not for this user.
    """
    return password_file(data, role).read_text(encoding="ascii")


def make_password(data: Path, role: str) -> bool:
    """Make a random password for a role which has none; True if one was made."""
    place = password_file(data, role)
    if place.exists():
        return False
    half = place.with_name(f"{role}.new")
    half.unlink(missing_ok=True)
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(secrets.token_urlsafe(32))
        out.flush()
        os.fsync(out.fileno())
    half.rename(place)
    return True
