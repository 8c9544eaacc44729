"""A second person: asked about exactly what was stopped, and passing or refusing it with reasons."""

from collections.abc import Sequence
from datetime import datetime

from kith.core import files, ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.engines import guard
from kith.record import rules
from kith.record.models import Case, Participant, SecondLook, SecondLookFile
from kith.record.queries import leaving, second_looks
from kith.record.queries.leaving import Outgoing


class NobodyMayPass(Refusal):
    """What was stopped would lead its reader to somebody it is kept from, or nothing was stopped."""


class CannotDecide(Refusal):
    """This worker may not decide about it, or not any more; the text says why."""


@action
def ask_second_person(
    *, case: Case, reader: Participant, outgoing: Outgoing, why: str, by: Worker, at: datetime
) -> SecondLook:
    """Ask a second person whether something that was stopped may leave after all, exactly as it is.

    Args:
        why: why this reader should have it, in the writer's words.

    Raises:
        NobodyMayPass: a fact that leads to somebody is kept from this reader, or nothing stops it; nothing is kept.

    References:
        docs/adr/0024-one-exit.md
    """
    verdict = leaving.judge(case=case, reader=reader, outgoing=outgoing)
    way = second_looks.way_out(case, reader, outgoing, verdict, by, at)
    if way is None:
        raise NobodyMayPass("Nothing stops it now. Read it again, then let it leave.")
    if way.final:
        raise NobodyMayPass(
            "It would lead this reader to somebody it is kept from. Nobody may pass that: change the words, or say with"
            " the fact, and why, that this reader may know it."
        )
    if not way.may_ask:
        ledger.nothing_changed()
        return second_looks.second_look_in(case, way.look_id) if way.look_id else _never()
    row = SecondLook.objects.create(
        case=case,
        reader=reader,
        channel=outgoing.channel,
        fingerprint=second_looks.fingerprint(reader, outgoing, verdict),
        verdict=leaving.without_words(verdict),
        state=SecondLook.State.WAITING,
        why=why,
        asked_by=by,
        asked_at=at,
        until_at=at + rules.ANSWERED_WITHIN,
    )
    hashes = _freeze(row, outgoing, at)
    facts = {"reader": str(reader.id), "channel": outgoing.channel, "facts": _facts(verdict), "sha256": hashes}
    ledger.note("second_look.asked", case_id=case.id, by=by.id, at=at, about=row, facts=facts, words={"why": why})
    return row


def _never() -> SecondLook:
    raise NobodyMayPass("Read it again, then ask again.")


def _facts(verdict: guard.Verdict) -> list[str]:
    return sorted(second_looks.stopping_facts(verdict))


def _freeze(row: SecondLook, outgoing: Outgoing, at: datetime) -> list[str]:
    hashes = []
    for position, each in enumerate(outgoing.files):
        kept = files.keep_bytes(each.data, case_id=row.case_id, at=at)
        SecondLookFile.objects.create(
            case_id=row.case_id,
            second_look=row,
            position=position,
            name_text=each.name,
            media_type=each.media_type,
            sha256=kept.sha256,
            file_id=kept.id,
        )
        hashes.append(bytes(kept.sha256).hex())
    return hashes


@action
def decide_second_look(
    *, look: SecondLook, passed: bool, reasons: Sequence[str], says: str, by: Worker, at: datetime
) -> SecondLook:
    """Pass or refuse, as the second person, exactly what was stopped; what is passed leaves within a day, once.

    Args:
        reasons: why each finding may leave, in the order of the page (`second_looks.stopping_of`).
        says: words to the writer; needed where it is refused.

    Raises:
        CannotDecide: `by` asked for it, does not manage the case or comes too late, what is protected has changed, or
            nobody may pass it; nothing is written.
        rules.Wrong: a finding has no reason, or a refusal no words; nothing is written.
    """
    if look.state != SecondLook.State.WAITING:
        raise CannotDecide("Somebody has decided about it already.")
    copies = second_looks.frozen_for(look)
    if not copies or not all(each.matches for each in copies):
        raise CannotDecide("The copy that was kept is not what was stopped. It must be asked for again.")
    outgoing = second_looks.outgoing_of(look, copies)
    verdict = leaving.judge(case=look.case, reader=look.reader, outgoing=outgoing)
    why_not = second_looks.why_not_decide(look, by, at, outgoing, verdict)
    if why_not:
        raise CannotDecide(why_not)
    stopping = second_looks.stopping_of(look.case, verdict)
    given = [*reasons, *[""] * (len(stopping) - len(reasons))][: len(stopping)]
    rules.check_reasons(passed, given, says)
    look.state = SecondLook.State.PASSED if passed else SecondLook.State.REFUSED
    look.decided_by, look.decided_at, look.says = by, at, says.strip()
    if passed:
        look.until_at = at + rules.USED_WITHIN
        look.reasons = [
            {"fact": each.fact, "where": each.where, "why": why.strip()}
            for each, why in zip(stopping, given, strict=True)
        ]
    look.save(update_fields=["state", "decided_by", "decided_at", "until_at", "reasons", "says"])
    facts = {"reader": str(look.reader_id), "asked_by": str(look.asked_by_id), "facts": _facts(verdict)}
    words = {"says": look.says} | {f"reason_{place}": each["why"] for place, each in enumerate(look.reasons, 1)}
    verb = f"second_look.{look.state}"
    ledger.note(verb, case_id=look.case_id, by=by.id, at=at, about=look, facts=facts, words=words)
    return look
