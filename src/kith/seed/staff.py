"""Who works in the borough."""

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
}


def address_of(key: str) -> str:
    """Give the address somebody signs in with."""
    return f"{key}@brackwater.example.org"


def make_staff() -> dict[str, Worker]:
    """Make everybody who works here; those who are there already are left as they are."""
    return {key: _worker(key, *words) for key, words in STAFF.items()}


def _worker(key: str, name: str, role: str, team: str) -> Worker:
    found = Worker.objects.filter(email=address_of(key)).first()
    if found is not None:
        return found
    worker = Worker(email=address_of(key), name=name, role=role, team=team, office_text=OFFICE)
    worker.set_password(PASSWORD)
    worker.save()
    return worker
