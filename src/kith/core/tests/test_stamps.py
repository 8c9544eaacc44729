"""Time stamps: off unless an authority is named; one that is away is asked again; each is checked offline."""

import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from kith.core import jobs
from kith.core.ledger import checkpoints, keeping, stamps, verifier
from kith.core.ledger.signing import CheckpointKey
from kith.core.tests import authority as authorities
from kith.core.tests import proving
from kith.record.testing import case, worker

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not authorities.OPENSSL and not os.environ.get("CI"), reason="openssl is not installed"),
]
NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def made_authority(tmp_path_factory):
    return authorities.Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def authority(made_authority):
    made_authority.asked, made_authority.is_away = 0, False
    with authorities.serving(made_authority):
        yield made_authority


@pytest.fixture
def key():
    return CheckpointKey.new()


@pytest.fixture
def amal():
    return worker()


@pytest.fixture
def checkpoint(amal, key):
    case(amal)
    return checkpoints.take_checkpoint(key=key, at=NOW)


def test_a_checkpoint_is_stamped_and_the_stamp_is_checked_offline(authority, checkpoint):
    assert stamps.stamp_waiting(url=authority.url, at=NOW) == 1
    answer = stamps.stamp_on(checkpoint.number)
    seen = stamps.witnessed(answer, checkpoint.stamped_words, authority.certificates.read_bytes())
    assert abs(seen - datetime.now(UTC)) < timedelta(minutes=1)
    assert stamps.stamp_waiting(url=authority.url, at=NOW) == 0
    assert authority.asked == 1


def test_a_stamp_for_something_else_does_not_hold(authority, checkpoint):
    stamps.stamp_waiting(url=authority.url, at=NOW)
    answer = stamps.stamp_on(checkpoint.number)
    with pytest.raises(stamps.NoStamp, match="does not hold"):
        stamps.witnessed(answer, checkpoint.stamped_words + b" ", authority.certificates.read_bytes())


def test_a_stamp_of_another_authority_does_not_hold(authority, checkpoint, tmp_path):
    stamps.stamp_waiting(url=authority.url, at=NOW)
    stranger = authorities.Authority(tmp_path)
    with pytest.raises(stamps.NoStamp, match="does not hold"):
        stamps.witnessed(
            stamps.stamp_on(checkpoint.number), checkpoint.stamped_words, stranger.certificates.read_bytes()
        )


def test_no_byte_of_a_stamp_can_be_flipped(authority, checkpoint):
    stamps.stamp_waiting(url=authority.url, at=NOW)
    answer, certificates = stamps.stamp_on(checkpoint.number), authority.certificates.read_bytes()
    true = stamps.witnessed(answer, checkpoint.stamped_words, certificates)
    caught = 0
    for at in range(0, len(answer), 17):
        flipped = answer[:at] + bytes([answer[at] ^ 1]) + answer[at + 1 :]
        try:
            assert stamps.witnessed(flipped, checkpoint.stamped_words, certificates) == true
        except stamps.NoStamp:
            caught += 1
    assert caught > len(answer) / 17 * 0.8  # what a signature does not cover (a text beside it) tells no other time


def test_while_the_authority_is_away_checkpoints_wait_and_are_stamped_later(authority, amal, key, checkpoint):
    authority.is_away = True
    with pytest.raises(stamps.NoStamp, match="cannot be reached"):
        stamps.stamp_waiting(url=authority.url, at=NOW)
    case(amal)
    later = checkpoints.take_checkpoint(key=key, at=NOW)
    assert [each.number for each in checkpoints.unstamped(NOW - stamps.WAITS)] == [checkpoint.number, later.number]
    authority.is_away = False
    assert stamps.stamp_waiting(url=authority.url, at=NOW) == 2
    assert checkpoints.unstamped(NOW - stamps.WAITS) == []


