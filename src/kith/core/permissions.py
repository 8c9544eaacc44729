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
    MAKE_STATEMENT = "make statements"
    POST_ROOM = "see what left"
    EDIT_REFERENCE = "keep reference data"


_PRACTICE = frozenset(Permission) - {Permission.EDIT_REFERENCE}
_READS = frozenset({Permission.HOME, Permission.OPEN_CASE})

ALLOWED: dict[str, frozenset[Permission]] = {
    Role.FAMILY_COURT_ADVISER: _PRACTICE,
    Role.CHILDRENS_GUARDIAN: _PRACTICE,
    Role.LA_SOCIAL_WORKER: _PRACTICE,
    Role.DUTY_WORKER: _PRACTICE,
    Role.EDT_WORKER: _PRACTICE,
    Role.TEAM_MANAGER: _PRACTICE,
    Role.SERVICE_MANAGER: _PRACTICE,
    Role.PRACTICE_SUPERVISOR: _READS,
    Role.PRACTICE_EDUCATOR: frozenset({Permission.HOME}),
    Role.STUDENT_OR_NQSW: frozenset({Permission.HOME}),
    Role.BUSINESS_SUPPORT: _READS | {Permission.TAKE_IN},
    Role.INFORMATION_GOVERNANCE_LEAD: _READS | {Permission.POST_ROOM, Permission.EDIT_REFERENCE},
    Role.LEGAL_ADVISER: _READS,
    Role.IT_ADMIN: frozenset({Permission.HOME, Permission.POST_ROOM}),
}


def may(role: str, permission: Permission) -> bool:
    """Tell whether this role may do this at all; an unknown role may do nothing."""
    return permission in ALLOWED.get(role, frozenset())
