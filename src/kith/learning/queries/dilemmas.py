"""What the pages of dilemmas show: the list, a story as it is played, and how others lived the same choices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.core.permissions import Permission
from kith.core.reference import Row
from kith.core.reference import queries as reference
from kith.engines.dilemmas import THEMES, Head, Line, Step, Story, load
from kith.learning.models import Dilemma, Play
from kith.learning.queries.issuer import issuer
from kith.learning.queries.reflecting import Reflecting, reflecting
from kith.learning.rules.frameworks import FRAMEWORKS

#: knot -> whose telling it is, and who that is in a sentence
OTHERS = {
    "as_child": ("The child", "The same days, as the child lived them."),
    "as_parent": ("The parent", "The same days, as a parent lived them."),
    "as_colleague": ("A colleague", "What a colleague saw of it."),
    "as_court": ("The court", "What a court would find in the record: what is there, and what is not."),
}
READINGS = {
    "by_duty": ("By duty", "Which duties were kept and which were strained, whatever came of it."),
    "by_outcome": ("By outcome", "What came of it for whom, and what might yet."),
}
#: Whoever tells the same choices again, in the order in which they do.
TELLERS = {**OTHERS, **READINGS}


@dataclass(frozen=True, slots=True)
class Listed:
    """A dilemma in the list; `go_on` is where the reader's open play of it is, or empty."""

    title: str
    says: str
    minutes: int
    href: str
    go_on: str


@dataclass(frozen=True, slots=True)
class Theme:
    """The dilemmas of one theme."""

    title: str
    dilemmas: Sequence[Listed]


@dataclass(frozen=True, slots=True)
class Played:
    """One of the reader's own plays."""

    title: str
    state: str
    moved: date
    href: str
    forget: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """All dilemmas on offer by theme, and what the reader played. `may_write`: whether they write any."""

    title: str
    themes: Sequence[Theme]
    plays: Sequence[Played]
    may_write: bool


@dataclass(frozen=True, slots=True)
class CoverPage:
    """A dilemma before it begins."""

    title: str
    dilemma_id: UUID
    says: str
    minutes: int
    theme: str
    people: Sequence[str]
    go_on: str


@dataclass(frozen=True, slots=True)
class Said:
    """A line of the story; `speaker` is a name, or empty."""

    words: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Past:
    """A scene that was played, and what was chosen."""

    lines: Sequence[Said]
    chosen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayPage:
    """Where the reader is in a story. `made` is how many choices led here; `ending` is empty while it goes on."""

    title: str
    play_id: UUID
    made: int
    past: Sequence[Past]
    lines: Sequence[Said]
    choices: Sequence[str]
    ending: str
    has_newer: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """The same choices as somebody else tells them."""

    key: str
    title: str
    says: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Cited:
    """A row of reference data: what it says, where it stands, and a caution where nobody has checked it lately."""

    title: str
    says: str
    where: str
    caution: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterPage:
    """After the ending: others' tellings, two readings, law and standards, and questions to think about.

    `badge_href` is empty where the agency gives no badges.
    """

    title: str
    play_id: UUID
    made: int
    ending: str
    chosen: Sequence[str]
    others: Sequence[Telling]
    readings: Sequence[Telling]
    law: Sequence[Cited]
    standards: Sequence[Cited]
    asked: Sequence[str]
    reflecting: Reflecting
    badge_href: str


@dataclass(frozen=True, slots=True)
class ForgetPage:
    """Whether a play is to be deleted."""

    title: str
    play_id: UUID
    what: str


@dataclass(frozen=True, slots=True)
class CpdWords:
    """What a draft of continuing professional development may begin with, if the player wants one."""

    title: str
    description: str


def on_offer() -> "QuerySet[Dilemma]":
    """Give the version of each dilemma that somebody may begin: the agency's newest, or else the newest that shipped.

    A newest that was withdrawn is none, and what was published before it does not come back.
    """
    published = Dilemma.objects.filter(published_at__isnull=False)
    newest = published.order_by("key", "origin", "-version").distinct("key", "origin")
    standing = Dilemma.objects.filter(id__in=newest.values("id"), withdrawn_at__isnull=True)
    ours_first = standing.order_by("key", "origin").distinct("key")  # "agency" stands before "shipped"
    return Dilemma.objects.filter(id__in=ours_first.values("id"))


def on_offer_of_agency() -> list[tuple[str, str]]:
    """Give the key and the Ink of each dilemma on offer that the agency wrote."""
    ours = on_offer().filter(origin=Dilemma.Origin.AGENCY).order_by("key")
    return list(ours.values_list("key", "ink"))


def own_plays(by: Worker) -> "QuerySet[Play]":
    """Give somebody's own plays; nobody else's are ever asked for (row security sees to it as well)."""
    return Play.objects.filter(worker=by).select_related("dilemma")


def list_page(by: Worker) -> ListPage:
    """List the dilemmas on offer, and one's own plays, the latest first."""
    plays = list(own_plays(by).order_by("-moved_at", "-id"))
    open_of = {each.dilemma.key: _href("play", each.id) for each in reversed(plays) if not each.is_ended}
    listed: dict[str, list[Listed]] = {key: [] for key in THEMES}
    for each in on_offer().order_by("title").defer("ink", "compiled"):
        go_on = open_of.get(each.key, "")
        listed[each.theme].append(Listed(each.title, each.says, each.minutes, _href("dilemma", each.id), go_on))
    return ListPage(
        title="Dilemmas",
        themes=[Theme(title, listed[key]) for key, title in THEMES.items() if listed[key]],
        plays=[_played(each) for each in plays],
        may_write=by.may(Permission.WRITE_LEARNING),
    )


