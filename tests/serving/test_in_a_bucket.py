"""Files in a bucket, as it is run: two machines' worth of Kith and no shared disk; the store killed; all restored."""

import contextlib
import http.client
import os
import random
import re
import secrets
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from kith.core.cluster import APP, FAMILY, OWNER, Cluster
from kith.core.vault.tests.peers import Peer, peer
from tests import database
from tests.serving.running import (
    EMAIL,
    PASSWORD,
    Kith,
    a_new_place,
    clear_away,
    kith,
    lose_everything,
    until,
)
from tests.serving.test_restore import Writer, hash_of, read

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc"),
    pytest.mark.xdist_group("serving"),
    pytest.mark.timeout(900),
]
MESSAGES, WORDS = 2_500, 16_000  # 40 MB: put in parts
SEED = 20261125
AWAY = "The file store does not answer just now. Nothing was kept or changed"


@pytest.fixture
def place() -> Iterator[Path]:
    made = a_new_place()
    yield made
    clear_away(made)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"KITH_FILES": "s4"}, "the setting KITH_FILES must be one of disk, s3"),
        ({"KITH_FILES": "s3"}, "the setting KITH_S3_ENDPOINT is missing"),
        ({"KITH_FILES": "s3", "KITH_S3_ENDPOINT": "http://s3.example.org"}, "must begin with https://"),
    ],
)
def test_an_odd_setting_stops_the_start_with_a_sentence(place: Path, settings: dict[str, str], says: str) -> None:
    rest = {"KITH_S3_BUCKET": "kith", "KITH_S3_KEY_ID": "a", "KITH_S3_SECRET": "b"}
    refused = kith(place, "serve", **{**rest, **settings})
    assert refused.returncode != 0
    assert says in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (place / "agency").exists()


# --- two machines


