"""Who works in the borough."""

from kith.core import clock, staff, teams
from kith.core.models import Team, Worker
from kith.core.permissions import Role
from kith.seed import PASSWORD

OFFICE = "Brackwater Children's Services\nThe Old Granary\nFennby FN2 9ZZ"

#: key -> (name, role, team)
STAFF = {
    "amal": ("Amal Idris", Role.FAMILY_COURT_ADVISER, "Fennby court team"),
    "ben": ("Ben Hartley", Role.TEAM_MANAGER, "Fennby court team"),
    "cara": ("Cara Moss", Role.LA_SOCIAL_WORKER, "Tidebank duty team"),
    "dee": ("Dee Lowe", Role.INFORMATION_GOVERNANCE_LEAD, "Information governance"),
    "gil": ("Gil Rowan", Role.EDT_WORKER, "Out-of-hours team"),
    "hana": ("Hana Poole", Role.STUDENT_OR_NQSW, "Fennby court team"),
    "ivo": ("Ivo Crane", Role.IT_ADMIN, ""),
    "esme": ("Esme Vance", Role.SERVICE_MANAGER, ""),
}
#: Those who manage the team they are in.
MANAGERS = {"ben"}

#: The others in Amal's team, of the same role. They hold no case.
COLLEAGUES = {
    "joel": "Joel Ashby",
    "kit": "Kit Mason",
    "lou": "Lou Harper",
    "mina": "Mina Shah",
    "ned": "Ned Coyle",
    "orla": "Orla Finch",
    "pia": "Pia Lund",
}

#: What each of them is there to show.
SIGHT = {
    "amal": "holds the cases of Quillfeather, Tarnbrook and, restricted, Wrenmarsh; has begun things under Learning",
    "ben": "manages their team; judges what was opened in an emergency; sees its map under Learning, and nobody in it;"
    " has begun to write a dilemma",
    "cara": "of another team; holds the case of Osterwick, which Amal cannot see",
    "dee": "sees what left, and no case; decides what is destroyed when its time is over",
    "gil": "on duty out of hours: opens a case by its reference, such as BW-1990",
    "hana": "a student, with a made-up case",
    "ivo": "runs the system; opens no case",
    "esme": "confirms, as the second person, what Dee decided",
}


def address_of(key: str) -> str:
    """Give the address somebody signs in with."""
    return f"{key}@brackwater.example.org"


def make_staff() -> dict[str, Worker]:
    """Make everybody whom there is something to see of."""
    return {key: _let_in(key, *who) for key, who in STAFF.items()}


def make_colleagues() -> list[Worker]:
    """Make the others in Amal's team."""
    _, role, team = STAFF["amal"]
    return [_let_in(key, name, role, team) for key, name in COLLEAGUES.items()]


def _let_in(key: str, name: str, role: str, team: str) -> Worker:
    return staff.let_in(
        email=address_of(key),
        name=name,
        role=role,
        team=team,
        manages=key in MANAGERS,
        office=OFFICE,
        password=PASSWORD,
        at=clock.now(),
    )


def team_of(worker: Worker) -> Team | None:
    """Give the team that somebody works in."""
    return teams.own_team(worker, clock.now())
