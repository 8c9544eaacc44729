"""A worker's side of links by which files are asked for: made, withdrawn, and what came through them taken in."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from kith.core import files, ledger, transactions
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.exhibits import linking, rules
from kith.exhibits.actions.custody import note_custody
from kith.exhibits.actions.taking_in import enter
from kith.exhibits.models import CustodyEvent, DropLink, DroppedFile, Exhibit
from kith.record.models import Case, Participant
from kith.record.queries import participant_in


class NotMade(Refusal):
    """A link was not made."""


class NotOpen(Refusal):
    """A link is closed already."""


@action
def make_link(
    *,
    case: Case,
    participant: Participant,
    asks: str,
    phone: str,
    days: int,
    code_word: str,
    authority: str,
    question: str,
    by: Worker,
    at: datetime,
) -> tuple[DropLink, str]:
    """Make a link by which a participant may send files in, once, for so many days.

    Args:
        asks: what is asked for, one of a few neutral words: they are shown to whoever opens the link.
        code_word: as it was agreed by voice; only a hash of it is kept.

    Returns:
        the link, and its secret, which is kept nowhere.

    Raises:
        NotMade: the word is too short, or nobody outside can be answered here.
    """
    _check_can_be_made(code_word)
    token = linking.new_secret()
    link = DropLink(case=case, participant=participant, asks=asks, phone=phone, made_by=by, made_at=at)
    link.authority, link.question = authority, question
    link.token_hash, link.word_hash = linking.hash_of(token), linking.word_hash(token, code_word)
    link.until_at = at + min(timedelta(days=days), DropLink.LONGEST)
    link.most_files, link.most_bytes = settings.DROP_FILES, settings.DROP_BYTES
    link.save(force_insert=True)
    facts: dict[str, ledger.Plain] = {"participant": str(participant.id), "asks": asks, "days": days}
    words = {"authority": authority, "question": question}
    ledger.note("link.made", case_id=case.id, by=by.id, at=at, about=link, facts=facts, words=words)
    return link, token


def _check_can_be_made(code_word: str) -> None:
    if not transactions.has_door():
        raise NotMade("Links cannot be made here yet: whoever runs Kith must set KITH_FAMILY_DATABASE_URL first.")
    try:
        rules.check_code_word(code_word)
    except rules.Wrong as wrong:
        raise NotMade(str(wrong)) from None


@action
def withdraw_link(*, link: DropLink, by: Worker, at: datetime) -> DropLink:
    """Close a link; what came through it stays.

    Raises:
        NotOpen: it was closed or ran out before.
    """
    now = DropLink.objects.select_for_update(of=("self",)).get(case_id=link.case_id, id=link.id)
    if now.closed_at or now.until_at <= at:
        raise NotOpen("This link was closed already.")
    now.closed_at, now.closed_how, now.closed_by = at, DropLink.Closed.WITHDRAWN, by
    now.sitting_hash = now.sitting_until = None
    now.save(update_fields=["closed_at", "closed_how", "closed_by", "sitting_hash", "sitting_until"])
    ledger.note("link.withdrawn", case_id=link.case_id, by=by.id, at=at, about=link)
    return now


@action
def note_seen(*, link: DropLink, by: Worker, at: datetime) -> None:
    """Keep that the link's maker has seen what came: it waits for nobody any more."""
    DropLink.objects.filter(case_id=link.case_id, id=link.id, made_by=by).update(seen_at=at)
    ledger.nothing_changed()


@action
def take_in_dropped(*, dropped: DroppedFile, by: Worker, at: datetime) -> Exhibit | None:
    """Make an exhibit of a file that came through a link, and have it read; None if it is one already."""
    row = DroppedFile.objects.select_for_update(of=("self",)).get(case_id=dropped.case_id, id=dropped.id)
    if row.exhibit_id is not None:
        ledger.nothing_changed()
        return None
    link = DropLink.objects.select_related("case", "made_by").get(case_id=row.case_id, id=row.link_id)
    giver = participant_in(link.case, link.participant_id)
    exhibit = enter(
        case=link.case,
        stored=files.stored_in(row.case_id, row.file_id),
        name=row.name_text,
        from_participant=giver,
        how=Exhibit.How.LINK,
        handed_over_on=timezone.localdate(row.arrived_at),
        authority=link.authority,
        question=link.question,
        by=by,
        at=at,
    )
    says = f"Sent by {giver.known_as} through a link made by {link.made_by.name}, code word given."
    note_custody(exhibit=exhibit, verb=CustodyEvent.Verb.SENT, by=by, at=row.arrived_at, detail=says)
    row.exhibit_id, row.file_id, row.name_text = exhibit.id, None, ""
    row.save(update_fields=["exhibit_id", "file_id", "name_text"])
    return exhibit