class Machines:
    """Two Kiths, each in a folder of its own with web and jobs, on one database and one bucket."""

    def __init__(self, store: Peer, running: list[Kith], place: Path, more: dict[str, str]) -> None:
        self.store, self.running, self.place, self.more = store, running, place, more

    def command(self, number: int, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        return kith(self.place / str(number), *words, **{**self.more, **more})


@pytest.fixture
def shared(cluster: Cluster) -> Iterator[str]:
    """A database of this drill's own; gives its name."""
    name = f"test_{secrets.token_hex(6)}"
    database.copy(cluster, name)
    yield name
    cluster.drop_database(name)


@pytest.fixture
def machines(place: Path, cluster: Cluster, shared: str) -> Iterator[Machines]:
    made = kith(place, "keys", "make", "--out", str(place / "key"))
    assert made.returncode == 0, made.stderr
    (place / "password").write_text(PASSWORD)
    with peer("rclone") as store, contextlib.ExitStack() as exits:
        more = {
            **store.settings(store.bucket()),
            "DATABASE_URL": cluster.url(APP, shared),
            "KITH_FAMILY_DATABASE_URL": cluster.url(FAMILY, shared),
            "KITH_KEY_FILE": str(place / "key"),
            "KITH_SECRET_KEY": "the same on both",
        }
        for number in (0, 1):
            (place / str(number)).mkdir()
        running = [exits.enter_context(Kith(place / str(number), **more)) for number in (0, 1)]
        both = Machines(store, running, place, more)
        words = ["--email", EMAIL, "--name", "Amal", "--role", "la_social_worker"]
        owner = {"DATABASE_URL": cluster.url(OWNER, shared)}
        added = both.command(0, "people", "add", *words, "--password-file", str(place / "password"), **owner)
        assert added.returncode == 0, added.stderr
        yield both


def chat(number: int) -> bytes:
    """Give an export of its own, large enough to be put in parts."""
    rest = "x" * (WORDS - 60)
    lines = (
        f"{1 + at // 1440:02}/03/2026, {at // 60 % 24:02}:{at % 60:02} - Robin: export {number} line {at} {rest}\n"
        for at in range(MESSAGES)
    )
    return "".join(lines).encode()


def a_case(running: Kith) -> str:
    """Begin a case on the page; give its path."""
    form = hidden(running, "/cases/start/")
    form |= {"reference": "B-1", "family_name": "Marrow", "kind": "private_law"}
    form |= {"opened_on-day": "2", "opened_on-month": "3", "opened_on-year": "2026"}
    status, where, page = running.ask("POST", "/cases/start/", **form)
    assert status == 302, page
    return where


def hidden(running: Kith, path: str) -> dict[str, str]:
    """Give what a page's form carries unseen: its token, and the key that keeps it from being sent twice."""
    status, page = running.get(path)
    found = dict(re.findall(r'name="(csrfmiddlewaretoken|submit_key)" value="([^"]+)"', page))
    assert status == 200 and "csrfmiddlewaretoken" in found, (status, path)
    return found


def take_in(running: Kith, case: str, data: bytes) -> tuple[int, str, str]:
    """Hand a file over on the page; give the status, where it leads, and the page."""
    path = f"{case}exhibits/take-in/"
    said = {
        **hidden(running, path),
        "from_who": "else",
        "from_text": "Her neighbour",
        "how": "in_person",
        "handed_over_on-day": "1",
        "handed_over_on-month": "3",
        "handed_over_on-year": "2026",
        "authority": "She consents.",
        "question": "What was agreed?",
    }
    mark = uuid.uuid4().hex
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}' for name, value in said.items()
    ]
    head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="WhatsApp Chat.txt"\r\n\r\n'
    body = "\r\n".join([*parts, head]).encode() + data + f"\r\n--{mark}--\r\n".encode()
    headers = {"Content-Type": f"multipart/form-data; boundary={mark}"}
    headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in running.cookies.items())
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=200)
    with contextlib.closing(connection):
        connection.request("POST", path, body=body, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.headers.get("Location", ""), answer.read().decode()


def is_read(running: Kith, exhibit: str) -> bool:
    page = running.get(exhibit)[1]
    return f"{MESSAGES:,} messages" in page


def exhibits(running: Kith, case: str) -> set[str]:
    return set(re.findall(rf'href="({case}exhibits/[0-9a-f-]{{36}}/)"', running.get(f"{case}exhibits/")[1]))


@pytest.mark.drill
def test_what_one_machine_takes_in_the_other_reads_and_gives(machines: Machines) -> None:
    one, two = machines.running
    for each in (one, two):
        assert each.sign_in() == 302
    case = a_case(one)
    status, exhibit, page = take_in(one, case, chat(1))
    assert status == 302, page
    until(lambda: is_read(two, exhibit), 120)
    one.stop()  # its folder and all
    for path in (machines.place / "0").rglob("*.part"):
        raise AssertionError(path)
    assert two.ask("POST", f"{exhibit}check/", **hidden(two, exhibit))[0] == 302
    assert "The hash is the same." in two.get(exhibit)[1]
    shown = machines.command(1, "original", "--case", "B-1", "--exhibit", "E1", "--line", "2", "--as", EMAIL)
    assert shown.returncode == 0 and "export 1 line 1" in shown.stdout, shown.stderr


@pytest.mark.drill
def test_a_store_that_is_killed_while_exports_are_taken_in_and_read_loses_and_doubles_nothing(
    machines: Machines,
) -> None:
    chance, refused = random.Random(SEED), 0
    for each in machines.running:
        assert each.sign_in() == 302
    case = a_case(machines.running[0])
    for number in range(6):
        at = machines.running[number % 2]
        with held(machines) if number < 2 else contextlib.nullcontext():
            answer = taken_in_while_killed(machines.store, at, case, chat(number), chance)
            if answer[0] != 302:
                refused += 1
                assert AWAY in answer[2]
                assert at.get(f"{case}exhibits/")[0] == 200
                answer = take_in(at, case, chat(number))
            assert answer[0] == 302, answer[2]
            time.sleep(chance.uniform(0, 0.5))
            machines.store.kill()  # while it is read; where jobs were held, before its reading begins
        time.sleep(chance.uniform(1, 3))
        machines.store.start()
    found = exhibits(machines.running[0], case)
    assert len(found) == 6
    for exhibit in found:
        until(lambda exhibit=exhibit: is_read(machines.running[1], exhibit), 200)
    assert refused >= 2, "too few kills met an upload: the drill proves too little"
    objects = [each for each in (machines.store.folder / "buckets").glob("*/files/??/*") if each.name[0] != "."]
    assert 6 <= len(objects) <= 6 + refused  # a put whose answer never came is an orphan, which the daily sweep takes


@contextlib.contextmanager
def held(machines: Machines) -> Iterator[None]:
    """Hold the jobs of both machines still."""
    pids = [pid for each in machines.running for pid in each.pids("kith.cli.jobs")]
    assert len(pids) == 2
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)


