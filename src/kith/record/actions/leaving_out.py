"""What one reader's copy is made without, and words whose teller is asked before they leave."""

from datetime import date, datetime
from uuid import UUID

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.record import rules
from kith.record.models import AskFirst, Case, Citation, Entry, Participant, Redaction
from kith.record.queries import words_leaving


class NoGround(Refusal):
    """Something is left out of a copy without a ground: it is looked at by a lawyer, and does not leave."""


class AlreadyMarked(Refusal):
    """These words are marked already."""


@action
def leave_out(
    *,
    case: Case,
    reader: Participant,
    holder_id: UUID,
    source_id: UUID | None,
    words: str,
    ground: str,
    why: str,
    by: Worker,
    at: datetime,
) -> Redaction:
    """Leave words, or (empty) a whole piece, out of one reader's copy; the original and other copies keep them.

    Args:
        holder_id: the piece, as the room that prints it names it.
        source_id: the entry, decision or quotation the piece came from, if it did.
        ground: one of `rules.GROUNDS`; empty: not known yet, and the copy cannot be released until it is.
    """
    row = Redaction.objects.create(
        case=case,
        reader=reader,
        holder_id=holder_id,
        source_id=source_id,
        words=words,
        ground=ground,
        why=why,
        made_by=by,
        made_at=at,
    )
    facts = {"reader": str(reader.id), "holder": str(holder_id), "ground": ground}
    said = {"words": words, "why": why}
    ledger.note("redaction.made", case_id=case.id, by=by.id, at=at, about=row, facts=facts, words=said)
    return row


@action
def give_ground(*, redaction: Redaction, ground: str, why: str, by: Worker, at: datetime) -> Redaction:
    """Give the ground for which something is left out."""
    redaction.ground, redaction.why = ground, why
    redaction.save(update_fields=["ground", "why"])
    facts = {"reader": str(redaction.reader_id), "ground": ground}
    case_id = redaction.case_id
    ledger.note(
        "redaction.grounded", case_id=case_id, by=by.id, at=at, about=redaction, facts=facts, words={"why": why}
    )
    return redaction


@action
def put_back_in(*, redaction: Redaction, by: Worker, at: datetime) -> None:
    """Put what was left out of a copy back in."""
    redaction.undone_by, redaction.undone_at = by, at
    redaction.save(update_fields=["undone_by", "undone_at"])
    facts = {"reader": str(redaction.reader_id)}
    ledger.note("redaction.undone", case_id=redaction.case_id, by=by.id, at=at, about=redaction, facts=facts)


@action
def mark_ask_first(*, of: Entry | Citation, teller: Participant, why: str, by: Worker, at: datetime) -> AskFirst:
    """Mark an entry, or a line wherever it is quoted: its words leave only after their teller was asked.

    Raises:
        AlreadyMarked: they are; nothing is written.
    """
    if words_leaving.mark_of(of.case, of) is not None:
        raise AlreadyMarked("These words are marked already.")
    row = AskFirst(case_id=of.case_id, teller=teller, why=why, marked_by=by, marked_at=at)
    if isinstance(of, Entry):
        row.entry = of
    else:
        row.source_id, row.member, row.span_start = of.source_id, of.member, of.span_start
        row.label, row.line = of.label, of.line
    row.save(force_insert=True)
    facts = {"teller": str(teller.id)}
    ledger.note("ask_first.marked", case_id=row.case_id, by=by.id, at=at, about=row, facts=facts, words={"why": why})
    return row


@action
def note_tellers_answer(
    *, marked: AskFirst, answer: str, answer_text: str, asked_on: date, by: Worker, at: datetime
) -> AskFirst:
    """Note what the teller of marked words said when they were asked; a later answer takes the place of an earlier one.

    Args:
        answer: one of `rules.ASK_ANSWERS`; "told" is not agreed, used for a reason, and the teller was told why.

    Raises:
        rules.Wrong: words are used that their teller did not agree to, without why; nothing is written.
    """
    if answer == "told" and not answer_text.strip():
        raise rules.Wrong("Say why the words must be used, and what their teller was told")
    marked.answer, marked.answer_text = answer, answer_text.strip()
    marked.asked_on, marked.asked_by = asked_on, by
    marked.save(update_fields=["answer", "answer_text", "asked_on", "asked_by"])
    facts = {"teller": str(marked.teller_id), "answer": answer, "asked_on": asked_on.isoformat()}
    words = {"answer": marked.answer_text}
    ledger.note("ask_first.answered", case_id=marked.case_id, by=by.id, at=at, about=marked, facts=facts, words=words)
    return marked