def _played(play: Play) -> Played:
    state = "Played to an ending" if play.is_ended else "Not finished"
    return Played(
        play.dilemma.title, state, play.moved_at.date(), _href("play", play.id), _href("forget_play", play.id)
    )


def cover_page(dilemma_id: UUID, by: Worker) -> CoverPage:
    """Show a dilemma before it begins.

    Raises:
        NotFound: it is not on offer.
    """
    dilemma = on_offer().filter(id=dilemma_id).first()
    if dilemma is None:
        raise NotFound
    mine = own_plays(by).filter(dilemma__key=dilemma.key, is_ended=False).order_by("-moved_at").first()
    people = load(dilemma.compiled).head.persons
    return CoverPage(
        title=dilemma.title,
        dilemma_id=dilemma.id,
        says=dilemma.says,
        minutes=dilemma.minutes,
        theme=THEMES[dilemma.theme],
        people=[f"{'You' if each.key == 'you' else each.name}, {each.who}" for each in people],
        go_on=_href("play", mine.id) if mine else "",
    )


def play_page(play_id: UUID, by: Worker) -> PlayPage:
    """Show where somebody is in a story.

    Raises:
        NotFound: no such play is theirs.
    """
    play, story = _found(play_id, by)
    *past, now = story.path(play.choices)
    scene = now.scene
    return PlayPage(
        title=play.dilemma.title,
        play_id=play.id,
        made=len(play.choices),
        past=[Past(said(each.scene.lines, story.head), each.chosen.words) for each in past if each.chosen],
        lines=said(scene.lines, story.head),
        choices=[each.words for each in scene.choices],
        ending=scene.ending.title if scene.ending else "",
        has_newer=not on_offer().filter(id=play.dilemma_id).exists(),
    )


def after_page(play_id: UUID, by: Worker, on: date) -> AfterPage:
    """Show how others lived the same choices.

    Raises:
        NotFound: no such play is theirs, or it has not come to an ending.
    """
    play, story = _found(play_id, by)
    steps = story.path(play.choices)
    ending = steps[-1].scene.ending
    if ending is None:
        raise NotFound
    return AfterPage(
        title=f"{play.dilemma.title}: as others lived it",
        play_id=play.id,
        made=len(play.choices),
        ending=ending.title,
        chosen=[each.chosen.words for each in steps if each.chosen],
        others=tellings(story, play.choices, OTHERS),
        readings=tellings(story, play.choices, READINGS),
        law=cited("law_snippets", story.head.laws, on),
        standards=[
            *cited("swe_standards", story.head.standards, on, "Standard "),
            *cited("pcf_domains", story.head.pcf, on),
            *cited("digital_capabilities", story.head.capabilities, on),
        ],
        asked=asked(steps),
        reflecting=reflecting(on),
        badge_href=_href("badge_of_play", play.id) if issuer() else "",
    )


def forget_page(play_id: UUID, by: Worker) -> ForgetPage:
    """Ask whether a play is to be deleted.

    Raises:
        NotFound: no such play is theirs.
    """
    play = own_plays(by).filter(id=play_id).first()
    if play is None:
        raise NotFound
    return ForgetPage("Delete this play", play.id, play.dilemma.title)


def cpd_words(play: Play) -> CpdWords:
    """Suggest how a draft of CPD about a play may begin. Nothing is kept: whoever plays says whether they want one.

    It names the dilemma and its subject, and none of the choices. The title stands once, at the front: within a
    sentence its capital letters would be taken for a name.
    """
    head = load(play.dilemma.compiled).head
    theme = THEMES.get(head.theme, head.theme)
    return CpdWords(
        title=f"A dilemma: {play.dilemma.title}",
        description=f"I played this story ({theme[:1].lower()}{theme[1:]}) and read how others would have lived the"
        f" same choices. It touches professional standards {', '.join(head.standards)}.",
    )


def cpd_words_of(play_id: UUID, by: Worker) -> CpdWords:
    """Suggest how a draft about one of somebody's own plays may begin.

    Raises:
        NotFound: they have no such play.
    """
    return cpd_words(_found(play_id, by)[0])


def cited(name: str, keys: Sequence[str], on: date, before: str = "") -> list[Cited]:
    """Give the rows of a set by their keys, as they stand on a day; a key that is not in force is left out."""
    if name not in reference.heads():
        return []
    found = {row.key: row for row in reference.rows(name, on=on)}
    return [
        Cited(
            title=before + str(row.value["name"]),
            says=str(row.value.get("says", "")),
            where=str(row.value.get("reference", "")),
            caution=row.caution(on),
            href=_where(row),
        )
        for key in keys
        if (row := found.get(key))
    ]


def _where(row: Row) -> str:
    if row.name in FRAMEWORKS:
        return _href("statement", row.name, row.key)
    return reverse("home:reference_row", args=[row.name, row.line])


def _found(play_id: UUID, by: Worker) -> tuple[Play, Story]:
    play = own_plays(by).filter(id=play_id).first()
    if play is None:
        raise NotFound
    return play, load(play.dilemma.compiled)


def tellings(story: Story, choices: Sequence[int], which: Mapping[str, tuple[str, str]] = TELLERS) -> list[Telling]:
    """Give the same choices as others tell them."""
    return [Telling(knot, title, says, story.told(choices, knot)) for knot, (title, says) in which.items()]


def said(lines: Sequence[Line], head: Head) -> list[Said]:
    """Give lines with the names of whoever says them."""
    names = {each.key: each.name for each in head.persons}
    return [Said(each.words, names.get(each.speaker, "")) for each in lines]


def asked(steps: Sequence[Step]) -> list[str]:
    """List the questions to think about that these choices asked, each once."""
    return list(dict.fromkeys(each for step in steps for each in step.scene.reflect))


def _href(name: str, *parts: object) -> str:
    return reverse(f"learning:{name}", args=parts)
