"""The two kinds of error that a worker may meet; anything else is a bug and is not caught."""


class Refusal(Exception):
    """Something a worker asked for is refused. The text is written for the worker, and the view shows it."""


class NotFound(Exception):
    """What was asked for does not exist, or is not this worker's to see: the answer is the same for both."""


class Stale(Refusal):
    """Another window or person saved a newer version; nothing was overwritten."""
