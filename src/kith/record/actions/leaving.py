"""The one exit. Nothing leaves Kith but through `release`: judged for its reader, and frozen as it left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kith.core import files, ledger
from kith.core.actions import action
from kith.core.models import Worker
from kith.engines import guard
from kith.record.actions.leaving_out import NoGround
from kith.record.models import Case, Disclosed, Participant, Redaction, Release, ReleasedCopy, SecondLook
from kith.record.queries import leaving, second_looks, words_leaving
from kith.record.queries.leaving import MAIL, Outgoing, OutgoingFile
from kith.record.queries.words_leaving import Leaving, ToAsk

__all__ = ["MAIL", "Outgoing", "OutgoingFile", "Released", "release"]


@dataclass(frozen=True, slots=True)
class Released:
    """What came of asking: the frozen row, and the verdict with the words found (which are kept nowhere).

    `to_ask` are the words in it whose teller must be asked first.
    """

    release: Release
    verdict: guard.Verdict
    to_ask: Sequence[ToAsk] = ()

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
    redactions: Sequence[Redaction] = (),
) -> Released:
    """Judge what is about to leave for this reader, and freeze it if it may.

    A block is kept too (who asked, when, which facts and where), without the words. What is blocked leaves only if a
    second person passed exactly this (`actions.decide_second_look`), once; words marked "ask first" never before their
    teller was asked.

    Args:
        accept_warnings: the worker has seen the warnings and stands by the words; a block is never accepted here.
        redactions: what this reader's copy was made without.

    Raises:
        NoGround: something was left out without a ground; nothing is written.
    """
    _check_grounds(redactions)
    verdict = leaving.judge(case=case, reader=reader, outgoing=outgoing)
    to_ask = words_leaving.to_ask(case, Leaving(outgoing))
    look = _passed(case, reader, outgoing, verdict, by, at)
    may_leave = not to_ask and (look is not None or _is_fine(verdict, accept_warnings))
    asked = {"case": case, "reader": reader, "purpose": purpose, "released_by": by, "released_at": at}
    row = Release.objects.create(
        channel=outgoing.channel,
        state=Release.State.RELEASED if may_leave else Release.State.BLOCKED,
        verdict=leaving.without_words(verdict) | _besides(to_ask, redactions),
        **asked,
        **_passed_by(look if may_leave else None),
    )
    copies = _kept(row, outgoing, verdict, at)
    _note(row, {"sha256": copies, **_besides(to_ask, redactions), **_judged(verdict)})
    return Released(row, verdict, to_ask)


def _passed_by(look: SecondLook | None) -> dict[str, Any]:
    """Say of a release which pass of a second person it used."""
    if look is None:
        return {}
    return {"second_look": look, "overridden_by": look.decided_by, "overridden_at": look.decided_at}


def _is_fine(verdict: guard.Verdict, accept_warnings: bool) -> bool:
    return verdict.level == guard.Level.ALLOW or (verdict.level == guard.Level.WARN and accept_warnings)


def _kept(row: Release, outgoing: Outgoing, verdict: guard.Verdict, at: datetime) -> list[str]:
    """Freeze what was released, and keep what it told; nothing of what was stopped. Gives the hash of each copy."""
    if row.state != Release.State.RELEASED:
        return []
    _disclose(row, verdict)
    return _freeze(row, outgoing, at)


def _note(row: Release, facts: dict[str, ledger.Plain]) -> None:
    """Write what was released, or was stopped, in the ledger."""
    facts |= {"reader": str(row.reader_id), "channel": row.channel}
    facts |= {"second_look": str(row.second_look_id)} if row.second_look_id else {}
    verb = "release.made" if row.state == Release.State.RELEASED else "release.blocked"
    by, words = row.released_by_id, {"purpose": row.purpose}
    ledger.note(verb, case_id=row.case_id, by=by, at=row.released_at, about=row, facts=facts, words=words)


def _check_grounds(redactions: Sequence[Redaction]) -> None:
    if any(not each.ground for each in redactions):
        raise NoGround(
            "Something is left out of this copy without a ground, so it cannot be released. Ask your legal adviser,"
            " then give the ground, or put it back in."
        )


def _passed(
    case: Case, reader: Participant, outgoing: Outgoing, verdict: guard.Verdict, by: Worker, at: datetime
) -> SecondLook | None:
    """Find a second person's pass for exactly this; for a fact that leads to somebody there is none."""
    if verdict.level != guard.Level.BLOCK or second_looks.final_in(case, verdict):
        return None
    return second_looks.passed(case, second_looks.fingerprint(reader, outgoing, verdict), by, at)


def _judged(verdict: guard.Verdict) -> dict[str, Any]:
    return {"level": str(verdict.level), "facts": sorted({finding.fact for finding in verdict.findings})}


def _besides(to_ask: Sequence[ToAsk], redactions: Sequence[Redaction]) -> dict[str, Any]:
    """Give what else a release keeps, by ids and grounds: marked words that stopped it, what its copy leaves out."""
    left_out = [{"id": str(each.id), "ground": each.ground} for each in redactions]
    return ({"ask_first": [str(each.id) for each in to_ask]} if to_ask else {}) | (
        {"left_out": left_out} if left_out else {}
    )


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
