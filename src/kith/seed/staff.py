"""Who works in the borough."""

from kith.core import clock, staff
from kith.core.models import Worker
from kith.core.permissions import Role
from kith.seed import PASSWORD

OFFICE = "Brackwater Children's Services\nThe Old Granary\nFennby FN2 9ZZ"

#: key -> (name, role, team)
STAFF = {
    "amal": ("Amal Idris", Role.FAMILY_COURT_ADVISER, "Fennby court team"),
    "ben": ("Ben Hartley", Role.TEAM_MANAGER, "Fennby court team"),
    "cara": ("Cara Moss", Role.LA_SOCIAL_WORKER, "Tidebank duty team"),
    "dee": ("Dee Lowe", Role.INFORMATION_GOVERNANCE_LEAD, "Information governance"),
    "esme": ("Esme Vance", Role.SERVICE_MANAGER, ""),
}

#: What each of them is there to show.
SIGHT = {
    "amal": "holds the cases of Quillfeather and Tarnbrook",
    "ben": "manages both",
    "cara": "of another team; holds the case of Osterwick, which Amal cannot see",
    "dee": "sees what left, and no case; decides what is destroyed when its time is over",
    "esme": "confirms, as the second person, what Dee decided",
}


def address_of(key: str) -> str:
    """Give the address somebody signs in with."""
    return f"{key}@brackwater.example.org"


def make_staff() -> dict[str, Worker]:
    """Make everybody who works here."""
    return {
        key: staff.let_in(
            email=address_of(key), name=name, role=role, team=team, office=OFFICE, password=PASSWORD, at=clock.now()
        )
        for key, (name, role, team) in STAFF.items()
    }
