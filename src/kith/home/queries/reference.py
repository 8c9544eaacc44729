"""Pages of reference data: the sets, one set, one row with its history. Whoever works here may read them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.core.reference import queries as reference
from kith.core.reference.queries import Version
from kith.core.reference.reading import Head
from kith.core.reference.rules import MARKS, Row, changed, in_words
from kith.core.reference.shapes import CALLED, Field
from kith.record.queries.heads import address
from kith.ui import parts
from kith.ui.parts import Link, Tag, TimelineRow

_OWN_WORDS = {
    "source": "Source",
    "owner": "Kept by",
    "effective_from": "In force from",
    "effective_to": "In force until",
    "next_check_on": "To be checked again",
    "is_verified": "Checked",
}


@dataclass(frozen=True, slots=True)
class SetLine:
    """A set at a glance."""

    title: str
    says: str
    owner: str
    href: str
    rows: int
    unverified: int
    stale: int
    newer: int


@dataclass(frozen=True, slots=True)
class SetsPage:
    """Every set, with what is to be checked in each."""

    title: str
    sets: list[SetLine]


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row at a glance."""

    title: str
    text: str
    more: str
    href: str
    tags: list[Tag]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that are in force, not yet, or no longer."""

    title: str
    rows: list[RowLine]


@dataclass(frozen=True, slots=True)
class SetPage:
    """The rows of one set."""

    title: str
    head: Head
    groups: list[Group]
    add: Link | None


@dataclass(frozen=True, slots=True)
class RowPage:
    """One row: what it says, on whose word, and every version there was."""

    title: str
    head: Head
    row: Row
    version: int
    caution: str
    facts: list[parts.Row]
    history: list[TimelineRow]
    newer: list[parts.Row]
    doings: list[Link]
    take_href: str


@dataclass(frozen=True, slots=True)
class FormPage:
    """A form about a set or a row of it."""

    title: str
    head: Head
    back: str
    facts: Sequence[parts.Row] = ()
    version: int = 0
    row: Row | None = None


def sets_page(today: date) -> SetsPage:
    """Show every set."""
    standing = reference.all_standing()
    newer = reference.lines_with_newer_shipped()
    return SetsPage(
        title=_("Reference"),
        sets=[
            _set_line(head, [row for row in standing if row.name == head.name], newer, today)
            for head in sorted(reference.heads().values(), key=lambda head: head.title)
        ],
    )


def _set_line(head: Head, rows: Sequence[Row], newer: frozenset[UUID], today: date) -> SetLine:
    current = [row for row in rows if row.is_in_force(today)]
    return SetLine(
        title=head.title,
        says=head.says,
        owner=head.owner,
        href=address("home:reference_set", head.name),
        rows=len(current),
        unverified=sum(not row.is_verified for row in current),
        stale=sum(row.is_verified and row.is_stale(today) for row in current),
        newer=sum(row.line in newer for row in rows),
    )


def head_of(name: str) -> Head:
    """Give the head of a set.

    Raises:
        NotFound: there is none of that name.
    """
    found = reference.heads().get(name)
    if found is None:
        raise NotFound
    return found


def set_page(name: str, by: Worker, today: date) -> SetPage:
    """Show one set."""
    head = head_of(name)
    rows = reference.all_standing(name)
    newer = reference.lines_with_newer_shipped(name)
    groups = [
        (_("In force"), [row for row in rows if row.is_in_force(today)]),
        (_("Not yet in force"), [row for row in rows if row.effective_from and row.effective_from > today]),
        (_("No longer in force"), [row for row in rows if row.effective_to and row.effective_to < today]),
    ]
    may = reference.may_edit(by, name)
    return SetPage(
        title=head.title,
        head=head,
        groups=[
            Group(title, [_row_line(head, row, newer, today) for row in found]) for title, found in groups if found
        ],
        add=Link(_("Add a row"), address("home:reference_add", name)) if may else None,
    )


def _row_line(head: Head, row: Row, newer: frozenset[UUID], today: date) -> RowLine:
    said = [(field, _shown(field, row.value[name])) for name, field in head.shape.items() if row.value.get(name)][1:]
    return RowLine(
        title=str(row.value[CALLED]) if said else f"{row.value[CALLED]}, {_key_in_words(row.key)}",
        text=said[0][1] if said else "",
        more=". ".join(f"{field.label}: {words.rstrip('.')}" for field, words in said[1:]),
        href=address("home:reference_row", row.name, row.line),
        tags=_tags(row, row.line in newer, today),
    )


def _key_in_words(key: str) -> str:
    """Write a key that is a day as people do."""
    try:
        return in_words(date.fromisoformat(key))
    except ValueError:
        return key


def _tags(row: Row, has_newer: bool, today: date) -> list[Tag]:
    tags = []
    if not row.is_verified:
        tags.append(Tag(_("Not checked"), "yellow"))
    elif row.is_stale(today):
        tags.append(Tag(_("Check again"), "orange"))
    if has_newer:
        tags.append(Tag(_("Newer row came"), "blue"))
    return tags


def row_page(name: str, line: UUID, by: Worker, today: date) -> RowPage:
    """Show one row.

    Raises:
        NotFound: the set has no such row.
    """
    head, listed = head_of(name), reference.versions(name, line)
    stands, newer = reference.standing_of(listed), reference.newer_shipped(listed)
    may = reference.may_edit(by, name)
    return RowPage(
        title=f"{stands.row.value[CALLED]}",
        head=head,
        row=stands.row,
        version=stands.number,
        caution=stands.row.caution(today),
        facts=facts_of(head, stands.row),
        history=[_happened(head, each, _before(listed, each)) for each in listed],
        newer=_differences(head, stands.row, newer.row) if newer else [],
        doings=_doings(stands.row) if may else [],
        take_href=address("home:reference_take", name, line) if may and newer else "",
    )


def form_page(name: str, title: str, by: Worker, line: UUID | None = None) -> FormPage:
    """Show what stands around a form about a set, or about one row of it.

    Raises:
        NotFound: there is no such set or row, or it is not theirs to keep.
    """
    head = head_of(name)
    if not reference.may_edit(by, name):
        raise NotFound
    if line is None:
        return FormPage(title=title, head=head, back=address("home:reference_set", name))
    stands = reference.standing_of(reference.versions(name, line))
    back = address("home:reference_row", name, line)
    return FormPage(title, head, back, facts_of(head, stands.row), stands.number, stands.row)


def _doings(row: Row) -> list[Link]:
    offered = (
        ("I checked this today", "home:reference_check"),
        ("Change it", "home:reference_edit"),
        ("End it", "home:reference_end"),
    )
    return [Link(_(words), address(name, row.name, row.line)) for words, name in offered]


def facts_of(head: Head, row: Row) -> list[parts.Row]:
    """List all that a row says, in the words of a page."""
    said = [parts.Row(field.label, _shown(field, row.value.get(name))) for name, field in head.shape.items()]
    checked = _("Yes") if row.is_verified else _("No, not against its source")
    mark = f"Came as: {MARKS[row.mark]}" if row.mark else ""
    return [
        *(each for each in said if each.value),
        parts.Row(_("Key"), row.key, hint=_("What programs ask for it by")),
        parts.Row(_("Source"), row.source),
        parts.Row(_("Checked against it"), checked, hint=mark),
        parts.Row(_("To be checked again"), in_words(row.next_check_on)),
        parts.Row(_("In force"), _period(row)),
        parts.Row(_("Kept by"), row.owner),
    ]


def _period(row: Row) -> str:
    begins = _("from %s") % in_words(row.effective_from) if row.effective_from else ""
    ends = _("until %s") % in_words(row.effective_to) if row.effective_to else ""
    return " ".join(each for each in (begins, ends) if each) or _("no first or last day is known")


def _shown(field: Field, value: Any) -> str:
    """Write a value as people read it: what programs compare has no underscores; what somebody wrote stays as it is."""
    if value is None:
        return ""
    words = ", ".join(value) if isinstance(value, list) else str(value)
    return words.replace("_", " ") if field.kind in ("choice", "words") else words


def _before(listed: Sequence[Version], one: Version) -> Version | None:
    return next((each for each in listed if each.number < one.number), None)


def _happened(head: Head, one: Version, before: Version | None) -> TimelineRow:
    if before is None:
        title = _("Added")
    else:
        title = _("Changed: %s") % ", ".join(_labels(head, changed(before.row, one.row)) or [_("nothing it says")])
    return TimelineRow(
        title=title,
        at=one.at,
        byline=_("by %s") % one.by if one.by else _("came with Kith"),
        text=one.why,
    )


def _labels(head: Head, names: Sequence[str]) -> list[str]:
    return [(head.shape[name].label if name in head.shape else _(_OWN_WORDS[name])).lower() for name in names]


def _differences(head: Head, before: Row, after: Row) -> list[parts.Row]:
    """List what the newer row says where it differs, or that it differs only in how it came."""
    shown: Mapping[str, parts.Row] = {each.key: each for each in facts_of(head, after)}
    old = {each.key: each.value for each in facts_of(head, before)}
    found = [each for key, each in shown.items() if old.get(key, "") != each.value]
    gone = [parts.Row(key, _("(nothing)")) for key in old if key not in shown]
    return [*found, *gone] or [parts.Row(_("It says"), _("the same"))]