def test_nobody_at_the_address_is_a_sentence(checkpoint):
    with pytest.raises(stamps.NoStamp, match="cannot be reached"):
        stamps.stamp_waiting(url="http://127.0.0.1:9/", at=NOW)
    with pytest.raises(stamps.NoStamp, match="must begin with"):
        stamps.stamp_waiting(url="file:///etc/hostname", at=NOW)


def test_an_answer_that_is_none_is_a_sentence(authority, checkpoint, monkeypatch):
    monkeypatch.setattr(authority, "answer", lambda query: b"no stamp at all", raising=True)
    with pytest.raises(stamps.NoStamp, match="is not a time stamp"):
        stamps.stamp_waiting(url=authority.url, at=NOW)


def test_an_answer_to_another_request_is_not_taken(authority, checkpoint, amal, monkeypatch):
    stamps.stamp_waiting(url=authority.url, at=NOW)
    old = stamps.stamp_on(checkpoint.number)
    monkeypatch.setattr(authority, "answer", lambda query: old)
    with pytest.raises(stamps.NoStamp, match="something else"):
        stamps.asked(authority.url, b"other words")
    with pytest.raises(stamps.NoStamp, match="another request"):
        stamps.asked(authority.url, checkpoint.stamped_words)


def test_the_worker_asks_nobody_unless_an_authority_is_named(authority, checkpoint, settings, monkeypatch):
    monkeypatch.setattr(keeping, "_stamps", keeping.Rest())
    assert settings.TSA_URL == ""
    keeping.keep_stamps()
    assert authority.asked == 0
    settings.TSA_URL = authority.url
    keeping.keep_stamps()
    assert authority.asked == 1
    assert stamps.stamp_on(checkpoint.number)


def test_the_worker_rests_longer_and_longer_while_the_authority_is_away(
    authority, checkpoint, settings, monkeypatch, caplog
):
    rest, now = keeping.Rest(), [time.monotonic()]
    monkeypatch.setattr(keeping, "_stamps", rest)
    monkeypatch.setattr(jobs.time, "monotonic", lambda: now[0])
    settings.TSA_URL, authority.is_away = authority.url, True
    tries = []
    for minute in range(60):
        before = authority.asked
        keeping.keep_stamps()
        if authority.asked > before:
            tries.append(minute)
        now[0] += 60
    assert tries == [0, 1, 3, 7, 15, 31]
    assert "no time stamp" in caplog.text
    authority.is_away = False
    now[0] += 3600
    keeping.keep_stamps()
    assert stamps.stamp_on(checkpoint.number)


def test_an_export_carries_the_stamp_and_openssl_agrees(authority, amal, key, tmp_path):
    made = case(amal)
    proving.tell(made, amal, "before the stamp")
    stamped = checkpoints.take_checkpoint(key=key, at=NOW)
    stamps.stamp_waiting(url=authority.url, at=NOW)
    place = proving.export(made, amal, tmp_path / "out", key)
    export = verifier.check(place, frozenset({key.fingerprint}))
    assert [each["number"] for each in export.checkpoints] == [stamped.number, stamped.number + 1]
    (line,) = verifier.write_stamps(export, tmp_path / "stamps")
    words = line.replace("AUTHORITY.pem", str(authority.certificates)).split()
    ran = subprocess.run(words, cwd=tmp_path / "stamps", capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout.strip()) == (0, "Verification: OK")
    asked = ["verify", str(place), f"--fingerprint={key.fingerprint}", f"--authority={authority.certificates}"]
    ran = subprocess.run(
        [sys.executable, "-m", "kith.cli", "ledger", *asked], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert f"checkpoint-{stamped.number}: the authority saw it at" in ran.stdout


def test_a_stamp_is_never_changed_or_taken_away(cluster, authority, checkpoint):
    stamps.stamp_waiting(url=authority.url, at=NOW)
    with connection.cursor() as cursor, pytest.raises(Exception, match="permission denied"):
        cursor.execute("DELETE FROM core_checkpoint_stamp")
