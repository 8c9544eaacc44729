"""Templates to begin a message with, from the agency's reference data, filled in for one reader."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kith.core import reference
from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.correspondence import rules
from kith.correspondence.queries.writing import place_of
from kith.record import queries as record
from kith.record.models import Case, Participant
from kith.record.queries import CaseHead

SET = "message_templates"


@dataclass(frozen=True, slots=True)
class Beginning:
    """A template as this reader would get it: what is to be filled in by hand still stands in brackets."""

    key: str
    name: str
    when: str
    subject: str
    text: str
    caution: str


@dataclass(frozen=True, slots=True)
class BeginningsPage:
    """The templates in force, by language: the language of most templates first."""

    title: str
    case: CaseHead
    reader: Participant
    languages: list[tuple[str, list[Beginning]]]
    replaces: bool


def beginnings_page(case: Case, reader: Participant, by: Worker, on: date) -> BeginningsPage:
    """List what a message to this reader may begin with; `replaces`: words are being written already."""
    found = reference.rows(SET, on=on)
    languages = [
        (language, [_filled(row, reader, by, on) for row in some])
        for language, some in groupby(sorted(found, key=_language), key=_language)
    ]
    languages.sort(key=lambda each: -len(each[1]))
    begun = record.begun(case, place_of(reader), by).words
    replaces = any(str(begun.get(name, "")).strip() for name in ("subject", "text"))
    title = f"Begin a message to {reader.known_as}"
    return BeginningsPage(title, record.case_head(case), reader, languages, replaces)


def beginning(reader: Participant, by: Worker, key: str, on: date) -> Beginning:
    """Give one template, filled in for this reader.

    Raises:
        NotFound: none of this key is in force.
    """
    row = reference.one(SET, key, on=on)
    if row is None:
        raise NotFound
    return _filled(row, reader, by, on)


def _language(row: reference.Row) -> str:
    return str(row.value["language"])


def _filled(row: reference.Row, reader: Participant, by: Worker, on: date) -> Beginning:
    known = {"reader": reader.known_as, "worker": by.name}
    subject, text = (rules.fill(str(row.value[name]).strip(), known) for name in ("subject", "text"))
    return Beginning(row.key, str(row.value["name"]), str(row.value["when"]), subject, text, row.caution(on))
