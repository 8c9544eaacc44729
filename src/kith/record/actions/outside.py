"""Outside readers, as the team decides: let in, ended; and a release that is shown no more."""

from datetime import datetime

from django.conf import settings

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.record import rules
from kith.record.models import Case, Participant, Reader, Release, Withheld


class AlreadyIn(Refusal):
    """They may read already."""


@action
def let_in(*, case: Case, participant: Participant, until_at: datetime | None, by: Worker, at: datetime) -> Reader:
    """Let a participant read, from now on, what was and will be released to them; nothing else of the case.

    Args:
        until_at: when it ends by itself; a partner (a professional outside the agency) always has one.

    Raises:
        rules.Wrong: a partner without an end, an end that has passed, or one too far off.
        AlreadyIn: they may read now; nothing is written.
    """
    kind = rules.reader_kind(participant.part)
    rules.check_reader_until(kind, at, until_at, settings.PARTNER_DAYS)
    Participant.objects.select_for_update().get(case=case, id=participant.id)  # two workers at once: one row
    held = Reader.objects.filter(case=case, participant=participant, ended_at__isnull=True)
    if any(row.until_at is None or row.until_at > at for row in held):
        raise AlreadyIn(f"{participant.known_as} may read already. End that first to give another last day.")
    row = Reader.objects.create(
        case=case, participant=participant, kind=kind, from_at=at, until_at=until_at, let_in_by=by, let_in_at=at
    )
    facts = {"participant": str(participant.id), "kind": kind, "until": until_at.isoformat() if until_at else ""}
    ledger.note("reader.let_in", case_id=case.id, by=by.id, at=at, about=row, facts=facts)
    return row


@action
def end_reader(*, reader: Reader, by: Worker, at: datetime, why: str) -> Reader:
    """Stop an outside reader reading, at once. What they wrote stays; what they saw cannot be unseen."""
    if reader.ended_at is not None:
        ledger.nothing_changed()
        return reader
    reader.ended_by, reader.ended_at = by, at
    reader.save(update_fields=["ended_by", "ended_at"])
    facts = {"participant": str(reader.participant_id)}
    words = {"why": why}
    ledger.note("reader.ended", case_id=reader.case_id, by=by.id, at=at, about=reader, facts=facts, words=words)
    return reader


@action
def withhold(*, release: Release, by: Worker, at: datetime, why: str) -> Withheld:
    """Show a release to its reader no more: something in it is protected from them since, or it was a mistake."""
    row, is_new = Withheld.objects.get_or_create(
        case_id=release.case_id, release=release, defaults={"why": why, "withheld_by": by, "withheld_at": at}
    )
    if not is_new:
        ledger.nothing_changed()
        return row
    facts = {"release": str(release.id), "reader": str(release.reader_id)}
    words = {"why": why}
    ledger.note("release.withheld", case_id=release.case_id, by=by.id, at=at, about=row, facts=facts, words=words)
    return row
