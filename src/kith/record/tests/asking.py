"""How these tests ask for pages: two workers who know nothing of each other, one case, real requests."""

import json
import uuid
from dataclasses import dataclass
from html import unescape

from django.db import connection
from django.test import Client
from django.urls import reverse

from kith.core.models import Worker
from kith.core.transactions import scoped
from kith.record import testing
from kith.record.models import Case


@dataclass
class Desk:
    """Amal at work in a case of hers; Cara, of another team, at her own desk."""

    amal: Worker
    cara: Worker
    case: Case
    client: Client
    caras: Client

    def url(self, name: str, *args: object) -> str:
        return reverse(f"record:{name}", args=[self.case.id, *args])

    def get(self, name: str, *args: object) -> str:
        """Give the words of a page that Amal opens; Cara, asking the same, finds nothing."""
        assert self.caras.get(self.url(name, *args)).status_code == 404
        answer = self.client.get(self.url(name, *args))
        assert answer.status_code == 200, answer.content[:2000]
        return words(answer)

    def post(self, name: str, *args: object, **typed: object) -> object:
        """Send a form as Amal; Cara, sending the same, finds nothing."""
        sent = {"submit_key": str(uuid.uuid4()), **typed}
        assert self.caras.post(self.url(name, *args), sent).status_code == 404
        return self.client.post(self.url(name, *args), sent)

    def rows(self, found):
        """Read rows as Amal may."""
        with scoped(worker_id=self.amal.id):
            return list(found)

    def notes(self, verb: str) -> list[dict]:
        """Give what the case's chain says under this verb, oldest first."""
        with scoped(worker_id=self.amal.id), connection.cursor() as cursor:
            cursor.execute("SELECT body FROM core_ledger WHERE chain = %s ORDER BY seq", [self.case.id])
            found = [json.loads(body) for (body,) in cursor.fetchall()]
        return [body for body in found if body["verb"] == verb]


def words(answer) -> str:
    """Give a page's HTML with its entities opened, so that words can be looked for as they read."""
    return unescape(answer.content.decode())


def signed_in(worker: Worker) -> Client:
    """Give a browser in which somebody is signed in."""
    client = Client()
    client.force_login(worker, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def desk() -> Desk:
    """Set the two desks up."""
    amal, cara = testing.worker("Amal Tester"), testing.worker("Cara Elsewhere")
    return Desk(amal, cara, testing.case(amal, family_name="Marrow"), signed_in(amal), signed_in(cara))


def key() -> str:
    """Give a form a key of its own."""
    return str(uuid.uuid4())
