"""Clean copies: a file without what nobody sees, checked again afterwards; and redaction, which removes.

Plain Python, like every engine. `clean` gives a copy and says what it took out and what still tells; `hidden_in` says
what a copy would be without; `redact` takes words or stretches out of a PDF, so that nothing is left under the black.
"""

from kith.engines.cleaning.cleaner import clean, hidden_in
from kith.engines.cleaning.redaction import NotRedacted, redact
from kith.engines.cleaning.words import CannotClean, Cleaned, Note

__all__ = ["CannotClean", "Cleaned", "NotRedacted", "Note", "clean", "hidden_in", "redact"]
