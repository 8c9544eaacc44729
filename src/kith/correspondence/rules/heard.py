"""An e-mail that came, taken apart: who says they wrote it, the words, the files, and what it answers.

Anybody can send anything, so nothing here raises for what stands in a mail: what cannot be understood is left out, cut
or said. It runs in the isolated child alone (`correspondence.opening`).
"""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_binary_file, policy
from email.header import decode_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import getaddresses
from html.parser import HTMLParser
from typing import BinaryIO, Final

MOST_TEXT: Final = 200_000  # letters of the words that are shown; the mail itself is kept whole
MOST_PARTS: Final = 200
MOST_DEPTH: Final = 12
MOST_REFERENCES: Final = 100
MOST_FILE_BYTES: Final = 25_000_000
TO_HEADERS: Final = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To")

_MESSAGE_ID = re.compile(r"<[^<>\s]{1,250}>")
_RESULT = re.compile(r"\b(spf|dkim|dmarc)\s*=\s*([a-z]+)", re.IGNORECASE)
_SIGNER = re.compile(r"\bdkim\s*=\s*pass\b[^;]*?\bheader\.d\s*=\s*([A-Za-z0-9.-]+)", re.IGNORECASE)
_COMMENT = re.compile(r"\([^()]{0,500}\)")
_NOBODY = re.compile(r"^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounce[s]?)\b", re.IGNORECASE)
_SKIPPED: Final = frozenset({"script", "style", "head", "title", "template", "noscript"})
_BREAKS: Final = frozenset({"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote", "table", "ul", "ol"})


@dataclass(frozen=True, slots=True)
class Heard:
    """What stands in a mail. `sender` is empty where it does not name exactly one; `trouble` says what was not read."""

    sender: str = ""
    sender_name: str = ""
    subject: str = ""
    text: str = ""
    was_html: bool = False
    sent_text: str = ""
    to: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    message_id: str = ""
    is_automatic: bool = False
    results: dict[str, str] = field(default_factory=dict)
    bounce_of: tuple[str, ...] = ()
    bounce_says: str = ""
    bounce_is_final: bool = False
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class HeardFile:
    """A file in a mail; `data` is None where it is larger than is opened."""

    name: str
    media_type: str
    data: bytes | None
    size_bytes: int


def read_mail(file: BinaryIO, *, believed: str = "") -> tuple[Heard, list[HeardFile]]:
    """Take a mail apart; where only its headers can be read, give those and say so.

    Args:
        believed: the name of our own mail server in Authentication-Results; results of any other are ignored.
    """
    try:
        message = message_from_binary_file(file, policy=policy.compat32)
        return _whole(message, believed)
    except (RecursionError, MemoryError, ValueError, LookupError, TypeError, AttributeError, AssertionError) as problem:
        file.seek(0)
        headers = BytesHeaderParser(policy=policy.compat32).parsebytes(file.read(1 << 20))
        why = f"Only the head of this e-mail could be read ({type(problem).__name__}). It is kept whole."
        return _heard(headers, believed, trouble=why), []


def _whole(message: Message, believed: str) -> tuple[Heard, list[HeardFile]]:
    texts: list[str] = []
    htmls: list[str] = []
    found: list[HeardFile] = []
    trouble = ""
    for number, part in enumerate(_leaves(message)):
        if number >= MOST_PARTS or part is None:
            trouble = (
                "Not all of it was opened: it has too many parts, or parts too deep within parts. It is kept whole."
            )
            break
        if _is_words(part):
            (htmls if part.get_content_subtype() == "html" else texts).append(_words(part))
        else:
            found.append(_file(part, len(found) + 1))
    was_html = not "".join(texts).strip() and bool(htmls)
    text = "\n".join(html_as_text(each) for each in htmls) if was_html else "\n".join(texts)
    if len(text) > MOST_TEXT:
        text, trouble = text[:MOST_TEXT], trouble or "Only the first part of its words is shown. It is kept whole."
    return _heard(message, believed, text=text, was_html=was_html, trouble=trouble), found


