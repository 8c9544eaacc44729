"""A worker's own CPD log. Theirs alone: no line of the ledger is told of it, and deleting deletes."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kith.core.actions import own
from kith.core.errors import NotFound, Refusal, Stale
from kith.core.models import Worker
from kith.learning import marks
from kith.learning.actions.telling import tell
from kith.learning.models import CpdPiece, OwnWord
from kith.learning.queries.cpd import listed_by, texts_of
from kith.learning.rules.noticing import Place, folded, places_in
from kith.learning.rules.telling import Learnt, Verb

TEXTS = ("activity", "about", "learnt", "impact", "peer")
_NEEDED = ("activity", "about", "learnt", "impact")


class NotFinished(Refusal):
    """A piece stays a draft: `missing` names the fields that the form asks for, `places` what may identify somebody."""

    def __init__(self, missing: Sequence[str], places: Sequence[Place]) -> None:
        super().__init__("The piece is kept as a draft. To finish it, mend what is pointed at.")
        self.missing, self.places = tuple(missing), tuple(places)


@own
def begin_piece(
    *,
    by: Worker,
    at: datetime,
    activity: str = "",
    about: str = "",
    learnt: str = "",
    impact: str = "",
    done_on: date | None = None,
    came_from: str = "",
) -> CpdPiece:
    """Begin a piece, filled in as far as a dilemma, a bite or a course can: "keep as a CPD draft".

    Args:
        came_from: the title of what offered it.
    """
    said = {"activity": activity, "about": about, "learnt": learnt, "impact": impact}
    return CpdPiece.objects.create(worker=by, begun_at=at, changed_at=at, done_on=done_on, came_from=came_from, **said)


@own
def save_words(
    *, piece_id: UUID, words: Mapping[str, Any], version: int, editor: str, by: Worker, at: datetime
) -> CpdPiece:
    """Save what is being typed, as a draft: a finished piece becomes one again.

    Raises:
        Stale: another window saved a newer version; nothing is written over.
    """
    piece = _mine(piece_id, by)
    if piece.version != version and not (editor and piece.editor == editor):
        raise Stale("This piece was saved in another window since. Open it again to see the newest words.")
    return _keep(piece, words, editor, at)


@own
def write_piece(
    *, piece_id: UUID, words: Mapping[str, Any], allowed: Mapping[str, str], by: Worker, at: datetime
) -> CpdPiece:
    """Save a piece as its writer sent it, as a draft, with what they said of words that looked like names."""
    piece = _mine(piece_id, by)
    piece.allowed = {**piece.allowed, **allowed}
    return _keep(piece, words, "", at)


def _keep(piece: CpdPiece, words: Mapping[str, Any], editor: str, at: datetime) -> CpdPiece:
    for name in TEXTS:
        setattr(piece, name, str(words.get(name, getattr(piece, name))))
    piece.done_on = words.get("done_on", piece.done_on)
    piece.version, piece.editor, piece.changed_at, piece.finished_at = piece.version + 1, editor[:64], at, None
    piece.save()
    return piece


@own
def finish_piece(*, piece_id: UUID, by: Worker, at: datetime) -> CpdPiece:
    """Say that a piece is whole: it counts for its year, and may be copied out.

    Raises:
        NotFinished: something that the form asks for is missing, or may identify a person who uses services.
    """
    piece = _mine(piece_id, by)
    missing = [name for name in _NEEDED if not getattr(piece, name).strip()]
    missing += [] if piece.done_on else ["done_on"]
    places = places_in(texts_of(piece, TEXTS), allowed=piece.allowed, is_listed=listed_by(by.id))
    if missing or places:
        raise NotFinished(missing, places)
    piece.finished_at = piece.changed_at = at
    piece.save(update_fields=["finished_at", "changed_at"])
    tell(verb=Verb.COMPLETED, learnt=Learnt("cpd", "", "A piece of CPD"), by=by, at=at)
    return piece


@own
def delete_piece(*, piece_id: UUID, by: Worker, at: datetime) -> None:
    """Delete a piece, and what a peer wrote to it."""
    _mine(piece_id, by).delete()


@own
def delete_all(*, by: Worker, at: datetime) -> None:
    """Delete the whole log, what peers wrote to it, and the writer's own list of names."""
    CpdPiece.objects.filter(worker=by).delete()
    OwnWord.objects.filter(worker=by).delete()


@own
def list_word(*, words: str, by: Worker, at: datetime) -> None:
    """Put a name on the writer's own list, as a mark that nobody can read."""
    OwnWord.objects.get_or_create(worker=by, mark=marks.word_mark(by.id, folded(words)), defaults={"at": at})


@own
def unlist_word(*, words: str, by: Worker, at: datetime) -> bool:
    """Take a name off the list; tells whether it stood there."""
    gone, _ = OwnWord.objects.filter(worker=by, mark=marks.word_mark(by.id, folded(words))).delete()
    return bool(gone)


def _mine(piece_id: UUID, by: Worker) -> CpdPiece:
    found = CpdPiece.objects.select_for_update(of=("self",)).filter(id=piece_id, worker=by).first()
    if found is None:
        raise NotFound
    return found
