"""What is shown when a team votes: the screen in the room, the retellings one by one, and counts for a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.urls import reverse

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.engines.dilemmas import Story, load
from kith.learning import joining
from kith.learning.models import Gathering
from kith.learning.queries.dilemmas import (
    OTHERS,
    READINGS,
    Past,
    Said,
    Telling,
    asked,
    on_offer,
    said,
    tellings,
)
from kith.learning.queries.reflecting import Reflecting, reflecting
from kith.learning.rules.votes import answered_words, by_most, caution, hundredths, spoken
from kith.ui.qr import qr_path


@dataclass(frozen=True, slots=True)
class SplitRow:
    """One choice of a closed question: `bar` is its part of a hundred."""

    words: str
    many: int
    bar: int


@dataclass(frozen=True, slots=True)
class Split:
    """How a closed question was answered; no rows where that would show what somebody chose."""

    question: str
    says: str
    rows: Sequence[SplitRow]
    caution: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a choice asks whoever makes it, to talk about before anybody goes on."""

    choice: str
    asks: Sequence[str]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to go on, by its number among the choices."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Entrance:
    """How a phone comes in: what the QR code holds is never written out."""

    code: str
    address: str
    qr: str
    qr_size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenPage:
    """The screen in the room. `state` is open, closed, ending or over; `split` is there when closed."""

    title: str
    id: UUID
    state: str
    turn: int
    entrance: Entrance | None
    until_at: datetime
    answered: str
    past: Sequence[Past]
    lines: Sequence[Said]
    choices: Sequence[str]
    split: Split | None
    prompts: Sequence[Prompt]
    ways: Sequence[Way]
    ending: str
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverPage:
    """A gathering that has ended: its counts, until they go."""

    title: str
    state: str
    splits: Sequence[Split]
    gone_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingPage:
    """One retelling, or after the last the questions to think about; `number` is from 1."""

    title: str
    id: UUID
    turn: int
    number: int
    last: int
    telling: Telling | None
    asked: Sequence[str]
    reflecting: Reflecting


@dataclass(frozen=True, slots=True)
class OpenPage:
    """What opening a vote means, before it is opened."""

    title: str
    what: str
    says: str
    dilemma_id: UUID


@dataclass(frozen=True, slots=True)
class Listed:
    """One of the worker's gatherings."""

    title: str
    href: str
    opened_at: datetime
    is_over: bool


@dataclass(frozen=True, slots=True)
class ListPage:
    """The worker's gatherings."""

    title: str
    gatherings: Sequence[Listed]


@dataclass(frozen=True, slots=True)
class EndPage:
    """Whether a vote is to be ended."""

    title: str
    id: UUID
    turn: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What a phone is shown: open, closed, ending, none, or wait a few seconds. `mine` is what it chose."""

    answer: str
    turn: int
    offered: Sequence[str]
    mine: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhonePage:
    """A page of a phone. `note` says what became of what was just sent."""

    title: str
    agency: str
    code: str = ""
    shown: Shown | None = None
    note: str = ""


def own_gatherings(by: Worker, at: datetime) -> "QuerySet[Gathering]":
    """Give somebody's own gatherings, those that ended longer than a day ago left out."""
    gone = at - Gathering.KEPT_FOR
    return (
        Gathering.objects.filter(worker=by)
        .exclude(Q(ended_at__lte=gone) | Q(until_at__lte=gone))
        .select_related("dilemma")
    )


def is_over(gathering: Gathering, at: datetime) -> bool:
    """Tell whether a gathering was ended or has run out."""
    return gathering.ended_at is not None or gathering.until_at <= at


def open_now() -> int:
    """Count the gatherings that are open in the agency, and let nobody else open one until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kith_votes_open()")
        return int(cursor.fetchone()[0])


def answered(gathering: Gathering) -> int:
    """Count the phones that answered what is asked now."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kith_vote_answered(%s)", [gathering.id])
        return int((cursor.fetchone() or [0])[0])


def now(gathering: Gathering, at: datetime) -> dict[str, int | str]:
    """Give the turn, 0 when it is over, and how many have answered, in words (assets/js/asking.js)."""
    turn = 0 if is_over(gathering, at) else gathering.turn
    return {"turn": turn, "words": answered_words(answered(gathering))}


def forget_old() -> None:
    """Have the database end what ran out and forget what is a day old."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kith_votes_forget()")


def gathering_of(gathering_id: UUID, by: Worker, at: datetime) -> Gathering:
    """Find one of somebody's own gatherings.

    Raises:
        NotFound: it is not theirs, or gone.
    """
    found = own_gatherings(by, at).filter(id=gathering_id).first()
    if found is None:
        raise NotFound
    return found


def open_page(dilemma_id: UUID) -> OpenPage:
    """Say what opening a vote on a dilemma means.

    Raises:
        NotFound: it is not on offer.
    """
    found = on_offer().filter(id=dilemma_id).defer("ink", "compiled").first()
    if found is None:
        raise NotFound
    return OpenPage("Vote in a meeting", found.title, found.says, found.id)


def list_page(by: Worker, at: datetime) -> ListPage:
    """List somebody's gatherings, the latest first."""
    rows = own_gatherings(by, at).order_by("-opened_at").defer("dilemma__ink", "dilemma__compiled")
    listed = [
        Listed(each.dilemma.title, _href("gathering", each.id), each.opened_at, is_over(each, at)) for each in rows
    ]
    return ListPage("Votes in a meeting", listed)