def _heard(message: Message, believed: str, *, text: str = "", was_html: bool = False, trouble: str = "") -> Heard:
    name, sender = _sender(message)
    bounce_of, says, is_final = _bounce(message)
    answers = _ids(message, "In-Reply-To") + _ids(message, "References")
    return Heard(
        sender=sender,
        sender_name=name,
        subject=line(header(message, "Subject"))[:500],
        text=tidied(text),
        was_html=was_html,
        sent_text=line(header(message, "Date"))[:120],
        to=tuple(dict.fromkeys(address for head in TO_HEADERS for _, address in _addresses(message, head)))[:100],
        answers=tuple(dict.fromkeys(answers)),
        message_id=next(iter(_ids(message, "Message-ID")), ""),
        is_automatic=_is_automatic(message, sender),
        results=_results(message, believed, sender),
        bounce_of=bounce_of,
        bounce_says=says,
        bounce_is_final=is_final,
        trouble=trouble,
    )


def header(message: Message, name: str) -> str:
    """Give a header in words, whatever encoding it claims; empty if there is none."""
    return _decoded(next(iter(_raw(message, name)), ""))


def _raw(message: Message, name: str) -> list[str]:
    """Give a header's lines as they came; bytes that are no ASCII stand in them as half characters."""
    return [str(value) for key, value in message.raw_items() if key.lower() == name.lower()]


def _decoded(raw: str) -> str:
    whole = raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        pieces = decode_header(whole)
    except (ValueError, LookupError):
        return whole
    return "".join(_said(piece, charset) for piece, charset in pieces)


def _said(data: bytes | str, charset: str | None) -> str:
    if isinstance(data, str):
        return data
    try:
        return data.decode(charset or "utf-8", "replace")
    except (LookupError, ValueError):
        return data.decode("latin-1")


def line(text: str) -> str:
    """Give words as one line: no line ends, no hidden characters."""
    return " ".join("".join(char if not _is_hidden(char) else " " for char in text).split())


def tidied(text: str) -> str:
    """Give words with one kind of line end and without hidden characters; the mail itself keeps them."""
    lined = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char for char in lined if char in "\n\t" or not _is_hidden(char)).strip()


