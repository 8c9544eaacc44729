"""Makers for tests and the demonstration. They know no case."""

from itertools import count

from django.test import Client

from kith.core.models import Worker
from kith.core.permissions import Role

_numbers = count(1)


def worker(name: str = "Amal Tester", role: str = Role.LA_SOCIAL_WORKER) -> Worker:
    """Make somebody who works here."""
    return Worker.objects.create(email=f"learner{next(_numbers)}@agency.example.org", name=name, role=role)


def signed_in(who: Worker) -> Client:
    """Give a browser in which somebody is signed in."""
    client = Client()
    client.force_login(who)
    return client
