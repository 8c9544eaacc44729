"""Checkpoints: one signature over all chains, and what it catches that the chains alone cannot."""

import hashlib
from datetime import timedelta

import psycopg
import pytest
from django.db import connection

from kith.core import clock, ledger
from kith.core.ledger import checkpoints, keeping, signing
from kith.core.ledger.signing import CheckpointKey
from kith.core.tests import proving
from kith.core.vault import KeyProblem
from kith.record.testing import AT, case, worker


@pytest.fixture
def key():
    return CheckpointKey.new()


def take(key, **hours):
    return checkpoints.take_checkpoint(key=key, at=AT + timedelta(**hours))


@pytest.mark.django_db
def test_a_checkpoint_is_made_only_when_something_changed(key):
    amal = worker()
    assert take(key) is None
    case(amal)
    first = take(key)
    assert take(key) is None
    case(amal)
    second = take(key)
    assert (first.number, second.number) == (1, 2)
    assert f'"before":"{first.digest}"' in second.statement
    assert '"chains":2' in second.statement


@pytest.mark.django_db
def test_the_root_is_that_of_every_chains_end(key):
    amal = worker()
    made = [case(amal) for _ in range(5)]
    first = take(key)
    leaves = []
    for each in sorted(made, key=lambda each: each.id):
        with connection.cursor() as cursor, proving.scoped(worker_id=amal.id):
            cursor.execute("SELECT seq, hash FROM core_ledger WHERE chain = %s ORDER BY seq DESC LIMIT 1", [each.id])
            seq, digest = cursor.fetchone()
        leaves.append(f'{{"chain":"{each.id}","hash":"{digest.hex()}","seq":{seq}}}'.encode())
    assert f'"root":"{ledger.merkle_root(leaves)}"' in first.statement
    assert signing.holds(key.public, first.signature, first.statement)


@pytest.mark.django_db
def test_a_worker_learns_nothing_of_other_chains_from_a_checkpoint(key):
    amal, cara = worker(), worker("Cara")
    made, others = case(amal), case(cara)
    taken = take(key)
    with proving.scoped(worker_id=cara.id):
        assert checkpoints.proof_of(made.id, taken) is None
        assert checkpoints.proof_of(ledger.AGENCY, taken) is None
        assert checkpoints.proof_of(others.id, taken).seq == 1


@pytest.fixture
def proved(cluster, committed, key):
    """A ledger of three cases with two checkpoints, and one of its cases."""
    amal = worker()
    made = [case(amal) for _ in range(3)][0]
    for text in ("one", "two"):
        proving.tell(made, amal, text)
    take(key)
    proving.tell(made, amal, "three")
    take(key, hours=1)
    return made


def test_an_untouched_ledger_holds_with_its_checkpoints(cluster, committed, key, proved):
    noted = {1: "", 2: checkpoints.newest().digest}
    noted[1] = next(checkpoints.all_checkpoints()).digest
    assert proving.faults(cluster, committed, frozenset({key.fingerprint}), noted) == []


