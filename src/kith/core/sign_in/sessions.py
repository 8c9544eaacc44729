"""Where somebody is signed in. Django's session store over a table of our own, which also says which browser it is,
since when, and when it was last seen; so a page can show it, and ending one is deleting its row.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, cast
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.backends import db
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from kith.core import clock, ledger
from kith.core.actions import action
from kith.core.models import Session, Worker

BEGAN, DEVICE, WORKER = "began", "device", "_auth_user_id"
SEEN_EVERY = timedelta(minutes=1)

_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)
#: In this order: Edge also says Chrome, and Chrome also says Safari.
_BROWSERS = (("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))


@dataclass(frozen=True, slots=True)
class Place:
    """One browser that is signed in, as its worker is shown it. `handle` names it on a page; it opens nothing."""

    handle: str
    device: str
    began_at: datetime | None
    seen_at: datetime
    is_this: bool


class SessionStore(db.SessionStore):
    """Named in `SESSION_ENGINE` by its module."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Make the row: what Django keeps, and whose it is."""
        worker = data.get(WORKER)
        if worker:
            data.setdefault(BEGAN, clock.now().timestamp())
        row = cast(Session, super().create_model_instance(data))
        row.worker_id = UUID(worker) if worker else None
        row.device = data.get(DEVICE, "")
        row.began_at = datetime.fromtimestamp(data[BEGAN], UTC) if worker else None
        row.seen_at = clock.now()
        return row

    def _get_session_from_db(self) -> Session | None:
        """Find the row, unless nothing was heard from its browser for long; note now and then that it was seen."""
        row = cast("Session | None", super()._get_session_from_db())  # type: ignore[misc]
        if row is None:
            return None
        silent = clock.now() - row.seen_at
        if row.worker_id and silent > timedelta(minutes=settings.SILENT_MINUTES):
            row.delete()
            self._session_key = None
            return None
        if silent > SEEN_EVERY:
            Session.objects.filter(session_key=row.session_key).update(seen_at=clock.now())
        return row


def began_at(request: HttpRequest) -> datetime | None:
    """Tell when the worker of this session signed in."""
    began = request.session.get(BEGAN)
    return datetime.fromtimestamp(began, UTC) if began else None


def begin(request: HttpRequest) -> None:
    """Note in a session that has just begun when that was and which browser it is; sweep up what is over."""
    at = clock.now()
    request.session[BEGAN], request.session[DEVICE] = at.timestamp(), device_in_words(request)
    Session.objects.filter(expire_date__lt=at).delete()


def device_in_words(request: HttpRequest) -> str:
    """Say which browser this is as people would: "Firefox on Windows"."""
    said = request.headers.get("User-Agent", "")
    browser = next((words for mark, words in _BROWSERS if mark in said), "")
    system = next((words for mark, words in _SYSTEMS if mark in said), "")
    return " on ".join(filter(None, (browser, system))) or "A browser we do not know"


def places_of(worker: Worker, this: str | None) -> list[Place]:
    """List where a worker is signed in, this browser first, then the last seen."""
    rows = Session.objects.filter(worker=worker, expire_date__gt=clock.now())
    places = [
        Place(_handle(row.session_key), row.device, row.began_at, row.seen_at, row.session_key == this) for row in rows
    ]
    return sorted(places, key=lambda place: (not place.is_this, -place.seen_at.timestamp()))


@action
def end_place(*, handle: str, by: Worker, at: datetime) -> int:
    """End one of a worker's own sessions, at once. One that is not there, or not theirs, is ended already."""
    rows = Session.objects.filter(worker=by)
    return _end([row.session_key for row in rows if _handle(row.session_key) == handle], by, at)


@action
def end_others(*, this: str | None, by: Worker, at: datetime) -> int:
    """End all of a worker's own sessions but this one, at once."""
    rows = Session.objects.filter(worker=by).exclude(session_key=this)
    return _end([row.session_key for row in rows], by, at)


def end_all(worker: Worker) -> int:
    """End every session of a worker; part of what ends the worker, which tells the ledger."""
    return Session.objects.filter(worker=worker).delete()[0]


def _end(keys: list[str], by: Worker, at: datetime) -> int:
    ended = Session.objects.filter(session_key__in=keys).delete()[0]
    if ended:
        ledger.note("worker.sessions_ended", by=by.id, at=at, about=by, facts={"sessions": ended})
    else:
        ledger.nothing_changed()
    return ended


def _handle(session_key: str) -> str:
    return salted_hmac("kith.session", session_key, algorithm="sha256").hexdigest()[:24]
