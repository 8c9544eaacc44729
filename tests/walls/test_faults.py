"""A short, seeded campaign of faults; `make walls` runs the long one."""

import sys

import pytest

from tests.serving.running import a_place_with_amal
from tests.walls import faults

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc"),
    pytest.mark.xdist_group("serving"),
]


@pytest.mark.drill
def test_whatever_is_killed_nothing_said_to_be_saved_is_lost_or_doubled(capsys):
    with a_place_with_amal() as place:
        clock = faults.a_false_clock(place)
        which = {**faults.FAULTS, faults.jump_the_clock: 2}
        wrong = faults.campaign(place, 8, 20, which=which, say=print, environment=clock)
    assert wrong == []
    assert "entries under a false clock" in capsys.readouterr().out


def test_the_campaign_notices_a_lost_and_a_doubled_entry(monkeypatch):
    """A campaign that cannot fail proves nothing: take an entry away, write one twice, and it must say so."""
    told = faults.Told(asked={"a", "b", "c"}, kept={"a", "b"}, drafts={("x", 1): "words"})
    found = faults.compared({"a": 2, "c": 1, "d": 1}, {("x", 1): "other words"}, told)
    assert len(found) == 4
    assert [line.partition(":")[0] for line in found] == [
        "said to be saved and lost",
        "kept 2 times",
        "kept, and never written",
        "a draft said to be saved is lost",
    ]
