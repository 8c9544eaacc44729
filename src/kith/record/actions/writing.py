"""Writing in the record: entries and decisions. Nothing here is ever edited."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NotRequired, TypedDict, Unpack
from uuid import UUID

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.record import rules
from kith.record.actions import quoting
from kith.record.actions.timeline import add_to_timeline
from kith.record.models import Case, Citation, Decision, Entry, EntryAbout, Participant, TimelineRow


class AmendedAlready(Refusal):
    """A newer entry amends the one that was to be amended."""


class ReviewedAlready(Refusal):
    """A newer decision reviews the one that was to be reviewed."""


class EntryWords(TypedDict):
    """An entry as it was written; `happened_text` is when, in the worker's words ("around Easter")."""

    kind: str
    text: str
    happened_text: str
    precision: str
    allegation: NotRequired[str]


class DecisionWords(TypedDict):
    """A decision as it was written, its options apart."""

    question: str
    childs_view: str
    reasons: str
    review_on: date
    evidence_for: NotRequired[str]
    evidence_against: NotRequired[str]


@action
def write_entry(
    *,
    case: Case,
    happened: rules.Span,
    by: Worker,
    at: datetime,
    about: Sequence[Participant] = (),
    amends: Entry | None = None,
    citations: Sequence[UUID] = (),
    **written: Unpack[EntryWords],
) -> Entry:
    """Write what happened or was said; to mend an entry, write a new one that amends it.

    Args:
        citations: quotations kept for this, in order.

    Raises:
        AmendedAlready: somebody amended that entry first; nothing is written.
    """
    if amends is not None and Entry.objects.filter(case=case, amends=amends).exists():
        raise AmendedAlready("Somebody has amended this entry already. Open the newer one and amend that.")
    entry = Entry.objects.create(
        case=case,
        happened_from=happened.begins,
        happened_until=happened.ends,
        amends=amends,
        recorded_by=by,
        recorded_at=at,
        **written,
    )
    EntryAbout.objects.bulk_create(EntryAbout(case=case, entry=entry, participant=person) for person in about)
    _place(entry, happened.begins, citations, by)
    facts = {"kind": entry.kind, **_ties(amends, citations)}
    words = {"text": entry.text}
    ledger.note("entry.written", case_id=case.id, by=by.id, at=at, about=entry, facts=facts, words=words)
    return entry


@action
def record_decision(
    *,
    case: Case,
    options: Sequence[str],
    chosen: int,
    decided_on: date,
    by: Worker,
    at: datetime,
    amends: Decision | None = None,
    citations: Sequence[UUID] = (),
    **written: Unpack[DecisionWords],
) -> Decision:
    """Record what was decided and why: options, evidence both ways, the child's view, reasons, a review.

    Args:
        amends: the decision that this one reviews; it is due no longer.

    Raises:
        rules.Wrong: fewer than two options, none chosen, or a review in the past; nothing is written.
        ReviewedAlready: somebody reviewed that decision first; nothing is written.
    """
    if amends is not None and Decision.objects.filter(case=case, amends=amends).exists():
        raise ReviewedAlready("Somebody has reviewed this decision already. Open the newer one and review that.")
    kept = [option.strip() for option in options]
    rules.check_decision(kept, chosen, decided_on, written["review_on"])
    decision = Decision.objects.create(
        case=case, options=kept, chosen=chosen, decided_by=by, decided_at=at, amends=amends, **written
    )
    _place(decision, at, citations, by)
    words = {"question": decision.question, "reasons": decision.reasons, "childs_view": decision.childs_view}
    facts = {"chosen": chosen, "options": len(kept), **_ties(amends, citations)}
    ledger.note("decision.recorded", case_id=case.id, by=by.id, at=at, about=decision, facts=facts, words=words)
    return decision


def _place(row: Entry | Decision, at: datetime | None, citations: Sequence[UUID], by: Worker) -> None:
    """Give what was written its quotations and its place in time."""
    kind = TimelineRow.Kind.ENTRY if isinstance(row, Entry) else TimelineRow.Kind.DECISION
    holder = Citation.Holder.ENTRY if isinstance(row, Entry) else Citation.Holder.DECISION
    quoting.use_quotations(case=row.case, citations=citations, holder=holder, holder_id=row.id, by=by)
    add_to_timeline(case=row.case, kind=kind, source_id=row.id, at=at, by=by)


def _ties(amends: Entry | Decision | None, citations: Sequence[UUID]) -> dict[str, str | list[str]]:
    """Say for the ledger what was amended and what was quoted."""
    return {"amends": str(amends.id) if amends else "", "citations": [str(each) for each in citations]}
