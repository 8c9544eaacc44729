"""Amal's case with something of every kind, and a way to open its timeline as she does."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kith.home.tests import agency as made
from kith.home.tests import world as worlds


@pytest.fixture
def world(db: None) -> worlds.World:
    """Amal's case, not yet with anything on its line of time."""
    return worlds.build()


@pytest.fixture
def look(world: worlds.World, client: Client) -> Callable[..., str]:
    """Open the timeline as Amal; gives the page."""
    client.force_login(world.amal)

    def get(_address: str = "", **asked: Any) -> str:
        answer = client.get(_address or reverse("home:timeline", args=[world.case.id]), asked)
        assert answer.status_code == 200
        return answer.content.decode()

    return get


@pytest.fixture
def agency(cluster, committed, settings, tmp_path):
    """Give a case full of everything, in a database and a folder of this test's own."""
    settings.DATA_FOLDER = str(tmp_path / "agency")
    return made.agency(cluster, committed)
