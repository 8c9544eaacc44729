"""What several tests of the ledger's proof stand on."""

import pytest
from django.db import connections
from tests import database

from kith.core.tests import proving


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
