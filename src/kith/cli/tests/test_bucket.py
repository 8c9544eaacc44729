"""What the doctor says of where the files lie."""

import pytest

from kith.cli import bucket as shown
from kith.core.vault.s3_client import client
from kith.core.vault.tests.peers import peer


@pytest.fixture(scope="module")
def rclone():
    with peer("rclone") as running:
        yield running


def said(monkeypatch, tmp_path, **settings) -> dict[str, tuple[str, str, bool]]:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    return {each.what: (each.says, each.mend, each.is_unsafe) for each in shown.files_lie(tmp_path)}


def test_the_doctor_says_where_the_files_lie(monkeypatch, tmp_path, rclone) -> None:
    assert "this machine's disk" in said(monkeypatch, tmp_path)["files"][0]
    found = said(monkeypatch, tmp_path, **rclone.settings(rclone.bucket()))
    assert found["files"][0].endswith(" answers")
    assert found["bucket"] == ("strangers are refused, as far as can be told", "", False)
    assert found["bucket's versions"] == ("none kept", "", False)
    assert found["bucket's lock"][0] == "none"


def test_the_doctor_calls_a_store_that_is_away_and_an_odd_setting_unsafe(monkeypatch, tmp_path, rclone) -> None:
    away = said(monkeypatch, tmp_path, **{**rclone.settings(rclone.bucket()), "KITH_S3_ENDPOINT": "http://127.0.0.1:1"})
    assert "does not answer (EndpointConnectionError)" in away["files"][0]
    assert away["files"][2]
    odd = said(monkeypatch, tmp_path, KITH_S3_ENDPOINT="http://s3.example.org")
    assert "must begin with https://" in odd["files"][1]
    assert odd["files"][2]


def test_the_doctor_finds_a_bucket_that_is_open_to_strangers_and_keeps_what_was_erased(monkeypatch, tmp_path) -> None:
    with peer("moto") as moto:
        bucket = moto.bucket()
        client(bucket).put_bucket_versioning(Bucket=bucket.name, VersioningConfiguration={"Status": "Enabled"})
        found = said(monkeypatch, tmp_path, **moto.settings(bucket))
    assert found["bucket"][2]
    assert found["bucket's versions"][0] == "enabled"
    assert "expire" in found["bucket's versions"][1]
