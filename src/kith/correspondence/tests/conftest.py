"""A case with two parents, and a mail server on the loopback."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from django.urls import reverse

from kith.core.models import Worker
from kith.core.transactions import scoped
from kith.correspondence import testing
from kith.correspondence.tests.services import KEY, TEMPLATES, TOKEN, NotifyStandIn
from kith.record import testing as make
from kith.record.models import Case, Participant


@dataclass
class World:
    """Amal's case: Lena, who may be written to, and Tom, who may not; Cara works in another team."""

    amal: Worker
    cara: Worker
    case: Case
    lena: Participant
    tom: Participant

    def send(self, **more):
        """Send Lena a message; gives its row of the outbox."""
        return testing.message(self.case, self.lena, self.amal, **more)

    def row(self, row):
        """Read a row of the outbox anew."""
        return testing.row_of(self.case, self.amal, id=row.id)

    def verbs(self):
        """List the verbs of the case's chain, in order."""
        import json

        from kith.core.models import LedgerRow

        with scoped(worker_id=self.amal.id):
            rows = LedgerRow.objects.filter(chain=self.case.id).order_by("seq")
            return [json.loads(row.body)["verb"] for row in rows]


def _world() -> World:
    amal, cara = make.worker("Amal Tester"), make.worker("Cara Tester")
    case = make.case(amal)
    lena = make.participant(case, amal)
    tom = make.participant(case, amal, known_as="Tom", part="father")
    make.email_of(lena, amal)
    return World(amal, cara, case, lena, tom)


@pytest.fixture
def world(db) -> World:
    """The case, rolled back afterwards."""
    return _world()


@pytest.fixture
def kept_world(committed) -> World:
    """The case, in a database where commits are real."""
    return _world()


@pytest.fixture
def room(tmp_path: Path, settings):
    """A mail server that takes everything, and settings that point at it."""
    with testing.AwkwardPostRoom(tmp_path / "post-room") as running:
        settings.SMTP_HOST, settings.SMTP_PORT = "127.0.0.1", running.port
        yield running


@pytest.fixture
def here(world, client):
    """A browser in which Amal is signed in, and the addresses of her case."""
    client.force_login(world.amal)

    def at(name, *ids):
        return reverse(f"correspondence:{name}", args=[world.case.id, *ids])

    client.at = at
    return client


@pytest.fixture
def notify_here(settings):
    """A GOV.UK Notify on the loopback, by which text messages and letters go, and which tells of receipts."""
    with NotifyStandIn() as service:
        settings.NOTIFY_URL, settings.NOTIFY_KEY, settings.NOTIFY_TEMPLATES = service.url, KEY, TEMPLATES
        settings.NOTIFY_RECEIPT_TOKEN = TOKEN
        settings.CARRIED_BY = {"email": "smtp", "sms": "notify", "letter": "notify", "phone": ""}
        yield service
