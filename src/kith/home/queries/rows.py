"""What stands on the line of time, filled with its words: one query for each kind on the page, not one a row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from kith.correspondence import queries as correspondence
from kith.correspondence.models import Disowned, Message, Outbox, Received
from kith.exhibits import queries as exhibits
from kith.exhibits.queries import ItemShown
from kith.home import rules
from kith.home.queries.line import Key
from kith.home.rules import Piece, Term
from kith.record.models import Case, Decision, Entry, EntryAbout, TimelineRow
from kith.ui import formats
from kith.ui.parts import Link, Tag

OPENING = 600
Kind = TimelineRow.Kind

_ITEM_KINDS = {"message": "Message", "system": "Line of the app's own", "call": "Call", "file": "File"}
_FLAGS = {
    "edited": Tag("Edited", "yellow"),
    "deleted": Tag("Deleted", "red"),
    "view_once": Tag("View once", "purple"),
    "omitted": Tag("File left out", "grey"),
    "missed": Tag("Missed", "grey"),
    "location": Tag("Place", "grey"),
    "poll": Tag("Poll", "grey"),
    "contact": Tag("Contact card", "grey"),
    "undecodable": Tag("Not all text", "orange"),
    "unmentioned": Tag("In no message", "grey"),
}
_STATES = {
    **dict.fromkeys(("sent", "delivered"), "green"),
    **dict.fromkeys(("refused", "failed", "expired"), "red"),
    **dict.fromkeys(("created", "queued"), "yellow"),
    "held": "purple",
    "unsure": "orange",
    "sending": "blue",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One thing on the line of time, in words. `opening` and `rest` are its whole text; `rest` is shown when asked for.

    `source` says where it stands ("[E1, line 214]") and leads there. `when_text` replaces `at` where it is set.
    """

    case_id: UUID
    id: str
    title: str
    byline: str
    at: datetime | None
    when_text: str
    opening: Sequence[Piece]
    rest: Sequence[Piece] = ()
    attachment: str = ""
    tags: Sequence[Tag] = ()
    source: Link
    href: str = ""
    text: str = ""

    @property
    def links(self) -> Sequence[Link]:
        """Give what stands below the words, as the timeline's component asks for it."""
        return (self.source,)


def shown(cases: Mapping[UUID, Case], keys: Sequence[Key], terms: Sequence[Term], *, whole: bool) -> list[Shown]:
    """Give the rows of these keys, in their order, with what was looked for marked.

    Args:
        cases: those that the keys lie in.
        whole: give all of each text; else the part around what was looked for.
    """
    filled = _Filling(cases, keys, terms, whole)
    makers = {
        Kind.ITEM: filled.item,
        Kind.ENTRY: filled.entry,
        Kind.DECISION: filled.decision,
        Kind.RECEIVED: filled.received,
    }
    rows = (makers.get(Kind(key.kind), filled.message)(key) for key in keys)
    return [row for row in rows if row is not None]


