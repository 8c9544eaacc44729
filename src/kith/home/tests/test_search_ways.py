"""Which of the two ways a search takes: walking the line of time, or gathering through the text index."""

import psycopg
import pytest

from kith.home.tests import world as worlds


@pytest.fixture
def world(committed):
    return worlds.build()


def test_common_words_walk_and_rare_words_are_gathered(cluster, committed, world):
    texts = [" ".join(["all"] + ["half"] * (n % 2) + ["tenth"] * (n % 10 == 0)) for n in range(400)]
    worlds.lay_out(world.case, world.amal, texts)
    asked = {
        "all": True,
        "half": True,
        "ha*": True,
        "all half": True,
        "tenth": False,
        "half tenth": False,
        "none": False,
    }

    with psycopg.connect(cluster.url("kith_owner", committed)) as owner:
        for words, walks in asked.items():
            statement = "SELECT kith_cases_to_walk(%s, %s, 51)"
            found = owner.execute(statement, [[world.case.id], words.split()]).fetchone()
            assert found == ([world.case.id] if walks else [],), words
