"""The families' door: an outside reader is shown all that was released to them, exactly, and nothing else."""

import hashlib
import json
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, connections, transaction

from kith.core import ledger
from kith.core.errors import NotFound
from kith.core.transactions import FAMILY, NoScope, scoped, scoped_reader
from kith.record import actions, rules
from kith.record import testing as make
from kith.record.models import OwnWord, ReleasedCopy
from kith.record.queries import for_readers, leaving


@pytest.fixture
def amal(committed):
    return make.worker()


@pytest.fixture
def case(amal):
    return make.case(amal)


def now():
    return datetime.now(UTC)


def given(case, amal, reader, *pieces, channel="document"):
    """Release some files to a reader."""
    outgoing = actions.Outgoing(
        channel=channel,
        files=tuple(actions.OutgoingFile(f"{number}.txt", "text/plain", data) for number, data in enumerate(pieces)),
    )
    return actions.release(
        case=case, reader=reader, outgoing=outgoing, purpose="to tell", by=amal, at=now(), accept_warnings=True
    ).release


def told(case, amal, verb):
    with scoped(worker_id=amal.id), connection.cursor() as cursor:
        cursor.execute("SELECT body FROM core_ledger WHERE chain = %s ORDER BY seq", [case.id])
        bodies = [json.loads(body) for (body,) in cursor.fetchall()]
        return [body for body in bodies if body["verb"] == verb]


def test_whoever_is_entitled_receives_every_copy_byte_for_byte(case, amal, cluster, committed):
    lena, callum = make.participant(case, amal), make.participant(case, amal, known_as="Callum", part="father")
    pieces = [(b"one", b"two" * 900_000), (b"three",), ("f\u00fcnf".encode(), b"\x00\xff")]
    for each in pieces:
        given(case, amal, lena, *each)
    given(case, amal, callum, b"for Callum")
    reader = make.outside_reader(case, amal, lena)
    with scoped(worker_id=amal.id):
        frozen = {
            bytes(row.sha256): bytes(copy.data)
            for row in ReleasedCopy.objects.filter(release__reader=lena)
            for copy in leaving.frozen_copies(case, row.release_id)
            if copy.sha256 == bytes(row.sha256).hex()
        }
    door = actions.look_in(reader_id=reader.id)
    opened = [actions.open_copy(reader_id=reader.id, copy_id=copy.id) for copy in door.copies]
    assert len(opened) == len(frozen) == 5
    assert all(each.matches for each in opened)
    assert {hashlib.sha256(each.data).digest(): each.data for each in opened} == frozen
    assert sorted(each.data for each in opened) == sorted(data for each in pieces for data in each)


class as_owner:
    """Run as the owner role, which alone may read every chain."""

    def __init__(self, cluster, name):
        self.parts = cluster.parts("kith_owner", name)

    def __enter__(self):
        settings = connections["default"].settings_dict
        self.before = {key: settings[key] for key in ("USER", "PASSWORD")}
        connections["default"].close()
        settings.update(USER=self.parts["user"], PASSWORD=self.parts["password"])

    def __exit__(self, *error):
        connections["default"].close()
        connections["default"].settings_dict.update(self.before)


def test_each_look_is_told_in_the_readers_own_name_and_the_chain_holds(case, amal, cluster, committed):
    lena = make.participant(case, amal)
    given(case, amal, lena, b"words")
    reader = make.outside_reader(case, amal, lena)
    (copy,) = actions.look_in(reader_id=reader.id).copies
    actions.open_copy(reader_id=reader.id, copy_id=copy.id)
    actions.write_own_words(reader_id=reader.id, words='He said "no"\nand \u2019left\u2019')
    for verb, about in (("reader.looked", "record.reader"), ("copy.opened", "record.releasedcopy")):
        (line,) = told(case, amal, verb)
        assert line["by"] == str(reader.id)
        assert line["facts"] == {"participant": str(lena.id)}
        assert line["about"].startswith(f"{about}:")
    assert told(case, amal, "ownword.written")[0]["words"]
    with as_owner(cluster, committed), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT body FROM core_ledger WHERE chain = %s", [case.id])
            assert all(ledger.canonical(json.loads(body)) == body for (body,) in cursor.fetchall())
        assert list(ledger.verify()) == []


def test_a_blocked_release_and_another_readers_copy_are_as_unknown(case, amal):
    lena, callum = make.participant(case, amal), make.participant(case, amal, known_as="Callum", part="father")
    make.protected_address(case, amal, value="14 Quarry Lane, Fennby, FN1 2QX")
    given(case, amal, lena, b"come to 14 Quarry Lane, Fennby, FN1 2QX")
    hers = given(case, amal, lena, b"hello")
    reader = make.outside_reader(case, amal, callum)
    with scoped(worker_id=amal.id):
        copy = ReleasedCopy.objects.get(release=hers)
    assert actions.look_in(reader_id=reader.id).copies == ()
    for wrong in (copy.id, uuid.uuid4()):
        with pytest.raises(NotFound):
            actions.open_copy(reader_id=reader.id, copy_id=wrong)
    assert told(case, amal, "copy.opened") == []


