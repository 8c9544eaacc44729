"""Makes a new data folder."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from kith.core.cluster import places
from kith.core.cluster.account import Account
from kith.core.cluster.databases import ARCHIVE, SUPERUSER
from kith.core.cluster.errors import WouldNotStart
from kith.core.cluster.passwords import make_password, password
from kith.core.cluster.processes import start_child

# Words sort by code point, the same everywhere; LC_CTYPE tells letters from signs and small letters from great ones.
LOCALE = ("--encoding=UTF8", "--locale=C", f"--lc-ctype={'en_US.UTF-8' if sys.platform == 'darwin' else 'C.UTF-8'}")

ACCESS = f"local all all scram-sha-256\nlocal replication {ARCHIVE} scram-sha-256\n"
TRUSTING = f"local all {SUPERUSER} trust\n"


def make_data(data: Path, account: Account, programs: Path, private: Path, *, sync: bool) -> None:
    """Make a data folder with checksums, UTF-8 and SCRAM for everyone.

    It is made beside its place and then renamed: a start cut short leaves nothing that looks like a database.

    Args:
        private: a folder of the server's user, closed to others, where the first password lies for a moment.
        sync: wait until all is on the disk; not needed for tests.

    Raises:
        WouldNotStart: initdb failed; nothing is left.
    """
    half = data.with_name("postgres.new")
    if half.exists():
        shutil.rmtree(half)
    places.make_server_folder(half, account)
    make_password(data, SUPERUSER)
    words = private / "first-password"
    words.unlink(missing_ok=True)
    words.touch(0o600, exist_ok=False)
    words.write_text(password(data, SUPERUSER), encoding="ascii")
    if account.dropped:
        shutil.chown(words, account.uid, account.gid)
    try:
        _initdb(half, account, _command(half, programs, words, sync=sync))
    finally:
        words.unlink()
    half.rename(data)


def write_access(data: Path, *, trusting: bool = False) -> None:
    """Write who may connect, at each start: over the private socket, each with a password.

    Args:
        trusting: let the launcher's superuser in without one and nobody else at all, for a restored server whose
            passwords are not known.
    """
    rules = TRUSTING if trusting else ACCESS
    place = data / "pg_hba.conf"
    if not place.exists() or place.read_text(encoding="ascii") != rules:
        place.write_text(rules, encoding="ascii")


def last_words(data: Path) -> str:
    """Say that PostgreSQL did not start, with the end of its log (which holds no word of a case)."""
    log = data.parent / "logs" / "postgres.log"
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()[-4:] if log.exists() else []
    return f"PostgreSQL did not start on {data}. Its log, {log}, ends: " + " / ".join(lines)


def _command(half: Path, programs: Path, words: Path, *, sync: bool) -> list[str | Path]:
    command: list[str | Path] = [programs / "initdb", "-D", half, "-U", SUPERUSER, "--pwfile", words]
    return [*command, "--auth=scram-sha-256", "--data-checksums", *LOCALE, *([] if sync else ["--no-sync"])]


def _initdb(half: Path, account: Account, command: Sequence[str | Path]) -> None:
    with (half.parent / "logs" / "postgres.log").open("ab") as out:
        code = start_child(account, command, out).wait()
    if code != 0:
        shutil.rmtree(half)
        raise WouldNotStart(last_words(half.with_name("postgres")))
