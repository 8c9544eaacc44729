"""`kith doctor` says whether a learning store is named, and what is wrong with how."""

from pathlib import Path

import pytest

from kith.cli.learning_store import learning_store


@pytest.mark.parametrize(
    ("url", "home", "says", "mends"),
    [
        ("", "", "told to nobody", False),
        ("http://store.example.org", "https://www.example.org", "nothing is told", True),
        ("https://store.example.org/xapi", "https://www.example.org", "each worker who switches it on", False),
    ],
)
def test_the_doctor_says_whether_anything_can_be_told(monkeypatch, url, home, says, mends):
    monkeypatch.setenv("KITH_XAPI_URL", url)
    monkeypatch.setenv("KITH_XAPI_HOME", home)
    (found,) = learning_store(Path())
    assert says in found.says
    assert bool(found.mend) == mends
