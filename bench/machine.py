"""What the figures were measured on: nothing that names the machine."""

import os
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

_PACKAGES = ("Django", "psycopg", "granian", "msgspec", "cryptography")


def facts() -> list[str]:
    """List what matters of this machine and of what runs on it."""
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    system = f"{platform.system()} {platform.machine()}"
    return [
        f"{os.cpu_count()} cores ({_processor()}), {_memory_gb():.0f} GB of memory, {system}",
        f"Python {platform.python_version()}, {_postgresql()}",
        packages,
        f"load before the run: {os.getloadavg()[0]:.1f}",
    ]


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or "unknown"
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "unknown")


def _memory_gb() -> float:
    if sys.platform == "win32":
        return 0.0
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def _postgresql() -> str:
    from kith.core.cluster import ClusterError, default_folder
    from kith.core.cluster import binaries_for as programs

    try:
        place = programs(default_folder("bench") / "postgres")
    except ClusterError:
        return "no PostgreSQL"
    said = subprocess.run([place / "postgres", "--version"], capture_output=True, text=True, check=False).stdout
    return said.strip().replace("postgres (PostgreSQL)", "PostgreSQL")
