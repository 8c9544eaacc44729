"""The one exit. Nothing leaves Kith but through `release`: judged for its reader, and frozen as it left."""

from dataclasses import dataclass
from datetime import datetime

from kith.core import files, ledger
from kith.core.actions import action
from kith.core.models import Worker
from kith.engines import guard
from kith.record.models import Case, Disclosed, Participant, Release, ReleasedCopy
from kith.record.queries import leaving
from kith.record.queries.leaving import MAIL, Outgoing, OutgoingFile

__all__ = ["MAIL", "Outgoing", "OutgoingFile", "Released", "release"]


@dataclass(frozen=True, slots=True)
class Released:
    """What came of asking: the frozen row, and the verdict with the words found (which are kept nowhere)."""

    release: Release
    verdict: guard.Verdict

    @property
    def may_leave(self) -> bool:
        """Tell whether it may leave; if not, nothing was frozen and nothing may be sent."""
        return self.release.state == Release.State.RELEASED


@action
def release(
    *,
    case: Case,
    reader: Participant,
    outgoing: Outgoing,
    purpose: str,
    by: Worker,
    at: datetime,
    accept_warnings: bool,
) -> Released:
    """Judge what is about to leave for this reader, and freeze it if it may.

    A block is kept too (who asked, when, which facts and where), without the words.

    Args:
        accept_warnings: the worker has seen the warnings and stands by the words; a block is never accepted here.
    """
    verdict = leaving.judge(case=case, reader=reader, outgoing=outgoing)
    may_leave = verdict.level == guard.Level.ALLOW or (verdict.level == guard.Level.WARN and accept_warnings)
    row = Release.objects.create(
        case=case,
        reader=reader,
        channel=outgoing.channel,
        purpose=purpose,
        state=Release.State.RELEASED if may_leave else Release.State.BLOCKED,
        verdict=leaving.without_words(verdict),
        released_by=by,
        released_at=at,
    )
    copies = _freeze(row, outgoing, at) if may_leave else []
    if may_leave:
        _disclose(row, verdict)
    facts = {"reader": str(reader.id), "channel": outgoing.channel, **_judged(verdict), "sha256": copies}
    verb = "release.made" if may_leave else "release.blocked"
    ledger.note(verb, case_id=case.id, by=by.id, at=at, about=row, facts=facts, words={"purpose": purpose})
    return Released(row, verdict)


def _judged(verdict: guard.Verdict) -> dict[str, str | list[str]]:
    return {"level": str(verdict.level), "facts": sorted({finding.fact for finding in verdict.findings})}


def _freeze(row: Release, outgoing: Outgoing, at: datetime) -> list[str]:
    """Keep the exact bytes this reader gets; give their hashes."""
    hashes = []
    for each in outgoing.files:
        kept = files.keep_bytes(each.data, case_id=row.case_id, at=at)
        ReleasedCopy.objects.create(
            case_id=row.case_id,
            release=row,
            name_text=each.name,
            media_type=each.media_type,
            sha256=kept.sha256,
            file_id=kept.id,
        )
        hashes.append(bytes(kept.sha256).hex())
    return hashes


def _disclose(row: Release, verdict: guard.Verdict) -> None:
    """Remember what this reader now holds of a protected fact: the next judgement counts it."""
    parts = {(finding.fact, finding.part) for finding in (*verdict.findings, *verdict.traces)}
    Disclosed.objects.bulk_create(
        Disclosed(case_id=row.case_id, release=row, reader_id=row.reader_id, fact_id=fact, part_text=part)
        for fact, part in sorted(parts)
    )
