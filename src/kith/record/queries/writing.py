"""Entries and decisions: the pages that show them, and the pages on which they are written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import localdate, localtime

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.core.permissions import Permission
from kith.record.models import Case, Citation, Decision, Entry, EntryAbout
from kith.record.queries.drafts import Begun, begun
from kith.record.queries.heads import CaseHead, case_head
from kith.record.queries.keeping import erased_says
from kith.record.queries.quotations import Kept, basket_of, quotations_of


@dataclass(frozen=True, slots=True)
class Linked:
    """An entry or decision that stands before or after another."""

    id: UUID
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """One entry as it was written, with what it amends and what amends it."""

    title: str
    case: CaseHead
    id: UUID
    kind: str
    text: str
    happened_text: str
    precision: str
    allegation: str
    about: list[str]
    quotations: list[Kept]
    recorded_by: str
    recorded_at: datetime
    amends: Linked | None
    amended_by: Linked | None
    may_write: bool
    erased: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingPage:
    """A form with a draft: the words begun, the quotations that may be used, and what it follows, if anything."""

    title: str
    case: CaseHead
    draft: Begun
    kept: list[Kept]
    follows: Linked | None = None
    question: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the options of a decision."""

    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPage:
    """One decision: its options, the evidence both ways, the child's view, the reasons, its review."""

    title: str
    case: CaseHead
    id: UUID
    question: str
    options: list[Option]
    evidence_for: str
    evidence_against: str
    childs_view: str
    reasons: str
    review_on: date
    is_due: bool
    decided_by: str
    decided_at: datetime
    quotations: list[Kept]
    amends: Linked | None
    amended_by: Linked | None
    may_write: bool


def entry_in(case: Case, entry_id: UUID) -> Entry:
    """Find an entry of the case, with who wrote it.

    Raises:
        NotFound: not of this case.
    """
    found = Entry.objects.filter(case=case, id=entry_id).select_related("recorded_by", "amends__recorded_by").first()
    if found is None:
        raise NotFound
    return found


def decision_in(case: Case, decision_id: UUID) -> Decision:
    """Find a decision of the case, with who decided it.

    Raises:
        NotFound: not of this case.
    """
    rows = Decision.objects.filter(case=case, id=decision_id).select_related("decided_by", "amends__decided_by")
    found = rows.first()
    if found is None:
        raise NotFound
    return found


def entry_page(case: Case, entry: Entry, by: Worker) -> EntryPage:
    """Show one entry."""
    return EntryPage(
        title=str(entry.get_kind_display()),
        case=case_head(case),
        id=entry.id,
        kind=entry.get_kind_display(),
        text=entry.text,
        happened_text=entry.happened_text,
        precision=entry.get_precision_display(),
        allegation=entry.get_allegation_display() if entry.allegation else "",
        about=_names_about(case, entry),
        quotations=quotations_of(case, Citation.Holder.ENTRY, entry.id),
        recorded_by=entry.recorded_by.name,
        recorded_at=entry.recorded_at,
        amends=_entry_link(entry.amends),
        amended_by=_entry_link(amendment_of(entry)),
        may_write=by.may(Permission.WRITE_RECORD),
        erased=erased_says(case.id, entry.id),
    )


def decision_page(case: Case, decision: Decision, by: Worker, today: date) -> DecisionPage:
    """Show one decision."""
    later = Decision.objects.filter(case=case, amends=decision).select_related("decided_by").first()
    return DecisionPage(
        title="Decision",
        case=case_head(case),
        id=decision.id,
        question=decision.question,
        options=[Option(text, place == decision.chosen) for place, text in enumerate(decision.options)],
        evidence_for=decision.evidence_for,
        evidence_against=decision.evidence_against,
        childs_view=decision.childs_view,
        reasons=decision.reasons,
        review_on=decision.review_on,
        is_due=later is None and decision.review_on <= today,
        decided_by=decision.decided_by.name,
        decided_at=decision.decided_at,
        quotations=quotations_of(case, Citation.Holder.DECISION, decision.id),
        amends=_decision_link(decision.amends),
        amended_by=_decision_link(later),
        may_write=by.may(Permission.WRITE_RECORD),
    )


