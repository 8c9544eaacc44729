"""Papers leave by the one exit of the record, and by nothing else."""

from datetime import datetime
from uuid import UUID

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.court.models import Statement, StatementRelease
from kith.court.queries import Papers, whole
from kith.court.queries.leaving_out import holds, left_out_for
from kith.record import actions as record
from kith.record.models import Case, Participant, Redaction, SecondLook


class Changed(Refusal):
    """The papers are not those that were read as their reader."""


class NotThere(Refusal):
    """Words that were to be left out do not stand where they were looked for."""


@action
def release_papers(
    *,
    statement: Statement,
    reader: Participant,
    papers: Papers,
    read_sha256: str,
    purpose: str,
    by: Worker,
    at: datetime,
    accept_warnings: bool = False,
) -> StatementRelease:
    """Ask for the papers to leave to a reader: judged and, if they may leave, frozen; kept also when they may not.

    Args:
        papers: made once; these bytes are judged, and these bytes are frozen.
        read_sha256: the hash of the papers the worker read as this reader (`Papers.sha256`).

    Raises:
        Changed: the statement, the record or what is left out for this reader changed since; nothing is judged.
        record.NoGround: something is left out without a ground; nothing is kept.
    """
    _check_read(papers, read_sha256)
    left_out = _check_copy(statement, reader, papers)
    came = record.release(
        case=statement.case,
        reader=reader,
        outgoing=papers.outgoing,
        purpose=purpose,
        by=by,
        at=at,
        accept_warnings=accept_warnings,
        redactions=left_out,
    )
    row = _kept(statement, papers, came)
    facts = {"release": str(came.release.id), "left": came.may_leave, "pages": papers.pages, "draft": papers.is_draft}
    ledger.note("statement.asked", case_id=statement.case_id, by=by.id, at=at, about=statement, facts=facts)
    return row


def _check_read(papers: Papers, read_sha256: str) -> None:
    if papers.sha256 != read_sha256:
        raise Changed(
            "The papers have changed since you read them. Read them again as they are now, then release them."
        )


def _check_copy(statement: Statement, reader: Participant, papers: Papers) -> list[Redaction]:
    """Check that the papers are this reader's copy: made without all that is left out for them, and nothing else."""
    standing = left_out_for(statement, reader)
    if {each.id for each in standing} != {each.id for each in papers.left_out}:
        raise Changed("These papers are not this reader's copy. Read them again as this reader, then release them.")
    return standing


@action
def leave_out_of_copy(
    *,
    statement: Statement,
    reader: Participant,
    piece: UUID,
    words: str,
    ground: str,
    why: str,
    by: Worker,
    at: datetime,
) -> Redaction:
    """Leave words, or (empty) a whole piece, out of the copy of one reader.

    Raises:
        NotThere: the piece, or the words in it, are not in the statement; nothing is kept.
    """
    found = next((each for each in whole(statement).pieces if each.part.id == piece), None)
    if found is None or (words and not holds(found.paragraphs, words)):
        raise NotThere("These words do not stand in that piece. Copy them from it exactly.")
    return record.leave_out(
        case=statement.case,
        reader=reader,
        holder_id=piece,
        source_id=found.part.source_id,
        words=words,
        ground=ground,
        why=why,
        by=by,
        at=at,
    )


@action
def ask_about_papers(
    *, statement: Statement, reader: Participant, papers: Papers, why: str, by: Worker, at: datetime
) -> SecondLook:
    """Ask a second person about the papers of a reader, exactly as they would leave.

    Raises:
        record.NobodyMayPass: nothing stops them, or nobody may pass them; nothing is kept.
    """
    return record.ask_second_person(case=statement.case, reader=reader, outgoing=papers.outgoing, why=why, by=by, at=at)


def _kept(statement: Statement, papers: Papers, came: record.Released) -> StatementRelease:
    return StatementRelease.objects.create(
        case_id=statement.case_id,
        statement=statement,
        release=came.release,
        template_id=papers.template_id,
        pages=papers.pages,
        is_draft=papers.is_draft,
    )


@action
def add_court(*, case: Case, by: Worker, at: datetime) -> Participant:
    """Add the court to the case as a reader of papers."""
    name = (case.court_text or "The court")[:120]
    added = record.add_participant(case=case, known_as=name, part="court", side="court", by=by, at=at)
    ledger.nothing_changed()  # adding a participant has told the ledger
    return added
