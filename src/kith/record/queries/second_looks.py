"""What was stopped and waits for a second person: what exactly it is, who may pass it, what became of it."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models.expressions import RawSQL

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.engines import guard
from kith.record import rules
from kith.record.models import Case, Participant, ProtectedFact, Release, SecondLook, SecondLookFile
from kith.record.queries import leaving
from kith.record.queries.heads import CaseHead, address, case_head
from kith.record.queries.leaving import MAIL, FrozenCopy, Outgoing, OutgoingFile
from kith.record.queries.ways import manages
from kith.record.queries.words_leaving import Holdings, Leaving, OnlyFrom, ToAsk, holdings, only_from, to_ask, words_of

#: An e-mail gets these anew each time it is written, the last from its id; nobody reads them.
_CHANGES_EACH_TIME = frozenset({"date", "message-id", "reply-to"})
_PLACES = {"body": "the message", "subject": "the subject"}


@dataclass(frozen=True, slots=True)
class Stopping:
    """One thing that stops something: a fact found at a place (its words as they stand there), or a file unread."""

    fact: str
    where: str
    what: str
    shown: str
    how: str
    href: str
    is_final: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """What can be done about a stop, for the writer. `final`: facts that nobody may pass, each with its address."""

    may_ask: bool
    final: list[tuple[str, str]]
    look_id: UUID | None
    state: str
    says: str
    decided_by: str
    until_at: datetime | None
    may_leave: bool


@dataclass(frozen=True, slots=True)
class LookLine:
    """A second look that waits for somebody: for a manager to answer, or answered, for its writer."""

    href: str
    family_name: str
    reference: str
    asked_by: str
    asked_at: datetime
    state: str
    is_mine: bool


@dataclass(frozen=True, slots=True)
class LookFile:
    """A file that was stopped, as it was kept."""

    position: int
    name: str
    size_bytes: int
    sha256: str
    matches: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondLookPage:
    """Exactly what is stopped, what was found in it and why it should leave; what was decided."""

    title: str
    case: CaseHead
    id: UUID
    reader: str
    part: str
    channel: str
    why: str
    asked_by: str
    asked_at: datetime
    until_at: datetime
    state: str
    is_waiting: bool
    is_over: bool
    may_decide: bool
    why_not: str
    stopping: list[Stopping]
    files: list[LookFile]
    words: list[tuple[str, str]]
    decided_by: str
    decided_at: datetime | None
    reasons: list[tuple[str, str]]
    says: str


def fingerprint(reader: Participant, outgoing: Outgoing, verdict: guard.Verdict) -> str:
    """Name exactly this reader, these words and files, and what was found in them: any change is another."""
    said = [str(reader.id), outgoing.channel, outgoing.subject, outgoing.text, leaving.without_words(verdict)]
    content = [_content(each) for each in outgoing.files]
    return hashlib.sha256(json.dumps([said, content], sort_keys=True).encode()).hexdigest()


def _content(file: OutgoingFile) -> list[Any]:
    mail = leaving.taken_apart(file.data) if file.media_type == MAIL else None
    if mail is None:
        return [file.name, file.media_type, hashlib.sha256(file.data).hexdigest()]
    headers = [
        [name, value]
        for name, value in mail.headers
        if name.lower() not in _CHANGES_EACH_TIME | {"content-type"}  # of a mail with files: a boundary, anew each time
    ]
    files = [[each.name, each.media_type, hashlib.sha256(each.data).hexdigest()] for each in mail.files]
    return [mail.subject, mail.text, headers, files]


def passed(case: Case, key: str, by: Worker, at: datetime) -> SecondLook | None:
    """Find the pass of a second person for exactly this, not used and not over; never one of the worker's own."""
    rows = SecondLook.objects.filter(case=case, fingerprint=key, state=SecondLook.State.PASSED, until_at__gt=at)
    unused = rows.exclude(id__in=_used(case)).exclude(decided_by=by)
    return unused.order_by("-decided_at", "-id").first()


def frozen_on(reader: Participant, channel: str, at: datetime) -> dict[datetime, bytes]:
    """Say when a second person was asked about something to this reader that may still leave; the hash of its bytes."""
    live = [SecondLook.State.WAITING, SecondLook.State.PASSED]
    rows = SecondLookFile.objects.filter(
        case_id=reader.case_id,
        second_look__reader=reader,
        second_look__channel=channel,
        second_look__state__in=live,
        second_look__until_at__gt=at,
    )
    return {asked: bytes(sha256) for asked, sha256 in rows.values_list("second_look__asked_at", "sha256")}


