"""How a statement is named, ordered and headed: plain Python, no database, no clock."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

#: Who holds a quotation that stands in a statement, as the record names holders; its id is that of the part.
HOLDER = "statement"
#: The channel of every release made here.
CHANNEL = "document"
PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Name:
    """How the heading names a participant; an empty `shown_as` leaves them out."""

    participant_id: UUID
    shown_as: str
    role: str = ""
    with_birth: bool = False


_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
_SHORT = re.compile(r"\[E(\d{1,6})(?:, line (\d{1,12})(?: of [^\]\n]{1,300})?)?\]")


class Wrong(Exception):
    """Something typed cannot be kept as it is; the text is written for the worker."""


def ordinal(number: int) -> str:
    """Give a place in words: "First", "Tenth", then "11th"."""
    if 1 <= number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    last = "th" if 11 <= number % 100 <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


def number_text(number: int) -> str:
    """Give what the corner of the first page says: "First statement"."""
    return f"{ordinal(number)} statement"


def title_text(title: str, number: int, maker: str) -> str:
    """Give the title typed, or the usual one: "First statement of Amal Tester"."""
    return title.strip() or f"{number_text(number)} of {maker}"


def initials(name: str) -> str:
    """Give a name as initials: "Lena Ann Marrow" is "L.A.M."; a name without letters stays as it is."""
    letters = [next((letter for letter in word if letter.isalpha()), "") for word in name.split()]
    return "".join(f"{letter.upper()}." for letter in letters if letter) or name.strip()


def party_roles(sides: Sequence[str]) -> list[str]:
    """Give each side its role in the heading, in order: "Applicant", or "First Respondent", "Second Respondent".

    Somebody on no side has no role, and is not named as a party.
    """
    words = {"applicant": "Applicant", "respondent": "Respondent", "local_authority": "Local authority"}
    roles = []
    for place, side in enumerate(sides):
        several = sides.count(side) > 1 and side in {"applicant", "respondent"}
        which = f"{ordinal(sides[:place].count(side) + 1)} " if several else ""
        roles.append(which + words[side] if side in words else "")
    return roles


def usual_filing(role: str) -> str:
    """Give on whose behalf a worker of this role usually files; the worker may change it."""
    return {"childrens_guardian": "The child", "family_court_adviser": "The court"}.get(role, "The local authority")


def usual_purpose(part: str) -> str:
    """Give why a reader of this part usually gets the papers; empty where a person must say."""
    return {"court": "To be filed with the court", "solicitor": "Service on a party's solicitor"}.get(part, "")


def file_name(number: int, made_on: date, ending: str, *, is_draft: bool) -> str:
    """Name a file without anybody's name in it: "first-statement-2026-03-16.pdf"."""
    draft = "-draft" if is_draft else ""
    return f"{ordinal(number).lower()}-statement-{made_on.isoformat()}{draft}.{ending}"


def exhibits_named(text: str) -> set[int]:
    """Find the numbers of the exhibits that words cite, as `[E2]`, `[E2, line 9]` or `[E2, line 9 of chat.txt]`."""
    return {int(found[1]) for found in _SHORT.finditer(text)}


def lines_named(text: str) -> set[str]:
    """Find the short citations of lines that words hold, such as `[E1, line 214]`."""
    return {found[0] for found in _SHORT.finditer(text) if found[2]}


def moved(order: Sequence[object], place: int, step: int) -> list[object]:
    """Give an order in which the piece at `place` stands `step` places further on; at an end it stays."""
    new = list(order)
    target = min(max(place + step, 0), len(new) - 1)
    new.insert(target, new.pop(place))
    return new


def check_words(text: str) -> str:
    """Check and tidy a heading or a paragraph.

    Raises:
        Wrong: nothing was written.
    """
    tidy = text.replace("\x00", "").strip()
    if not tidy:
        raise Wrong("Write the words first.")
    return tidy