class _Filling:
    """The rows that a page's keys name, fetched at once."""

    def __init__(self, cases: Mapping[UUID, Case], keys: Sequence[Key], terms: Sequence[Term], whole: bool) -> None:
        self._terms, self._whole = terms, whole
        self._items = _items(cases, keys)
        self._entries = _entries(_ids(keys, Kind.ENTRY))
        self._about = _about(self._entries)
        self._decisions = _decisions(_ids(keys, Kind.DECISION))
        self._messages = _messages(_ids(keys, Kind.MESSAGE))
        self._received = _received(_ids(keys, Kind.RECEIVED))

    def item(self, key: Key) -> Shown | None:
        """Make the row of an exhibit's item."""
        place = key.place
        found = self._items.get((place.source_id, place.member, place.position))
        if found is None:
            return None
        kind = _(_ITEM_KINDS.get(found.kind, found.kind))
        where = _("%(label)s, line %(line)s") if found.line else "%(label)s"
        label = where % {"label": found.label, "line": formats.number(found.line)}
        href = reverse("exhibits:item", args=[key.case_id, found.exhibit_id, found.member, found.start])
        return self._row(
            key,
            title=found.said_by or kind,
            byline=kind if found.said_by else "",
            when_text=_when_of_item(key, found),
            text=found.text,
            attachment=_attachment(found),
            tags=[_FLAGS[flag] for flag in found.flags if flag in _FLAGS],
            source=Link(f"[{label}]", href),
        )

    def entry(self, key: Key) -> Shown | None:
        """Make the row of an entry."""
        found = self._entries.get(key.place.source_id)
        if found is None:
            return None
        about = ", ".join(self._about.get(found.id, ()))
        byline = _("about %s; ") % about if about else ""
        tags = [Tag(_("Amended later"), "yellow")] if getattr(found, "is_amended", False) else []
        tags += [Tag(_("Amends an earlier entry"), "blue")] if found.amends_id else []
        tags += [Tag(found.get_allegation_display(), "purple")] if found.allegation else []
        return self._row(
            key,
            title=found.get_kind_display(),
            byline=byline + _("recorded by %s") % found.recorded_by.name,
            when_text=_when_of_entry(found),
            text=found.text,
            tags=tags,
            source=Link(_("[Entry]"), reverse("record:entry", args=[key.case_id, found.id])),
        )

    def decision(self, key: Key) -> Shown | None:
        """Make the row of a decision."""
        found = self._decisions.get(key.place.source_id)
        if found is None:
            return None
        return self._row(
            key,
            title=_("Decision"),
            byline=_("decided by %s") % found.decided_by.name,
            text=_decision_in_words(found),
            tags=[Tag(_("Reviewed later"), "yellow")] if getattr(found, "is_reviewed", False) else [],
            source=Link(_("[Decision]"), reverse("record:decision", args=[key.case_id, found.id])),
        )

    def message(self, key: Key) -> Shown | None:
        """Make the row of a message that we sent, or tried to."""
        found = self._messages.get(key.place.source_id)
        if found is None:
            return None
        state = str(getattr(found, "state", "") or "")
        return self._row(
            key,
            title=_("Message to %s") % found.reader.known_as,
            byline=_("written by %s") % found.written_by.name,
            text=f"{found.subject}\n{found.text}",
            tags=[Tag(_(dict(Outbox.STATES)[state]), _STATES.get(state, "grey"))] if state else [],
            source=Link(_("[Message]"), reverse("correspondence:show", args=[key.case_id, found.id])),
        )

    def received(self, key: Key) -> Shown | None:
        """Make the row of something that came; where it was not written by them, it is nobody's."""
        found = self._received.get(key.place.source_id)
        if found is None:
            return None
        is_disowned = bool(getattr(found, "is_disowned", False))
        return self._row(
            key,
            title=_("Message received"),
            byline=correspondence.byline_of(found, found.participant.known_as, is_disowned),
            text=correspondence.as_read(found.subject, found.text),
            tags=correspondence.tags_of(found, is_disowned, waits=False),
            source=Link(_("[Received]"), reverse("correspondence:received", args=[key.case_id, found.id])),
        )

    def _row(self, key: Key, *, text: str, when_text: str = "", **words: Any) -> Shown:
        """Cut the text into what is shown at once and the rest, and mark both."""
        place = key.place
        opening, rest = _clamped(text) if self._whole else (rules.excerpt(text, self._terms, OPENING), "")
        return Shown(
            case_id=key.case_id,
            id=f"at-{place.source_id.hex[:12]}-{place.member}-{place.position}",
            at=place.at,
            when_text=when_text or ("" if place.at else _("No date")),
            opening=rules.pieces(opening, self._terms),
            rest=rules.pieces(rest, self._terms),
            **words,
        )


