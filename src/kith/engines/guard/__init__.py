"""The guard: would this message, letter or file tell this reader something they must not know?

Plain Python: no database, no network, no clock. `check` is for one message; `compile_facts` makes a `Matcher` to use
for many. What could not be opened is named, never passed over.
"""

from collections.abc import Sequence

from kith.engines.guard.facts import Fact, Geo, Kind
from kith.engines.guard.matcher import Matcher, Opener, compile_facts, open_here
from kith.engines.guard.verdict import Attachment, Earlier, Finding, Level, Outgoing, Unopened, Verdict

__all__ = [
    "Attachment",
    "Earlier",
    "Fact",
    "Finding",
    "Geo",
    "Kind",
    "Level",
    "Matcher",
    "Opener",
    "Outgoing",
    "Unopened",
    "Verdict",
    "check",
    "compile_facts",
]


def check(
    outgoing: Outgoing, facts: Sequence[Fact], earlier: Sequence[Earlier] = (), open_all: Opener = open_here
) -> Verdict:
    """Say whether this may go to its reader, and point at every place that tells a protected fact.

    Args:
        facts: the case's protected facts; those whose `may_know` names the reader are not judged.
        open_all: opens the attachments; by default here, without reading the words in pictures.
        earlier: pieces of facts the same reader was told before; a second, different piece of one fact blocks.

    Returns:
        the strongest level found, findings in reading order, and whatever could not be opened (at least a warning).

    References:
        FPR 29.1 and form C8 (confidential contact details).
    """
    return compile_facts(facts).check(outgoing, earlier, open_all)
