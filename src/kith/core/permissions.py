"""Roles and what each may do. Which *cases* a worker may open is a matter of access rows, not of role."""

from enum import StrEnum

from django.db.models import TextChoices


class Role(TextChoices):
    """Who somebody is in the agency (domain words; shown on pages by their label)."""

    FAMILY_COURT_ADVISER = "family_court_adviser", "Family court adviser"
    CHILDRENS_GUARDIAN = "childrens_guardian", "Children's guardian"
    LA_SOCIAL_WORKER = "la_social_worker", "Social worker"
    DUTY_WORKER = "duty_worker", "Duty worker"
    EDT_WORKER = "edt_worker", "Out-of-hours worker"
    TEAM_MANAGER = "team_manager", "Team manager"
    SERVICE_MANAGER = "service_manager", "Service manager"
    PRACTICE_SUPERVISOR = "practice_supervisor", "Practice supervisor"
    PRACTICE_EDUCATOR = "practice_educator", "Practice educator"
    STUDENT_OR_NQSW = "student_or_nqsw", "Student or newly qualified worker"
    BUSINESS_SUPPORT = "business_support", "Business support"
    INFORMATION_GOVERNANCE_LEAD = "information_governance_lead", "Information governance lead"
    LEGAL_ADVISER = "legal_adviser", "Legal adviser"
    IT_ADMIN = "it_admin", "System administrator"


class Permission(StrEnum):
    """One thing a worker may do on a page."""

    HOME = "home"
    OPEN_CASE = "open a case"
    START_CASE = "start a case"
    WRITE_RECORD = "write in the record"
    GIVE_ACCESS = "give access to a case"
    TAKE_IN = "take in exhibits"
    SEND = "send messages"
    POST_LETTERS = "post letters and make calls"
    MAKE_STATEMENT = "make statements"
    POST_ROOM = "see what left"
    PLACE_MAIL = "place what came in"
    EDIT_REFERENCE = "keep reference data"
    REACH_CASE = "open a case by its reference"
    GIVE_SHIFT = "give duty shifts"
    JUDGE_OPENING = "judge openings that no manager can"
    CLOSE_CASE = "close a case"
    HOLD_CASE = "place a legal hold"
    ASK_ERASURE = "ask for something to be erased"
    DECIDE_ERASURE = "decide what is destroyed"
    CONFIRM_ERASURE = "confirm what is destroyed"
    LEARN = "learn"
    WRITE_LEARNING = "write what others learn from"
    EDIT_SOME_REFERENCE = "keep some sets of reference data"


#: `kith_decides` and `kith_confirms` (core's migration) say in SQL whose these are.
_ERASES = frozenset({Permission.DECIDE_ERASURE, Permission.CONFIRM_ERASURE})
#: `kith_falls_to_head` (record's migration) says in SQL whose `JUDGE_OPENING` is.
_MANAGED = frozenset({Permission.EDIT_REFERENCE, Permission.GIVE_SHIFT, Permission.JUDGE_OPENING})
#: `kith_places_mail` (correspondence) says in SQL whose this is.
_PLACES = frozenset({Permission.PLACE_MAIL})
#: Dilemmas, bites and the bulletin are written by whoever teaches or leads; everybody learns. Which sets of reference
#: data that means, each set says itself (`edited_by` in its head); the others are the lead's alone.
_WRITES = frozenset({Permission.WRITE_LEARNING, Permission.EDIT_SOME_REFERENCE})
_PRACTICE = frozenset(Permission) - _ERASES - _MANAGED - _PLACES - _WRITES
_MANAGES = _PRACTICE | _PLACES | _WRITES | {Permission.GIVE_SHIFT}
#: On made-up cases alone (the database sees to it); and nothing leaves by e-mail.
_LEARNS = _PRACTICE - {Permission.SEND, Permission.POST_LETTERS, Permission.POST_ROOM, Permission.REACH_CASE}
_READS = frozenset({Permission.HOME, Permission.OPEN_CASE, Permission.LEARN})

ALLOWED: dict[str, frozenset[Permission]] = {
    Role.FAMILY_COURT_ADVISER: _PRACTICE,
    Role.CHILDRENS_GUARDIAN: _PRACTICE,
    Role.LA_SOCIAL_WORKER: _PRACTICE,
    Role.DUTY_WORKER: _PRACTICE | _PLACES,
    Role.EDT_WORKER: _PRACTICE | _PLACES,
    Role.TEAM_MANAGER: _MANAGES,
    Role.SERVICE_MANAGER: _MANAGES | {Permission.CONFIRM_ERASURE, Permission.JUDGE_OPENING},
    Role.PRACTICE_SUPERVISOR: _READS | _WRITES,
    Role.PRACTICE_EDUCATOR: _LEARNS | _WRITES,
    Role.STUDENT_OR_NQSW: _LEARNS,
    Role.BUSINESS_SUPPORT: _READS | _PLACES | {Permission.TAKE_IN, Permission.POST_LETTERS},
    Role.INFORMATION_GOVERNANCE_LEAD: _READS
    | _ERASES
    | {
        Permission.POST_ROOM,
        Permission.EDIT_REFERENCE,
        Permission.HOLD_CASE,
        Permission.ASK_ERASURE,
        Permission.JUDGE_OPENING,
        Permission.WRITE_LEARNING,
        Permission.EDIT_SOME_REFERENCE,
    },
    Role.LEGAL_ADVISER: _READS | {Permission.HOLD_CASE},
    Role.IT_ADMIN: frozenset({Permission.HOME, Permission.LEARN}),  # no case content: not even what left
}


#: Roles that may open made-up cases only, and the one that may open none. `kith_open` (record) says the same in SQL.
MADE_UP_ONLY = frozenset({Role.STUDENT_OR_NQSW, Role.PRACTICE_EDUCATOR})
NO_CASES = frozenset({Role.IT_ADMIN})
MANAGERS = frozenset({Role.TEAM_MANAGER, Role.SERVICE_MANAGER})


def may(role: str, permission: Permission) -> bool:
    """Tell whether this role may do this at all; an unknown role may do nothing."""
    return permission in ALLOWED.get(role, frozenset())
