"""A text-message gateway over HTTP: one signed JSON request a message, to an address that the agency names.

The request is `POST` with `{"reference", "to", "from", "text"}`. `X-Kith-Time` holds the second it was made, and
`X-Kith-Signature` the HMAC-SHA256, in hexadecimal, of that, a full stop and the body, under the shared secret.
"""

import hashlib
import hmac
import json
import time
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import quote

from django.conf import settings

from kith.core.asking import NoAnswer, NotReached, Reply, ask
from kith.correspondence.rules import Answer, Load, State


@dataclass(frozen=True, slots=True)
class Gateway:
    """The gateway: where messages go, where it is asked for one (empty if it cannot be), and the shared secret."""

    url: str
    look_up: str  # holds {reference}
    secret: str = field(repr=False)
    settles_seconds: int = 0

    @classmethod
    def from_settings(cls) -> Self:
        """Make it as the environment says."""
        look_up = settings.SMS_GATEWAY_LOOKUP
        settles_seconds = settings.SETTLES_SECONDS if look_up else 0
        return cls(settings.SMS_GATEWAY_URL, look_up, settings.SMS_GATEWAY_SECRET, settles_seconds)

    def hand_over(self, load: Load) -> Answer:
        """Hand one text message over."""
        words = {"reference": load.reference, "to": load.to, "from": load.sender, "text": load.data.decode()}
        data = json.dumps(words).encode()
        try:
            reply = ask("POST", self.url, headers=self._signed(data), data=data)
        except NotReached:
            return Answer(State.QUEUED, "The text-message gateway cannot be reached.")
        except NoAnswer:
            return Answer(State.UNSURE, "The connection broke while the text message was being handed over.")
        return _understood(reply)

    def has(self, reference: str) -> bool | None:
        """Ask for a message, where the gateway can be asked: 200 is yes, 404 is no."""
        if "{reference}" not in self.look_up:
            return None
        try:
            url = self.look_up.replace("{reference}", quote(reference, safe=""))
            reply = ask("GET", url, headers=self._signed(b""))
        except (NotReached, NoAnswer):
            return None
        return {200: True, 404: False}.get(reply.status)

    def _signed(self, data: bytes) -> dict[str, str]:
        second = str(int(time.time()))
        signature = hmac.new(self.secret.encode(), second.encode() + b"." + data, hashlib.sha256).hexdigest()
        return {"Content-Type": "application/json", "X-Kith-Time": second, "X-Kith-Signature": signature}


def _understood(reply: Reply) -> Answer:
    if 200 <= reply.status < 300 or reply.status == 409:  # 409: it has this reference already
        return Answer(State.SENT, "The text-message gateway took it.")
    if reply.status in {401, 403, 408, 429}:
        return Answer(State.QUEUED, f"The text-message gateway did not take it yet ({reply.status}).")
    if 400 <= reply.status < 500:
        return Answer(State.REFUSED, f"The text-message gateway refused it ({reply.status}).")
    return Answer(State.UNSURE, f"The text-message gateway failed with {reply.status}. It may have been sent.")
