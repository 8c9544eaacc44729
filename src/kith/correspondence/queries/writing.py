"""What a worker sees before anything leaves: whom to write to, the words, and the letter as its reader gets it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core import opening
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.correspondence import channels, rules
from kith.correspondence.models import Enclosure
from kith.correspondence.queries import costs, letters
from kith.correspondence.queries.leaving_out import can_be_left_out_of, left_out_of
from kith.correspondence.queries.past_plan import PlanSays, hint, plan_says
from kith.correspondence.queries.pointing import Found, Piece, marked, pointed
from kith.engines import guard, plain
from kith.record import queries as record
from kith.record.models import Case, Participant
from kith.record.queries import Begun, CaseHead, heads, leaving, second_looks
from kith.record.queries.leaving import Address
from kith.record.queries.second_looks import Beside

PREVIEW_REFERENCE = "<given-when-it-is-sent@kith.invalid>"


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody on the case, and whether they may be written to; `why_not` is empty if they may."""

    id: UUID
    known_as: str
    part: str
    why_not: str


@dataclass(frozen=True, slots=True)
class ChoosePage:
    """Whom to write to."""

    title: str
    case: CaseHead
    readers: list[Reader]


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that waits with the words; `hidden` is what a clean copy would be without, in plain words.

    Something can be left out of it where `may_leave_out`; `left_out` is how many things are, before there is a copy.
    """

    id: UUID
    name: str
    size_bytes: int
    hidden: tuple[str, ...] = ()
    may_leave_out: bool = False
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """A way that a form offers: its key, where it goes in words, its channel, and when it would leave if not now."""

    key: str
    says: str
    channel: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WritePage:
    """The words being written, who gets nothing of them, and how much this reader must not learn."""

    title: str
    case: CaseHead
    reader_id: UUID
    reader: str
    ways: list[Offer]
    why_not: str
    others: list[str]
    kept: list[tuple[str, int]]
    people_url: str
    attached: list[Attached]
    words: dict[str, str]
    draft: Begun
    plan: PlanSays


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPage:
    """The message as its reader gets it, and what the check says. `seen` names exactly this."""

    title: str
    case: CaseHead
    reader_id: UUID
    reader: str
    others: list[str]
    channel: str
    how: str
    size: str
    odd: str
    price: str
    caution: str
    sender: str
    to: str
    subject: list[Piece]
    text: list[Piece]
    files: list[tuple[str, int]]
    level: str
    found: list[Found]
    unopened: list[tuple[str, str]]
    reads: "Reads"
    seen: str
    plan: PlanSays
    beside: Beside

    @property
    def may_send(self) -> bool:
        """Tell whether it can leave as it is: the guard lets it, or a second person passed exactly this."""
        return self.beside.may_leave

    @property
    def is_blocked(self) -> bool:
        """Tell whether it cannot be sent as it is."""
        return self.level == guard.Level.BLOCK

    @property
    def is_warned(self) -> bool:
        """Tell whether somebody must stand by it."""
        return self.level == guard.Level.WARN


@dataclass(frozen=True, slots=True)
class Reads:
    """How plainly the words read, for whoever wrote them; `title` says it in a line."""

    title: str
    words: int
    sentences: int
    long_sentences: tuple[str, ...]
    long_words: tuple[str, ...]


def _reads(text: str) -> Reads:
    found = plain.read(text)
    title = f"How it reads: as for somebody aged about {found.age}" if found.age else "How it reads"
    return Reads(title, found.words, found.sentences, found.long_sentences, found.long_words)


def place_of(reader: Participant) -> str:
    """Name the draft of words to this reader."""
    return f"message:{reader.id}"


def choose_page(case: Case) -> ChoosePage:
    """List who is on the case, and who of them may be written to."""
    rows, known = record.participants_of(case), leaving.addresses(case)
    readers = [Reader(row.id, row.known_as, row.get_part_display(), _why_not(case, row, known)) for row in rows]
    return ChoosePage("Who do you want to write to?", record.case_head(case), readers)


def _why_not(case: Case, reader: Participant, known: Sequence[Address]) -> str:
    try:
        letters.way_to(case, reader, known=known)
    except Refusal as refusal:
        return str(refusal)
    return ""


def _others(case: Case, reader: Participant) -> list[str]:
    rows = record.participants_of(case)
    return [f"{row.known_as} ({row.get_part_display().lower()})" for row in rows if row.id != reader.id]


def write_page(
    case: Case,
    reader: Participant,
    by: Worker,
    at: datetime,
    version: int | None = None,
    *,
    look_into_files: bool = False,
) -> WritePage:
    """Show the words being written to one reader: the newest, or an earlier version that was asked for.

    Args:
        look_into_files: say what is hidden in each file that waits, which takes a child process and half a second.
    """
    begun = record.begun(case, place_of(reader), by, version)
    known = leaving.addresses(case)
    why_not = _why_not(case, reader, known)
    ways = [] if why_not else letters.ways_to(case, reader, known)
    words = {name: str(begun.words.get(name, "")) for name in ("subject", "text", "contact", "hours")}
    return WritePage(
        title=f"Write to {reader.known_as}",
        case=record.case_head(case),
        reader_id=reader.id,
        reader=reader.known_as,
        ways=[Offer(way.key, way.says, way.channel, hint(case, reader, way.channel, at)) for way in ways],
        why_not=why_not,
        others=_others(case, reader),
        kept=leaving.kept_from(case, reader),
        people_url=heads.address("record:people", case.id),
        attached=_attached(letters.enclosures_of(case, reader, by), look_into_files),
        words=words,
        draft=begun,
        plan=plan_says(case, reader, _channel_of(ways, words["contact"]), at),
    )


def _channel_of(ways: Sequence[letters.Way], contact: str) -> str:
    """Give the channel of the way that was chosen, or of the first where none was."""
    chosen = [way for way in ways if contact in (way.key, str(way.address.id))]
    return (chosen or ways)[0].channel if ways else "email"


def _attached(rows: Sequence[Enclosure], look_into_them: bool) -> list[Attached]:
    hidden: list[list[str]] = [[] for _ in rows]
    if look_into_them:
        hidden = opening.hidden_in([guard.Attachment(row.name_text, letters.content_of(row)) for row in rows])
    counts = Counter(each.enclosure_id for each in left_out_of(rows[0].case, rows)) if rows else Counter()
    return [
        Attached(row.id, row.name_text, row.size_bytes, tuple(found), can_be_left_out_of(row), counts[row.id])
        for row, found in zip(rows, hidden, strict=True)
    ]


def check_page(case: Case, reader: Participant, by: Worker, at: datetime) -> CheckPage:
    """Show the letter as its reader would get it now, judged.

    Raises:
        letters.CannotWrite: the reader may not be written to.
        rules.NotSendable: the words cannot be sent as they are.
    """
    made = letter_begun(case, reader, by, at)
    verdict = leaving.judge(case=case, reader=reader, outgoing=made.outgoing)
    points, channel = pointed(case, reader, verdict), made.outgoing.channel
    weighed = costs.weighed(channel, made.data, at)
    return CheckPage(
        title=f"Read it as {reader.known_as}",
        case=record.case_head(case),
        reader_id=reader.id,
        reader=reader.known_as,
        others=_others(case, reader),
        channel=channel,
        how=channels.NAMES[channel],
        size=weighed.size,
        odd=weighed.odd,
        price=weighed.price,
        caution=weighed.caution,
        sender=dict(made.mail.headers).get("From", ""),
        to=dict(made.mail.headers).get("To", made.address),
        subject=marked(made.mail.subject, points.words) if made.mail.subject else [],
        text=marked(made.mail.text, points.words),
        files=[(each.name, len(each.data)) for each in made.mail.files],
        level=str(verdict.level),
        found=points.found,
        unopened=[(each.where, each.why) for each in verdict.unopened],
        reads=_reads(made.mail.text),
        seen=seen(made, verdict),
        plan=plan_says(case, reader, channel, at),
        beside=second_looks.beside(case, reader, made.outgoing, verdict, by, at),
    )


def letter_begun(case: Case, reader: Participant, by: Worker, at: datetime) -> letters.Letter:
    """Make the letter of the words begun, as it is shown before it is sent.

    Raises:
        letters.CannotWrite: the reader may not be written to.
        rules.NotSendable: the words cannot be sent as they are.
    """
    words = record.begun(case, place_of(reader), by).words
    return letters.letter(
        reader=reader,
        way=letters.way_to(case, reader, chosen_way(words.get("contact"))),
        words=letters.Words(
            str(words.get("subject", "")), str(words.get("text", "")), letters.enclosures_of(case, reader, by)
        ),
        reference=PREVIEW_REFERENCE,
        at=at,
    )


def chosen_way(contact: object) -> str | None:
    """Read the way that was chosen in a form (`Way.key`, or the id of a contact detail); None if none was."""
    return str(contact) if contact and str(contact) != "None" else None


def chosen_file(key: object) -> UUID | None:
    """Read the file that was chosen in a form; None if none was."""
    try:
        return UUID(str(key))
    except ValueError:
        return None


def chosen_hours(hours: object) -> int | None:
    """Read for how many hours a message is of use, as chosen in a form; None if nothing was."""
    return int(str(hours)) if str(hours).isdigit() else None


def seen(made: letters.Letter, verdict: guard.Verdict) -> str:
    """Name exactly this letter and exactly this verdict."""
    return rules.seen_as(
        address=f"{made.outgoing.channel} {made.address}",
        subject=made.mail.subject,
        text=made.mail.text,
        files=made.fingerprint,
        level=str(verdict.level),
        findings=[(each.fact, str(each.level), each.where) for each in verdict.findings],
    )


def enclosure_in(case: Case, reader: Participant, by: Worker, enclosure_id: UUID | None) -> Enclosure | None:
    """Find a file that waits with this worker's words; None if it does not wait any more."""
    return next((row for row in letters.enclosures_of(case, reader, by) if row.id == enclosure_id), None)
