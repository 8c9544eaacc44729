"""What a message may be made of: its subject, its text, its files, its address."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Sequence

from kith.core.errors import Refusal
from kith.correspondence.rules.beginnings import blanks_in

MOST_SUBJECT_CHARACTERS = 200
#: Mail servers commonly refuse more than 20-25 MB; files grow by a third on their way.
MOST_BYTES = 15_000_000

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


class NotSendable(Refusal):
    """Something about a message keeps it from being sent as it is; the text says the mend."""


def tidy(text: str) -> str:
    """Give words as they will be sent: one kind of line end, no control characters, no space at the end."""
    lined = _LINE_ENDS.sub("\n", text)
    return "".join(char for char in lined if char in "\n\t" or not _is_control(char)).rstrip()


def _is_control(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cs"}


def check_subject(subject: str) -> None:
    """Check a subject line: one line of words.

    Raises:
        NotSendable: empty, too long, with a blank of a template, or with a line end or control character, which could
            forge a header.
    """
    if not subject.strip():
        raise NotSendable("Enter a subject.")
    if any(_is_control(char) or char in "\u2028\u2029" for char in subject):
        raise NotSendable("The subject must be one line, without hidden characters. Type it again.")
    if len(subject) > MOST_SUBJECT_CHARACTERS:
        raise NotSendable(f"The subject must be {MOST_SUBJECT_CHARACTERS} characters or fewer.")
    _check_blanks(subject)


def check_text(text: str) -> None:
    """Check that there are words to send, and that no blank of a template is left in them.

    Raises:
        NotSendable: there are none, or a blank is.
    """
    if not text.strip():
        raise NotSendable("Enter the message.")
    _check_blanks(text)


def _check_blanks(words: str) -> None:
    *most, last = blanks_in(words) or [""]
    if last:
        named = f"{', '.join(most)} and {last}" if most else last
        raise NotSendable(f"Fill in {named}, or take {'them' if most else 'it'} out: a template left room there.")


def check_address(address: str) -> None:
    """Check that an address can stand in an e-mail's header and in an SMTP command, and names one mailbox.

    Raises:
        NotSendable: it has line ends, spaces, several mailboxes, or letters that mail servers do not all take.
    """
    if len(address) > 254 or not _ADDRESS.fullmatch(address):
        raise NotSendable(
            "This e-mail address cannot be sent to: it must be one address in plain letters, such as name@example.org."
            " Correct it under People."
        )


def check_file_name(name: str) -> None:
    """Check the name under which a reader gets a file.

    Raises:
        NotSendable: it is empty, too long, holds a path, or has a line end or hidden character.
    """
    odd = any(_is_control(char) or char in "/\\\u2028\u2029" for char in name)
    if odd or not name.strip() or len(name) > 200:
        raise NotSendable("Give the file a plain name of up to 200 characters, then attach it again.")


def check_size(sizes_bytes: Sequence[int]) -> None:
    """Check that files together are small enough for mail servers.

    Raises:
        NotSendable: with the mend.
    """
    if sum(sizes_bytes) > MOST_BYTES:
        raise NotSendable(
            f"The files are {sum(sizes_bytes) / 1e6:.1f} MB together; e-mail takes up to {MOST_BYTES / 1e6:.0f} MB."
            " Send them in more than one message."
        )


def seen_as(
    *,
    address: str,
    subject: str,
    text: str,
    files: Sequence[tuple[str, str]],
    level: str,
    findings: Sequence[tuple[str, str, str]],
) -> str:
    """Name, in one word, exactly what a worker was shown: the words, the files, and what the check said of them.

    Args:
        files: name and SHA-256 of each.
        findings: fact, level and place of each.

    Returns:
        the level, a colon, and 32 hexadecimal digits; the same again only if nothing of it has changed.
    """
    whole = [address, subject, text, [list(each) for each in files], level, sorted(list(each) for each in findings)]
    return f"{level}:{hashlib.sha256(json.dumps(whole).encode()).hexdigest()[:32]}"
