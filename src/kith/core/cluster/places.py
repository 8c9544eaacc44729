"""Where the database lives on disk, and how its folders are made without loosening anyone else's."""

import contextlib
import hashlib
import os
import stat
from pathlib import Path

from kith.core.cluster.account import SERVER_HOME, Account, check_reaches
from kith.core.cluster.errors import ClusterError, UnsafeFolder

OURS_ALONE = 0o700
OURS_AND_PASSING = 0o710  # root's folders: the server's user may walk through, not look


def default_folder(name: str) -> Path:
    """Give the folder of one Kith (`demo`, `test`, ...): under KITH_DATA, else /var/lib/kith as root, else XDG's.

    Inside are `postgres/`, `secrets/`, `logs/` and `files/`. Nothing is made yet.
    """
    chosen = os.environ.get("KITH_DATA")
    if chosen:
        return Path(chosen).expanduser().absolute() / name
    if os.geteuid() == 0:
        return SERVER_HOME / name
    data_home = os.environ.get("XDG_DATA_HOME", "")
    base = Path(data_home) if data_home.startswith("/") else Path.home() / ".local" / "share"
    return base / "kith" / name


def check_name(data: Path) -> None:
    """Refuse a data folder that is not called `postgres`: passwords and logs are kept beside it, in its parent."""
    if data.name != "postgres":
        raise ClusterError(f"Give the 'postgres' folder inside {data}: passwords and logs are kept beside it.")


def make_folders(folder: Path, account: Account) -> None:
    """Make the folder of one Kith with `secrets/` and `logs/`; folders that exist keep the permissions they have."""
    make_missing(folder, account)
    check_reaches(account, folder / "postgres")
    for name in ("secrets", "logs"):
        (folder / name).mkdir(OURS_ALONE, exist_ok=True)


def make_missing(folder: Path, account: Account) -> None:
    """Make a folder and those above it that are missing: closed to others, but not to the passing server's user."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(OURS_ALONE, exist_ok=True)
        if account.dropped:
            os.chown(place, 0, account.gid, follow_symlinks=False)
            place.chmod(OURS_AND_PASSING)


def make_server_folder(place: Path, account: Account) -> None:
    """Make a folder which belongs to the server's user and which only it can open."""
    place.mkdir(OURS_ALONE)
    if account.dropped:
        os.chown(place, account.uid, account.gid, follow_symlinks=False)


def check_owner(data: Path, account: Account) -> None:
    """Refuse a data folder of another user, before PostgreSQL does so in other words."""
    owner = data.stat().st_uid
    if owner != account.uid:
        raise UnsafeFolder(f"{data} belongs to the user with number {owner}: start Kith as the user who made it.")


def socket_folder(data: Path, account: Account) -> Path:
    """Make, or find again, the private folder of the server's socket: short, as a socket's path is at most 107 bytes.

    Raises:
        UnsafeFolder: someone else has made a folder of that name, or opened ours to others.
    """
    mark = hashlib.sha256(os.fsencode(data)).hexdigest()[:16]
    place = _socket_home(account) / f"kith-{account.uid}-{mark}"
    try:
        make_server_folder(place, account)
    except FileExistsError:
        _check_private(place, account)
    return place


def remove_if_empty(place: Path) -> None:
    """Remove the socket's folder once its server has gone; one that still holds something stays."""
    with contextlib.suppress(OSError):
        place.rmdir()


def _socket_home(account: Account) -> Path:
    if account.dropped:
        return Path("/run") if os.access("/run", os.W_OK) else Path("/tmp")
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{account.uid}")
    if len(os.fsencode(runtime)) < 40 and runtime.is_dir() and runtime.stat().st_uid == account.uid:
        return runtime
    return Path("/tmp")


def _check_private(place: Path, account: Account) -> None:
    found = place.lstat()
    private = stat.S_ISDIR(found.st_mode) and not found.st_mode & 0o077
    if not private or found.st_uid != account.uid:
        raise UnsafeFolder(f"{place} was made by someone else or is open to others: look into it, then remove it.")
