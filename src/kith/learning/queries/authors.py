"""What authors are shown: the dilemmas and their versions, and a draft with what the check found in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.core.reference import queries as reference
from kith.engines import plain
from kith.engines.dilemmas import Known, Problem, load
from kith.learning import ink as compiler
from kith.learning.ink import NotInk
from kith.learning.ink.checking import compiled, walked
from kith.learning.models import Dilemma, DilemmaDraft
from kith.learning.queries.dilemmas import on_offer
from kith.learning.rules.authors import colleagues_named, too_long


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft: what it will be called, who saved it last, and when."""

    title: str
    by: str
    at: datetime
    href: str


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a dilemma. `by` is empty where it came with Kith; `state` says whether it can be begun."""

    id: UUID
    number: int
    by: str
    at: datetime
    changed: str
    state: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Written:
    """A dilemma in the list: what of it is on offer, and where its versions are."""

    title: str
    state: str
    versions: int
    href: str


@dataclass(frozen=True, slots=True)
class WriterPage:
    """All that is written or came with Kith. `lacks` says what is missing to check stories here, or nothing."""

    title: str
    lacks: str
    drafts: Sequence[Draft]
    ours: Sequence[Written]
    shipped: Sequence[Written]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionPage:
    """One version, and those before and after it. `falls_back`: withdrawing it offers the one that came with Kith."""

    title: str
    says: str
    version: Version
    versions: Sequence[Version]
    draft: Draft | None
    may_withdraw: bool
    may_offer: bool
    falls_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the check found. `counts` is empty where the story could not be walked."""

    problems: Sequence[Problem]
    counts: Sequence[tuple[str, str]]
    hard_words: Sequence[str]
    long_sentences: Sequence[str]
    lacks: str = ""

    @property
    def is_sound(self) -> bool:
        return not self.problems and not self.lacks


@dataclass(frozen=True, slots=True, kw_only=True)
class WritePage:
    """The page on which a draft is written. `lines` are its lines by number, where faults point to them."""

    title: str
    draft_id: UUID
    ink: str
    version: int
    saved_by: str
    saved_at: datetime
    lacks: str
    found: Found | None
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class PublishPage:
    """Whether a draft may be published, and as which version of what."""

    title: str
    draft_id: UUID
    version: int
    number: int
    found: Found
    from_shipped: bool


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A draft about which something is asked."""

    title: str
    draft_id: UUID


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page that is a form and nothing else."""

    title: str


def drafts() -> "QuerySet[DilemmaDraft]":
    """Give the drafts; row security shows them to authors alone."""
    return DilemmaDraft.objects.select_related("by", "began_from")


def draft(draft_id: UUID) -> DilemmaDraft:
    """Give a draft.

    Raises:
        NotFound.
    """
    found = drafts().filter(id=draft_id).first()
    if found is None:
        raise NotFound
    return found


def published(dilemma_id: UUID) -> Dilemma:
    """Give a version.

    Raises:
        NotFound.
    """
    found = Dilemma.objects.select_related("by").filter(id=dilemma_id, published_at__isnull=False).first()
    if found is None:
        raise NotFound
    return found


def writer_page() -> WriterPage:
    """List all dilemmas that are written here or came with Kith."""
    offered = set(on_offer().values_list("id", flat=True))
    rows = list(_versions().order_by("title", "key", "-version"))
    ours, shipped = (_listed(rows, offered, origin) for origin in (Dilemma.Origin.AGENCY, Dilemma.Origin.SHIPPED))
    found = [_draft(each) for each in drafts().order_by("-at")]
    return WriterPage("Write dilemmas", compiler.missing(), found, ours, shipped)


def version_page(dilemma_id: UUID) -> VersionPage:
    """Show a version, and the others of the same dilemma.

    Raises:
        NotFound.
    """
    asked = published(dilemma_id)
    rows = list(_versions().filter(key=asked.key).order_by("-version"))
    offered = set(on_offer().filter(key=asked.key).values_list("id", flat=True))
    newest = next(each for each in rows if each.origin == asked.origin)
    begun = drafts().filter(key=asked.key).first()
    is_ours = asked.origin == Dilemma.Origin.AGENCY
    return VersionPage(
        title=asked.title,
        says=asked.says,
        version=_version(asked, offered),
        versions=[_version(each, offered) for each in rows],
        draft=_draft(begun) if begun else None,
        may_withdraw=asked.id == newest.id and asked.withdrawn_at is None,
        may_offer=asked.id == newest.id and asked.withdrawn_by_id is not None,
        falls_back=is_ours and _stands(rows, Dilemma.Origin.SHIPPED),
    )


def write_page(draft_id: UUID, on: date, *, checks: bool) -> WritePage:
    """Show a draft to be written, with what the check finds if it is asked for.

    Raises:
        NotFound.
    """
    row = draft(draft_id)
    found = checked(row.ink, on) if checks else None
    return WritePage(
        title=title_of(row),
        draft_id=row.id,
        ink=row.ink,
        version=row.version,
        saved_by=row.by.name,
        saved_at=row.at,
        lacks=compiler.missing(),
        found=found,
        lines=row.ink.rstrip("\n").split("\n") if found and found.problems else (),
    )


