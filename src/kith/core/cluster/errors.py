"""What can go wrong when PostgreSQL is started, each with a sentence that says what to do."""


class ClusterError(Exception):
    """PostgreSQL could not be started or reached; the text is written for the person at the keyboard."""


class NoBinaries(ClusterError):
    """No PostgreSQL programs here fit the data folder."""


class AlreadyRunning(ClusterError):
    """Another Kith holds this folder."""


class UnsafeFolder(ClusterError):
    """A folder belongs to someone else, or cannot be reached by the server's user."""


class WouldNotStart(ClusterError):
    """PostgreSQL started and ended again, or never answered."""
