"""`kith doctor`: what is installed, reachable and safe here; each thing that is not, with its mend."""

import argparse
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kith.cli import badges, session
from kith.cli.bucket import files_lie
from kith.cli.learning_store import learning_store
from kith.cli.mailbox import mail_in
from kith.cli.seen import Found

if TYPE_CHECKING:
    import psycopg

ENOUGH_BYTES = 2_000_000_000
MOST_SECONDS_APART = 2.0
_THIS_MACHINE = {"localhost", "127.0.0.1", "[::1]"}
BACKUP_AGE = timedelta(hours=26)  # one a night, and some hours of grace
#: program -> what Kith does without it
NOT_NEEDED_YET = {
    "chromium": "browser journeys of the tests are left out",
    "exiftool": "nothing uses it yet",
    "ffmpeg": "nothing uses it yet",
}


def doctor(argv: list[str]) -> int:
    """Look at this machine's Kith and say what is fine and what to mend; ends 1 if something is missing or unsafe."""
    argparse.ArgumentParser(prog="kith doctor", description=doctor.__doc__).parse_args(argv)
    folder = session.agency()
    unsafe = False
    for look in (
        _python,
        _programs,
        _database,
        _reached_by,
        _folder,
        files_lie,
        _keys,
        _checkpoint_key,
        _backups,
        _archive,
        _isolation,
        _pictures,
        _plaintext,
        _mail,
        mail_in,
        _stories,
        learning_store,
        badges.issuer,
        _others,
        _reference,  # the last: it makes this process one of Kith's, whose environment says other things
    ):
        for found in look(folder):
            unsafe |= found.is_unsafe
            print(f"{'mend' if found.mend else 'fine':<5} {found.what}: {found.says}")
            if found.mend:
                print(f"      {found.mend}")
    return 1 if unsafe else 0


def _python(folder: Path) -> Iterator[Found]:
    yield Found("Python", f"{sys.version.split()[0]}")
    if os.geteuid() == 0:
        yield Found(
            "account",
            "running as root; PostgreSQL runs as 'kith', pages and jobs as root",
            "Start Kith as a user of its own, so that a fault in it cannot reach the rest of the machine.",
        )


def _programs(folder: Path) -> Iterator[Found]:
    from kith.core.cluster import ClusterError, binaries_for

    if session.has_own_database():
        yield Found("PostgreSQL", "the one that DATABASE_URL names")
        return
    try:
        programs = binaries_for(folder / "postgres")
    except ClusterError as problem:
        yield Found("PostgreSQL", "cannot be used", str(problem), is_unsafe=True)
        return
    version = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=False)
    yield Found("PostgreSQL", f"{version.stdout.strip()}, {programs}")


def _database(folder: Path) -> Iterator[Found]:
    try:
        environment = session.reach()
    except session.NotRunning:
        yield Found("Kith", "not running")
        return
    import psycopg

    try:
        with psycopg.connect(environment["DATABASE_URL"], connect_timeout=5) as connection:
            yield Found("Kith", f"the database answers ({connection.info.server_version // 10000})")
            yield from _role(connection)
            yield from _clock(connection)
            yield from _failed_jobs(connection)
            yield from _heads(connection)
        yield from _families()
    except psycopg.Error as problem:
        says = (str(problem).strip().splitlines() or [type(problem).__name__])[0]
        yield Found("Kith", "the database does not answer", says, is_unsafe=True)
        return


def _role(connection: "psycopg.Connection") -> Iterator[Found]:
    row = connection.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user").fetchone()
    if row and row[0]:
        mend = "Give DATABASE_URL a role without SUPERUSER and BYPASSRLS: row security does not bind this one."
        yield Found("database role", connection.info.user, mend, is_unsafe=True)
    else:
        yield Found("database role", f"{connection.info.user}: row security binds it")


def _clock(connection: "psycopg.Connection") -> Iterator[Found]:
    """Compare the clocks: access that begins or ends now is judged by the database's, pages are dated by ours."""
    from kith.core import clock

    row = connection.execute("SELECT clock_timestamp()").fetchone()
    apart = abs((clock.now() - row[0]).total_seconds()) if row else 0.0
    mend = f"Keep both machines' clocks (NTP): access that begins now waits for them, up to {apart:.0f} seconds."
    yield Found("clocks", f"{apart:.1f} s apart", mend if apart > MOST_SECONDS_APART else "")


def _reached_by(folder: Path) -> Iterator[Found]:
    """Say how people reach the pages: over TLS, or only from this machine."""
    from kith.config.env import env_bool, env_text

    hosts = [host for host in env_text("KITH_HOSTS", "localhost,127.0.0.1").split(",") if host not in _THIS_MACHINE]
    if env_bool("KITH_TLS"):
        yield Found("reached by", f"TLS, as {', '.join(hosts) or 'localhost'}")
    elif hosts:
        mend = "Put a TLS proxy in front and set KITH_TLS=1: docs/howto/deploy-one-machine.md."
        yield Found(
            "reached by", f"{', '.join(hosts)} without TLS: words and cookies can be read", mend, is_unsafe=True
        )
    else:
        yield Found("reached by", "localhost alone")


