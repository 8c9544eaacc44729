"""Words to begin with: a template's blanks, those Kith fills in and those only the writer can."""

import re
from collections.abc import Mapping, Sequence

_FILLED = re.compile(r"\{(\w+)\}")
#: Only as templates write them, so that a writer's own brackets pass: small letters, a few words.
_LEFT = re.compile(r"\[[a-z]+(?: [a-z]+){0,4}\]|\{\w+\}")


def fill(text: str, known: Mapping[str, str]) -> str:
    """Put what is known where a template names it in braces; what is not known stays as it stands."""
    return _FILLED.sub(lambda found: known.get(found[1], found[0]), text)


def blanks_in(text: str) -> Sequence[str]:
    """List the blanks of a template that words still have in them, once each, in order."""
    return list(dict.fromkeys(_LEFT.findall(text)))
