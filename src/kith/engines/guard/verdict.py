"""What is about to leave, and what the guard says of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """The three answers, from lightest to strongest."""

    ALLOW = "allow"
    WARN = "warn"
    BLOCK = "block"


_STRENGTH = {Level.ALLOW: 0, Level.WARN: 1, Level.BLOCK: 2}


def strongest(levels: Iterable[Level]) -> Level:
    """Find the strongest of some levels; ALLOW when there are none."""
    return max(levels, key=_STRENGTH.__getitem__, default=Level.ALLOW)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file sent along: the name its reader will see, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to one reader. `fields` holds other headers and names (label -> words)."""

    channel: str
    audience: str
    text: str = ""
    subject: str = ""
    attachments: tuple[Attachment, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A piece of a fact that a reader was told before: `fact` is its id, `part` a `Finding.part`."""

    audience: str
    fact: str
    part: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a fact is told.

    Attributes:
        fact: the fact's id.
        where: in reader's words, such as "body" or "attachment report.pdf, page 2".
        shown: the words as they stand there, with a few around them.
        disguise: "exact", or how the words differ from the fact as recorded.
        part: which piece of the fact ("whole", "postcode", "street", ...).
    """

    fact: str
    level: Level
    where: str
    shown: str
    disguise: str
    part: str


@dataclass(frozen=True, slots=True)
class Unopened:
    """Something sent along that the guard could not read, and why."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for one reader. `traces` are pieces that tell nothing alone: keep them, for what is sent later."""

    level: Level
    findings: tuple[Finding, ...] = ()
    unopened: tuple[Unopened, ...] = ()
    traces: tuple[Finding, ...] = ()


def judge(findings: Iterable[Finding], unopened: Iterable[Unopened]) -> Verdict:
    """Weigh what was found: the strongest finding decides, and anything unread is at least a warning."""
    all_found, unread = list(findings), tuple(unopened)
    found = tuple(finding for finding in all_found if finding.level is not Level.ALLOW)
    traces = tuple(finding for finding in all_found if finding.level is Level.ALLOW)
    floor = [Level.WARN] if unread else []
    return Verdict(strongest([*floor, *(finding.level for finding in found)]), found, unread, traces)
