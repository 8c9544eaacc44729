"""One question over HTTP, with what nobody else tells: whether the service can have understood it at all."""

import http.client
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

CONNECT_SECONDS = 10.0
ANSWER_SECONDS = 30.0
MOST_ANSWER_BYTES = 256 * 1024


class NotReached(Exception):
    """Nothing was asked: there was no connection."""


class NoAnswer(Exception):
    """It was asked, and the connection broke before there was an answer: nobody can tell whether it was done."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a service answered."""

    status: int
    data: bytes


def ask(method: str, url: str, *, headers: Mapping[str, str], data: bytes | None = None) -> Reply:
    """Ask a service once. Never by way of a proxy of the environment, and no redirect is followed.

    Raises:
        NotReached: nothing was asked.
        NoAnswer: it may have been done.
    """
    connection = _connected(url)
    parts = urlsplit(url)
    try:
        connection.request(method, parts.path + (f"?{parts.query}" if parts.query else ""), data, dict(headers))
        answer = connection.getresponse()
        return Reply(answer.status, answer.read(MOST_ANSWER_BYTES))
    except (OSError, http.client.HTTPException) as problem:
        raise NoAnswer from problem
    finally:
        connection.close()


def _connected(url: str) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    host = parts.hostname or ""
    connection = (
        http.client.HTTPSConnection(host, parts.port, timeout=CONNECT_SECONDS, context=ssl.create_default_context())
        if parts.scheme == "https"
        else http.client.HTTPConnection(host, parts.port, timeout=CONNECT_SECONDS)
    )
    try:
        connection.connect()
    except (OSError, http.client.HTTPException) as problem:
        connection.close()
        raise NotReached from problem
    connection.sock.settimeout(ANSWER_SECONDS)
    return connection