def _clamped(text: str) -> tuple[str, str]:
    """Part a long text at a space: what is shown at once, and the rest."""
    if len(text) <= OPENING * 5 // 4:  # a few letters more are not worth a press
        return text, ""
    end = text.rfind(" ", OPENING // 2, OPENING) + 1 or OPENING
    return text[:end], text[end:]


def _ids(keys: Iterable[Key], kind: str) -> list[UUID]:
    return [key.place.source_id for key in keys if key.kind == kind]


def _items(cases: Mapping[UUID, Case], keys: Sequence[Key]) -> dict[tuple[UUID, int, int], ItemShown]:
    """Find the items; one query for each case that has any on the page."""
    wanted: dict[UUID, list[tuple[UUID, int, int]]] = {}
    for key in keys:
        if key.kind == Kind.ITEM:
            place = key.place
            wanted.setdefault(key.case_id, []).append((place.source_id, place.member, place.position))
    return {
        item.key: item for case_id, places in wanted.items() for item in exhibits.items_shown(cases[case_id], places)
    }


def _entries(ids: Sequence[UUID]) -> dict[UUID, Entry]:
    if not ids:
        return {}
    later = Exists(Entry.objects.filter(case=OuterRef("case"), amends=OuterRef("pk")))
    rows = Entry.objects.filter(id__in=ids).annotate(is_amended=later).select_related("recorded_by")
    return {row.id: row for row in rows}


def _about(entries: Mapping[UUID, Entry]) -> dict[UUID, list[str]]:
    """Name those whom each entry is about, as they were added to the case."""
    found: dict[UUID, list[str]] = {}
    if entries:
        rows = EntryAbout.objects.filter(entry__in=list(entries)).order_by("participant__added_at", "participant")
        for entry_id, name in rows.values_list("entry", "participant__known_as"):
            found.setdefault(entry_id, []).append(name)
    return found


def _decisions(ids: Sequence[UUID]) -> dict[UUID, Decision]:
    if not ids:
        return {}
    later = Exists(Decision.objects.filter(case=OuterRef("case"), amends=OuterRef("pk")))
    rows = Decision.objects.filter(id__in=ids).annotate(is_reviewed=later).select_related("decided_by")
    return {row.id: row for row in rows}


def _messages(ids: Sequence[UUID]) -> dict[UUID, Message]:
    if not ids:
        return {}
    state = Subquery(Outbox.objects.filter(case=OuterRef("case"), message=OuterRef("pk")).values("state")[:1])
    rows = Message.objects.filter(id__in=ids).annotate(state=state).select_related("reader", "written_by")
    return {row.id: row for row in rows}


def _received(ids: Sequence[UUID]) -> dict[UUID, Received]:
    if not ids:
        return {}
    said = Disowned.objects.filter(case=OuterRef("case"), received=OuterRef("pk"))
    rows = Received.objects.filter(id__in=ids).annotate(is_disowned=Exists(said)).select_related("participant")
    return {row.id: row for row in rows}


def _when_of_item(key: Key, item: ItemShown) -> str:
    if key.place.at is None:
        return (
            _("No date settled; the file says “%s”") % item.stamp_text if item.stamp_text else _("No date in the file")
        )
    return "" if key.hour is not None else _("%s, no time in the file") % formats.day(key.place.at)


def _when_of_entry(entry: Entry) -> str:
    """Say when in the worker's words, and between which days; nothing where the minute is known."""
    begins, ends = entry.happened_from, entry.happened_until
    if begins is None:
        return entry.happened_text or _("Date not known")
    if entry.precision == Entry.Precision.EXACT:
        is_minute = ends is not None and ends - begins <= timedelta(minutes=1)
        return "" if is_minute else formats.day(begins)
    last = localtime(ends - timedelta(microseconds=1)) if ends else begins
    days = formats.day(begins)
    if localtime(begins).date() != last.date():
        days = _("between %(first)s and %(last)s") % {"first": days, "last": formats.day(last)}
    return _("About: %(words)s (%(days)s)") % {"words": entry.happened_text, "days": days}


def _attachment(item: ItemShown) -> str:
    if not item.attachment_text:
        return ""
    words = _("%s, in the export") if item.attachment_member else _("%s, not handed over")
    return words % item.attachment_text


def _decision_in_words(found: Decision) -> str:
    """Write a decision as one text: all of what a search looks through."""
    others = [option for place, option in enumerate(found.options) if place != found.chosen]
    lines = [
        (_("Chosen: %s"), found.options[found.chosen]),
        (_("Not chosen: %s"), "; ".join(others)),
        (_("Child's view: %s"), found.childs_view),
        (_("Reasons: %s"), found.reasons),
        (_("For: %s"), found.evidence_for),
        (_("Against: %s"), found.evidence_against),
    ]
    return "\n".join([found.question, *(words % value for words, value in lines if value)])