def _used(case: Case) -> Any:
    return Release.objects.filter(case=case, second_look__isnull=False).values("second_look_id")


def kinds_of(case: Case) -> dict[str, str]:
    """Give the kind of each protected fact of the case, by its id; nothing is opened."""
    return {str(key): kind for key, kind in ProtectedFact.objects.filter(case=case).values_list("id", "kind")}


def stopping_facts(verdict: guard.Verdict) -> set[str]:
    """Give the facts, by id, for which something is stopped."""
    return {each.fact for each in verdict.findings if each.level == guard.Level.BLOCK}


def final_in(case: Case, verdict: guard.Verdict) -> set[str]:
    """Give the facts, by id, that stop something and that no second person may pass."""
    return rules.final_facts(kinds_of(case), stopping_facts(verdict))


def still_stands(case: Case, release_id: UUID, verdict: guard.Verdict) -> bool:
    """Tell whether what was released may still leave: only what was accepted or passed then may be found."""
    row = Release.objects.get(case=case, id=release_id)
    accepted = {each["fact"] for each in row.verdict.get("findings", ())}
    if not {each.fact for each in verdict.findings} <= accepted:
        return False
    return verdict.level != guard.Level.BLOCK or (row.second_look_id is not None and not final_in(case, verdict))


def way_out(
    case: Case, reader: Participant, outgoing: Outgoing, verdict: guard.Verdict, by: Worker, at: datetime
) -> WayOut | None:
    """Say what can be done about a stop; None where nothing is stopped."""
    if verdict.level != guard.Level.BLOCK:
        return None
    final = final_in(case, verdict)
    key = fingerprint(reader, outgoing, verdict)
    rows = SecondLook.objects.filter(case=case, fingerprint=key, until_at__gt=at).exclude(id__in=_used(case))
    row = rows.select_related("decided_by").order_by("-asked_at", "-id").first() if not final else None
    facts = leaving.facts_in_words(case) if final else {}
    return WayOut(
        may_ask=not final and (row is None or row.state == SecondLook.State.REFUSED),
        final=[(": ".join(facts.get(each, ("A protected fact",))), _fact(case, each)) for each in sorted(final)],
        look_id=row.id if row else None,
        state=row.state if row else "",
        says=row.says if row else "",
        decided_by=row.decided_by.name if row and row.decided_by else "",
        until_at=row.until_at if row else None,
        may_leave=passed(case, key, by, at) is not None,
    )


def _fact(case: Case, fact_id: str) -> str:
    return address("record:fact", case.id, fact_id)


@dataclass(frozen=True, slots=True)
class Beside:
    """What a worker sees beside what a reader would get: the way out of a stop, who is given away, what they hold."""

    way: WayOut | None
    to_ask: Sequence[ToAsk]
    only_from: Sequence[OnlyFrom]
    holdings: Holdings

    @property
    def may_leave(self) -> bool:
        """Tell whether nothing here holds it back; the guard's own warnings apart."""
        return not self.to_ask and (self.way is None or self.way.may_leave)


def beside(
    case: Case, reader: Participant, outgoing: Outgoing, verdict: guard.Verdict, by: Worker, at: datetime
) -> Beside:
    """Say what stands beside something that would leave to a reader."""
    words = Leaving(outgoing)
    return Beside(
        way=way_out(case, reader, outgoing, verdict, by, at),
        to_ask=to_ask(case, words),
        only_from=only_from(case, reader, words),
        holdings=holdings(case, reader),
    )


def second_look_in(case: Case, look_id: UUID) -> SecondLook:
    """Find a second look of the case.

    Raises:
        NotFound: not of this case.
    """
    rows = SecondLook.objects.filter(case=case, id=look_id).select_related("reader", "asked_by", "decided_by", "case")
    found = rows.first()
    if found is None:
        raise NotFound
    return found


def frozen_for(look: SecondLook) -> list[FrozenCopy]:
    """Read back what a second person is asked about, in order."""
    rows = SecondLookFile.objects.filter(case_id=look.case_id, second_look=look).order_by("position")
    return [leaving.thawed(row) for row in rows]


def outgoing_of(look: SecondLook, copies: Sequence[FrozenCopy]) -> Outgoing:
    """Give what would leave, from its frozen copies."""
    return Outgoing(
        channel=look.channel, files=tuple(OutgoingFile(each.name, each.media_type, each.data) for each in copies)
    )


