"""Every law of the store holds for a folder and for a bucket: `store` is each in turn."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kith.core.vault import Disk
from kith.core.vault.s3 import S3

from .peers import Peer, peer

HERE = Path(__file__).parent
KINDS = ("disk", "rclone", "moto")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks moto, which takes ten seconds to start, as a drill: rclone answers every day."""
    for item in items:
        asked = item.callspec.params.values() if hasattr(item, "callspec") else ()
        if HERE in item.path.parents and "moto" in (*asked, *getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.drill)


@pytest.fixture(scope="session")
def rclone() -> Iterator[Peer]:
    with peer("rclone") as running:
        yield running


@pytest.fixture(scope="session")
def moto() -> Iterator[Peer]:
    with peer("moto") as running:
        yield running


@pytest.fixture
def disk(tmp_path) -> Disk:
    return Disk(tmp_path / "store")


@pytest.fixture(params=KINDS)
def store(request, tmp_path):
    if request.param == "disk":
        return Disk(tmp_path / "store")
    return S3(tmp_path / "store", request.getfixturevalue(request.param).bucket())