def write_entry_page(case: Case, by: Worker, *, amends: Entry | None = None, version: int | None = None) -> WritingPage:
    """Give the page on which an entry is written, or one that amends another."""
    place = f"amend:{amends.id}" if amends else "entry"
    quoted = quotations_of(case, Citation.Holder.ENTRY, amends.id) if amends else []
    return WritingPage(
        title="Amend an entry" if amends else "Write an entry",
        case=case_head(case),
        draft=begun(case, place, by, version),
        kept=[*quoted, *basket_of(case, by)],
        follows=_entry_link(amends),
    )


def record_decision_page(
    case: Case, by: Worker, *, reviews: Decision | None = None, version: int | None = None
) -> WritingPage:
    """Give the page on which a decision is recorded, or one that reviews another."""
    place = f"review:{reviews.id}" if reviews else "decision"
    quoted = quotations_of(case, Citation.Holder.DECISION, reviews.id) if reviews else []
    return WritingPage(
        title="Review a decision" if reviews else "Record a decision",
        case=case_head(case),
        draft=begun(case, place, by, version),
        kept=[*quoted, *basket_of(case, by)],
        follows=_decision_link(reviews),
        question=reviews.question if reviews else "",
    )


def entry_as_typed(case: Case, amends: Entry | None, at: datetime) -> dict[str, Any]:
    """Give what an empty form opens with: today, exactly; or the words of the entry that will be amended."""
    if amends is None:
        return {"precision": Entry.Precision.EXACT, "on": localdate(at)}
    begins, ends = amends.happened_from, amends.happened_until
    last = localdate(ends - timedelta(seconds=1)) if ends else None
    is_minute = bool(begins and ends and ends - begins <= timedelta(minutes=1))
    return {
        "kind": amends.kind,
        "text": amends.text,
        "precision": amends.precision,
        "on": localdate(begins) if begins else None,
        "clock": localtime(begins).time() if begins and is_minute else None,
        "until_on": last if begins and amends.precision == Entry.Precision.APPROXIMATE else None,
        "happened_text": amends.happened_text,
        "allegation": amends.allegation,
        "about": [str(found) for found in about_of(case, amends)],
        "citations": [str(kept.id) for kept in quotations_of(case, Citation.Holder.ENTRY, amends.id)],
    }


def decision_as_typed(reviews: Decision | None) -> dict[str, Any]:
    """Give what the form for a review opens with: the question and the options, to be judged anew."""
    if reviews is None:
        return {}
    options = {f"option_{place}": text for place, text in enumerate(reviews.options)}
    return {"question": reviews.question, **options}


def amendment_of(entry: Entry) -> Entry | None:
    """Find the entry that amends this one."""
    return Entry.objects.filter(case_id=entry.case_id, amends=entry).select_related("recorded_by").first()


def about_of(case: Case, entry: Entry) -> list[UUID]:
    """List the participants an entry concerns."""
    return list(EntryAbout.objects.filter(case=case, entry=entry).values_list("participant_id", flat=True))


def newest_entries(case: Case, limit: int) -> Sequence[Entry]:
    """List the entries written last, newest first; `is_amended` says that a newer one amends it."""
    later = Entry.objects.filter(case=case, amends=OuterRef("pk"))
    rows = Entry.objects.filter(case=case).annotate(is_amended=Exists(later)).select_related("recorded_by")
    return list(rows.order_by("-recorded_at", "id")[:limit])


def newest_decisions(case: Case, limit: int) -> Sequence[Decision]:
    """List the decisions recorded last, newest first."""
    return list(Decision.objects.filter(case=case).select_related("decided_by").order_by("-decided_at", "id")[:limit])


def standing_decisions() -> QuerySet[Decision]:
    """Give the decisions, of every case in scope, that no later one has reviewed."""
    later = Decision.objects.filter(case=OuterRef("case"), amends=OuterRef("pk"))
    return Decision.objects.filter(~Exists(later))


def _names_about(case: Case, entry: Entry) -> list[str]:
    rows = EntryAbout.objects.filter(case=case, entry=entry).order_by("participant__added_at")
    return list(rows.values_list("participant__known_as", flat=True))


def _entry_link(entry: Entry | None) -> Linked | None:
    return Linked(entry.id, entry.recorded_at, entry.recorded_by.name) if entry else None


def _decision_link(decision: Decision | None) -> Linked | None:
    return Linked(decision.id, decision.decided_at, decision.decided_by.name) if decision else None
