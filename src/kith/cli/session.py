"""Where a Kith lives on this machine, and how a command reaches it: folder, secrets, environment."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

from kith.core.cluster import APP, OWNER, Cluster, attached, default_folder
from kith.core.vault import InstallationKeys, new_installation_key, write_key_file

DATABASE = "kith"


class NotRunning(SystemExit):
    """A command needs a Kith that runs; the text says how to start one."""


def agency() -> Path:
    """Give the folder of this machine's Kith: KITH_FOLDER, or the default place of KITH_NAME ("agency" unless set)."""
    chosen = os.environ.get("KITH_FOLDER")
    return Path(chosen).absolute() if chosen else default_folder(os.environ.get("KITH_NAME", "agency"))


def attach() -> None:
    """Make Django ready against DATABASE_URL, or against the Kith that runs on this machine.

    Raises:
        NotRunning: neither is there.
    """
    if "DATABASE_URL" not in os.environ and "DATABASE_URL_FILE" not in os.environ:
        cluster = attached(agency() / "postgres")
        if cluster is None:
            raise NotRunning("Kith is not running on this machine. Start it with 'kith serve' (or 'make demo') first.")
        os.environ.update(serving(agency(), cluster.url(APP, DATABASE)))
    import django

    django.setup()


def serving(folder: Path, url: str) -> dict[str, str]:
    """Give the environment of a serving process: the app role's address, the keys' files, and no owner secret."""
    return {
        "DATABASE_URL": url,
        "KITH_FOLDER": str(folder),
        "KITH_SECRET_KEY_FILE": str(folder / "secrets" / "session-key"),
        "KITH_KEY_FILE": str(folder / "secrets" / "installation-key"),
        "DJANGO_SETTINGS_MODULE": "kith.config.settings",
    }


def make_keys(folder: Path) -> bool:
    """Make the installation key and the session key where they are missing; tell whether the first was made now."""
    place = folder / "secrets"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    session = place / "session-key"
    if not session.exists():
        session.touch(0o600)
        session.write_text(secrets.token_urlsafe(48))
    if os.environ.get("KITH_KEY") or os.environ.get("KITH_KEY_FILE"):
        return False
    key = place / "installation-key"
    if key.exists():
        return False
    write_key_file(key, InstallationKeys((new_installation_key(),)))
    return True


def prepare(folder: Path, cluster: Cluster) -> dict[str, str]:
    """Make the database and bring it up to date as the owner role; give the serving environment."""
    cluster.ensure_database(DATABASE)
    environment = serving(folder, cluster.url(APP, DATABASE))
    owner = {**os.environ, **environment, "DATABASE_URL": cluster.url(OWNER, DATABASE)}
    for command in (["migrate", "--verbosity", "0"], ["collectstatic", "--noinput", "--verbosity", "0"]):
        subprocess.run([sys.executable, "-W", "ignore", "-m", "kith.cli", "manage", *command], env=owner, check=True)
    return environment
