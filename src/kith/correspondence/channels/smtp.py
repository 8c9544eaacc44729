"""Handing a message to the agency's mail server (RFC 5321), and saying plainly what came of it."""

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Self

from django.conf import settings

from kith.correspondence.rules import Answer, Load, State, answer_of

REPLY_SECONDS = 60.0
GOODBYE_SECONDS = 2.0
#: RFC 5321, 4.5.3.2.6: ten minutes for the answer after the last byte.
LAST_REPLY_SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Server:
    """The mail server: where it is and how to sign in; `host` is empty where there is none."""

    host: str
    port: int
    starttls: bool = False
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Smtp:
    """E-mail by the agency's own mail server. It cannot be asked for a message: SMTP has no such question."""

    server: Server
    settles_seconds: int = 0

    @classmethod
    def from_settings(cls) -> Self:
        """Make it as the environment says."""
        login = settings.SMTP_USER, settings.SMTP_PASSWORD
        return cls(Server(settings.SMTP_HOST, settings.SMTP_PORT, settings.SMTP_STARTTLS, *login))

    def hand_over(self, load: Load) -> Answer:
        """Hand one e-mail over."""
        return hand_over(self.server, sender=load.sender, to=load.to, data=load.data)

    def has(self, reference: str) -> bool | None:
        """Say that it cannot say."""
        return None


def hand_over(server: Server, *, sender: str, to: str, data: bytes) -> Answer:
    """Hand exact bytes over for one reader.

    What fails before the bytes are offered was certainly not taken, and may be tried again. Where the connection breaks
    once they are on their way, nobody can tell: the answer is `UNSURE`.
    """
    try:
        client = smtplib.SMTP(server.host, server.port, local_hostname="[127.0.0.1]", timeout=REPLY_SECONDS)
    except (OSError, smtplib.SMTPException):
        return Answer(State.QUEUED, "The mail server cannot be reached.")
    try:
        refusal = _introduce(client, server, sender, to)
        return refusal or _give(client, data)
    finally:
        _goodbye(client)


def _introduce(client: smtplib.SMTP, server: Server, sender: str, to: str) -> Answer | None:
    """Sign in and name sender and reader; gives an answer if the message stops here."""
    try:
        client.ehlo_or_helo_if_needed()
        if server.starttls:
            client.starttls(context=ssl.create_default_context())
            client.ehlo()
        if server.user:
            client.login(server.user, server.password)
        code, says = client.mail(sender)
        if code == 250:
            code, says = client.rcpt(to)
        if code not in (250, 251):
            return _before(code, says)
    except smtplib.SMTPAuthenticationError:
        return Answer(State.QUEUED, "The mail server did not accept Kith's name and password.")
    except (OSError, smtplib.SMTPException):
        return Answer(State.QUEUED, "The mail server broke off before the message was handed over.")
    return None


def _give(client: smtplib.SMTP, data: bytes) -> Answer:
    """Give the bytes: sent as they are, with dots doubled on the wire as the protocol wants."""
    assert client.sock is not None
    client.sock.settimeout(LAST_REPLY_SECONDS)
    try:
        code, says = client.data(data)
    except smtplib.SMTPDataError as error:  # refused before a byte was offered
        return _before(error.smtp_code, error.smtp_error)
    except (OSError, smtplib.SMTPException):
        return Answer(State.UNSURE, "The connection broke while the message was being handed over.")
    return answer_of(code, _words(says))


def _before(code: int, says: bytes | str) -> Answer:
    """Read an answer given before the bytes were offered: it was certainly not taken, whatever the answer means."""
    answer = answer_of(code, _words(says))
    if answer.state in (State.QUEUED, State.REFUSED):
        return answer
    return Answer(State.QUEUED, "The mail server's answer was not understood.")


def _goodbye(client: smtplib.SMTP) -> None:
    """Leave politely; the answer is known, and a broken goodbye does not change it."""
    with suppress(OSError, smtplib.SMTPException):
        if client.sock:
            client.sock.settimeout(GOODBYE_SECONDS)
        client.quit()
    client.close()


def _words(says: bytes | str) -> str:
    return says.decode("utf-8", "replace") if isinstance(says, bytes) else says