def publish_page(draft_id: UUID, on: date) -> PublishPage:
    """Ask what is new in the version that a draft would be.

    Raises:
        NotFound.
    """
    row = draft(draft_id)
    shipped = Dilemma.objects.filter(key=row.key, origin=Dilemma.Origin.SHIPPED).exists()
    return PublishPage(
        f"Publish {title_of(row)}", row.id, row.version, next_number(row.key), checked(row.ink, on), shipped
    )


def delete_page(draft_id: UUID) -> DraftPage:
    """Ask whether a draft is to be deleted.

    Raises:
        NotFound.
    """
    row = draft(draft_id)
    return DraftPage(f"Delete the draft of {title_of(row)}", row.id)


def next_number(key: str) -> int:
    """Give the number of the version that comes next."""
    newest = Dilemma.objects.filter(key=key).order_by("-version").values_list("version", flat=True).first()
    return (newest or 0) + 1


def is_taken(key: str) -> bool:
    """Tell whether a dilemma or a draft has this key."""
    there = (DilemmaDraft.objects.filter(key=key), Dilemma.objects.filter(key=key))
    return any(rows.exists() for rows in there)


def checked(words: str, on: date) -> Found:
    """Check a story: what is wrong by line, how it reads, and whether it names somebody who works here."""
    try:
        walk = walked(words, known(on))
    except NotInk as refusal:
        return Found(problems=refusal.faults, counts=(), hard_words=(), long_sentences=())
    except compiler.NoCompiler as refusal:
        return Found(problems=(), counts=(), hard_words=(), long_sentences=(), lacks=str(refusal))
    reading = plain.read("\n".join(walk.texts))
    return Found(
        problems=sorted([*walk.problems, *_beyond_the_walk(words)]),
        counts=[
            ("Paths", f"{walk.paths:,}"),
            ("Scenes", f"{walk.scenes:,}"),
            ("Endings", ", ".join(each.title for each in walk.endings) or "none"),
            ("Words", f"{reading.words:,}"),
            ("Reading age", f"about {reading.age}" if reading.age else "too few words to tell"),
        ],
        hard_words=reading.long_words,
        long_sentences=reading.long_sentences,
    )


def known(on: date) -> Known:
    """Give the keys that a story may name, as the agency's reference data has them on a day."""
    there = reference.heads()

    def keys(name: str) -> frozenset[str] | None:
        return frozenset(row.key for row in reference.rows(name, on=on)) if name in there else None

    return Known(keys("swe_standards"), keys("pcf_domains"), keys("digital_capabilities"), keys("law_snippets"))


def title_of(row: DilemmaDraft) -> str:
    """Give the title that stands in a draft, or its key where none does."""
    for line in row.ink.split("\n"):
        name, _, value = line.strip().removeprefix("#").partition(":")
        if line.lstrip().startswith("#") and name.strip() == "title" and value.strip():
            return value.strip()[:200]
    return row.key


def _beyond_the_walk(words: str) -> tuple[Problem, ...]:
    head = load(compiled(words)).head
    names = Worker.objects.filter(is_active=True).values_list("name", flat=True)
    return (*too_long(head, words), *colleagues_named(words, head.persons, names))


def _versions() -> "QuerySet[Dilemma]":
    rows = Dilemma.objects.filter(published_at__isnull=False).select_related("by")
    return rows.defer("ink", "compiled")


def _listed(rows: Sequence[Dilemma], offered: set[UUID], origin: str) -> list[Written]:
    by_key: dict[str, list[Dilemma]] = {}
    for each in rows:
        if each.origin == origin:
            by_key.setdefault(each.key, []).append(each)
    newest = [max(versions, key=lambda each: each.version) for versions in by_key.values()]
    return [
        Written(each.title, _state(each, offered), len(by_key[each.key]), _href("version", each.id)) for each in newest
    ]


def _stands(rows: Sequence[Dilemma], origin: str) -> bool:
    newest = next((each for each in rows if each.origin == origin), None)
    return newest is not None and newest.withdrawn_at is None


def _version(row: Dilemma, offered: set[UUID]) -> Version:
    is_ours = row.origin == Dilemma.Origin.AGENCY
    by = row.by.name if row.by else ""
    return Version(row.id, row.version, by, row.published_at or row.at, row.changed, _state(row, offered), is_ours)


def _state(row: Dilemma, offered: set[UUID]) -> str:
    if row.id in offered:
        return "On offer"
    return "Withdrawn" if row.withdrawn_at else "Not on offer: another version is"


def _draft(row: DilemmaDraft) -> Draft:
    return Draft(title_of(row), row.by.name, row.at, _href("write_story", row.id))


def _href(name: str, *parts: object) -> str:
    return reverse(f"learning:{name}", args=parts)
