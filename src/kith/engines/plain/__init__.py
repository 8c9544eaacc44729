"""How plainly words read: long sentences, long words, and the age at which most people read so. English only.

It speaks of a text, never of a person, and it is a help to whoever writes: nothing is refused for it.
"""

from kith.engines.plain.reading import LONG_SENTENCE, Reading, read

__all__ = ["LONG_SENTENCE", "Reading", "read"]
