"""Words being written, saved by themselves."""

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction

from kith.core.actions import draft
from kith.core.errors import Stale
from kith.core.models import Worker
from kith.record.models import Case, Draft


@draft
def save_draft(
    *, case: Case, place: str, words: Mapping[str, str], version: int, by: Worker, at: datetime, editor: str = ""
) -> Draft:
    """Save words under the next version; the versions before it are kept.

    Args:
        place: which form, as its page names it; no words of anybody's.
        version: the version the words were written upon, 0 for none.
        editor: which window is writing; the one that wrote the newest version is behind nobody but itself.

    Raises:
        Stale: another window saved a newer version; nothing is overwritten.
    """
    try:
        with transaction.atomic():
            newest = _newest(case, place, by)
            found = newest.version if newest else 0
            is_own = newest is not None and bool(editor) and newest.editor == editor
            if newest is not None and is_own and newest.used_at is not None:
                return newest  # a save that was still under way when its form was sent: the record has these words
            if found != version and not is_own:
                raise IntegrityError
            return Draft.objects.create(
                case=case,
                worker=by,
                place=place,
                version=found + 1,
                editor=editor[:36],
                words=dict(words),
                saved_at=at,
            )
    except IntegrityError:
        raise Stale(
            "Another window has saved newer words here. Yours are still in this window; nothing was overwritten."
        ) from None


@draft
def use_draft(*, case: Case, place: str, by: Worker, at: datetime) -> None:
    """Mark a draft's words as used: the record has them now, and the form starts empty."""
    Draft.objects.filter(case=case, worker=by, place=place, used_at__isnull=True).update(used_at=at)


def _newest(case: Case, place: str, by: Worker) -> Draft | None:
    return Draft.objects.filter(case=case, worker=by, place=place).order_by("-version").first()
