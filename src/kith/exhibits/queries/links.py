"""Links by which files are asked for: a case's list, the one that was just made, and what the public page shows."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import F, Q

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.exhibits import rules
from kith.exhibits.models import DropLink, DroppedFile
from kith.record.models import Case, Participant
from kith.record.queries import CaseHead, case_head, participants_of
from kith.record.queries.heads import address
from kith.ui.parts import Tag
from kith.ui.qr import qr_path

ASKS: list[tuple[str, str]] = [(value, str(words)) for value, words in DropLink.Asks.choices]
PHONES: list[tuple[str, str]] = [(value, str(words)) for value, words in DropLink.Phone.choices]
_STATES = {
    "waiting": ("Waiting", "blue"),
    "opened": ("Opened", "yellow"),
    "used": ("Used", "green"),
    "expired": ("Expired", "grey"),
    "withdrawn": ("Withdrawn", "grey"),
    "shut": ("Closed: wrong code words", "red"),
}
_LISTED = 200


@dataclass(frozen=True, slots=True)
class Answered:
    """What a code word was answered: "yes" with the secret of this browser; "no"; "wait" so many seconds; "over"."""

    answer: str
    seconds: int
    sitting: str


@dataclass(frozen=True, slots=True)
class Opened:
    """What the page for sending shows: nothing of the case, and nobody's name."""

    asks: str
    phone: str
    files: int
    room_files: int
    room_bytes: int


@dataclass(frozen=True, slots=True)
class DropPage:
    """A page of the public door."""

    title: str
    agency: str = ""
    opened: Opened | None = None
    token: str = ""

    @property
    def asks(self) -> str:
        """Say what is asked for, in one of our own neutral words."""
        return dict(ASKS)[self.opened.asks] if self.opened else ""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One link in a case's list."""

    id: UUID
    who: str
    asks: str
    made_by: str
    made_at: datetime
    until_at: datetime
    closed_at: datetime | None
    state: Tag
    authority: str
    question: str
    files: int
    waiting: tuple[str, ...]
    exhibits: tuple[tuple[str, str], ...]
    may_withdraw: bool
    is_news: bool
    again: str


@dataclass(frozen=True, slots=True)
class LinksPage:
    """The links of a case, newest first."""

    title: str
    case: CaseHead
    rows: tuple[LinkRow, ...]
    waiting: int
    may_ask: bool


@dataclass(frozen=True, slots=True)
class AskPage:
    """The page where a link is made."""

    title: str
    case: CaseHead


@dataclass(frozen=True, slots=True)
class MadePage:
    """A link that was just made: shown once. `qr` is the path of its picture, in squares of one by one."""

    title: str
    case: CaseHead
    id: UUID
    who: str
    asks: str
    until_at: datetime
    address: str
    token: str
    qr: str
    qr_size: int
    agency: str
    may_write: bool


@dataclass(frozen=True, slots=True)
class LinkNews:
    """Something happened at a link of this worker's."""

    family_name: str
    says: str
    href: str


def link_in(case: Case, link_id: UUID) -> DropLink:
    """Find a link of a case.

    Raises:
        NotFound: there is none.
    """
    found = DropLink.objects.filter(case_id=case.id, id=link_id).first()
    if found is None:
        raise NotFound
    return found


def dropped_in(case_id: UUID, dropped_id: UUID) -> DroppedFile:
    """Find a file that came through a link.

    Raises:
        NotFound: there is none.
    """
    found = DroppedFile.objects.filter(case_id=case_id, id=dropped_id).first()
    if found is None:
        raise NotFound
    return found


def dropped_waiting(case: Case) -> list[DroppedFile]:
    """List what came and is no exhibit yet."""
    return list(DroppedFile.objects.filter(case_id=case.id, exhibit_id=None).order_by("arrived_at", "id"))


def dropped_anywhere() -> list[tuple[UUID, UUID, UUID]]:
    """List what waits to be taken in, in whichever case: case, file, and on whose behalf. Ids alone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT in_case, dropped, worker FROM kith_dropped_waiting()")
        return list(cursor.fetchall())


def forget_old_tries() -> None:
    """Have the database forget counts of wrong words that mean nothing any more."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kith_drop_forgets()")


