"""What a file that waits is made without: chosen, each with its ground; then the copy takes the file's place."""

from dataclasses import dataclass
from datetime import datetime

from kith.core import ledger, opening
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.correspondence import queries
from kith.correspondence.actions.writing import CleanCopy, put_in_place
from kith.correspondence.models import Enclosure, LeftOut
from kith.engines import cleaning
from kith.record.models import Case, Participant


class NotLeftOut(Refusal):
    """There is no copy without this; the text says why, and the mend. Nothing is kept."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is left out: words, or an area ("left top right bottom" in hundredths); of one page (from 1) or of all."""

    words: str = ""
    page: int | None = None
    area: str = ""


@action
def leave_out_of_file(
    *, case: Case, enclosure: Enclosure, chosen: list[Chosen], ground: str, why: str, by: Worker, at: datetime
) -> list[LeftOut]:
    """Choose what the copy of a file is made without; the file itself waits as it is until the copy is attached.

    Args:
        ground: one of the grounds of the record; empty: not known yet, and nothing leaves until it is.

    Raises:
        NotLeftOut: it could not be taken out of this file; nothing is kept.
    """
    said = {"made_by": by, "made_at": at, "ground": ground, "why": why}
    rows = [
        LeftOut(case=case, enclosure=enclosure, words=each.words, page=each.page, area=each.area, **said)
        for each in chosen
    ]
    _check_can_be_made(enclosure, queries.for_engine(rows))
    LeftOut.objects.bulk_create(rows)
    for row in rows:
        facts = {"file": str(enclosure.id), "ground": ground, "page": row.page or "every", "area": row.area}
        words = {"words": row.words, "why": why}
        ledger.note("message.left_out", case_id=case.id, by=by.id, at=at, about=row, facts=facts, words=words)
    return rows


@action
def give_ground_in_file(*, left_out: LeftOut, ground: str, why: str, by: Worker, at: datetime) -> None:
    """Give the ground for which something is left out of a file."""
    left_out.ground, left_out.why = ground, why
    left_out.save(update_fields=["ground", "why"])
    facts, case_id = {"ground": ground}, left_out.case_id
    ledger.note("message.grounded", case_id=case_id, by=by.id, at=at, about=left_out, facts=facts, words={"why": why})


@action
def put_back_in_file(*, left_out: LeftOut, by: Worker, at: datetime) -> None:
    """Leave something in a file after all."""
    left_out.undone_by, left_out.undone_at = by, at
    left_out.save(update_fields=["undone_by", "undone_at"])
    ledger.note("message.put_back_in", case_id=left_out.case_id, by=by.id, at=at, about=left_out)


@action
def attach_without(*, case: Case, reader: Participant, enclosure: Enclosure, by: Worker, at: datetime) -> CleanCopy:
    """Put the copy without what is left out in the place of the file; the case keeps the original.

    Raises:
        NotLeftOut: nothing is left out, something without a ground, or there is no such copy.
    """
    rows = queries.left_out_of(case, [enclosure])
    if not rows:
        raise NotLeftOut("Nothing is left out of it yet.")
    if not all(row.ground for row in rows):
        raise NotLeftOut("Something is left out without a ground. A lawyer looks at it first; then give its ground.")
    made = _made(enclosure, queries.for_engine(rows))
    copy = put_in_place(case=case, reader=reader, enclosure=enclosure, data=made.data, by=by, at=at)
    facts = {"of": bytes(enclosure.sha256).hex(), "sha256": bytes(copy.sha256).hex(), "left_out": len(rows)}
    ledger.note("message.file_redacted", case_id=case.id, by=by.id, at=at, about=copy, facts=facts)
    return CleanCopy(copy, [what for what, _ in made.removed], list(dict.fromkeys(what for what, _ in made.left)))


def _check_can_be_made(enclosure: Enclosure, left_out: list[cleaning.LeftOut]) -> None:
    """Try it, without reading its pictures again: that takes seconds, and is done when the copy is attached."""
    why_not = opening.draw(enclosure.name_text, queries.content_of(enclosure), left_out, 0).why_not
    if why_not:
        raise NotLeftOut(why_not)


def _made(enclosure: Enclosure, left_out: list[cleaning.LeftOut]) -> opening.Cleaned:
    made = opening.redact(enclosure.name_text, queries.content_of(enclosure), left_out)
    if made.why_not:
        raise NotLeftOut(made.why_not)
    return made
