"""Which user of the machine PostgreSQL runs as: ourselves, or `kith` when we are root."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from kith.core.cluster.errors import ClusterError, UnsafeFolder

SERVER_USER = "kith"
SERVER_HOME = Path("/var/lib/kith")
EXECUTE = 0o1


@dataclass(frozen=True, slots=True)
class Account:
    """The user PostgreSQL runs as; `dropped` means that we are root and it is not."""

    uid: int
    gid: int
    dropped: bool


def server_account() -> Account:
    """Give the user PostgreSQL runs as, making the system user `kith` if we are root and it is missing.

    Raises:
        ClusterError: we are root and the user can be neither found nor made.
    """
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), dropped=False)
    try:
        entry = pwd.getpwnam(SERVER_USER)
    except KeyError:
        _make_server_user()
        entry = pwd.getpwnam(SERVER_USER)
    return Account(entry.pw_uid, entry.pw_gid, dropped=True)


def check_reaches(account: Account, path: Path) -> None:
    """Refuse a path that the server's user cannot walk to; nothing is loosened to let it through.

    Raises:
        UnsafeFolder: names the first folder in the way.
    """
    if not account.dropped:
        return
    for parent in reversed(path.parents):
        if not _may_enter(account, parent.stat()):
            raise UnsafeFolder(
                f"PostgreSQL cannot run as root, and its user '{SERVER_USER}' may not enter {parent}. "
                f"Keep Kith's data in another folder (KITH_DATA), such as {SERVER_HOME}."
            )


def _may_enter(account: Account, found: os.stat_result) -> bool:
    if found.st_uid == account.uid:
        return bool(found.st_mode & EXECUTE << 6)
    if found.st_gid == account.gid:
        return bool(found.st_mode & EXECUTE << 3)
    return bool(found.st_mode & EXECUTE)


def _make_server_user() -> None:
    useradd = shutil.which("useradd", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    by_hand = f"make the system user '{SERVER_USER}' yourself, or start Kith as a normal user"
    if useradd is None:
        raise ClusterError(f"PostgreSQL cannot run as root, and this machine has no useradd: {by_hand}.")
    options = ["--system", "--user-group", "--home-dir", str(SERVER_HOME), "--shell", "/usr/sbin/nologin"]
    made = subprocess.run([useradd, *options, SERVER_USER], capture_output=True, text=True, check=False)
    already_there = 9  # useradd's exit code when another Kith was quicker
    if made.returncode not in (0, already_there):
        raise ClusterError(f"The system user could not be made ({made.stderr.strip()}): {by_hand}.")