def _is_hidden(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cs", "Cf", "Zl", "Zp"}


def _addresses(message: Message, name: str) -> list[tuple[str, str]]:
    raw = [value.replace("\x00", "") for value in _raw(message, name)][:20]
    return [(line(_decoded(who)), line(address)) for who, address in getaddresses(raw) if "@" in address][:200]


def _sender(message: Message) -> tuple[str, str]:
    """Give name and address of whoever says they wrote it; nobody where it names several."""
    found = _addresses(message, "From")
    if len(found) != 1 or len(_raw(message, "From")) != 1 or len(found[0][1]) > 254:
        return "", ""
    return found[0][0][:200], found[0][1]


def _ids(message: Message, name: str) -> list[str]:
    raw = " ".join(_raw(message, name))[:40_000]
    return _MESSAGE_ID.findall(raw)[-MOST_REFERENCES:]


def _is_automatic(message: Message, sender: str) -> bool:
    """Tell whether a program wrote it, which is never answered (RFC 3834)."""
    auto = header(message, "Auto-Submitted").split(";")[0].strip().lower()
    return (
        auto not in {"", "no"}
        or header(message, "Precedence").strip().lower() in {"bulk", "junk", "list", "auto_reply"}
        or any(_raw(message, name) for name in ("List-Id", "List-Unsubscribe", "X-Auto-Response-Suppress"))
        or header(message, "Return-Path").strip() == "<>"
        or message.get_content_type() == "multipart/report"
        or not sender
        or _NOBODY.match(sender) is not None
    )


def _results(message: Message, believed: str, sender: str) -> dict[str, str]:
    """Give what our own mail server found out about the sender: the topmost header of its name, and of no other.

    References:
        RFC 8601, 5 and 7.1: what stands below, or names another server, may have been written by the sender.
    """
    if not believed:
        return {}
    for raw in _raw(message, "Authentication-Results"):
        words = _COMMENT.sub("", line(raw))
        name, _, rest = words.partition(";")
        if name.split()[:1] == [believed]:
            found: dict[str, str] = {}
            for method, result in _RESULT.findall(rest):
                found.setdefault(method.lower(), result.lower())
            domain = sender.rpartition("@")[2].lower()
            signers = {each.lower() for each in _SIGNER.findall(rest)}
            found["aligned"] = "yes" if domain and domain in signers else "no"
            return found
    return {}


def _leaves(part: Message, depth: int = 0) -> Iterator[Message | None]:
    """Give the parts that hold something, in order; None where they lie too deep."""
    if depth > MOST_DEPTH:
        yield None
        return
    children = part.get_payload()
    if part.get_content_maintype() == "multipart" and isinstance(children, list):
        for each in children:
            if isinstance(each, Message):
                yield from _leaves(each, depth + 1)
    else:
        yield part


def _is_words(part: Message) -> bool:
    is_text = part.get_content_type() in {"text/plain", "text/html"}
    return is_text and part.get_content_disposition() != "attachment" and part.get_filename() is None


def _payload(part: Message) -> bytes:
    with suppress(ValueError, LookupError, TypeError):
        data = part.get_payload(decode=True)
        if isinstance(data, bytes):
            return data
    with suppress(Exception):  # a mail within a mail is written out again, as far as that can be done
        inner = part.get_payload()
        if isinstance(inner, list):
            return b"\r\n".join(each.as_bytes() for each in inner if isinstance(each, Message))
    return str(part.get_payload()).encode("utf-8", "surrogateescape")


def _words(part: Message) -> str:
    charset = part.get_content_charset("utf-8") or "utf-8"
    return _said(_payload(part)[: 8 * MOST_TEXT], charset)


def _file(part: Message, number: int) -> HeardFile:
    kind = part.get_content_type()
    ending = {"message/rfc822": "eml", "text/plain": "txt", "text/html": "html"}.get(kind, "bin")
    name = ""
    with suppress(ValueError, LookupError, TypeError):
        name = line(_decoded(part.get_filename() or "")).replace("/", "_").replace("\\", "_").strip(". ")
    data = _payload(part)
    return HeardFile(
        (name or f"file-{number}.{ending}")[:200],
        kind[:100],
        data if len(data) <= MOST_FILE_BYTES else None,
        len(data),
    )


def _bounce(message: Message) -> tuple[tuple[str, ...], str, bool]:
    """Read a delivery report: which messages it is about, its words, and whether it failed for good (RFC 3464)."""
    if message.get_content_type() != "multipart/report":
        return (), "", False
    found: list[str] = []
    says, is_final = "", False
    for part in message.walk():
        kind = part.get_content_type()
        if kind == "message/delivery-status":
            blocks = [each for each in part.get_payload() if isinstance(each, Message)] if part.is_multipart() else []
            for block in blocks:
                action = header(block, "Action").strip().lower()
                is_final = is_final or action == "failed"
                status, detail = header(block, "Status"), header(block, "Diagnostic-Code")
                says = says or line(f"{status} {detail}" if action else "")[:300]
        elif kind in {"message/rfc822", "text/rfc822-headers", "message/rfc822-headers"}:
            found += _MESSAGE_ID.findall(_head_of(part))[:5]
    return tuple(dict.fromkeys(found)), says, is_final


def _head_of(part: Message) -> str:
    """Give the Message-ID line of a mail that a report brought back."""
    inner = part.get_payload()
    if isinstance(inner, list) and inner and isinstance(inner[0], Message):
        return " ".join(_raw(inner[0], "Message-ID"))
    lines = str(inner).splitlines()
    return " ".join(each for each in lines if each.lower().startswith("message-id:"))


class _Plain(HTMLParser):
    """Collects the words of a page of HTML; fetches nothing, follows nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipping += 1
        elif tag in _BREAKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipping = max(0, self._skipping - 1)
        elif tag in _BREAKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.words.append(data)


def html_as_text(html: str) -> str:
    """Give the words of HTML as text: pictures, links' addresses, scripts and styles are left out."""
    reader = _Plain()
    with suppress(AssertionError, ValueError):  # html.parser gives up on some broken declarations
        reader.feed(html[: 8 * MOST_TEXT])
        reader.close()
    lines = [each.strip() for each in "".join(reader.words).replace("\xa0", " ").split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
