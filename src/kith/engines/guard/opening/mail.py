"""A saved e-mail (.eml): its headers, every part of its body, and its attachments."""

from email import message_from_bytes, policy
from email.message import EmailMessage

from kith.engines.guard.opening.gathering import DAMAGE, Gathering
from kith.engines.guard.opening.plain import as_text


def open_mail(gathering: Gathering, name: str, data: bytes, where: str) -> None:
    """Open a saved e-mail; a message inside it (one that was forwarded) is read with its own headers."""
    message = message_from_bytes(data, policy=policy.default)
    for part in message.walk():
        _keep_headers(gathering, part, where)
        for outside in (part.preamble, part.epilogue):
            gathering.words(f"{where}, outside its parts", outside or "")
        if not part.is_multipart():
            _open_part(gathering, part, where)


def _keep_headers(gathering: Gathering, message: EmailMessage, where: str) -> None:
    for header in message:
        try:
            gathering.words(f"{where}, header {header}", str(message[header]))
        except DAMAGE as damage:
            gathering.cannot(f"{where}, header {header}", f"it is malformed ({type(damage).__name__})")


def _open_part(gathering: Gathering, part: EmailMessage, where: str) -> None:
    content = part.get_payload(decode=True)
    body = content if isinstance(content, bytes) else b""
    file_name = part.get_filename()
    if file_name:
        gathering.words(f"{where}, file name", file_name)
    if part.get_content_maintype() == "text" and not file_name:
        charset = part.get_content_charset() or "utf-8"
        gathering.words(where, _decoded(body, charset))
    else:
        gathering.piece(file_name or "", body, f"{where}, inside {file_name or part.get_content_type()}")


def _decoded(body: bytes, charset: str) -> str:
    try:
        return body.decode(charset)
    except (LookupError, ValueError):
        return as_text(body)
