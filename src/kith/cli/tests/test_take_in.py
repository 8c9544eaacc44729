"""`kith take-in` and `kith original`, as somebody types them."""

import hashlib
import io
import zipfile

import pytest
from django.db import connections

from kith.cli.main import main
from kith.core import clock
from kith.core.models import StoredFile
from kith.core.transactions import scoped
from kith.exhibits import packing, testing
from kith.exhibits.models import CustodyEvent, Exhibit, Item
from kith.exhibits.tests import samples
from kith.record import actions as record
from kith.record import testing as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def amal(db):
    return make.worker()


@pytest.fixture
def case(amal):
    return make.case(amal)


@pytest.fixture
def rows(case, amal):
    def fetch(model):
        with scoped(worker_id=amal.id, case_id=case.id):
            return list(model.objects.filter(case_id=case.id))

    return fetch


@pytest.fixture(autouse=True)
def attached(monkeypatch, db):
    monkeypatch.setenv("DATABASE_URL", f"postgresql:///{connections['default'].settings_dict['NAME']}")


@pytest.fixture
def chat(tmp_path):
    path = tmp_path / "WhatsApp Chat.txt"
    path.write_bytes(samples.OPEN_ORDER)
    return path


def test_a_file_is_taken_in_by_its_path(case, chat, rows, capsys):
    words = ["--from", "Her neighbour", "--authority", "consent", "--question", "handovers", "--on", "2026-03-01"]
    assert main(["take-in", "--case", case.reference, *words, str(chat)]) == 0
    (kept,) = rows(Exhibit)
    assert (kept.from_text, kept.authority, str(kept.handed_over_on)) == ("Her neighbour", "consent", "2026-03-01")
    said = capsys.readouterr().out
    assert said.startswith(f"E1  {hashlib.sha256(samples.OPEN_ORDER).hexdigest()}")


def test_who_is_named_as_a_participant_is_that_participant(case, amal, chat, rows):
    lena = make.participant(case, amal)
    assert main(["take-in", "--case", case.reference, "--from", "lena", str(chat)]) == 0
    assert [row.from_participant for row in rows(Exhibit)] == [lena.id]


def test_a_folder_becomes_one_zip_in_which_every_file_stands_as_it_is(case, amal, tmp_path, rows):
    folder = tmp_path / "WhatsApp Chat with Lena"
    (folder / "media").mkdir(parents=True)
    (folder / "_chat.txt").write_bytes(samples.OPEN_ORDER)
    (folder / "media" / "photo-001.jpg").write_bytes(b"\xff\xd8made up")
    (folder / "link").symlink_to(folder / "_chat.txt")

    assert main(["take-in", "--case", case.reference, str(folder)]) == 0

    (kept,) = rows(Exhibit)
    assert kept.name_text == "WhatsApp Chat with Lena.zip"
    assert "folder of 2 files" in kept.packed_text
    assert "link" in kept.packed_text
    assert kept.packed_text in rows(CustodyEvent)[0].detail
    one = testing.read(kept, amal)
    assert one.counts["message"] == 5
    assert one.attachments["found"] == 1
    message = next(row for row in rows(Item) if row.text.startswith("Yes."))
    assert message.member


def test_a_packed_folder_holds_the_bytes_and_lists_their_hashes(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.bin").write_bytes(b"\x00" * 3_000_000)
    (tmp_path / "two.txt").write_bytes(b"two")
    out, again = io.BytesIO(), io.BytesIO()
    packed = packing.pack_folder(tmp_path, out)
    packing.pack_folder(tmp_path, again)

    assert out.getvalue() == again.getvalue()
    assert packed.size_bytes == len(out.getvalue())
    with zipfile.ZipFile(out) as archive:
        assert archive.testzip() is None
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        assert archive.namelist() == ["a/one.bin", "two.txt", packing.MANIFEST]
        manifest = archive.read(packing.MANIFEST).decode()
    assert f"{hashlib.sha256(b'two').hexdigest()}  3  " in manifest
    assert b"\x00" * 3_000_000 in out.getvalue()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--case", "NO-SUCH", "{chat}"], "there is no case NO-SUCH"),
        (["--case", "{case}", "{chat}", "{chat}.not"], "is not there. Nothing was taken in"),
        (["--case", "{case}", "--as", "nobody@agency.example.org", "{chat}"], "nobody with the e-mail address"),
        (["--case", "{case}", "{empty}"], "is empty"),
        (["--case", "{case}", "{folder}"], "holds no files"),
    ],
)
def test_mistakes_are_said_in_a_sentence_and_nothing_is_kept(case, chat, tmp_path, rows, capsys, words, says):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "folder").mkdir()
    given = {"chat": chat, "case": case.reference, "empty": tmp_path / "empty.txt", "folder": tmp_path / "folder"}
    assert main(["take-in", *[word.format(**given) for word in words]]) == 1
    assert says in capsys.readouterr().err
    assert rows(Exhibit) == rows(StoredFile) == []


def test_in_whose_name_is_asked_where_several_may_open_the_case(case, amal, chat, rows, capsys):
    from kith.record import actions as record

    other = make.worker("Ben Tester")
    record.give_access(case=case, worker=other, why="supports", by=amal, at=make.AT)
    assert main(["take-in", "--case", case.reference, str(chat)]) == 1
    assert "--as" in capsys.readouterr().err
    assert main(["take-in", "--case", case.reference, "--as", other.email, str(chat)]) == 0
    assert [row.taken_in_by_id for row in rows(Exhibit)] == [other.id]


def test_the_original_of_a_line_is_printed_and_matches(case, amal, capsys):
    testing.read(testing.exhibit(case, amal, samples.OPEN_ORDER), amal)
    assert main(["original", "--case", case.reference, "--exhibit", "E1", "--line", "4"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("03/04/2024, 09:18 - Tomasz: Yes. I will be at the gate at five\nwith both of them\n--")
    assert "stand in these bytes: yes" in said
    assert said.rstrip().endswith("the same")


@pytest.mark.parametrize(("exhibit", "line"), [("E9", "1"), ("E1", "0"), ("nonsense", "1")])
def test_a_line_that_is_not_there_is_said(case, amal, capsys, exhibit, line):
    testing.read(testing.exhibit(case, amal, samples.OPEN_ORDER), amal)
    assert main(["original", "--case", case.reference, "--exhibit", exhibit, "--line", line]) == 1
    assert "is not there" in capsys.readouterr().err


@pytest.mark.parametrize("role", ["legal_adviser", "practice_supervisor", "information_governance_lead"])
def test_a_role_that_may_only_read_takes_nothing_in(case, amal, chat, rows, capsys, role):
    reader = make.worker("Reader", role)
    record.give_access(case=case, worker=reader, why="supports", by=amal, at=clock.now())
    assert main(["take-in", "--case", case.reference, "--as", reader.email, str(chat)]) == 1
    says = f"kith take-in: {reader.email} may not take in exhibits: their role does not let them.\n"
    assert capsys.readouterr().err == says
    assert rows(Exhibit) == []


def test_cara_sees_no_original(case, amal, capsys):
    cara = make.worker("Cara Elsewhere")
    testing.read(testing.exhibit(case, amal, samples.OPEN_ORDER), amal)
    words = ["original", "--case", case.reference, "--exhibit", "E1", "--line", "2", "--as", cara.email]
    assert main(words) == 1
    assert "there is no case" in capsys.readouterr().err
