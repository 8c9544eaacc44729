"""Every law of the store holds for a folder and for a bucket: `store` is each in turn."""

from collections.abc import Iterator

import pytest

from kith.core.vault import Disk
from kith.core.vault.s3 import S3

from .peers import Peer, peer

KINDS = ("disk", "rclone", "moto")


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
