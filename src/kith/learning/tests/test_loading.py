"""What ships is offered once, as a new version when its words change, and withdrawn when it ships no more."""

import pytest
from django.db import connections
from tests import database

from kith.engines.dilemmas.tests.sample import INK
from kith.learning import ink, loading
from kith.learning.ink import shipping
from kith.learning.models import Dilemma
from kith.learning.queries.dilemmas import on_offer
from kith.learning.testing import AT, author


@pytest.fixture
def as_owner(cluster, committed):
    """The owner role's rights, in a database of this test's own."""
    ours = dict(connections["default"].settings_dict)
    connections["default"].close()
    connections["default"].settings_dict.update(database.settings_for(cluster, committed, "kith_owner"))
    yield
    connections["default"].close()
    connections["default"].settings_dict.update(ours)


def test_what_ships_is_offered_in_versions_and_withdrawn(as_owner, tmp_path, monkeypatch):
    monkeypatch.setattr(shipping, "STORIES", tmp_path / "stories")
    monkeypatch.setattr(shipping, "BUILT", tmp_path / "built")
    (tmp_path / "stories").mkdir()
    story = tmp_path / "stories" / "photograph.ink"
    story.write_text(INK)
    assert loading.load_shipped(at=AT) == 0, "it was not built"
    ink.build()
    assert (loading.load_shipped(at=AT), loading.load_shipped(at=AT)) == (1, 0)

    story.write_text(INK.replace("# minutes: 5", "# minutes: 6"))
    ink.build()
    assert loading.load_shipped(at=AT) == 1
    assert [(each.key, each.version, each.minutes) for each in on_offer()] == [("photograph", 2, 6)]

    story.unlink()
    assert loading.load_shipped(at=AT) == 0
    assert not on_offer().exists() and Dilemma.objects.count() >= 2


def test_what_the_agency_withdrew_stays_so_whatever_its_new_words(as_owner, tmp_path, monkeypatch):
    monkeypatch.setattr(shipping, "STORIES", tmp_path / "stories")
    monkeypatch.setattr(shipping, "BUILT", tmp_path / "built")
    (tmp_path / "stories").mkdir()
    story = tmp_path / "stories" / "photograph.ink"
    story.write_text(INK)
    ink.build()
    loading.load_shipped(at=AT)
    Dilemma.objects.filter(key="photograph").update(withdrawn_at=AT, withdrawn_by=author())
    assert loading.load_shipped(at=AT) == 0
    story.write_text(INK.replace("# minutes: 5", "# minutes: 6"))
    ink.build()
    assert loading.load_shipped(at=AT) == 1 and not on_offer().filter(key="photograph").exists()
    assert Dilemma.objects.get(key="photograph", version=2).withdrawn_by_id
