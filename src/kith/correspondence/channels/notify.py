"""GOV.UK Notify: text messages, e-mails and letters by the government's own service.

A client of our own, and a small one: the official one does not tell a connection that was never made from an answer
that never came, and Kith must (docs/adr/0021).

References:
    docs.notifications.service.gov.uk/rest-api.html
"""

import base64
import hashlib
import hmac
import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import quote

from django.conf import settings

from kith.core.asking import NoAnswer, NotReached, Reply, ask
from kith.correspondence.rules import Answer, Load, State

_KEY = re.compile(
    r"(?:.*-)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
)
_UNCLEAR = Answer(State.UNSURE, "The connection to GOV.UK Notify broke while the message was being handed over.")


class OddKey(ValueError):
    """The API key is none."""


@dataclass(frozen=True, slots=True)
class Notify:
    """The service: its address, our API key, and the template that holds a message of each channel."""

    address: str
    key: str = field(repr=False)
    templates: Mapping[str, str]
    settles_seconds: int = 300  # it takes what it was given into its store by a queue

    @classmethod
    def from_settings(cls) -> Self:
        """Make it as the environment says."""
        return cls(settings.NOTIFY_URL, settings.NOTIFY_KEY, settings.NOTIFY_TEMPLATES, settings.SETTLES_SECONDS)

    def hand_over(self, load: Load) -> Answer:
        """Hand one message over under our own reference."""
        kind = {"sms": "sms", "email": "email", "letter": "letter"}[load.channel]
        try:
            body = {**self._message(load), "reference": load.reference}
            reply = self._ask("POST", f"/v2/notifications/{kind}", body)
        except OddKey:
            return Answer(State.QUEUED, "The API key of GOV.UK Notify is not one. Tell whoever looks after Kith.")
        except NotReached:
            return Answer(State.QUEUED, "GOV.UK Notify cannot be reached.")
        except NoAnswer:
            return _UNCLEAR
        return _understood(reply)

    def has(self, reference: str) -> bool | None:
        """Ask for messages of this reference."""
        try:
            reply = self._ask("GET", f"/v2/notifications?reference={quote(reference, safe='')}")
        except (OddKey, NotReached, NoAnswer):
            return None
        found = _read(reply).get("notifications")
        return bool(found) if reply.status == 200 and isinstance(found, list) else None

    def _message(self, load: Load) -> dict[str, Any]:
        if load.channel == "letter":
            return {"content": base64.b64encode(load.data).decode()}
        template = self.templates[load.channel]
        if load.channel == "sms":
            words = {"message": load.data.decode()}
            return {"phone_number": load.to, "template_id": template, "personalisation": words}
        from kith.record.queries import leaving  # here: `kith doctor` looks into a mailbox, and has no tables

        mail = leaving.taken_apart(load.data)
        assert mail is not None
        words = {"subject": mail.subject, "message": mail.text}
        return {"email_address": load.to, "template_id": template, "personalisation": words}

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Reply:
        headers = {"Authorization": f"Bearer {token(self.key)}", "Content-Type": "application/json"}
        data = json.dumps(body).encode() if body is not None else None
        return ask(method, f"{self.address.rstrip('/')}{path}", headers=headers, data=data)


def token(key: str, at: float | None = None) -> str:
    """Make the token of one request (RFC 7519, HS256): it names the service, and lasts half a minute.

    Raises:
        OddKey: the key does not end in the ids of a service and of a secret.
    """
    found = _KEY.fullmatch(key)
    if found is None:
        raise OddKey
    head = _part({"typ": "JWT", "alg": "HS256"})
    claims = _part({"iss": found[1], "iat": int(time.time() if at is None else at)})
    signed = hmac.new(found[2].encode(), f"{head}.{claims}".encode(), hashlib.sha256).digest()
    return f"{head}.{claims}.{_bare(signed)}"


def _part(value: dict[str, Any]) -> str:
    return _bare(json.dumps(value, separators=(",", ":")).encode())


def _bare(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _read(reply: Reply) -> dict[str, Any]:
    try:
        found = json.loads(reply.data)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _understood(reply: Reply) -> Answer:
    """Read the answer to a message: what is about us waits, what is about the message is refused."""
    said = _read(reply)
    if reply.status == 201:
        return Answer(State.SENT, "GOV.UK Notify took it.", str(said.get("id", ""))[:100])
    why = _why(said)
    if reply.status in {401, 403}:
        return Answer(State.QUEUED, f"GOV.UK Notify did not accept Kith's key: {why}")
    if reply.status == 429:
        return Answer(State.QUEUED, f"GOV.UK Notify asked to wait: {why}")
    if 400 <= reply.status < 500:
        return Answer(State.REFUSED, f"GOV.UK Notify refused it: {why}")
    return Answer(State.UNSURE, f"GOV.UK Notify failed with {reply.status}. It may have been sent.")


def _why(said: dict[str, Any]) -> str:
    errors = said.get("errors")
    first = errors[0] if isinstance(errors, list) and errors and isinstance(errors[0], dict) else {}
    return " ".join(str(first.get("message", "no reason given")).split())[:300]
