"""The matcher: facts made ready once, then held against any number of messages."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kith.engines.guard.facts import Fact, Kind
from kith.engines.guard.folding import Reading, readings
from kith.engines.guard.matching.addresses import address_hunts
from kith.engines.guard.matching.hits import Hit, Hunt
from kith.engines.guard.matching.institutions import place_hunts, school_hunts, workplace_hunts
from kith.engines.guard.matching.marks import email_hunts, other_hunts, vehicle_hunts
from kith.engines.guard.matching.names import name_hunts
from kith.engines.guard.matching.phones import phone_hunts
from kith.engines.guard.matching.points import is_point, metres_between, points_in, three_words_in
from kith.engines.guard.mosaic import is_same_side, put_together
from kith.engines.guard.opening import Gathering, Passage, Point, open_attachment
from kith.engines.guard.showing import disguise, shown
from kith.engines.guard.undoing import Clues, clues_of, undone
from kith.engines.guard.verdict import (
    Attachment,
    Earlier,
    Finding,
    Level,
    Outgoing,
    Unopened,
    Verdict,
    judge,
    strongest,
)

#: Gives what is in each attachment, in order. The installation opens them where they can do no harm; tests, here.
Opener = Callable[[Sequence[Attachment]], Iterable[Gathering]]


def open_here(attachments: Sequence[Attachment]) -> Iterator[Gathering]:
    """Open each attachment in this very process, without reading the words in pictures."""
    return (open_attachment(each.name, each.data) for each in attachments)


_SHARED = frozenset({"surname", "town"})
_NAMES = frozenset({Kind.NEW_NAME, Kind.PERSON})
_SHARING = {kind: _NAMES if kind in _NAMES else frozenset({kind}) for kind in Kind}
_THREE_WORDS = "an address of three words, which cannot be looked up here: is it this place?"


@dataclass(frozen=True, slots=True)
class _Ready:
    fact: Fact
    hunts: tuple[Hunt, ...]


def compile_facts(facts: Iterable[Fact]) -> "Matcher":
    """Make facts ready to be looked for, to be used for many messages."""
    return Matcher(tuple(_Ready(fact, tuple(hunts_of(fact))) for fact in facts))


class Matcher:
    """Facts made ready; holds nothing of the messages it has seen."""

    def __init__(self, ready: tuple[_Ready, ...]) -> None:
        self._ready = ready
        self._clues = clues_of(each.fact for each in ready)

    def check(self, outgoing: Outgoing, earlier: Sequence[Earlier] = (), open_all: Opener = open_here) -> Verdict:
        """Say whether this may go to its reader; see `kith.engines.guard.check`."""
        kept = [ready for ready in self._ready if ready.fact.is_kept_from(outgoing.audience)]
        known = [ready for ready in self._ready if not ready.fact.is_kept_from(outgoing.audience)]
        kept = [_without_known(ready, known) for ready in kept] if known else kept
        findings: list[Finding] = []
        unopened: list[Unopened] = []
        for gathering in _everything(outgoing, open_all):
            findings += _look_through(gathering, kept, self._clues)
            unopened += gathering.unopened
        told = [piece for piece in earlier if is_same_side(piece.audience, outgoing.audience)]
        joined = put_together(_without_repeats(findings), told)
        return judge(_without_doubts(joined), unopened)

    def told(self, outgoing: Outgoing, open_all: Opener = open_here) -> list[Earlier]:
        """Give every piece that a message told its reader, harmless ones too, to be held against what comes later."""
        verdict = self.check(outgoing, open_all=open_all)
        pieces = (*verdict.findings, *verdict.traces)
        return [Earlier(outgoing.audience, piece.fact, piece.part) for piece in pieces]


def _without_known(ready: _Ready, known: Sequence[_Ready]) -> _Ready:
    """Pass over a name's surname, or an address's town, that is that of a fact the reader may know as well."""
    same = [hunt for other in known if other.fact.kind in _SHARING[ready.fact.kind] for hunt in other.hunts]
    if not same:
        return ready

    def quieter(hunt: Hunt) -> Hunt:
        def look(reading: Reading) -> Iterator[Hit]:
            for hit in hunt.find(reading):
                if hit.part not in _SHARED or not _tells_the_same(same, reading, hit):
                    yield hit

        return Hunt(look, hunt.signs)

    return _Ready(ready.fact, tuple(map(quieter, ready.hunts)))


def _tells_the_same(hunts: Iterable[Hunt], reading: Reading, hit: Hit) -> bool:
    return any(
        other.part == hit.part and (other.start, other.end) == (hit.start, hit.end)
        for hunt in hunts
        for other in hunt.find(reading)
    )


def _everything(outgoing: Outgoing, open_all: Opener) -> Iterator[Gathering]:
    """Give all that leaves: subject, body, other fields, then each attachment opened."""
    written = Gathering.closed()
    written.words("subject", outgoing.subject)
    written.words("body", outgoing.text)
    for label, words in outgoing.fields.items():
        written.words(label, words)
    yield written
    if outgoing.attachments:
        yield from open_all(outgoing.attachments)


def _look_through(gathering: Gathering, kept: list[_Ready], clues: Clues) -> Iterator[Finding]:
    if not kept:
        return
    for passage in gathering.passages:
        yield from _look_at(passage, kept, clues)
    for point in gathering.points:
        yield from _look_near(point, kept, f"{point.lat:.5f}, {point.lon:.5f}")


def _look_at(passage: Passage, kept: list[_Ready], clues: Clues) -> Iterator[Finding]:
    for plain in readings(passage.text):
        for reading in (plain, *undone(plain, clues)):
            for ready in kept:
                yield from _hits_of(ready, reading, passage)
    if any(ready.fact.geo for ready in kept):
        for start, end, lat, lon in points_in(passage.text):
            yield from _look_near(Point(passage.where, lat, lon), kept, shown(passage.text, start, end))
        for start, end in three_words_in(passage.text):
            words = shown(passage.text, start, end)
            for ready in kept:
                if ready.fact.geo:
                    yield Finding(ready.fact.id, Level.WARN, passage.where, words, _THREE_WORDS, "three words")


def _hits_of(ready: _Ready, reading: Reading, passage: Passage) -> Iterator[Finding]:
    """Give the first and the strongest hit of each piece: a word told ten thousand times is still told once."""
    best: dict[str, Level] = {}
    for hunt in ready.hunts:
        for hit in hunt.find(reading):
            if best.get(hit.part) not in (hit.level, Level.BLOCK):
                best[hit.part] = hit.level
                yield _finding(ready.fact, hit, reading, passage)


def _finding(fact: Fact, hit: Hit, reading: Reading, passage: Passage) -> Finding:
    start, end = reading.origin(hit.start, hit.end)
    how = disguise(passage.text[start:end], hit, reading.how, (fact.value, *fact.aliases))
    return Finding(fact.id, hit.level, passage.where, shown(passage.text, start, end), how, hit.part)


def _look_near(point: Point, kept: list[_Ready], words: str) -> Iterator[Finding]:
    for ready in kept:
        geo = ready.fact.geo
        if geo and is_point(point.lat, point.lon):
            away = metres_between(point.lat, point.lon, geo)
            if away <= geo.radius_m:
                how = f"a point on the map, about {round(away, -1):.0f} m away"
                yield Finding(ready.fact.id, Level.BLOCK, point.where, words, how, "point")


def _without_repeats(findings: Iterable[Finding]) -> list[Finding]:
    """Keep one finding for each fact, place and piece: the strongest, in the order first met.

    Several readings of one text find the same words again; the first is the plainest.
    """
    best: dict[tuple[str, str, str], Finding] = {}
    for finding in findings:
        key = (finding.fact, finding.where, finding.part)
        if key not in best or strongest((best[key].level, finding.level)) is not best[key].level:
            best[key] = finding
    return list(best.values())


def _without_doubts(findings: list[Finding]) -> list[Finding]:
    """Leave out what only warns of a fact where the same place already tells it for sure."""
    sure = {(finding.fact, finding.where) for finding in findings if finding.level is Level.BLOCK}
    return [
        finding for finding in findings if finding.level is not Level.WARN or (finding.fact, finding.where) not in sure
    ]


def hunts_of(fact: Fact) -> list[Hunt]:
    """Make every hunt for one fact and the other names it goes by."""
    match fact.kind:
        case Kind.ADDRESS:
            return address_hunts(fact.value, fact.aliases)
        case Kind.SCHOOL:
            return school_hunts(fact.value, fact.aliases)
        case Kind.WORKPLACE:
            return workplace_hunts(fact.value, fact.aliases)
        case Kind.PLACE:
            return place_hunts(fact.value, fact.aliases)
        case _:
            return [hunt for value in (fact.value, *fact.aliases) for hunt in _hunts_of_one(fact.kind, value)]


def _hunts_of_one(kind: Kind, value: str) -> list[Hunt]:
    match kind:
        case Kind.PHONE:
            return phone_hunts(value)
        case Kind.EMAIL:
            return email_hunts(value)
        case Kind.NEW_NAME | Kind.PERSON:
            return name_hunts(value, is_new=kind is Kind.NEW_NAME)
        case Kind.VEHICLE:
            return vehicle_hunts(value)
        case _:
            return other_hunts(value)
