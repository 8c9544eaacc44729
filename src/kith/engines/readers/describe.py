"""What is in an export, for `kith read` and for the page that shows it."""

import collections
from collections.abc import Mapping

import msgspec

from kith.engines.readers import formats
from kith.engines.readers.evidence import Evidence, Line
from kith.engines.readers.items import SYSTEM, Item, Stamp
from kith.engines.readers.questions import Question
from kith.engines.readers.resolve import Resolution, resolve
from kith.engines.readers.source import Source

# WhatsApp shortens what it exports: to so many messages with files, and without.
_WHATSAPP_CUTS = (10_000, 40_000)


class Attached(msgspec.Struct):
    """Files the chat names: how many, how many are there, and the first that are not."""

    named: int
    found: int
    missing: int
    missing_names: list[str]
    unmentioned: int


class Zone(msgspec.Struct):
    """The time zone used, and whether anybody chose it."""

    name: str | None
    assumed: bool
    says: str


class Description(msgspec.Struct):
    """What is in one export. `counts` has one number for each kind of item, which add up, and one for each mark upon
    them (media, attachment, deleted, edited, ...), which are of those. `first` and `last` are of the file's order:
    local time in ISO form where the date is known, else the characters found."""

    format: str
    says: str
    name: str
    sha256: str
    bytes: int
    counts: dict[str, int]
    unread: int
    unread_lines: list[Line]
    first: str
    last: str
    order: str | None
    order_evidence: str
    zone: Zone
    you: str | None
    device: str
    people: dict[str, int]
    attachments: Attached
    questions: list[Question]
    notes: list[str]
    damage: str = ""


def describe(
    source: Source, answers: Mapping[str, str] | None = None, *, assume_zone: str | None = None
) -> Description:
    """Read a source and say what is in it.

    Args:
        answers, assume_zone: see `resolve`.

    Raises:
        NotThisFormat, TooLarge, Damaged: see `read`; BadAnswer: see `resolve`.
    """
    return examine(source, answers, assume_zone=assume_zone)[0]


def examine(
    source: Source, answers: Mapping[str, str] | None = None, *, assume_zone: str | None = None
) -> tuple[Description, Resolution]:
    """Read a source as `describe` does, and keep the resolution for whoever reads the items next."""
    reading = formats.read(source)
    collections.deque(reading, maxlen=0)
    resolution = resolve(reading.evidence, answers, assume_zone=assume_zone)
    people, moved = _people(source, reading.evidence, resolution)
    return _description(source, reading.evidence, resolution, people, moved), resolution


def _people(source: Source, evidence: Evidence, resolution: Resolution) -> tuple[dict[str, int], int]:
    """Count lines by sender; where names change with the whole file known, by reading once more."""
    names = evidence.names
    if not resolution.changes_senders:
        people = {name: count + names.by_app.get(name, 0) for name, count in names.lines.items()}
        return {name: count for name, count in people.items() if count}, 0
    counts: dict[str, int] = {}
    moved = 0
    for piece in formats.read(source):
        if isinstance(piece, Item) and piece.sender is not None:
            settled = resolution.settled(piece)
            moved += settled.kind == SYSTEM
            if settled.sender is not None:
                counts[settled.sender] = counts.get(settled.sender, 0) + 1
    return counts, moved


def _description(
    source: Source, evidence: Evidence, resolution: Resolution, people: dict[str, int], moved: int
) -> Description:
    return Description(
        format=formats.WHATSAPP.id,
        says=formats.WHATSAPP.says,
        name=source.name,
        sha256=source.hashed(),
        bytes=source.size,
        counts=_counts(evidence, moved),
        unread=evidence.unread,
        unread_lines=evidence.unread_examples,
        first=_when(evidence.first_stamp, resolution),
        last=_when(evidence.last_stamp, resolution),
        order=resolution.order,
        order_evidence=resolution.order_evidence,
        zone=Zone(resolution.zone, resolution.zone_assumed, resolution.zone_says),
        you=resolution.you,
        device=evidence.device,
        people=dict(sorted(people.items(), key=lambda pair: (-pair[1], pair[0]))),
        attachments=_attached(evidence),
        questions=resolution.questions,
        notes=evidence.notes + _backward_notes(evidence, resolution) + _cut_notes(evidence),
        damage=evidence.damage,
    )


def _counts(evidence: Evidence, moved: int) -> dict[str, int]:
    kinds = dict.fromkeys(("message", "system", "call"), 0) | evidence.kinds
    kinds["message"] -= moved
    kinds["system"] += moved
    marks = dict.fromkeys(("media", "deleted", "edited"), 0) | evidence.flags
    return kinds | {"attachment": evidence.files.named} | marks


def _attached(evidence: Evidence) -> Attached:
    files = evidence.files
    return Attached(files.named, files.found, files.missing, files.missing_names, files.unmentioned)


def _when(found: tuple[str, tuple[int, int, int], int] | None, resolution: Resolution) -> str:
    if found is None:
        return ""
    when = resolution.when(Stamp(*found))
    return when.isoformat() if when else found[0]


def _backward_notes(evidence: Evidence, resolution: Resolution) -> list[str]:
    count = evidence.dates.backwards.get(resolution.order or "", 0)
    if not count:
        return []
    lines = ", ".join(str(line.number) for line in evidence.dates.examples[resolution.order or ""])
    times = "once" if count == 1 else f"{count} times"
    return [f"The dates run backwards {times} (line {lines}): lines may have been pasted, joined or delivered late."]


def _cut_notes(evidence: Evidence) -> list[str]:
    """Say what can be seen of WhatsApp's own shortening, and no more."""
    notes = []
    messages = evidence.kinds.get("message", 0)
    for cut in _WHATSAPP_CUTS:
        if cut - 25 <= messages <= cut + 25:
            notes.append(f"It holds {messages} messages, about where WhatsApp cuts an export short ({cut}).")
    if evidence.files.handed_over and not evidence.opens_with_notice and evidence.first_stamp is not None:
        notes.append(
            "It came with files and begins with an ordinary message, not with WhatsApp's opening notice: earlier "
            "messages may be missing. An export without files goes back further."
        )
    return notes
