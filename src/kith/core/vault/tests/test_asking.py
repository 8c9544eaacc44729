"""Whom the store in a bucket asks, what settings it refuses, and what it does when it is not answered."""

import contextlib
import json
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from uuid import uuid4

import pytest

import kith
from kith.core.vault import Bucket, Missing, NoAnswer, NoRoom, ObjectName, OddBucket, s3_client
from kith.core.vault.s3 import S3, key_of
from kith.core.vault.s3_client import client
from kith.core.vault.s3_state import state_of

from .making import files_in, put
from .peers import KEY_ID, SECRET, peer

NOW = datetime.now(UTC)


@pytest.fixture(autouse=True)
def one_try(monkeypatch):
    """Ask once: waiting between tries is botocore's, and long."""
    monkeypatch.setattr(s3_client, "TRIES", 1)
    s3_client._client.cache_clear()
    yield
    s3_client._client.cache_clear()


def a_name() -> ObjectName:
    return ObjectName("0" * 64, uuid4())


# --- whom it asks


class Answering(BaseHTTPRequestHandler):
    """A store that answers as a test has said, and counts."""

    def answer(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")
        length = int(self.headers.get("Content-Length") or 0)
        self.rfile.read(length)
        status, headers, body = self.server.answers(self)
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(b"" if self.command == "HEAD" else body)
        self.close_connection = True

    do_GET = do_PUT = do_HEAD = do_POST = do_DELETE = answer

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def answering(answers):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.asked, server.answers, server.daemon_threads = [], answers, True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def a_bucket(port, **more):
    return Bucket(endpoint=f"http://127.0.0.1:{port}", name="kith", key_id=KEY_ID, secret=SECRET, **more)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_no_answer_leads_it_to_another_host(tmp_path, status):
    with answering(lambda _: (200, {}, b"")) as elsewhere:
        says = {"Location": f"http://127.0.0.1:{elsewhere.server_port}/", "x-amz-bucket-region": "eu-west-2"}
        body = b"<Error><Code>PermanentRedirect</Code><Endpoint>127.0.0.2</Endpoint></Error>"
        with answering(lambda _: (status, says, body)) as store:
            with pytest.raises(NoAnswer):
                S3(tmp_path, a_bucket(store.server_port)).open(a_name())
            assert 1 <= len(store.asked) <= 4
    assert elsewhere.asked == []


WATCHED = """
import sys, json
seen = {"opened": [], "connected": []}
def look(event, args):
    if event == "open" and isinstance(args[0], str): seen["opened"].append(args[0])
    if event == "socket.connect": seen["connected"].append(list(args[1]) if isinstance(args[1], tuple) else args[1])
sys.addaudithook(look)
from pathlib import Path
from kith.core.vault import *
bucket = Bucket(endpoint=sys.argv[1], name=sys.argv[2], key_id=sys.argv[3], secret=sys.argv[4])
store, key = store_in(Path(sys.argv[5]), bucket), CaseKey(bytes(32))
with Writer(store) as w:
    w.write(b"watched")
    s = w.commit(key)
with open_file(store, s.name, key.unwrap_file_key(s.name, s.wrapped_file_key)) as r:
    assert r.read() == b"watched"
assert [each.name for each in store.listing()] == [s.name] and store.delete(s.name)
print(json.dumps(seen))
"""


def test_it_connects_to_the_endpoint_alone_and_reads_none_of_amazons_files_and_variables(rclone, tmp_path):
    home = tmp_path / "home"
    (home / ".aws").mkdir(parents=True)
    for file in ("config", "credentials"):
        (home / ".aws" / file).write_text("[default]\nregion = mars\naws_access_key_id = theirs\n")
    bucket = rclone.bucket()
    odd = {
        "HOME": str(home),
        "AWS_PROFILE": "nobody",
        "AWS_REGION": "mars-1",
        "AWS_ENDPOINT_URL": "http://127.0.0.2:1",
        "AWS_ACCESS_KEY_ID": "theirs",
        "AWS_CA_BUNDLE": str(home / "none.pem"),
        "AWS_DEFAULTS_MODE": "auto",
        "AWS_RETRY_MODE": "odd",
        "AWS_CONFIG_FILE": str(home / ".aws" / "config"),
        "HTTP_PROXY": "http://127.0.0.3:1",
        "http_proxy": "http://127.0.0.3:1",
        "PYTHONPATH": str(Path(kith.__file__).parents[1]),
    }
    words = [sys.executable, "-c", WATCHED, bucket.endpoint, bucket.name, KEY_ID, SECRET, str(tmp_path / "store")]
    done = subprocess.run(words, env=odd, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert {tuple(each) for each in seen["connected"]} == {("127.0.0.1", rclone.port)}
    assert [path for path in seen["opened"] if ".aws" in path] == []


def test_over_tls_a_certificate_that_nobody_vouches_for_is_refused_and_one_that_is_named_is_not(tmp_path):
    with peer("rclone", tls=True) as rclone:
        bucket = rclone.bucket(ca_file=str(rclone.certificate))
        store = S3(tmp_path, bucket)
        assert [put(store, b"over TLS").name] == [each.name for each in store.listing()]
        with pytest.raises(NoAnswer) as refused:
            list(S3(tmp_path, replace(bucket, ca_file="")).listing())
        assert refused.value.why == "SSLError"
        elsewhere = replace(bucket, endpoint=bucket.endpoint.replace("127.0.0.1", "localhost"))
        with pytest.raises(NoAnswer):  # its certificate is for another name
            list(S3(tmp_path, elsewhere).listing())


# --- what is odd


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("endpoint", "http://s3.example.org"),
        ("endpoint", "s3.example.org"),
        ("endpoint", "https://s3.example.org/bucket"),
        ("endpoint", "https://key:secret@s3.example.org"),
        ("endpoint", "https://s3.example.org?x=1"),
        ("endpoint", "ftp://s3.example.org"),
        ("endpoint", "https://s3.example.org:port"),
        ("name", "UPPER"),
        ("name", "a/b"),
        ("name", ""),
        ("region", "eu west"),
        ("key_id", ""),
        ("secret", "two words"),
        ("ca_file", "not-there.pem"),
    ],
)
def test_an_odd_setting_is_refused_by_its_name(setting, value):
    sound = {"endpoint": "https://s3.example.org", "name": "kith", "key_id": KEY_ID, "secret": SECRET}
    Bucket(**sound)
    with pytest.raises(OddBucket, match="^KITH_S3_[A-Z_]+ must be"):
        Bucket(**{**sound, setting: value})


