"""Whom the heading names, and how."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.court import rules
from kith.court.models import Statement, StatementName
from kith.court.paper.shape import Child, Party
from kith.record import queries as record
from kith.record.queries import for_court
from kith.record.queries.heads import CaseHead

_NAMED = ("applicant", "respondent", "local_authority")
_PROFESSIONAL = ("professional", "solicitor", "court")


@dataclass(frozen=True, slots=True)
class NameLine:
    """Somebody the heading may name; `shown_as` empty leaves them out. A party has a role, a child a birthday."""

    participant_id: UUID
    known_as: str
    part: str
    is_child: bool
    role: str
    shown_as: str
    with_birth: bool
    born_on: date | None


@dataclass(frozen=True, slots=True)
class NamesPage:
    """The page on which the heading's names are set."""

    title: str
    case: CaseHead
    statement_id: UUID
    names: list[NameLine]


def names_of(statement: Statement) -> list[NameLine]:
    """List whom the heading may name: children, applicants, respondents, others; as a worker set it, else by sides."""
    people = [
        row for row in record.participants_of(statement.case) if row.part not in _PROFESSIONAL or row.side in _NAMED
    ]
    full = for_court.full_names(statement.case)
    rows = StatementName.objects.filter(case_id=statement.case_id, statement=statement)
    said = {row.participant_id: row for row in rows}
    adults = [row for row in people if row.part != "child"]
    roles = dict(zip([row.id for row in adults], rules.party_roles([row.side for row in adults]), strict=True))
    lines = []
    for row in people:
        name, is_child = full.get(row.id, row.known_as), row.part == "child"
        usual = rules.initials(name) if is_child else name if roles[row.id] else ""
        own = said.get(row.id)
        lines.append(
            NameLine(
                participant_id=row.id,
                known_as=row.known_as,
                part=str(row.get_part_display()),
                is_child=is_child,
                role=own.role_text if own else roles.get(row.id, ""),
                shown_as=own.shown_as if own else usual,
                with_birth=own.with_birth if own else False,
                born_on=row.born_on,
            )
        )
    return sorted(lines, key=lambda line: (not line.is_child, not line.role, _place(line.role)))


def children_and_parties(statement: Statement) -> tuple[tuple[Child, ...], tuple[Party, ...]]:
    """Give the heading's names as the paper prints them, in the order of `names_of`."""
    lines = [line for line in names_of(statement) if line.shown_as]
    children = tuple(Child(line.shown_as, line.born_on if line.with_birth else None) for line in lines if line.is_child)
    return children, tuple(Party(line.role, line.shown_as) for line in lines if not line.is_child and line.role)


def names_page(statement: Statement) -> NamesPage:
    """Give the page on which children and parties are named."""
    head = record.case_head(statement.case)
    return NamesPage("Children and parties in the heading", head, statement.id, names_of(statement))


def _place(role: str) -> int:
    """Order roles: applicants, then respondents, then others; first before second (see `rules.ordinal`)."""
    side = (
        0 if "applicant" in role.lower() or role == "Local authority" else 100 if "respondent" in role.lower() else 200
    )
    which = next((number for number in range(1, 11) if role.startswith(rules.ordinal(number))), 0)
    return side + which