def _families() -> Iterator[Found]:
    """Look at the role of the families' door: there, and neither a worker's nor more."""
    import psycopg

    url = session.families_url()
    if not url:
        mend = "Set KITH_FAMILY_DATABASE_URL to the address of kith_family before anybody outside is to read."
        yield Found("outside readers", "no address for their database role: none can be answered", mend)
        return
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            row = connection.execute(
                "SELECT current_user, rolsuper OR rolbypassrls OR has_table_privilege('record_case', 'select')"
                " FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
    except psycopg.Error as problem:
        says = (str(problem).strip().splitlines() or [type(problem).__name__])[0]
        yield Found("outside readers", "their database role does not answer", says)
        return
    user, sees_cases = row or ("", False)
    if sees_cases:
        mend = "Give KITH_FAMILY_DATABASE_URL the role kith_family: this one may read cases."
        yield Found("outside readers", user, mend, is_unsafe=True)
    else:
        yield Found("outside readers", f"{user}: released copies and their own words alone")


def _failed_jobs(connection: "psycopg.Connection") -> Iterator[Found]:
    row = connection.execute("SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed'").fetchone()
    if row and row[0]:
        yield Found("jobs", f"{row[0]} failed", "The log of 'kith serve' says why; what failed can be asked for again.")


def _room() -> Iterator[Found]:
    """Say how much of what the agency may keep is kept."""
    from kith.core import room

    found = room.of_agency()
    if found is not None:
        nearly = found.held_bytes >= room.NEARLY * found.most_bytes
        yield Found("room", found.words, "Set KITH_AGENCY_GB higher, and see that the disk has it." if nearly else "")


def _heads(connection: "psycopg.Connection") -> Iterator[Found]:
    """Look whether an opening in an emergency that no manager of its case can judge finds somebody else who does."""
    row = connection.execute(
        "SELECT count(*) FROM core_worker WHERE is_active"
        " AND role IN ('service_manager', 'information_governance_lead')"
    ).fetchone()
    count = row[0] if row else 0
    mend = (
        "Add service managers or information governance leads ('kith people add') until there are two: one judges what"
        " no manager of a case can, and nobody judges their own opening."
    )
    yield Found("openings in an emergency", f"{count} who judge what no manager can", mend if count < 2 else "")


def _stories(folder: Path) -> Iterator[Found]:
    """Look whether dilemmas can be written here, and whether those that ship were built."""
    from kith.learning import ink

    lacks = ink.missing()
    says = "stories cannot be checked or written; those that ship can be played" if lacks else "can be checked"
    yield Found("dilemmas", says, lacks)
    if unbuilt := [story.key for story in ink.shipped() if not story.compiled]:
        yield Found(
            "dilemmas", f"not built, so not on offer: {', '.join(unbuilt)}", "Run `make setup` and start Kith again."
        )


def _reference(folder: Path) -> Iterator[Found]:
    """Say of each set which rows nobody has checked, or not lately, and where they are checked."""
    try:
        session.attach()
    except SystemExit:
        return  # not running, as was said
    from django.db import DatabaseError

    from kith.core import clock
    from kith.core.reference.queries import to_check

    try:
        yield from _room()
        listed = to_check(clock.now().date())
    except DatabaseError:
        yield Found(
            "reference", "cannot be read", "Start Kith once with 'kith serve': it brings the database up to date."
        )
        return
    for each in listed:
        mend = f"Check them against {each.check_at}, then say so under /reference/{each.name}/." if each.says else ""
        yield Found(f"reference, {each.title.lower()}", each.says or "all checked", mend)


def _folder(folder: Path) -> Iterator[Found]:
    if not folder.exists():
        yield Found("data folder", f"{folder} (made at the first start)")
        return
    mode = folder.stat().st_mode & 0o777
    if mode & 0o007:
        yield Found("data folder", f"{folder} is open to others", f"chmod o= {folder}", is_unsafe=True)
    else:
        yield Found("data folder", str(folder))
    free = shutil.disk_usage(folder).free
    mend = "" if free > ENOUGH_BYTES else "Make room: a full disk stops exhibits being taken in."
    yield Found("disk", f"{free / 1e9:.1f} GB free", mend)


def _keys(folder: Path) -> Iterator[Found]:
    from kith.core.vault import InstallationKeys, KeyProblem

    environment = {**os.environ, **session.serving(folder, "")}
    file = environment.get("KITH_KEY_FILE", "")
    if file and not Path(file).exists() and not folder.exists():
        yield Found("installation key", "made at the first start")
        return
    try:
        keys = InstallationKeys.load(environment=environment)
    except KeyProblem as problem:
        yield Found("installation key", "cannot be used", str(problem), is_unsafe=True)
        return
    kept = f"in {file}; keep a copy away from this disk" if file else "in the environment"
    yield Found("installation key", f"{', '.join(key.id for key in keys.keys)}, {kept}")
    from kith.cli.keys import NOT_SPLIT, was_split

    if not was_split(keys.current.id):
        yield Found("escrow", "losing the key loses everything, and it was not split", NOT_SPLIT)


def _backups(folder: Path) -> Iterator[Found]:
    from kith.core import clock
    from kith.core.backup import last_backup

    if session.has_own_database():
        yield Found("backup", "the database is your own: its backups are yours to look after")
        return
    last = last_backup(folder)
    if last is None:
        yield Found("backup", "none was ever made", "Run 'kith backup OUT' each night, to another disk.")
        return
    age = clock.now() - last.at
    mend = "" if age < BACKUP_AGE else "Run 'kith backup OUT' each night, to another disk."
    hours = int(age.total_seconds() // 3600)
    yield Found("backup", f"{hours} hours old, in {last.where}, opened by key {last.key_id}", mend)
    if Path(last.where).is_dir() and Path(last.where).stat().st_dev == folder.stat().st_dev:
        yield Found("backup's disk", "the same as Kith's: one fault takes both", "Keep backups on another disk.")


def _archive(folder: Path) -> Iterator[Found]:
    from kith.core.cluster import ARCHIVE, attached

    cluster = None if session.has_own_database() else attached(folder / "postgres")
    if cluster is None:
        return
    import psycopg

    asked = (
        "SELECT current_setting('synchronous_standby_names'), s.state, s.sync_state FROM (SELECT) AS one"
        " LEFT JOIN pg_stat_replication s ON s.application_name = %s"
    )
    with psycopg.connect(cluster.superuser_url("postgres"), autocommit=True) as connection:
        wanted, state, sync = connection.execute(asked, [ARCHIVE]).fetchone() or ("", None, None)
    if not wanted:
        yield Found("archive", "off: what is committed after a backup is lost with this disk")
    elif (state, sync) != ("streaming", "sync"):
        mend = "Saving waits for it. Look at what 'kith serve' says of the archive: its disk may be full or gone."
        yield Found("archive", f"not receiving ({state or 'not connected'})", mend, is_unsafe=True)
    else:
        yield Found("archive", "has all that was committed", _archive_mend(folder))


def _archive_mend(folder: Path) -> str:
    from kith.core.backup import last_backup
    from kith.core.backup.archive import BEGUN

    last, begun = last_backup(folder), folder / BEGUN
    if last is None or (begun.exists() and begun.stat().st_mtime > last.at.timestamp()):
        return "The archive was begun after the last backup: run 'kith backup OUT', which it goes on from."
    return ""


def _checkpoint_key(folder: Path) -> Iterator[Found]:
    from kith.core.ledger import signing
    from kith.core.vault import KeyProblem

    try:
        key = signing.CheckpointKey.load({**os.environ, **session.serving(folder, "")})
    except KeyProblem as problem:
        yield Found("checkpoint key", "cannot be used", str(problem), is_unsafe=True)
        return
    if key is None:
        mend = "Run kith ledger key make, and keep the fingerprint outside: without it nobody signs the ledger."
        yield Found("checkpoint key", "none was made", mend)
        return
    yield Found("checkpoint key", f"signs the ledger; fingerprint {signing.grouped(key.fingerprint)}")


def _isolation(folder: Path) -> Iterator[Found]:
    from kith.core.isolation import isolation_state

    state = isolation_state()
    mend = "" if state == "isolated" else "Exhibits are read all the same, and each says so. Linux on x86-64 isolates."
    yield Found("reading of exhibits and of what leaves", state, mend)


def _pictures(folder: Path) -> Iterator[Found]:
    from kith.core.opening import pictures_state, tesseract

    try:
        yield Found("words in pictures", f"read by {pictures_state()}")
    except tesseract.NotHere as problem:
        says = f"not read ({problem}): a picture is named as unread, which stops it for a private reader"
        yield Found("words in pictures", says, "Install Tesseract with its English model (Debian: tesseract-ocr).")


def _plaintext(folder: Path) -> Iterator[Found]:
    from kith.core.vault import plaintext_state

    state = plaintext_state()
    yield Found("files in the clear", f"in {state}", "" if state == "memory" else "Encrypt this machine's disk.")


def _mail(folder: Path) -> Iterator[Found]:
    host, port = os.environ.get("KITH_SMTP_HOST", ""), int(os.environ.get("KITH_SMTP_PORT") or 25)
    if not host:
        yield Found("mail", "no mail server is set: nothing can be sent", "Set KITH_SMTP_HOST to send messages.")
        return
    try:
        with socket.create_connection((host, port), timeout=3):
            yield Found("mail", f"{host}:{port} answers")
    except OSError as problem:
        yield Found("mail", f"{host}:{port} does not answer ({problem})", "Messages wait, and are tried again.")


def _others(folder: Path) -> Iterator[Found]:
    for program, without in NOT_NEEDED_YET.items():
        where = shutil.which(program)
        yield Found(program, where or f"not here; {without}")
