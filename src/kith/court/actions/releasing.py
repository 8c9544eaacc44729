"""Papers leave by the one exit of the record, and by nothing else."""

from datetime import datetime

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.court.models import Statement, StatementRelease
from kith.court.queries import Papers
from kith.record import actions as record
from kith.record.models import Case, Participant


class Changed(Refusal):
    """The papers are not those that were read as their reader."""


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
        Changed: the statement or the record changed since; nothing is judged.
    """
    _check_read(papers, read_sha256)
    came = record.release(
        case=statement.case,
        reader=reader,
        outgoing=papers.outgoing,
        purpose=purpose,
        by=by,
        at=at,
        accept_warnings=accept_warnings,
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