def links_page(case: Case, by: Worker, at: datetime, *, may_ask: bool) -> LinksPage:
    """Give the links of a case."""
    people = {person.id: person for person in participants_of(case)}
    links = DropLink.objects.filter(case_id=case.id).select_related("made_by").order_by("-made_at", "id")[:_LISTED]
    came: dict[UUID, list[DroppedFile]] = {}
    for each in DroppedFile.objects.filter(case_id=case.id).order_by("arrived_at", "id"):
        came.setdefault(each.link_id, []).append(each)
    numbers = _labels(case, [each.exhibit_id for files in came.values() for each in files if each.exhibit_id])
    rows = tuple(_row(case, each, people, came.get(each.id, []), numbers, by, at, may_ask) for each in links)
    return LinksPage("Asked for by link", case_head(case), rows, sum(len(row.waiting) for row in rows), may_ask)


def _labels(case: Case, ids: list[UUID]) -> dict[UUID, str]:
    from kith.exhibits.queries.exhibits import exhibits_of

    return {each.id: each.label for each in exhibits_of(case) if each.id in ids}


def _row(
    case: Case,
    link: DropLink,
    people: dict[UUID, Participant],
    came: list[DroppedFile],
    numbers: dict[UUID, str],
    by: Worker,
    at: datetime,
    may_ask: bool,
) -> LinkRow:
    state = rules.link_state(closed_how=link.closed_how, is_over=link.until_at <= at, opened=link.opened_at is not None)
    words, colour = _STATES[state]
    taken = [each.exhibit_id for each in came if each.exhibit_id in numbers]
    return LinkRow(
        id=link.id,
        who=people[link.participant_id].known_as if link.participant_id in people else "",
        asks=link.get_asks_display(),
        made_by=link.made_by.name,
        made_at=link.made_at,
        until_at=link.until_at,
        closed_at=link.closed_at,
        state=Tag(words, colour),
        authority=link.authority,
        question=link.question,
        files=link.files,
        waiting=tuple(each.name_text for each in came if each.exhibit_id is None),
        exhibits=tuple((numbers[each], address("exhibits:show", case.id, each)) for each in taken if each),
        may_withdraw=may_ask and state in ("waiting", "opened"),
        is_news=link.made_by_id == by.id and _is_news(link),
        again=f"{address('exhibits:ask_by_link', case.id)}?like={link.id}",
    )


def _is_news(link: DropLink) -> bool:
    return link.news_at is not None and (link.seen_at is None or link.seen_at < link.news_at)


def ask_page(case: Case) -> AskPage:
    """Give the page where a link is made."""
    return AskPage("Ask for something by link", case_head(case))


def asked_before(case: Case, link_id: str) -> dict[str, str]:
    """Give what an earlier link asked, to ask it again; nothing if there was none."""
    try:
        link = link_in(case, UUID(link_id))
    except (ValueError, NotFound):
        return {}
    return {
        "participant": str(link.participant_id),
        "asks": link.asks,
        "phone": link.phone,
        "authority": link.authority,
        "question": link.question,
    }


def people_choices(case: Case) -> list[tuple[str, str]]:
    """List whom something may be asked of."""
    return [(str(person.id), f"{person.known_as} ({person.get_part_display()})") for person in participants_of(case)]


def made_page(case: Case, link: DropLink, token: str, whole: str, agency: str, *, may_write: bool) -> MadePage:
    """Give the page that shows a new link once."""
    who = next((each.known_as for each in participants_of(case) if each.id == link.participant_id), "")
    path, size = qr_path(whole)
    return MadePage(
        title="The link, shown this once",
        case=case_head(case),
        id=link.id,
        who=who,
        asks=link.get_asks_display(),
        until_at=link.until_at,
        address=whole,
        token=token,
        qr=path,
        qr_size=size,
        agency=agency,
        may_write=may_write,
    )


def link_news(by: Worker) -> list[LinkNews]:
    """List this worker's links at which something happened that they have not said they saw."""
    unseen = Q(seen_at__isnull=True) | Q(seen_at__lt=F("news_at"))
    rows = DropLink.objects.filter(unseen, made_by=by, news_at__isnull=False).select_related("case")
    return [
        LinkNews(row.case.family_name, _news(row), address("exhibits:links", row.case_id))
        for row in rows.order_by("-news_at")[:20]
    ]


def _news(link: DropLink) -> str:
    came = f"{link.files} {'file' if link.files == 1 else 'files'} came through a link"
    if link.closed_how == DropLink.Closed.SHUT:
        return "a link was closed after wrong code words" + (f", after {came}" if link.files else "")
    return came if link.files else "a link was used, and nothing was sent"