def rewrite(cluster, name, chain, *, old="entry.written", new="entry.altered"):
    """Rewrite a chain wholly, its head too, as one who rules the database can: the chains alone then hold."""
    with psycopg.connect(cluster.superuser_url(name), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        before = bytes(32)
        for row, body in connection.execute("SELECT id, body FROM core_ledger WHERE chain = %s ORDER BY seq", [chain]):
            body = body.replace(old, new)
            before = hashlib.sha256(before + body.encode()).digest()
            connection.execute("UPDATE core_ledger SET body = %s, hash = %s WHERE id = %s", [body, before, row])
        connection.execute("UPDATE core_ledger_head SET hash = %s WHERE chain = %s", [before, chain])


def resign(cluster, name, key):
    """Sign every checkpoint again over what stands there now, with a key of the forger's own."""
    with psycopg.connect(cluster.superuser_url(name), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(
            "UPDATE core_checkpoint_head e SET hash = l.hash FROM core_ledger l"
            " WHERE l.chain = e.chain AND l.seq = e.seq"
        )
        before = None
        for number, at in connection.execute(
            "SELECT number, statement::jsonb ->> 'at' FROM core_checkpoint ORDER BY number"
        ).fetchall():
            leaves = [bytes(row[0]) for row in connection.execute("SELECT kith_checkpoint_leaves(%s)", [number])]
            before = checkpoints._signed(number, leaves, before, key, AT.fromisoformat(at))
            connection.execute(
                "UPDATE core_checkpoint SET statement = %s, public_key = %s, signature = %s WHERE number = %s",
                [before.statement, before.public_key, before.signature, number],
            )


def test_a_chain_rewritten_wholly_with_its_head_is_caught(cluster, committed, key, proved):
    rewrite(cluster, committed, proved.id)
    whys = [fault.why for fault in proving.faults(cluster, committed)]
    assert whys == [f"the line that checkpoint {n} signed is not the one that stands there now" for n in (1, 2)]


def test_a_chain_rewritten_with_the_ends_that_were_signed_is_caught(cluster, committed, key, proved):
    rewrite(cluster, committed, proved.id)
    ends = (
        "UPDATE core_checkpoint_head e SET hash = l.hash FROM core_ledger l WHERE l.chain = e.chain AND l.seq = e.seq"
    )
    proving.as_super(cluster, committed, "SET session_replication_role = replica", ends)
    assert {fault.why for fault in proving.faults(cluster, committed)} == {
        "the ends of the chains are not those that were signed"
    }


def test_a_ledger_rewritten_and_signed_again_is_caught_by_the_fingerprint_outside(cluster, committed, key, proved):
    forger = CheckpointKey.new()
    noted = {checkpoints.newest().number: checkpoints.newest().digest}
    rewrite(cluster, committed, proved.id)
    resign(cluster, committed, forger)
    assert proving.faults(cluster, committed) == []  # inside, all fits: nothing in the database could tell
    whys = [fault.why for fault in proving.faults(cluster, committed, frozenset({key.fingerprint}))]
    assert len(whys) == 2 and all("a key that is not the pinned one" in why for why in whys)
    whys = [fault.why for fault in proving.faults(cluster, committed, frozenset(), noted)]
    assert whys == ["it is not the checkpoint that was noted outside"]


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        ("DELETE FROM core_checkpoint WHERE number = 1", "checkpoint 1 is missing"),
        ("UPDATE core_checkpoint SET signature = decode(repeat('00', 64), 'hex') WHERE number = 2", "signature"),
        ("UPDATE core_checkpoint SET statement = replace(statement, '09:', '08:')", "signature"),
        ("UPDATE core_checkpoint SET statement = replace(statement, '09:', '08:')", "does not follow"),
        ("UPDATE core_checkpoint SET statement = 'no json'", "not written as a checkpoint is"),
        ("DELETE FROM core_checkpoint_head WHERE number = 2", "not those that were signed"),
        ("UPDATE core_checkpoint_head SET seq = seq + 1 WHERE number = 2", "is not there any more"),
        ("DELETE FROM core_ledger WHERE seq > 3", "is not there any more"),
        ("UPDATE core_ledger SET body = 'no json' WHERE seq = 2", "does not follow"),
    ],
)
def test_whatever_is_done_to_a_checkpoint_is_noticed(cluster, committed, key, proved, harm, says):
    proving.as_super(cluster, committed, "SET session_replication_role = replica", harm)
    assert any(says in fault.why for fault in proving.faults(cluster, committed))


def test_a_ledger_taken_back_to_an_older_checkpoint_is_caught_by_one_noted_outside(cluster, committed, key, proved):
    noted = {2: checkpoints.newest().digest}
    proving.as_super(
        cluster, committed, "SET session_replication_role = replica",
        "DELETE FROM core_checkpoint WHERE number = 2", "DELETE FROM core_checkpoint_head WHERE number = 2",
        "DELETE FROM core_ledger_words WHERE seq > 3", "DELETE FROM core_ledger WHERE seq > 3",
        "UPDATE core_ledger_head h SET seq = l.seq, hash = l.hash FROM core_ledger l WHERE l.chain = h.chain"
        " AND l.seq = 3 AND h.seq > 3",
    )  # fmt: skip
    pinned = frozenset({key.fingerprint})
    assert proving.faults(cluster, committed, pinned) == []
    (fault,) = proving.faults(cluster, committed, pinned, noted)
    assert "was noted outside and is not here" in fault.why