def taken_in_while_killed(store: Peer, at: Kith, case: str, data: bytes, chance: random.Random) -> tuple[int, str, str]:
    """Hand a file over, and kill the store while it is being put; it comes back when the answer is there."""
    answers: list[tuple[int, str, str]] = []
    thread = threading.Thread(target=lambda: answers.append(take_in(at, case, data)))
    thread.start()
    half = list((store.folder / "buckets").rglob("*"))
    until(lambda: list((store.folder / "buckets").rglob("*")) != half or not thread.is_alive(), 60)
    time.sleep(chance.uniform(0, 0.15))
    store.kill()
    thread.join()
    store.start()
    return answers[0]


# --- backup and restore


@pytest.mark.drill
def test_everything_is_lost_the_bucket_too_and_comes_back_into_an_empty_one(place: Path) -> None:
    (place / "password").write_text(PASSWORD)
    with peer("rclone") as store:
        more = store.settings(store.bucket())
        with Kith(place, **more):
            words = ["--email", EMAIL, "--name", "Amal", "--role", "la_social_worker"]
            added = kith(place, "people", "add", *words, "--password-file", str(place / "password"), **more)
            assert added.returncode == 0, added.stderr
            writer = Writer(place, **more)
            writer.wait_for(12)
            writer.stop()
            found = read(place, **more)
            made = kith(place, "backup", str(place / "backups"), **more)
            assert made.returncode == 0, made.stderr
            assert f"{len(found)} files" in made.stdout
            copied = kith(place, "files", "copy", "--to", str(place / "carried"), **more)
            assert copied.returncode == 0, copied.stderr
            assert f"{len(found)} were opened with their keys" in copied.stdout
        assert not list((place / "agency" / "files").rglob("*.*"))
        key = lose_everything(place)
        fresh = store.settings(store.bucket())
        done = kith(place, "restore", str(place / "backups"), "--key", str(key), **fresh)
        assert done.returncode == 0 and "All hold." in done.stdout, done.stdout + done.stderr
        with Kith(place, **fresh):
            again = read(place, **fresh)
            assert again == found
            assert all(again[number] == hash_of(number) for number in again)
            doctor = kith(place, "doctor", **fresh)
            assert f"bucket {fresh['KITH_S3_BUCKET']} of {fresh['KITH_S3_ENDPOINT']} answers" in doctor.stdout


@pytest.mark.drill
def test_the_machine_is_lost_and_the_bucket_is_not_nothing_that_was_committed_is_lost(place: Path) -> None:
    (place / "password").write_text(PASSWORD)
    with peer("rclone") as store:
        more = store.settings(store.bucket())
        with Kith(place, "--archive", str(place / "archive"), **more) as running:
            words = ["--email", EMAIL, "--name", "Amal", "--role", "la_social_worker"]
            added = kith(place, "people", "add", *words, "--password-file", str(place / "password"), **more)
            assert added.returncode == 0, added.stderr
            assert kith(place, "backup", str(place / "backups"), **more).returncode == 0
            [archiving] = running.pids("kith.cli.archive")
            assert more["KITH_S3_SECRET"] not in Path(f"/proc/{archiving}/environ").read_text()
            writer = Writer(place, **more)
            writer.wait_for(12)
            running.stop(signal.SIGKILL)
            committed = writer.stop()
        key = lose_everything(place)
        words = ["--key", str(key), "--archive", str(place / "archive")]
        done = kith(place, "restore", str(place / "backups"), *words, **more)
        assert done.returncode == 0 and "All hold." in done.stdout, done.stdout + done.stderr
        with Kith(place, **more):
            found = read(place, **more)
        assert [number for number in committed if found.get(number) != hash_of(number)] == []
