"""Clean copies: a file without what nobody sees, checked again afterwards; and redaction, which removes.

Plain Python, like every engine. `clean` gives a copy and says what it took out and what still tells; `hidden_in` says
what a copy would be without; `redact` takes words or stretches out of a PDF, so that nothing is left under the black;
`without` does so for what a worker chose in a PDF or a picture, and `shown` draws a page of it.
"""

from kith.engines.cleaning.cleaner import clean, hidden_in
from kith.engines.cleaning.leaving_out import shown, without
from kith.engines.cleaning.redaction import NotRedacted, redact
from kith.engines.cleaning.words import CannotClean, Cleaned, LeftOut, Note, Shown

__all__ = [
    "CannotClean",
    "Cleaned",
    "LeftOut",
    "NotRedacted",
    "Note",
    "Shown",
    "clean",
    "hidden_in",
    "redact",
    "shown",
    "without",
]