@pytest.mark.parametrize("how", ["ended", "past", "unknown", "withheld"])
def test_who_may_not_read_now_is_answered_as_if_there_were_nothing(case, amal, how):
    lena = make.participant(case, amal)
    release = given(case, amal, lena, b"hello")
    reader = make.outside_reader(case, amal, lena)
    (copy,) = actions.look_in(reader_id=reader.id).copies
    reader_id = reader.id
    if how == "ended":
        actions.end_reader(reader=reader, by=amal, at=now(), why="asked to")
    elif how == "past":
        actions.end_reader(reader=reader, by=amal, at=now(), why="until a day")
        old = now() - timedelta(days=3)
        reader_id = actions.let_in(case=case, participant=lena, until_at=old + timedelta(days=1), by=amal, at=old).id
    elif how == "unknown":
        reader_id = uuid.uuid4()
    else:
        actions.withhold(release=release, by=amal, at=now(), why="her new school is in it")
        assert actions.look_in(reader_id=reader_id).copies == ()
    with pytest.raises(NotFound):
        actions.open_copy(reader_id=reader_id, copy_id=copy.id)
    if how != "withheld":
        for refused in (
            lambda: actions.look_in(reader_id=reader_id),
            lambda: actions.write_own_words(reader_id=reader_id, words="hello"),
        ):
            with pytest.raises(NotFound):
                refused()
        assert for_readers_alone(reader_id) == ()


def for_readers_alone(reader_id):
    with scoped_reader(reader_id=reader_id):
        return for_readers.copies_for(reader_id)


def test_own_words_are_read_by_their_writer_and_by_the_team_and_stay_after_an_end(case, amal):
    lena, callum = make.participant(case, amal), make.participant(case, amal, known_as="Callum", part="father")
    hers, his = make.outside_reader(case, amal, lena), make.outside_reader(case, amal, callum)
    actions.write_own_words(reader_id=hers.id, words="I would like the visit on Fridays.")
    assert [each.words for each in actions.look_in(reader_id=hers.id).own_words] == [
        "I would like the visit on Fridays."
    ]
    assert actions.look_in(reader_id=his.id).own_words == ()
    actions.end_reader(reader=hers, by=amal, at=now(), why="asked to")
    again = make.outside_reader(case, amal, lena)
    assert len(actions.look_in(reader_id=again.id).own_words) == 1
    with scoped(worker_id=amal.id):
        assert OwnWord.objects.get(case=case).participant_id == lena.id
    with scoped(worker_id=make.worker("Cara").id):
        assert not OwnWord.objects.exists()


@pytest.mark.parametrize("words", ["", " \n\t", "x" * 10_001, "a\x00b"])
def test_own_words_that_cannot_be_kept_are_refused_with_the_mend(case, amal, words):
    reader = make.outside_reader(case, amal, make.participant(case, amal))
    with pytest.raises(rules.Wrong):
        actions.write_own_words(reader_id=reader.id, words=words)


def test_a_damaged_copy_is_shown_to_nobody_and_the_look_is_kept(case, amal):
    from kith.core import files
    from kith.core.vault import ObjectName

    lena = make.participant(case, amal)
    given(case, amal, lena, b"hello")
    reader = make.outside_reader(case, amal, lena)
    (copy,) = actions.look_in(reader_id=reader.id).copies
    with scoped(worker_id=amal.id):
        row = ReleasedCopy.objects.get(id=copy.id)
        stored = files.stored_in(case.id, row.file_id)
    files.store().delete(ObjectName(stored.address, stored.id))
    opened = actions.open_copy(reader_id=reader.id, copy_id=copy.id)
    assert (opened.matches, opened.data) == (False, b"")
    assert len(told(case, amal, "copy.opened")) == 1


def test_the_door_does_not_open_inside_a_workers_transaction(case, amal):
    with scoped(worker_id=amal.id), pytest.raises(NoScope), scoped_reader(reader_id=uuid.uuid4()):
        pass


def test_the_connection_forgets_who_asked(case, amal):
    reader = make.outside_reader(case, amal, make.participant(case, amal))
    actions.look_in(reader_id=reader.id)
    with connections[FAMILY].cursor() as cursor:
        cursor.execute("SELECT kith_reader(), kith_reader_id(), current_user")
        assert cursor.fetchone() == (None, None, "kith_family")
