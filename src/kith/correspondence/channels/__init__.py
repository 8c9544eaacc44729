"""The ways by which messages leave, and (imap) come: each a small adapter over one service, off unless set up.

An adapter is given exact bytes and one address, and says plainly what came of it. It guesses nothing: `UNSURE` is an
answer. One that can be asked afterwards says whether it has a message of a given reference.
"""

from typing import Protocol

from django.conf import settings

from kith.correspondence.channels.gateway import Gateway
from kith.correspondence.channels.notify import Notify
from kith.correspondence.channels.smtp import Smtp
from kith.correspondence.rules import Answer, Load

#: How each channel is called where somebody chooses it.
NAMES = {"email": "E-mail", "sms": "Text message", "letter": "Letter", "phone": "Phone call"}
#: The kind of contact detail that a channel needs.
KINDS = {"email": "email", "sms": "phone", "phone": "phone", "letter": "address"}


class Channel(Protocol):
    """What carries messages."""

    @property
    def settles_seconds(self) -> int:
        """Give how long after a try its answer to `has` can be relied upon; 0 where it cannot be asked."""
        ...

    def hand_over(self, load: Load) -> Answer:
        """Hand one message over."""
        ...

    def has(self, reference: str) -> bool | None:
        """Tell whether it has a message of this reference; None where it cannot say."""
        ...


def of(channel: str) -> Channel | None:
    """Give what carries this channel; None where it is not set up, or is done by hand."""
    match channel, _by(channel):
        case "email", "smtp" if settings.SMTP_HOST:
            return Smtp.from_settings()
        case _, "notify" if settings.NOTIFY_KEY and (channel == "letter" or settings.NOTIFY_TEMPLATES.get(channel)):
            return Notify.from_settings()
        case "sms", "gateway" if settings.SMS_GATEWAY_URL:
            return Gateway.from_settings()
    return None


def is_by_hand(channel: str) -> bool:
    """Tell whether a person does it: prints and posts a letter, makes a call."""
    return _by(channel) == "hand"


def is_on(channel: str) -> bool:
    """Tell whether this channel is offered at all. E-mail always is: it waits until there is a mail server."""
    return channel == "email" or is_by_hand(channel) or of(channel) is not None


def carries_files(channel: str) -> bool:
    """Tell whether files can go along: by our own mail server alone."""
    return channel == "email" and _by(channel) == "smtp"


def _by(channel: str) -> str:
    return settings.CARRIED_BY.get(channel, "")
