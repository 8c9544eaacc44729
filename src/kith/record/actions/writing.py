"""Writing in the record: entries and decisions. Nothing here is ever edited."""

from collections.abc import Sequence
from datetime import date, datetime
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


@action
def write_entry(
    *,
    case: Case,
    kind: str,
    text: str,
    happened_text: str,
    happened: rules.Span,
    precision: str,
    by: Worker,
    at: datetime,
    about: Sequence[Participant] = (),
    allegation: str = "",
    amends: Entry | None = None,
    citations: Sequence[UUID] = (),
) -> Entry:
    """Write what happened or was said; to mend an entry, write a new one that amends it.

    Args:
        happened_text: when, in the worker's words ("around Easter").
        citations: quotations kept for this, in order.

    Raises:
        AmendedAlready: somebody amended that entry first; nothing is written.
    """
    if amends is not None and Entry.objects.filter(case=case, amends=amends).exists():
        raise AmendedAlready("Somebody has amended this entry already. Open the newer one and amend that.")
    entry = Entry.objects.create(
        case=case,
        kind=kind,
        text=text,
        happened_text=happened_text,
        happened_from=happened.begins,
        happened_until=happened.ends,
        precision=precision,
        allegation=allegation,
        amends=amends,
        recorded_by=by,
        recorded_at=at,
    )
    EntryAbout.objects.bulk_create(EntryAbout(case=case, entry=entry, participant=person) for person in about)
    quoting.use_quotations(case=case, citations=citations, holder=Citation.Holder.ENTRY, holder_id=entry.id, by=by)
    add_to_timeline(case=case, kind=TimelineRow.Kind.ENTRY, source_id=entry.id, at=happened.begins, by=by)
    facts = {"kind": kind, "amends": str(amends.id) if amends else "", "citations": [str(each) for each in citations]}
    ledger.note("entry.written", case_id=case.id, by=by.id, at=at, about=entry, facts=facts, words={"text": text})
    return entry


@action
def record_decision(
    *,
    case: Case,
    question: str,
    options: Sequence[str],
    chosen: int,
    childs_view: str,
    reasons: str,
    decided_on: date,
    review_on: date,
    by: Worker,
    at: datetime,
    evidence_for: str = "",
    evidence_against: str = "",
    amends: Decision | None = None,
    citations: Sequence[UUID] = (),
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
    rules.check_decision(kept, chosen, decided_on, review_on)
    decision = Decision.objects.create(
        case=case,
        question=question,
        options=kept,
        chosen=chosen,
        evidence_for=evidence_for,
        evidence_against=evidence_against,
        childs_view=childs_view,
        reasons=reasons,
        decided_by=by,
        decided_at=at,
        review_on=review_on,
        amends=amends,
    )
    quoting.use_quotations(
        case=case, citations=citations, holder=Citation.Holder.DECISION, holder_id=decision.id, by=by
    )
    add_to_timeline(case=case, kind=TimelineRow.Kind.DECISION, source_id=decision.id, at=at, by=by)
    words = {"question": question, "reasons": reasons, "childs_view": childs_view}
    facts = {
        "chosen": chosen,
        "options": len(kept),
        "amends": str(amends.id) if amends else "",
        "citations": [str(each) for each in citations],
    }
    ledger.note("decision.recorded", case_id=case.id, by=by.id, at=at, about=decision, facts=facts, words=words)
    return decision