def test_plain_http_is_for_this_machine_or_said_to_be_trusted():
    for endpoint, more in (("http://localhost:9000", {}), ("http://10.0.0.7:9000", {"plain_http": True})):
        made = Bucket(endpoint=endpoint, name="kith", key_id=KEY_ID, secret=SECRET, **more)
        assert SECRET not in repr(made)
        assert KEY_ID not in repr(made)


# --- when it is not answered


def test_a_store_that_is_away_is_said_plainly_and_nothing_is_half_written(rclone, tmp_path):
    store = S3(tmp_path / "store", rclone.bucket())
    stored = put(store, b"before")
    away = S3(tmp_path / "store", a_bucket(1))
    for use in (
        lambda: away.open(stored.name),
        lambda: away.exists(stored.name),
        lambda: away.delete(stored.name),
        lambda: list(away.listing()),
        lambda: put(away, b"new"),
    ):
        with pytest.raises(NoAnswer, match="Nothing was kept or changed: try again"):
            use()
    assert [each.name for each in files_in(store)] == [str(stored.name)]


def test_wrong_keys_and_no_bucket_are_not_a_missing_file(rclone, tmp_path):
    sound = rclone.bucket()
    for odd in (
        Bucket(endpoint=sound.endpoint, name=sound.name, key_id=KEY_ID, secret="another"),
        Bucket(endpoint=sound.endpoint, name="no-such-bucket", key_id=KEY_ID, secret=SECRET),
    ):
        with pytest.raises(NoAnswer, match="does not answer"):
            S3(tmp_path / "store", odd).open(a_name())
    with pytest.raises(Missing):
        S3(tmp_path / "store", sound).open(a_name())


@pytest.mark.drill
def test_a_full_store_is_no_room(tmp_path):
    body = b"<Error><Code>QuotaExceeded</Code></Error>"
    with answering(lambda asked: (404, {}, b"") if asked.command == "HEAD" else (403, {}, body)) as full:
        store = S3(tmp_path / "store", a_bucket(full.server_port))
        with pytest.raises(NoRoom, match="Nothing was kept"):
            put(store, b"x")
    assert list((tmp_path / "store" / "incoming").iterdir()) == []


@pytest.mark.drill
def test_a_store_that_does_not_know_the_condition_is_put_to_without_it(tmp_path):
    there = {}

    def answers(asked):
        if asked.command == "HEAD":
            size = there.get(asked.path)
            return (404, {}, b"") if size is None else (200, {"Content-Length": str(size)}, b"")
        if asked.headers.get("If-None-Match"):
            return 501, {}, b"<Error><Code>NotImplemented</Code></Error>"
        there[asked.path] = int(asked.headers["Content-Length"])
        return 200, {"ETag": '"x"'}, b""

    with answering(answers) as old:
        stored = put(S3(tmp_path / "store", a_bucket(old.server_port)), b"x" * 100)
    assert there == {f"/kith/{key_of(stored.name)}": stored.object_bytes}


def test_an_answer_that_breaks_off_is_asked_for_again_and_then_given_up(tmp_path):
    def cut(asked):
        return 206, {"Content-Length": "500", "Content-Range": "bytes 0-499/500"}, b"x" * 200

    with answering(cut) as store:
        with pytest.raises(NoAnswer):
            S3(tmp_path / "store", a_bucket(store.server_port)).open(a_name())
        assert len(store.asked) == 3


def test_a_store_that_gives_no_ranges_is_not_used(tmp_path):
    body = b"x" * (3 << 20)
    with answering(lambda _: (200, {}, body)) as store, pytest.raises(NoAnswer):
        S3(tmp_path / "store", a_bucket(store.server_port)).open(a_name())


# --- what can be told of it


def test_a_bucket_that_strangers_may_read_is_found(moto):
    bucket = moto.bucket()
    found = state_of(bucket, datetime.now(UTC))
    assert found.seconds_apart < 5
    assert found.versions == ""
    client(bucket).put_bucket_versioning(Bucket=bucket.name, VersioningConfiguration={"Status": "Enabled"})
    assert state_of(bucket, datetime.now(UTC)).versions == "Enabled"
    assert state_of(bucket, datetime.now(UTC) + timedelta(minutes=5)).seconds_apart > 200


def test_one_that_they_may_not_read_is_not_called_public(rclone, moto):
    assert not state_of(rclone.bucket(), datetime.now(UTC)).is_public
    assert state_of(moto.bucket(), datetime.now(UTC)).is_public  # moto asks nobody who they are
    with pytest.raises(NoAnswer):
        state_of(a_bucket(1), NOW)
