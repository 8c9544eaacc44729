"""Who is tried against every page and command: each role, in each relation to a case.

What opens to whom is said here once more, by hand and apart from the code: a wall that moves must be moved here too.
"""

import uuid
from dataclasses import dataclass, replace

from kith.core.permissions import Role
from tests.walls.test_ways_in import BEFORE, LATER, MANAGER, MEMBER, PAST, Person, named, write_rows

__all__ = ["KINDS", "MAY", "SIGNED_OUT", "Somebody", "everybody", "write_rows"]

PRACTICE = {
    "HOME",
    "LEARN",
    "OPEN_CASE",
    "START_CASE",
    "WRITE_RECORD",
    "GIVE_ACCESS",
    "TAKE_IN",
    "SEND",
    "POST_LETTERS",
    "MAKE_STATEMENT",
    "POST_ROOM",
    "REACH_CASE",
    "CLOSE_CASE",
    "HOLD_CASE",
    "ASK_ERASURE",
}
READS = {"HOME", "OPEN_CASE", "LEARN"}
#: Whoever teaches or leads writes what others learn from.
WRITES = {"WRITE_LEARNING", "EDIT_SOME_REFERENCE"}
LEARNS = PRACTICE - {"SEND", "POST_LETTERS", "POST_ROOM", "REACH_CASE"}
#: What each role may do at all.
MAY = {
    "family_court_adviser": PRACTICE,
    "childrens_guardian": PRACTICE,
    "la_social_worker": PRACTICE,
    "duty_worker": PRACTICE | {"PLACE_MAIL"},
    "edt_worker": PRACTICE | {"PLACE_MAIL"},
    "team_manager": PRACTICE | WRITES | {"GIVE_SHIFT", "PLACE_MAIL"},
    "service_manager": PRACTICE | WRITES | {"GIVE_SHIFT", "PLACE_MAIL", "CONFIRM_ERASURE", "JUDGE_OPENING"},
    "practice_supervisor": READS | WRITES,
    "practice_educator": LEARNS | WRITES,
    "student_or_nqsw": LEARNS,
    "business_support": READS | {"TAKE_IN", "POST_LETTERS", "PLACE_MAIL"},
    "information_governance_lead": READS
    | WRITES
    | {"POST_ROOM", "EDIT_REFERENCE", "HOLD_CASE", "ASK_ERASURE", "DECIDE_ERASURE", "CONFIRM_ERASURE", "JUDGE_OPENING"},
    "legal_adviser": READS | {"HOLD_CASE"},
    "it_admin": {"HOME", "LEARN"},
}
MANAGING_ROLES = {"team_manager", "service_manager"}
MADE_UP_ONLY = {"student_or_nqsw", "practice_educator"}

#: The relations, each with whether it opens a case of its kind to a role that may open one at all.
PLAIN = [
    Person("own", True, access=named("allocated")),
    Person("opened", True, access=named("opened")),
    Person("named as manager", True, access=named("manages")),
    Person("supports until tomorrow", True, access=named("supports", LATER)),
    Person("manager of the team", True, membership=MANAGER),
    Person("team-mate without cover", False, membership=MEMBER),
    Person("was manager of the team", False, membership=(True, PAST)),
    Person("another team", False),
    Person("manager of another team", False),
    Person("ended", False, access=named("allocated", PAST)),
    Person("expired support", False, access=named("supports", PAST)),
    Person("not yet", False, access=named("allocated", "", LATER)),
    Person("on duty", True, access=named("duty", LATER), shift_until=LATER),
    Person("duty over", False, access=named("duty", LATER), shift_until=PAST),
    Person("cover", True, access=named("cover", LATER), membership=MEMBER),
    Person("break-glass", True, access=named("break_glass", LATER)),
    Person("break-glass, over", False, access=named("break_glass", PAST)),
    Person("conflict", False, access=named("allocated"), conflict=True),
    Person("conflict, manages", False, access=named("manages"), membership=MANAGER, conflict=True),
    Person("left", False, access=named("allocated"), membership=MANAGER, active=False),
]
RESTRICTED = [
    Person("named", True, access=named("supports")),
    Person("manager who is named", True, access=named("manages"), membership=MANAGER),
    Person("manager of the team, not named", False, membership=MANAGER),
    Person("another team", False),
    Person("on duty", False, access=named("duty", LATER), shift_until=LATER),
    Person("cover", False, access=named("cover", LATER), membership=MEMBER),
    Person("break-glass", True, access=named("break_glass", LATER)),
    Person("break-glass, over", False, access=named("break_glass", PAST)),
    Person("conflict, named", False, access=named("allocated"), conflict=True),
]
MADE_UP = [
    Person("named", True, access=named("supports")),
    Person("not named", False),
    Person("in conflict", False, access=named("allocated"), conflict=True),
]
KINDS = {"plain": PLAIN, "restricted": RESTRICTED, "made up": MADE_UP}
assert BEFORE


@dataclass(frozen=True, slots=True)
class Somebody:
    """One of the cast: a role, and a relation to a case of one kind."""

    role: str
    kind: str
    person: Person

    @property
    def called(self) -> str:
        return f"{self.role}, {self.kind}, {self.person.relation}"

    @property
    def is_signed_in(self) -> bool:
        return bool(self.role) and self.person.active

    @property
    def opens(self) -> bool:
        """Whether the case of this kind opens to them."""
        is_fit = (
            self.role in MAY and self.role != "it_admin" and (self.role not in MADE_UP_ONLY or self.kind == "made up")
        )
        return self.person.opens and is_fit

    @property
    def manages(self) -> bool:
        """Whether they manage the case: of its team, or named as its manager in a manager's role."""
        by_name = self.role in MANAGING_ROLES and any(why == "manages" for why, _, _ in self.person.access)
        return self.opens and (by_name or bool(self.person.membership and self.person.membership == MANAGER))

    @property
    def may(self) -> set[str]:
        return MAY.get(self.role, set()) if self.is_signed_in else set()


#: Nobody; and somebody whose cookie no session of ours ever had (a reader outside has no way in here either).
SIGNED_OUT = [Somebody("", kind, Person(relation, False)) for kind in KINDS for relation in ("signed out", "outside")]


def everybody(role: str) -> list[Somebody]:
    """Give everybody of a role, in every relation to a case of every kind."""
    return [Somebody(role, kind, replace(each, role=role)) for kind, all in KINDS.items() for each in all]


def write(connection, somebody: Somebody, worker_id: uuid.UUID, case_id: uuid.UUID, team: uuid.UUID, other: uuid.UUID):
    """Write the rows of somebody about a case, whatever an action would say to them."""
    write_rows(connection, somebody.person, worker_id, case_id, team, other)


ROLES = [str(role) for role in Role.values]
