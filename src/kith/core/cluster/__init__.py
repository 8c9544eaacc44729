"""PostgreSQL of our own, for machines where no DATABASE_URL is given.

Serves whoever starts Kith: one folder holds the data, the passwords and the log, and `running` keeps a server on it
for as long as Kith runs. Plain Python; it knows psycopg and no Django.
"""

from kith.core.cluster.binaries import binaries_for, installed
from kith.core.cluster.databases import APP, ARCHIVE, FAMILY, OWNER, SUPERUSER
from kith.core.cluster.errors import AlreadyRunning, ClusterError, NoBinaries, UnsafeFolder, WouldNotStart
from kith.core.cluster.places import default_folder
from kith.core.cluster.running import Cluster, attached, running

__all__ = [
    "APP",
    "ARCHIVE",
    "FAMILY",
    "OWNER",
    "SUPERUSER",
    "AlreadyRunning",
    "Cluster",
    "ClusterError",
    "NoBinaries",
    "UnsafeFolder",
    "WouldNotStart",
    "attached",
    "binaries_for",
    "default_folder",
    "installed",
    "running",
]