def test_no_role_may_change_a_checkpoint(cluster, committed, key, proved):
    proving.as_super(cluster, committed, "INSERT INTO core_checkpoint_stamp VALUES (1, '', now())")
    done = []
    for role in ("kith_owner", "kith_app", "kith_family", "kith_super"):
        for table in ("core_checkpoint", "core_checkpoint_head", "core_checkpoint_stamp"):
            for harm in ("UPDATE {} SET number = 9", "DELETE FROM {}", "TRUNCATE {} CASCADE"):
                try:
                    with psycopg.connect(cluster.url(role, committed)) as connection:
                        connection.execute(harm.format(table))
                    done.append((role, harm.format(table)))
                except psycopg.Error:
                    continue
    assert done == []


def test_two_who_sign_at_once_make_no_gap_and_no_double(cluster, committed, key):
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connection as own

    amal = worker()
    made = [case(amal) for _ in range(4)]

    def work(number: int) -> None:
        try:
            for text in range(5):
                proving.tell(made[number], amal, f"{text}")
                take(key)
        finally:
            own.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    assert proving.faults(cluster, committed, frozenset({key.fingerprint})) == []
    assert checkpoints.newest().number > 4


# The worker, and the key


@pytest.mark.django_db
def test_the_worker_signs_once_an_hour_while_anything_changes(key, monkeypatch):
    amal, now = worker(), [AT]
    monkeypatch.setattr(clock, "now", lambda: now[0])
    monkeypatch.setenv("KITH_CHECKPOINT_KEY", key.pem().decode())
    made = []
    for _ in range(6):  # three hours, looked at every half hour
        case(amal)
        made.append(keeping.take_if_due() is not None)
        now[0] += timedelta(minutes=30)
    assert made == [True, False, True, False, True, False]
    now[0] += timedelta(hours=1)
    assert keeping.take_if_due() is not None
    now[0] += timedelta(days=2)
    assert keeping.take_if_due() is None  # nothing changed


@pytest.mark.django_db
def test_without_a_key_the_worker_signs_nothing(monkeypatch):
    for name in ("KITH_CHECKPOINT_KEY", "KITH_CHECKPOINT_KEY_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(keeping, "_checkpoints", keeping.Rest())
    case(worker())
    keeping.keep_checkpoints()
    assert checkpoints.newest() is None


def test_a_key_is_made_once_and_only_its_owner_may_read_it(tmp_path):
    path = tmp_path / "checkpoint-key"
    made = signing.make_key_file(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["checkpoint-key"]
    found = CheckpointKey.load({"KITH_CHECKPOINT_KEY_FILE": str(path)})
    assert found.fingerprint == made.fingerprint == hashlib.sha256(found.public).hexdigest()
    before = path.read_bytes()
    with pytest.raises(KeyProblem, match="left as it is"):
        signing.make_key_file(path)
    assert path.read_bytes() == before
    path.chmod(0o644)
    with pytest.raises(KeyProblem, match="chmod 600"):
        CheckpointKey.load({"KITH_CHECKPOINT_KEY_FILE": str(path)})


def test_what_is_no_key_is_a_sentence(tmp_path):
    for text in ("", "no key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"):
        with pytest.raises(KeyProblem, match="not an Ed25519 key"):
            CheckpointKey.parse(text)
    with pytest.raises(KeyProblem, match="cannot be written"):
        signing.make_key_file(tmp_path / "no" / "key")
    assert CheckpointKey.load({"KITH_CHECKPOINT_KEY_FILE": str(tmp_path / "none")}) is None


def test_a_fingerprint_is_read_as_people_write_it(key):
    plain = key.fingerprint
    assert signing.pins([signing.grouped(plain), plain.upper(), ":".join(plain)]) == {plain}
    with pytest.raises(KeyProblem, match="64 hexadecimal digits"):
        signing.pins(["ab12"])
