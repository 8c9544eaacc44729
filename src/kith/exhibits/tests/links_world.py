"""A case, a link of it, and a phone that nobody is signed in on."""

import re
from datetime import UTC, datetime
from urllib.parse import urlencode

import psycopg
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from kith.core import files
from kith.core.models import Worker
from kith.core.transactions import scoped
from kith.exhibits import actions
from kith.exhibits.models import DropLink, DroppedFile
from kith.exhibits.testing import WORD
from kith.record import testing as make


class World:
    """Amal's case with Lena in it, a link for her, and a phone that nobody is signed in on."""

    def __init__(self) -> None:
        self.amal = make.worker("Amal")
        self.case = make.case(self.amal)
        self.lena = make.participant(self.case, self.amal, known_as="Lena", part="mother")
        self.link, self.token = self.made()
        self.phone = Client()

    def made(self, **other):
        said = {"asks": "chat", "phone": "android", "days": 3, "code_word": WORD, "authority": "She consents."}
        said |= {"question": "What was agreed?", "at": datetime.now(UTC), **other}
        return actions.make_link(case=self.case, participant=self.lena, by=self.amal, **said)

    def say(self, word=WORD, token=None, phone=None, **more):
        typed = urlencode({"word": word})
        kind = "application/x-www-form-urlencoded"
        return (phone or self.phone).post(f"/drop/{token or self.token}/", typed, content_type=kind, **more)

    def send(self, *files, phone=None, token=None, **more):
        sent = [SimpleUploadedFile(name, data) for name, data in files]
        return (phone or self.phone).post(f"/drop/{token or self.token}/send/", {"sent": sent}, **more)

    def now(self):
        with scoped(worker_id=self.amal.id, case_id=self.case.id):
            return DropLink.objects.get(id=self.link.id)

    def dropped(self):
        with scoped(worker_id=self.amal.id, case_id=self.case.id):
            return list(DroppedFile.objects.order_by("arrived_at"))

    def told(self):
        with scoped(worker_id=self.amal.id), connection.cursor() as cursor:
            cursor.execute(
                "SELECT body::jsonb ->> 'verb', body::jsonb ->> 'by' FROM core_ledger WHERE chain = %s ORDER BY seq",
                [self.case.id],
            )
            return cursor.fetchall()

    def past(self, **columns):
        """Change a link past everything that forbids it, as time would."""
        with psycopg.connect(self.superuser, autocommit=True) as owner:
            owner.execute("SET session_replication_role = replica")
            names = ", ".join(f"{name} = %s" for name in columns)
            owner.execute(f"UPDATE exhibits_droplink SET {names} WHERE id = %s", [*columns.values(), self.link.id])


def signed_in(worker: Worker) -> Client:
    client = Client()
    client.force_login(worker, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def words_of(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def stored():
    store = files.store()
    incoming = store.path_of_files().parent / "incoming"
    return len(list(store.listing())), len(list(incoming.glob("*.part")))
