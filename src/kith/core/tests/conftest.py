"""What several tests of core stand on: exports of a small ledger; somebody with a password, and browsers at places."""

import pytest
from django.db import connections
from django.test import Client
from tests import database

from kith.core import staff
from kith.core.models import Worker
from kith.core.tests import proving
from kith.core.tests.asking import PASSWORD
from kith.record.testing import AT


@pytest.fixture(scope="session")
def exports(cluster, django_db_setup, django_db_blocker, tmp_path_factory):
    """Exports of a small ledger, made once."""
    settings = connections["default"].settings_dict
    with django_db_blocker.unblock():
        before = {key: settings[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
        name = f"{before['NAME']}_proof"
        database.copy(cluster, name)
        connections["default"].close()
        settings.update(database.settings_for(cluster, name))
        try:
            return proving.make_exports(cluster, name, tmp_path_factory.mktemp("exports"))
        finally:
            connections["default"].close()
            settings.update(before)
            cluster.drop_database(name)


@pytest.fixture
def amal(db: None) -> Worker:
    return staff.let_in(email="amal@agency.example.org", name="Amal", role="team_manager", password=PASSWORD, at=AT)


@pytest.fixture
def at_work() -> Client:
    return Client(REMOTE_ADDR="192.0.2.10")


@pytest.fixture
def elsewhere() -> Client:
    return Client(REMOTE_ADDR="203.0.113.66")
