"""One Kith for all tests of a process that look at it and leave it standing, and a folder to copy for the others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving.running import Kith, a_copy_of, a_place_with_amal


@pytest.fixture(scope="session")
def made() -> Iterator[Path]:
    """The folder of a Kith that stopped, in which Amal may sign in: to be copied, never changed."""
    with a_place_with_amal() as place:
        yield place


@pytest.fixture(scope="session")
def standing(made: Path) -> Iterator[Kith]:
    """A running Kith for the tests that leave it standing."""
    with a_copy_of(made) as place, Kith(place) as running:
        yield running
