"""Writing dilemmas: drafts are words without a note; what others learn from is a line of the agency's chain."""

from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.core import ledger
from kith.core.actions import action, draft
from kith.core.errors import NotFound, Stale
from kith.core.models import Worker
from kith.core.permissions import Permission
from kith.learning import ink as compiler
from kith.learning.ink import NoCompiler
from kith.learning.ink.checking import compiled
from kith.learning.loading import facts_of
from kith.learning.models import Dilemma, DilemmaDraft
from kith.learning.queries import authors as queries
from kith.learning.rules.authors import NoKey, NotSound, key_of

__all__ = [
    "NoCompiler",
    "NoKey",
    "NotSound",
    "begin",
    "begin_from",
    "delete",
    "offer_again",
    "publish",
    "save",
    "take_in",
    "withdraw",
]

SKELETON = Path(compiler.__file__).parent / "skeleton.ink"
_STALE = (
    "Somebody saved newer words here, perhaps in another window. Yours are still on this page; nothing was overwritten."
)


@draft
def begin(*, title: str, by: Worker, at: datetime) -> DilemmaDraft:
    """Begin a dilemma with a small story that works and explains itself.

    Raises:
        NoKey: its name gives no key, or one that is taken.
    """
    said = " ".join(title.replace("#", " ").replace("|", " ").split())
    words = SKELETON.read_text(encoding="utf-8").replace("{title}", said, 1)
    return _begun(key_of(title), words, by, at)


@draft
def take_in(*, words: str, file_name: str, by: Worker, at: datetime) -> DilemmaDraft:
    """Begin a draft with the words of a file; its key comes from the title in it, or from the file's name.

    Raises:
        NoKey: the key is taken, or there is none.
    """
    waiting = DilemmaDraft(key=file_name.rpartition(".")[0] or file_name, ink=words)
    return _begun(key_of(queries.title_of(waiting)), words, by, at)


@draft
def begin_from(*, dilemma_id: UUID, by: Worker, at: datetime) -> DilemmaDraft:
    """Begin the next version of a dilemma from this one, or give the draft of it that somebody began.

    Raises:
        NotFound.
    """
    _may(by)
    found = queries.published(dilemma_id)
    there = queries.drafts().filter(key=found.key).first()
    return there or DilemmaDraft.objects.create(key=found.key, ink=found.ink, began_from=found, by=by, at=at)


@draft
def save(*, draft_id: UUID, ink: str, version: int, by: Worker, at: datetime, editor: str = "") -> DilemmaDraft:
    """Save the words of a draft.

    Args:
        version: the save on which the words were written.
        editor: which window writes; the one that saved last is behind nobody but itself.

    Raises:
        Stale: another window saved a newer version; nothing is overwritten.
    """
    row = _locked(draft_id, by)
    if row.ink == ink:
        return row
    is_own = bool(editor) and row.editor == editor
    if row.version != version and not is_own:
        raise Stale(_STALE)
    row.ink, row.version, row.editor, row.by, row.at = ink, row.version + 1, editor, by, at
    row.save(update_fields=["ink", "version", "editor", "by", "at"])
    return row


@draft
def delete(*, draft_id: UUID, by: Worker, at: datetime) -> None:
    """Delete a draft; what was published stays."""
    _locked(draft_id, by).delete()


@action
def publish(*, draft_id: UUID, version: int, changed: str, by: Worker, at: datetime) -> Dilemma:
    """Publish a draft as the next version. Who plays an older one goes on in it.

    Args:
        version: the save that its author saw.

    Raises:
        Stale: it was saved again since.
        NotSound: the check finds something in it; nothing is written.
        NoCompiler: it cannot be checked here.
    """
    row = _locked(draft_id, by)
    if row.version != version:
        raise Stale("The draft was saved again since this page was made. Look at it, and publish it then.")
    found = queries.checked(row.ink, at.date())
    if found.lacks:
        raise NoCompiler(found.lacks)
    if found.problems:
        raise NotSound(found.problems)
    made = _new_version(row, changed, by, at)
    row.delete()
    facts = {"version": made.version, "from_another": row.began_from_id is not None}
    ledger.note("dilemma.published", about=made, by=by.id, at=at, facts=facts, words={"changed": changed})
    return made


@action
def withdraw(*, dilemma_id: UUID, by: Worker, at: datetime) -> Dilemma:
    """Offer a dilemma no longer. Who began it can finish; where ours hid the one that ships, that is offered.

    Raises:
        NotFound: it is no newest version.
    """
    return _offered(dilemma_id, by, at, is_offered=False)


@action
def offer_again(*, dilemma_id: UUID, by: Worker, at: datetime) -> Dilemma:
    """Offer again what an author withdrew.

    Raises:
        NotFound: it is no newest version, or nobody here withdrew it.
    """
    return _offered(dilemma_id, by, at, is_offered=True)


def _offered(dilemma_id: UUID, by: Worker, at: datetime, *, is_offered: bool) -> Dilemma:
    _may(by)
    row = queries.published(dilemma_id)
    shown = queries.version_page(dilemma_id)
    if not (shown.may_offer if is_offered else shown.may_withdraw):
        raise NotFound
    row.withdrawn_at, row.withdrawn_by = (None, None) if is_offered else (at, by)
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])
    verb = "dilemma.offered_again" if is_offered else "dilemma.withdrawn"
    ledger.note(verb, about=row, by=by.id, at=at, facts={"version": row.version})
    return row


def _begun(key: str, words: str, by: Worker, at: datetime) -> DilemmaDraft:
    _may(by)
    try:
        if not queries.is_taken(key):
            with transaction.atomic():
                return DilemmaDraft.objects.create(key=key, ink=words, by=by, at=at)
    except IntegrityError:
        pass  # somebody began it in the same moment
    raise NoKey("There is a dilemma of that name already: write a new version of it, or choose another name.")


def _new_version(row: DilemmaDraft, changed: str, by: Worker, at: datetime) -> Dilemma:
    made = compiled(row.ink)
    return Dilemma.objects.create(
        key=row.key,
        version=queries.next_number(row.key),
        origin=Dilemma.Origin.AGENCY,
        ink=row.ink,
        compiled=made,
        by=by,
        at=at,
        published_at=at,
        changed=changed,
        **facts_of(made),
    )


def _locked(draft_id: UUID, by: Worker) -> DilemmaDraft:
    _may(by)
    row = DilemmaDraft.objects.filter(id=draft_id).select_for_update(of=("self",)).first()
    if row is None:
        raise NotFound
    return row


def _may(by: Worker) -> None:
    if not by.may(Permission.WRITE_LEARNING):
        raise NotFound
