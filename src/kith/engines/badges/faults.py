"""What can be wrong with a badge or a key: one sentence each, for a person."""


class NotABadge(Exception):
    """This is no badge that we could judge; the text says why."""


class NotAKey(Exception):
    """This is no key that signs badges, or no public part of one; the text says why."""
