"""Words being written: what a form opens with again, and the versions before it. A worker sees their own alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.record.models import Case, Draft
from kith.record.queries.heads import CaseHead, address, case_head

SHOWN_VERSIONS = 50
_OPENING_CHARACTERS = 200
#: What a draft's place names: its words, and the form's address. Rooms above own some of them.
_FORMS = {
    "entry": ("an entry", "record:write_entry"),
    "amend": ("an amendment", "record:amend_entry"),
    "decision": ("a decision", "record:record_decision"),
    "review": ("the review of a decision", "record:review_decision"),
    "message": ("a message", "correspondence:write"),
    "statement_words": ("a statement", "court:write"),
    "statement_part": ("a part of a statement", ""),  # its address needs the statement too: the versions show the words
}


@dataclass(frozen=True, slots=True)
class Begun:
    """What a form with a draft opens with. `version` is what its next save builds on, 0 for none."""

    place: str
    version: int = 0
    words: Mapping[str, Any] = field(default_factory=dict)
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Words of this worker's that no record has yet."""

    case_id: UUID
    reference: str
    family_name: str
    place: str
    saved_at: datetime

    @property
    def words(self) -> str:
        """Say what is being written."""
        return _FORMS.get(self.place.partition(":")[0], ("something", ""))[0]

    @property
    def href(self) -> str:
        """Give the form that opens on these words again; its versions where the form is not known here."""
        return form_address(self.case_id, self.place) or address("record:versions", self.case_id, self.place)


@dataclass(frozen=True, slots=True)
class Version:
    """One saved version: how it begins, and whether the record has it."""

    number: int
    saved_at: datetime
    opening: str
    is_used: bool


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """The versions of one draft, newest first."""

    title: str
    case: CaseHead
    place: str
    form_url: str
    has_unused: bool
    versions: list[Version]
    newest: UUID


def begun(case: Case, place: str, by: Worker, version: int | None = None) -> Begun:
    """Give the newest words that no record has yet, or those of an earlier version that was asked for."""
    rows = Draft.objects.filter(case=case, worker=by, place=place)
    newest = rows.order_by("-version").first()
    if newest is None:
        return Begun(place)
    chosen = rows.filter(version=version).first() if version else newest
    if chosen is None or (chosen.used_at and not version):
        return Begun(place, newest.version)
    return Begun(place, newest.version, chosen.words, chosen.saved_at)


def unfinished_drafts(by: Worker, case: Case | None = None) -> list[Unfinished]:
    """List this worker's unfinished words, newest first: in one case, or in all they may open. One query."""
    rows = Draft.objects.filter(worker=by, used_at__isnull=True)
    rows = rows.filter(case=case) if case else rows
    newest = (
        rows.order_by("case", "worker", "place", "-version")
        .distinct("case", "worker", "place")
        .values_list("case_id", "case__reference", "case__family_name", "place", "saved_at")
    )
    found = [Unfinished(*row) for row in newest]
    return sorted(found, key=lambda draft: draft.saved_at, reverse=True)


def versions_page(case: Case, place: str, by: Worker) -> VersionsPage:
    """Give the versions of a draft.

    Raises:
        NotFound: nothing was ever written here.
    """
    rows = list(Draft.objects.filter(case=case, worker=by, place=place).order_by("-version")[:SHOWN_VERSIONS])
    if not rows:
        raise NotFound
    versions = [Version(row.version, row.saved_at, _opening(row.words), row.used_at is not None) for row in rows]
    return VersionsPage(
        title="Earlier versions",
        case=case_head(case),
        place=place,
        form_url=form_address(case.id, place),
        has_unused=not versions[0].is_used,
        versions=versions,
        newest=rows[0].id,
    )


def form_address(case_id: UUID, place: str) -> str:
    """Give the address of the form that a draft's place names; empty if it is not known."""
    form, _, about = place.partition(":")
    name = _FORMS.get(form, ("", ""))[1]
    return address(name, case_id, *([about] if about else [])) if name else ""


def _opening(words: Mapping[str, Any]) -> str:
    """Give the beginning of the longest text among the words: what its writer will know it by."""
    longest = max((value for value in words.values() if isinstance(value, str)), key=len, default="")
    return longest if len(longest) <= _OPENING_CHARACTERS else longest[:_OPENING_CHARACTERS] + "…"
