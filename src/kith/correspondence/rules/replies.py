"""The signed reply address: an answer finds its message even where a mail program drops every header but `To`."""

import base64
import hmac
import re
from uuid import UUID

_ID_BYTES, _SIGNATURE_BYTES = 16, 10
_TOKEN = re.compile(r"(?:^|[^a-z2-7])([a-z2-7]{42})(?:$|[^a-z2-7])")
HERE = "{}"


def reply_address(template: str, message_id: UUID, key: bytes) -> str:
    """Make the address that answers to a message go to.

    Args:
        template: the agency's address with `{}` where the message stands: "replies+{}@mail.example.org".
        key: the secret that signs; with another key the address is not believed.

    Returns:
        an address of 42 letters and figures, the same in capitals, that only whoever has the key can make.

    Raises:
        ValueError: the template has no place for the message, or the result is too long for a mailbox (RFC 5321).
    """
    if template.count(HERE) != 1 or template.count("@") != 1:
        raise ValueError("The reply address must be one address with {} in it: replies+{}@mail.example.org.")
    token = base64.b32encode(message_id.bytes + _signature(message_id, key)).decode().rstrip("=").lower()
    address = template.replace(HERE, token)
    if len(address.partition("@")[0]) > 64:
        raise ValueError(
            "The reply address is too long: 64 characters before the @ are the most, and 42 are the message."
        )
    return address


def read_reply_address(address: str, key: bytes) -> UUID | None:
    """Read the message out of an address that `reply_address` made; None if it made it not, or with another key."""
    found = _TOKEN.search(address.lower())
    if found is None:
        return None
    raw = base64.b32decode(found[1].upper() + "=" * (-len(found[1]) % 8))
    message_id = UUID(bytes=raw[:_ID_BYTES])
    return message_id if hmac.compare_digest(raw[_ID_BYTES:], _signature(message_id, key)) else None


def _signature(message_id: UUID, key: bytes) -> bytes:
    return hmac.digest(key, b"kith reply address:" + message_id.bytes, "sha256")[:_SIGNATURE_BYTES]
