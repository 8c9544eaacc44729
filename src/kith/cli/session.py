"""Where a Kith lives on this machine, and how a command reaches it: folder, secrets, environment."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

from kith.cli import upkeep
from kith.cli.children import FAMILYS_SECRETS, OWNERS_SECRETS
from kith.config.env import env_secret
from kith.core.cluster import APP, FAMILY, OWNER, Cluster, ClusterError, attached, default_folder
from kith.core.vault import InstallationKeys, new_installation_key, write_key_file

DATABASE = "kith"
#: setting -> its file in the secrets folder, where the operator keeps it nowhere else
SECRETS = {
    "KITH_SECRET_KEY": "session-key",
    "KITH_KEY": "installation-key",
    "KITH_BADGE_KEY": "badge-key",  # made by `kith badges key make`, if the agency gives badges
    "KITH_CHECKPOINT_KEY": "checkpoint-key",  # made by `kith ledger key make`, not by itself: its fingerprint is noted
}


class NotRunning(SystemExit):
    """A command needs a Kith that runs; the text says how to start one."""


class NotReady(ClusterError):
    """The database cannot be used as it is; the text says what to do."""


def agency() -> Path:
    """Give the folder of this machine's Kith: KITH_FOLDER, or the default place of KITH_NAME ("agency" unless set)."""
    chosen = os.environ.get("KITH_FOLDER")
    return Path(chosen).absolute() if chosen else default_folder(os.environ.get("KITH_NAME", "agency"))


def has_own_database() -> bool:
    """Tell whether an operator has named a database of theirs."""
    return "DATABASE_URL" in os.environ or "DATABASE_URL_FILE" in os.environ


def attach(*, as_owner: bool = False) -> None:
    """Make Django ready against DATABASE_URL, or against the Kith that runs on this machine.

    Args:
        as_owner: with the owner's rights, for what no worker may see (every chain of the ledger).

    Raises:
        NotRunning: neither is there, or the owner's address is not known.
    """
    os.environ.update(reach(as_owner=as_owner))
    os.environ.setdefault("KITH_LOG", "WARNING")  # a command says what it did in its own words
    import django

    django.setup()


def look_at_the_code() -> None:
    """Make Django ready without a database: files are judged by themselves."""
    os.environ.setdefault("DATABASE_URL", "postgresql:///no-database")
    os.environ.setdefault("KITH_SECRET_KEY", "for looking at the code")
    import django

    django.setup()


def reach(*, as_owner: bool = False) -> dict[str, str]:
    """Give the environment that reaches this machine's Kith. Raises as `attach`."""
    if has_own_database():
        url = owners_url() if as_owner else env_secret("DATABASE_URL")
        if url is None:
            raise NotRunning("Set KITH_OWNER_DATABASE_URL to the address of the owner role: no worker may see this.")
        return serving(agency(), url)
    cluster = attached(agency() / "postgres")
    if cluster is None:
        raise NotRunning("Kith is not running on this machine. Start it with 'kith serve' (or 'make demo') first.")
    return serving(agency(), cluster.url(OWNER if as_owner else APP, DATABASE))


def owners_url() -> str | None:
    """Give the owner role's address of an operator's own database, if it was given."""
    return env_secret(OWNERS_SECRETS[0], "") or None


def families_url() -> str:
    """Give the address of the families' role, for this machine's Kith or an operator's own database; empty if none."""
    if has_own_database():
        return env_secret(FAMILYS_SECRETS[0], "")
    cluster = attached(agency() / "postgres")
    return cluster.url(FAMILY, DATABASE) if cluster else ""


def serving(folder: Path, url: str) -> dict[str, str]:
    """Give the environment of a serving process: the app role's address, the keys' files, and no owner secret.

    Keys that the operator keeps elsewhere stay there.
    """
    environment = {"DATABASE_URL": url, "KITH_FOLDER": str(folder), "DJANGO_SETTINGS_MODULE": "kith.config.settings"}
    for name, file in SECRETS.items():
        if not os.environ.get(name) and not os.environ.get(f"{name}_FILE"):
            environment[f"{name}_FILE"] = str(folder / "secrets" / file)
    return environment


def make_keys(folder: Path) -> bool:
    """Make the installation key and the session key where they are missing; tell whether the first was made now."""
    place = folder / "secrets"
    for missing in (folder, place):
        missing.mkdir(mode=0o700, parents=True, exist_ok=True)
    session = place / "session-key"
    if not session.exists():
        half = place / f"session-key.{os.getpid()}"
        half.touch(0o600)
        half.write_text(secrets.token_urlsafe(48))
        half.rename(session)
    if os.environ.get("KITH_KEY") or os.environ.get("KITH_KEY_FILE"):
        return False
    key = place / "installation-key"
    if key.exists():
        return False
    write_key_file(key, InstallationKeys((new_installation_key(),)))
    return True


def prepare(folder: Path, cluster: Cluster) -> dict[str, str]:
    """Make our own database and bring it up to date as the owner role; give the serving environment.

    Raises:
        NotReady: it could not be brought up to date.
    """
    cluster.ensure_database(DATABASE)
    _keep_up({**serving(folder, cluster.url(OWNER, DATABASE))}, "alone")
    return serving(folder, cluster.url(APP, DATABASE)) | {FAMILYS_SECRETS[0]: cluster.url(FAMILY, DATABASE)}


def prepare_operators(folder: Path) -> dict[str, str]:
    """Bring the operator's own database up to date, if its owner's address is known; give the serving environment.

    Raises:
        NotReady: it cannot be reached, or migrations wait and the owner's address is not known.
    """
    environment, owner = serving(folder, env_secret("DATABASE_URL")), owners_url()
    if owner is None:
        _keep_up(environment, "look")
    else:
        _keep_up(serving(folder, owner))
    return environment


def _keep_up(environment: dict[str, str], *words: str) -> None:
    ours = {name: value for name, value in os.environ.items() if name not in (*OWNERS_SECRETS, "DATABASE_URL_FILE")}
    command = [sys.executable, "-W", "ignore", "-m", "kith.cli.upkeep", *words]
    ran = subprocess.run(
        command, env={**ours, **environment}, stderr=subprocess.PIPE, text=True, start_new_session=True, check=False
    )
    if ran.returncode == upkeep.PENDING:
        raise NotReady(
            "The database is older than this Kith. Set KITH_OWNER_DATABASE_URL to the address of the role that owns"
            " its tables, start Kith once so that it brings them up to date, then unset it."
        )
    if ran.returncode == upkeep.UNREACHABLE:
        raise NotReady(f"The database that DATABASE_URL names cannot be used: {ran.stderr.strip()}")
    if ran.returncode:
        raise NotReady(f"The database could not be brought up to date:\n{ran.stderr.strip()}")
