"""Somebody who works here, with a password, and browsers at several places."""

import pytest
from django.test import Client

from kith.core import staff
from kith.core.models import Worker
from kith.core.tests.asking import PASSWORD
from kith.record.testing import AT


@pytest.fixture
def amal(db: None) -> Worker:
    return staff.let_in(email="amal@agency.example.org", name="Amal", role="team_manager", password=PASSWORD, at=AT)


@pytest.fixture
def at_work() -> Client:
    return Client(REMOTE_ADDR="192.0.2.10")


@pytest.fixture
def elsewhere() -> Client:
    return Client(REMOTE_ADDR="203.0.113.66")
