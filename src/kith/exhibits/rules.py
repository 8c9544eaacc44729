"""What is allowed with an exhibit, and how its pieces are named: plain Python, no database, no clock."""

import unicodedata
from collections.abc import Sequence
from datetime import date

from kith.engines.readers import FILE

UNREAD = "unread"
#: A whole file above this is kept and not read: a reading holds the file in memory, in the clear and nowhere else.
LARGEST_READ_BYTES = 4 << 30
#: Who reads, for the receipt. Changes when a reader would cut items differently.
READER_VERSION = "Kith readers 1"

#: A code word of fewer letters is guessed in a few tries.
SHORTEST_WORD = 5

_WAITING = frozenset({"received", "reading"})
_DONE = frozenset({"read", "questions"})


class Wrong(Exception):
    """Something about an exhibit cannot be done or kept as asked; the text is written for the worker."""


def can_begin_reading(state: str) -> bool:
    """Tell whether a job may go on with a reading: it was taken in, or a reading was cut short."""
    return state in _WAITING


def check_can_ask_again(state: str, same_as: object) -> None:
    """Check that reading can be asked for once more.

    Raises:
        Wrong: it was read already, or its items stand under another exhibit.
    """
    if same_as is not None:
        raise Wrong("This is the same file as an earlier exhibit, and was read there.")
    if state in _DONE:
        raise Wrong("This exhibit has been read. Answers can be changed without reading it again.")


def check_handed_over(on: date, today: date) -> None:
    """Check that a thing was not handed over in the future.

    Raises:
        Wrong: with the mend.
    """
    if on > today:
        raise Wrong("The date it was handed over cannot be in the future.")


def check_size(name: str, size_bytes: int, largest_bytes: int) -> None:
    """Check that a file can be taken in.

    Raises:
        Wrong: it is empty, or larger than this installation takes.
    """
    if size_bytes == 0:
        raise Wrong(f"{name} is empty: it has no bytes at all. Ask for it to be sent again. Nothing was kept.")
    if size_bytes > largest_bytes:
        raise Wrong(
            f"{name} is {size_bytes / 1e9:.1f} GB; Kith takes files up to {largest_bytes / 1e9:.0f} GB."
            " Nothing was kept. Ask for the export in parts."
        )


def state_after(open_questions: int) -> str:
    """Give the state of an exhibit that has been read, by how many questions wait for a person."""
    return "questions" if open_questions else "read"


def is_placed(kind: str, flags: Sequence[str]) -> bool:
    """Tell whether an item stands on the timeline.

    A file that a message names is told of by that message; one that nothing names stands there without a date. What
    could not be read is listed with its exhibit alone.
    """
    if kind == UNREAD:
        return False
    return kind != FILE or "unmentioned" in flags


def settled(kind: str, text: str, found: str | None, name: str | None) -> tuple[str, str]:
    """Give an item's kind and words once it is settled whose line it is.

    The reader may have cut a name at its first colon ("Gran: home: Hello"): if the settled name is longer than the
    name as found, its rest is taken off the words; if shorter, it is given back to them. A line of nobody is the app's.
    """
    if found is None or name == found:
        return kind, text
    if name is None:
        return "system", text
    more = name.removeprefix(f"{found}: ")
    if more != name and text.startswith(f"{more}: "):
        return kind, text[len(more) + 2 :]
    more = found.removeprefix(f"{name}: ")
    return (kind, f"{more}: {text}") if more != found else (kind, text)


def storable(text: str) -> str:
    """Give text as the database can hold it: PostgreSQL has no place for a zero character. The bytes keep it."""
    return text.replace("\x00", "\ufffd") if "\x00" in text else text


def visible(text: str) -> str:
    """Show what cannot be seen: invisible and control characters as [U+200E], line ends as they are.

    A space that is not the ordinary one is named too, since it can part what looks joined.
    """
    return "".join(_shown(letter) for letter in text)


def _shown(letter: str) -> str:
    if letter in "\n ":
        return letter
    if letter == "\t":
        return "[tab]"
    if letter == "\r":
        return "[CR]"
    if unicodedata.category(letter) in {"Cf", "Cc", "Co", "Cn", "Cs", "Zs", "Zl", "Zp"} and letter != "\u200d":
        return f"[U+{ord(letter):04X}]"
    return letter


def holds(original: str, text: str, stamp: str) -> bool:
    """Tell whether the words and the stamp shown for an item stand in its original text, line ends aside."""
    whole = storable(original).replace("\r\n", "\n")
    words = text.replace("\r\n", "\n")
    return words[: len(whole)] in whole and stamp in whole


def name_kept(name: str) -> str:
    """Give a file's name as it is kept: its last part, at most 255 characters, never empty."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return (storable(last).strip() or "file")[-255:]


def plain_word(word: str) -> str:
    """Give a code word as it is compared: small letters, single spaces, no signs that a telephone puts in by itself."""
    letters = unicodedata.normalize("NFKD", word[:200]).casefold()
    return " ".join("".join(each for each in letters if each.isalnum() or each.isspace()).split())


def check_code_word(word: str) -> None:
    """Check that a code word can be agreed by voice, and is not guessed in a few tries.

    Raises:
        Wrong: with the mend.
    """
    if len(plain_word(word).replace(" ", "")) < SHORTEST_WORD:
        raise Wrong(f"A code word needs {SHORTEST_WORD} letters or numbers or more, such as two words in a row.")


def link_state(*, closed_how: str, is_over: bool, opened: bool) -> str:
    """Name the state of a link: waiting, opened, used, shut, withdrawn, expired."""
    if closed_how:
        return closed_how
    if is_over:
        return "expired"
    return "opened" if opened else "waiting"


def message_text(address: str, *, before: str = "") -> str:
    """Put a link into the words of a message: nothing of the case, and of the code word only that there is one."""
    words = (
        f"You can send the file here:\n{address}\n\nThe page asks for the code word we agreed when we spoke."
        " The link can be used once."
    )
    return f"{before.rstrip()}\n\n{words}\n" if before.strip() else f"{words}\n"
