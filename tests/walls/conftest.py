"""The agency that the walls are tried on: filled once a process, and a copy of it for each module that asks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections

from kith.engines.badges import SigningKey
from tests import database
from tests.walls import agency as agencies

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the walls in one process of the everyday run: each would fill an agency of its own."""
    for item in items:
        if HERE in item.path.parents and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group("walls"))


@pytest.fixture(scope="module")
def badges_are_given() -> Iterator[None]:
    """Let the agency give badges, so that their pages answer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KITH_BADGE_KEY", SigningKey.new(2048).pem().decode())
        patch.setattr(settings, "BADGE_ISSUER", "Thornbury Council")
        patch.setattr(settings, "XAPI_HOME", "https://www.example.org")
        yield


@pytest.fixture(scope="session")
def filled(cluster, django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[agencies.Agency]:
    """The agency, filled once; nothing works in this database itself."""
    settings.DATA_FOLDER = str(tmp_path_factory.getbasetemp() / "kith-data")
    name = f"{connections['default'].settings_dict['NAME']}_agency"
    database.copy(cluster, name)
    with django_db_blocker.unblock(), database.using(cluster, name):
        made = agencies.build(cluster.superuser_url(name), name)
    yield made
    cluster.drop_database(name)


@pytest.fixture(scope="module")
def agency(cluster, filled, badges_are_given, django_db_blocker) -> Iterator[agencies.Agency]:
    """A copy of the agency, in which commits are real."""
    name = f"{filled.database}_copy"
    cluster.drop_database(name)
    cluster.ensure_database(name, template=filled.database)
    with django_db_blocker.unblock(), database.using(cluster, name):
        yield replace(filled, database=name, superuser=cluster.superuser_url(name), clients={}, not_found={})
    cluster.drop_database(name)
