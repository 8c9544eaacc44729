"""What may leave: which stops a second person may pass, grounds for leaving out, words that are asked about first."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta
from enum import StrEnum

from kith.record.rules.words import Wrong

#: A second person answers within three days; what was passed leaves within one.
ANSWERED_WITHIN = timedelta(days=3)
USED_WITHIN = timedelta(days=1)

#: Kinds of fact that lead to somebody. No second person passes one to a reader it is kept from.
LEADS_TO_SOMEBODY = frozenset({"address", "place", "phone", "email", "school", "workplace", "vehicle", "new_name"})


class Ground(StrEnum):
    """Why a reader's copy is made without something."""

    CONFIDENTIAL = "fpr_29_1"
    ORDER = "order"
    PENDING = "pending"
    PRIVILEGE = "privilege"
    THIRD_PARTY = "third_party"
    HARM = "harm"


#: Each with the words that stand in the copy, where the words were.
GROUNDS: list[tuple[str, str]] = [
    (Ground.CONFIDENTIAL.value, "Confidential contact details (FPR 29.1)"),
    (Ground.ORDER.value, "A court order"),
    (Ground.PENDING.value, "An application is pending"),
    (Ground.PRIVILEGE.value, "Legal privilege"),
    (Ground.THIRD_PARTY.value, "About somebody else"),
    (Ground.HARM.value, "Risk of serious harm"),
]


class Answer(StrEnum):
    """What the teller of words said when they were asked."""

    AGREED = "agreed"
    REFUSED = "refused"
    TOLD = "told"


ASK_ANSWERS: list[tuple[str, str]] = [
    (Answer.AGREED.value, "They agreed"),
    (Answer.REFUSED.value, "They said no: the words do not leave"),
    (Answer.TOLD.value, "They did not agree, the words must be used, and they were told why"),
]
#: Answers after which the words may leave.
SETTLED = frozenset({Answer.AGREED.value, Answer.TOLD.value})

_WORD = re.compile(r"\w+")
#: So many words in a row are a quotation, also of a part; fewer than `FEWEST` are recognised by their citation alone.
ROW, FEWEST = 6, 3
_MARKS = {"": "Left out"} | {key: f"Left out: {words[0].lower()}{words[1:]}" for key, words in GROUNDS}


def final_facts(kinds: Mapping[str, str], stopping: Collection[str]) -> set[str]:
    """Find the stopping facts that nobody may pass: those that lead to somebody, or are not known any more.

    Args:
        kinds: the kind of each fact by its id.
        stopping: ids of the facts that stop it.
    """
    return {fact for fact in stopping if kinds.get(fact, "address") in LEADS_TO_SOMEBODY}


def check_reasons(passed: bool, reasons: Iterable[str], says: str) -> None:
    """Check what a second person gave: a reason for each finding, or words to the writer.

    Raises:
        Wrong: with what is missing.
    """
    if passed and not all(reason.strip() for reason in reasons):
        raise Wrong("Say of each finding why it may leave")
    if not passed and not says.strip():
        raise Wrong("Say to the writer why it may not leave")


def mark_of(ground: str) -> str:
    """Give the words that stand in a copy where something was left out."""
    return f"[{_MARKS[ground]}]"


def plain(text: str) -> str:
    """Give words alone, as they are compared: no case, marks or line breaks."""
    return " ".join(_WORD.findall(text.casefold()))


def is_told(words: str, rows: Collection[str], whole: str) -> bool:
    """Tell whether words stand in a text, as a whole or in a part of six words or more.

    Args:
        rows: every `ROW` words in a row of the text (`rows_of`).
        whole: the text as `plain` gives it.
    """
    needle = plain(words)
    if len(needle.split()) < FEWEST:
        return False
    return f" {needle} " in f" {whole} " or not rows_of(needle).isdisjoint(rows)


def rows_of(words: str) -> set[str]:
    """Give every six words in a row of plain words."""
    each = words.split()
    return {" ".join(each[start : start + ROW]) for start in range(len(each) - ROW + 1)}


def cites(text: str, label: str, line: int) -> bool:
    """Tell whether a text cites a line of an exhibit, such as `[E1, line 214]`."""
    return bool(label) and re.search(rf"{re.escape(label)}, lines? {line}(?!\d)", text) is not None
