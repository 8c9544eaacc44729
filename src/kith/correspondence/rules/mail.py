"""An e-mail as exact bytes: one reader, plain text, files, nothing that reports back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime

from kith.correspondence.rules.words import NotSendable

#: Types that would be shown within the message, or taken apart, rather than offered as a file.
_NEVER_INLINE = frozenset({"message", "multipart"})


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file sent along, with the name its reader sees."""

    name: str
    media_type: str
    data: bytes


def write_mail(
    *,
    sender: str,
    to: str,
    subject: str,
    text: str,
    enclosed: Sequence[Enclosed],
    reference: str,
    at: datetime,
    reply_to: str = "",
    by_itself: bool = False,
) -> bytes:
    """Write an e-mail to one reader.

    No copy goes to anybody (neither Cc nor Bcc), and nothing in it reports back. Lines end in CRLF and hold at most 78
    ASCII characters, so that no mail server has a reason to change a byte.

    Args:
        reference: the Message-ID, with its angle brackets: the same at each try.
        reply_to: the address that answers go to; none where it is that of the sender.
        by_itself: no person wrote it, so that no machine answers it (RFC 3834).

    Raises:
        NotSendable: a header cannot hold what was given.
    """
    message = EmailMessage(policy=policy.SMTP)
    try:
        message["From"], message["To"], message["Subject"] = sender, to, subject
        message["Date"], message["Message-ID"] = format_datetime(at), reference
        if reply_to:
            message["Reply-To"] = reply_to
        if by_itself:
            message["Auto-Submitted"] = "auto-replied"
        message.set_content(text.rstrip("\n") + "\n", charset="utf-8", cte="quoted-printable")
        for each in enclosed:
            kind, _, detail = each.media_type.partition("/")
            if kind in _NEVER_INLINE or not detail:
                kind, detail = "application", "octet-stream"
            message.add_attachment(each.data, maintype=kind, subtype=detail, filename=each.name)
        return message.as_bytes()
    except (ValueError, LookupError) as problem:
        raise NotSendable("The subject, the address or a file's name cannot stand in an e-mail.") from problem
