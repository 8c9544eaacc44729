"""Taking mail from the agency's mailbox (RFC 9051, RFC 3501): exact bytes, marked only when they are kept.

Nothing here reads a mail. What is fetched does not mark itself as seen (`BODY.PEEK`); `done` is said once its row is
committed, so that a crash between leaves it to be found again.
"""

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

SECONDS = 60.0
#: What one round takes; the next goes on.
MOST_AT_ONCE = 200
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_UIDVALIDITY = re.compile(rb"\d+")
imaplib._MAXLINE = max(imaplib._MAXLINE, 10_000_000)  # type: ignore[attr-defined]  # a search may name many


class CannotReach(Exception):
    """The mailbox cannot be read now; the text says why, and holds no name or password."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Where mail comes to, and how to sign in; `host` is empty where there is none."""

    host: str
    port: int
    tls: str = "tls"
    user: str = ""
    password: str = field(default="", repr=False)
    name: str = "INBOX"
    done: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A mail in the mailbox: its UID, and the name that is its own for ever."""

    uid: str
    place: str


class Opened:
    """An open mailbox: what is in it that was not taken yet, one mail's bytes, and that one was taken."""

    def __init__(self, client: imaplib.IMAP4, mailbox: Mailbox) -> None:
        self._client, self._mailbox = client, mailbox
        self._validity = _selected(client, mailbox.name)
        self._can = set((_ok(client.capability())[0] or b"").decode("ascii", "replace").upper().split())

    def waiting(self) -> list[Found]:
        """List what was not taken, oldest first, at most `MOST_AT_ONCE`."""
        asked = "UNDELETED" if self._mailbox.done else "UNSEEN UNDELETED"
        uids = _ok(self._client.uid("SEARCH", asked))[0] or b""
        found = sorted(uids.split(), key=int)[:MOST_AT_ONCE]
        return [Found(uid.decode(), f"imap:{self._mailbox.name}:{self._validity}:{uid.decode()}") for uid in found]

    def data(self, found: Found) -> bytes | None:
        """Give the exact bytes of a mail; None if it has gone meanwhile."""
        for each in _ok(self._client.uid("FETCH", found.uid, "(BODY.PEEK[])")):
            if isinstance(each, tuple) and len(each) == 2:
                return bytes(each[1])
        return None

    def done(self, found: Found) -> None:
        """Say that a mail was taken: it is moved away, or marked as seen where no mailbox is named for that."""
        if not self._mailbox.done:
            _ok(self._client.uid("STORE", found.uid, "+FLAGS.SILENT", r"(\Seen)"))
            return
        name = _quoted(self._mailbox.done)
        if "MOVE" in self._can:
            _ok(self._client.uid("MOVE", found.uid, name))
            return
        _ok(self._client.uid("COPY", found.uid, name))
        _ok(self._client.uid("STORE", found.uid, "+FLAGS.SILENT", r"(\Seen \Deleted)"))
        if "UIDPLUS" in self._can:
            _ok(self._client.uid("EXPUNGE", found.uid))


@contextmanager
def opened(mailbox: Mailbox) -> Iterator[Opened]:
    """Open the mailbox for as long as the block lasts.

    Raises:
        CannotReach: with the reason; also from inside the block, where the connection breaks.
    """
    client: imaplib.IMAP4 | None = None
    try:
        client = _connected(mailbox)
        _ok(client.login(mailbox.user, mailbox.password))
        yield Opened(client, mailbox)
    except imaplib.IMAP4.error:
        raise CannotReach("The mail server did not do what it was asked: see the name, password and mailbox.") from None
    except ssl.SSLError as problem:
        raise CannotReach(f"The mail server's certificate was not accepted ({problem.reason}).") from None
    except OSError as problem:
        raise CannotReach(f"The mail server cannot be reached ({type(problem).__name__}).") from None
    finally:
        if client is not None:
            with suppress(OSError, imaplib.IMAP4.error):
                client.logout()


def _connected(mailbox: Mailbox) -> imaplib.IMAP4:
    match mailbox.tls:
        case "tls":
            context = ssl.create_default_context()
            return imaplib.IMAP4_SSL(mailbox.host, mailbox.port, ssl_context=context, timeout=SECONDS)
        case "starttls":
            client = imaplib.IMAP4(mailbox.host, mailbox.port, timeout=SECONDS)
            client.starttls(ssl.create_default_context())
            return client
        case "none" if mailbox.host in _LOOPBACK:
            return imaplib.IMAP4(mailbox.host, mailbox.port, timeout=SECONDS)
    raise CannotReach("Mail is fetched by TLS: set KITH_IMAP_TLS to tls or starttls (none is for this machine alone).")


def _selected(client: imaplib.IMAP4, name: str) -> str:
    _ok(client.select(_quoted(name)))
    _, said = client.response("UIDVALIDITY")
    found = _UIDVALIDITY.search(said[0] or b"") if said else None
    if found is None:
        raise CannotReach("The mail server does not say by which numbers it names mails (UIDVALIDITY).")
    return found.group().decode()


def _quoted(name: str) -> str:
    if any(char in name for char in '\r\n\0"\\'):
        raise CannotReach("The name of the mailbox has a letter that no mailbox has.")
    return f'"{name}"'


def _ok(answer: tuple[str, list[Any]]) -> list[Any]:  # imaplib's own shape
    kind, data = answer
    if kind != "OK":
        raise imaplib.IMAP4.error(kind)
    return data