def screen_page(gathering: Gathering, origin: str) -> ScreenPage:
    """Show a gathering that goes on on the screen in the room."""
    story = load(gathering.dilemma.compiled)
    *past, now = story.path(gathering.choices)
    step, is_closed = len(gathering.choices), len(gathering.splits) > len(gathering.choices)
    ending = now.scene.ending
    return ScreenPage(
        title=gathering.dilemma.title,
        id=gathering.id,
        state="ending" if ending else "closed" if is_closed else "open",
        turn=gathering.turn,
        entrance=_entrance(gathering.code or "", origin),
        until_at=gathering.until_at,
        answered=answered_words(answered(gathering)),
        past=[Past(said(each.scene.lines, story.head), each.chosen.words) for each in past if each.chosen],
        lines=said(now.scene.lines, story.head),
        choices=gathering.offered,
        split=_split(gathering, step) if is_closed else None,
        prompts=_prompts(story, gathering) if is_closed else (),
        ways=_ways(gathering, step) if is_closed else (),
        ending=ending.title if ending else "",
        back=_back(step, is_closed=is_closed),
    )


def over_page(gathering: Gathering) -> OverPage:
    """Show the counts of a gathering that has ended."""
    story = load(gathering.dilemma.compiled)
    ended = min(gathering.ended_at or gathering.until_at, gathering.until_at)
    return OverPage(
        title=gathering.dilemma.title,
        state="over",
        splits=[_split_of(story, gathering, step) for step in range(len(gathering.splits))],
        gone_at=ended + Gathering.KEPT_FOR,
    )


def telling_page(gathering: Gathering, number: int, on: date) -> TellingPage:
    """Show one of the retellings, or after them the questions to think about.

    Raises:
        NotFound: there are not so many, or the story has not come to its ending.
    """
    story = load(gathering.dilemma.compiled)
    steps = story.path(gathering.choices)
    told = [each for which in (OTHERS, READINGS) for each in tellings(story, gathering.choices, which)]
    if steps[-1].scene.ending is None or not 1 <= number <= len(told) + 1:
        raise NotFound
    is_telling = number <= len(told)
    return TellingPage(
        title=told[number - 1].title if is_telling else "To think about",
        id=gathering.id,
        turn=gathering.turn,
        number=number,
        last=len(told) + 1,
        telling=told[number - 1] if is_telling else None,
        asked=asked(steps),
        reflecting=reflecting(on),
    )


def end_page(gathering: Gathering) -> EndPage:
    """Ask whether a vote is to be ended."""
    return EndPage("End this vote", gathering.id, gathering.turn)


def _entrance(code: str, origin: str) -> Entrance:
    address = joining.entrance(origin)
    drawn, size = qr_path(f"{address}{code}/?from={joining.scanned(code)}")
    return Entrance(spoken(code), address.partition("//")[2].rstrip("/"), drawn, size)


def _split(gathering: Gathering, step: int, question: str = "") -> Split:
    return _drawn(gathering.splits[step], gathering.offered, question)


def _split_of(story: Story, gathering: Gathering, step: int) -> Split:
    offered = [each.words for each in story.at(gathering.choices[:step]).choices]
    return _drawn(gathering.splits[step], offered, f"Question {step + 1}")


def _drawn(kept: dict[str, object], offered: Sequence[str], question: str) -> Split:
    many, counts = int(str(kept["answered"])), kept["counts"]
    shown: list[int] = counts if isinstance(counts, list) else []
    bars = hundredths(shown)
    rows = [SplitRow(words, count, bar) for words, count, bar in zip(offered, shown, bars, strict=False)]
    return Split(question, f"{many or 'Nobody'} answered", rows, caution(many) if many else "")


def _ways(gathering: Gathering, step: int) -> list[Way]:
    order = by_most(gathering.splits[step]["counts"] or [0] * len(gathering.offered))
    return [Way(each, gathering.offered[each]) for each in order]


def _prompts(story: Story, gathering: Gathering) -> list[Prompt]:
    asks = [story.at([*gathering.choices, each]).reflect for each in range(len(gathering.offered))]
    return [Prompt(words, each) for words, each in zip(gathering.offered, asks, strict=True) if each]


def _back(step: int, *, is_closed: bool) -> str:
    if is_closed:
        return "Ask this question again"
    return "Back to the question before" if step else ""


def _href(name: str, *parts: object) -> str:
    return reverse(f"learning:{name}", args=parts)