def stopping_of(case: Case, verdict: guard.Verdict) -> list[Stopping]:
    """List what stops something, once a fact and place, for the team: facts in words."""
    facts, final = leaving.facts_in_words(case), final_in(case, verdict)
    found: dict[tuple[str, str], Stopping] = {}
    for each in verdict.findings:
        if each.level != guard.Level.BLOCK:
            continue
        what = ": ".join(facts.get(each.fact, ("A protected fact",)))
        how = "" if each.disguise == "exact" else each.disguise
        found[each.fact, each.where] = Stopping(
            each.fact,
            _PLACES.get(each.where, each.where),
            what,
            each.shown,
            how,
            _fact(case, each.fact),
            each.fact in final,
        )
    unread = [Stopping("", each.where, "It could not be read", each.why, "", "", False) for each in verdict.unopened]
    return [*found.values(), *unread]


def second_look_page(look: SecondLook, by: Worker, at: datetime) -> SecondLookPage:
    """Show exactly what is stopped, from its frozen bytes, judged again now."""
    case = look.case
    copies = frozen_for(look)
    outgoing = outgoing_of(look, copies)
    verdict = leaving.judge(case=case, reader=look.reader, outgoing=outgoing)
    why_not = "" if look.state != SecondLook.State.WAITING else why_not_decide(look, by, at, outgoing, verdict)
    stopping = stopping_of(case, verdict)
    named = {(each.fact, each.where): each.what for each in stopping}
    return SecondLookPage(
        title="Should this leave?",
        case=case_head(case),
        id=look.id,
        reader=look.reader.known_as,
        part=look.reader.get_part_display(),
        channel=look.channel,
        why=look.why,
        asked_by=look.asked_by.name,
        asked_at=look.asked_at,
        until_at=look.until_at,
        state=look.get_state_display(),
        is_waiting=look.state == SecondLook.State.WAITING,
        is_over=look.until_at <= at,
        may_decide=look.state == SecondLook.State.WAITING and not why_not,
        why_not=why_not,
        stopping=stopping,
        files=[
            LookFile(place, each.name, len(each.data), each.sha256, each.matches) for place, each in enumerate(copies)
        ],
        words=words_of(outgoing),
        decided_by=look.decided_by.name if look.decided_by else "",
        decided_at=look.decided_at,
        reasons=[
            (named.get((each["fact"], each["where"]), "Could not be read") + f" ({each['where']})", each["why"])
            for each in look.reasons
        ],
        says=look.says,
    )


def why_not_decide(
    look: SecondLook, by: Worker, at: datetime, outgoing: Outgoing, verdict: guard.Verdict | None = None
) -> str:
    """Say why this worker cannot decide about a second look now; empty if they can."""
    if look.asked_by_id == by.id:
        return "You asked for it to leave: somebody else who manages the case decides."
    if not manages(look.case):
        return "A manager of the case decides."
    if look.until_at <= at:
        return "Nobody decided in time. It can be asked for again."
    verdict = verdict or leaving.judge(case=look.case, reader=look.reader, outgoing=outgoing)
    if final_in(look.case, verdict):
        return "It would lead this reader to somebody it is kept from: nobody may pass it."
    if fingerprint(look.reader, outgoing, verdict) != look.fingerprint:
        return "What is protected has changed since it was asked for. It must be asked for again, as it is now."
    return ""


def looks_waiting(by: Worker, at: datetime) -> list[LookLine]:
    """List, over all cases, what waits for this worker to decide, and what became of what they asked."""
    rows = SecondLook.objects.filter(until_at__gt=at).select_related("case", "asked_by").order_by("asked_at", "id")
    mine = rows.filter(asked_by=by).exclude(state=SecondLook.State.WAITING)
    theirs = rows.filter(state=SecondLook.State.WAITING).exclude(asked_by=by)
    theirs = theirs.annotate(is_managed=RawSQL('kith_manages("record_secondlook"."case_id")', []))
    return [*_lines(theirs.filter(is_managed=True), is_mine=False), *_lines(mine, is_mine=True)]


def _lines(rows: Iterable[SecondLook], *, is_mine: bool) -> list[LookLine]:
    return [
        LookLine(
            address("record:second_look", row.case_id, row.id),
            row.case.family_name,
            row.case.reference,
            row.asked_by.name,
            row.asked_at,
            row.get_state_display(),
            is_mine,
        )
        for row in rows
    ]
