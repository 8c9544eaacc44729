"""The pages of exhibits, as Amal uses them and as Cara does not see them."""

import io
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kith.core.files import store
from kith.core.models import StoredFile
from kith.core.permissions import Role
from kith.exhibits import testing
from kith.exhibits.models import CustodyEvent, Exhibit, Question, Speaker
from kith.exhibits.tests import samples
from kith.record import testing as make
from kith.record.models import Citation, TimelineRow

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(amal):
    client = Client()
    client.force_login(amal)
    return client


@pytest.fixture
def one(case, amal):
    return testing.read(testing.exhibit(case, amal, samples.OPEN_ORDER), amal)


def form(**more):
    return {
        "submit_key": str(uuid.uuid4()),
        "from_who": "else",
        "from_text": "Her neighbour",
        "how": "in_person",
        "handed_over_on-day": "1",
        "handed_over_on-month": "3",
        "handed_over_on-year": "2026",
        "authority": "She consents.",
        "question": "What was agreed about handovers?",
        **more,
    }


def upload(data=samples.OPEN_ORDER, name="WhatsApp Chat.txt"):
    return SimpleUploadedFile(name, data)


def waiting():
    return list((store()._incoming).glob("*.part"))


def test_an_empty_case_says_what_to_do(client, case):
    page = client.get(reverse("exhibits:list", args=[case.id])).content.decode()
    assert "Nothing was handed over yet" in page
    assert reverse("exhibits:take_in", args=[case.id]) in page


def test_a_file_is_taken_in_by_the_form(client, case, amal, rows):
    address = reverse("exhibits:take_in", args=[case.id])
    assert "Who handed it over?" in client.get(address).content.decode()

    answer = client.post(address, form(file=upload()))

    (kept,) = rows(Exhibit)
    assert answer.status_code == 302
    assert answer.url == reverse("exhibits:show", args=[case.id, kept.id])
    assert (kept.from_text, kept.size_bytes, kept.name_text) == (
        "Her neighbour",
        len(samples.OPEN_ORDER),
        "WhatsApp Chat.txt",
    )
    page = client.get(answer.url).content.decode()
    assert "Waiting for its turn to be read" in page
    assert "E1: WhatsApp Chat.txt" in page
    assert bytes(kept.sha256).hex() in page


def test_a_script_is_told_where_to_go(client, case, rows):
    answer = client.post(
        reverse("exhibits:take_in", args=[case.id]), form(file=upload()), headers={"Accept": "application/json"}
    )
    (kept,) = rows(Exhibit)
    assert answer.json() == {"url": reverse("exhibits:show", args=[case.id, kept.id])}


def test_the_same_form_twice_takes_one_thing_in(client, case, rows):
    given = form()
    address = reverse("exhibits:take_in", args=[case.id])
    answers = [client.post(address, {**given, "file": upload()}) for _ in range(2)]
    assert answers[0].url == answers[1].url
    assert len(rows(Exhibit)) == 1
    assert waiting() == []


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({}, "Select the file that was handed over"),
        ({"file": b""}, "The selected file is empty"),
        ({"file": b"x", "from_who": ""}, "Select who handed it over"),
        ({"file": b"x", "from_text": ""}, "Enter who handed it over"),
        ({"file": b"x", "authority": ""}, "Enter on what authority we hold it"),
        ({"file": b"x", "question": ""}, "Enter which question of the case it goes to"),
        ({"file": b"x", "handed_over_on-year": "2099"}, "cannot be in the future"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(client, case, rows, more, says):
    given = form(**{key: upload(value) if key == "file" else value for key, value in more.items()})
    answer = client.post(reverse("exhibits:take_in", args=[case.id]), given)
    assert answer.status_code == 200
    assert says in answer.content.decode()
    assert rows(Exhibit) == rows(StoredFile) == []
    assert waiting() == []


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_an_upload_beyond_the_limit_is_said_before_a_byte_is_kept(client, case, settings, rows, accept):
    settings.LARGEST_FILE_BYTES = 10_000
    answer = client.post(
        reverse("exhibits:take_in", args=[case.id]), form(file=upload(b"x" * 20_000)), headers={"Accept": accept}
    )
    assert answer.status_code == 422
    assert "Nothing was kept" in answer.content.decode()
    assert rows(Exhibit) == []
    assert waiting() == []


def test_a_full_disk_is_said(client, case, rows, monkeypatch):
    from kith.core.vault import NoRoom

    def full(*_):
        raise NoRoom("There is no room left where Kith keeps its files.")

    monkeypatch.setattr("kith.core.vault.disk.DiskPart.write", full)
    answer = client.post(reverse("exhibits:take_in", args=[case.id]), form(file=upload(b"x" * 3_000_000)))
    assert answer.status_code == 422
    assert "There is no room left" in answer.content.decode()
    assert rows(Exhibit) == []
    assert waiting() == []


def test_a_connection_that_is_cut_leaves_nothing(client, case, rows):
    head = b'--cut\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
    whole = head + b"x" * 3_000_000 + b"\r\n--cut--\r\n"

    class Cut(io.BytesIO):
        def read(self, size=-1):
            if self.tell() > 1_500_000:
                raise OSError("the other side has gone")
            return super().read(size)

    answer = client.generic(
        "POST",
        reverse("exhibits:take_in", args=[case.id]),
        b"",
        **{
            "wsgi.input": Cut(whole),
            "CONTENT_LENGTH": str(len(whole)),
            "CONTENT_TYPE": "multipart/form-data; boundary=cut",
        },
    )
    assert answer.status_code == 422
    assert "connection was cut" in answer.content.decode()
    assert rows(Exhibit) == rows(StoredFile) == []
    assert waiting() == []


def test_the_forms_token_is_still_asked_for(case, amal, rows):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(amal)
    answer = strict.post(reverse("exhibits:take_in", args=[case.id]), form(file=upload()))
    assert answer.status_code == 403
    assert rows(Exhibit) == []
    assert waiting() == []


def test_who_may_only_read_takes_nothing_in(case, amal):
    from kith.record import actions as record

    adviser = make.worker("Dana Adviser", Role.LEGAL_ADVISER)
    record.give_access(case=case, worker=adviser, why="supports", by=amal, at=make.AT)
    client = Client()
    client.force_login(adviser)
    assert client.get(reverse("exhibits:list", args=[case.id])).status_code == 200
    assert client.get(reverse("exhibits:take_in", args=[case.id])).status_code == 404


def test_an_exhibit_shows_items_receipt_and_custody(client, case, one):
    page = client.get(reverse("exhibits:show", args=[case.id, one.id])).content.decode()
    for words in ("Please do not come to the house", "Custody", "Taken in", "Opened to be read", one.merkle_root):
        assert words in page
    assert "1 question" in page
    assert "photo-001.jpg" in page


def test_progress_is_told_without_a_look(client, case, amal, verbs):
    one = testing.exhibit(case, amal, samples.OPEN_ORDER)
    before = len(verbs())
    told = client.get(reverse("exhibits:progress", args=[case.id, one.id])).json()
    assert (told["finished"], told["done"], told["total"]) == (False, 0, 0)
    assert "Waiting" in told["says"]
    assert len(verbs()) == before

    testing.read(one, amal)
    told = client.get(reverse("exhibits:progress", args=[case.id, one.id])).json()
    assert told["finished"]
    assert "5 messages" in told["says"]


def test_an_item_stands_in_its_context_with_its_bytes(client, case, one, rows):
    start = samples.OPEN_ORDER.index(b"04/05/2024, 22:41")
    page = client.get(reverse("exhibits:item", args=[case.id, one.id, 0, start])).content.decode()
    for words in ("Please do not come", "at the gate at five", "Thank you", "These bytes still match", "[U+200E]photo"):
        assert words in page or words == "[U+200E]photo"
    assert "04/05/2024, 22:41" in page
    assert client.get(reverse("exhibits:item", args=[case.id, one.id, 0, start + 1])).status_code == 404


def test_quoting_from_the_page(client, case, one, rows):
    start = samples.OPEN_ORDER.index(b"04/05/2024, 22:41")
    answer = client.post(reverse("exhibits:quote", args=[case.id, one.id, 0, start]), {"submit_key": str(uuid.uuid4())})
    assert answer.status_code == 302
    assert [row.text for row in rows(Citation)] == ["Please do not come to the house"]


def test_a_question_is_answered_and_changed_on_its_page(client, case, amal, one, rows):
    address = reverse("exhibits:questions", args=[case.id, one.id])
    page = client.get(address).content.decode()
    assert "3 April 2024" in page
    assert "4 March 2024" in page
    (order,) = rows(Question, key="order")

    for answer, month in (("dmy", 4), ("mdy", 3)):
        given = {"submit_key": str(uuid.uuid4()), "question": str(order.id), "answer": answer}
        assert client.post(address, given).status_code == 302
        testing.place(one, amal)
        assert min(row.at for row in rows(TimelineRow) if row.at).month == month
    assert "Change the answer" in client.get(address).content.decode()


@pytest.mark.parametrize("given", [{}, {"answer": "dmy"}, {"question": "not an id", "answer": "dmy"}])
def test_half_an_answer_changes_nothing(client, case, one, rows, given):
    answer = client.post(
        reverse("exhibits:questions", args=[case.id, one.id]), {"submit_key": str(uuid.uuid4()), **given}
    )
    assert answer.status_code in (200, 404)
    assert [row.answer for row in rows(Question)] == [None, None]


def test_people_are_said_on_their_page(client, case, amal, one, rows):
    lena = make.participant(case, amal)
    address = reverse("exhibits:people", args=[case.id, one.id])
    assert "Tomasz" in client.get(address).content.decode()
    given = {"submit_key": str(uuid.uuid4()), "who-1": str(lena.id), "who-2": "outside"}
    assert client.post(address, given).status_code == 302
    assert {(row.participant_id, row.is_outside) for row in rows(Speaker)} == {(lena.id, False), (None, True)}


def test_the_whole_file_is_checked_on_demand(client, case, one, rows):
    address = reverse("exhibits:check", args=[case.id, one.id])
    assert client.post(address, {"submit_key": str(uuid.uuid4())}).status_code == 302
    assert rows(CustodyEvent, verb="checked")


def test_what_strangers_wrote_is_only_text(client, case, amal):
    data = b"25/03/2024, 09:15 - <b>x</b>: <script>alert(1)</script>\n25/03/2024, 09:16 - Lena: {{ 7*7 }}\n"
    one = testing.read(testing.exhibit(case, amal, data, "<img src=x>\"'.txt"), amal)
    for name, more in (("show", ()), ("people", ()), ("questions", ()), ("item", (0, 0))):
        page = client.get(reverse(f"exhibits:{name}", args=[case.id, one.id, *more])).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x>" not in page
        assert "<b>x</b>" not in page
        assert ">49<" not in page


def test_cara_finds_nothing(cara, case, amal, one):
    client = Client()
    client.force_login(cara)
    start = samples.OPEN_ORDER.index(b"04/05/2024, 22:41")
    pages = [
        ("list", ()),
        ("take_in", ()),
        *[(name, (one.id,)) for name in ("show", "progress", "questions", "people")],
    ]
    for name, more in [*pages, ("item", (one.id, 0, start))]:
        assert client.get(reverse(f"exhibits:{name}", args=[case.id, *more])).status_code == 404
    for name, more in (("quote", (one.id, 0, start)), ("check", (one.id,)), ("read_again", (one.id,))):
        answer = client.post(reverse(f"exhibits:{name}", args=[case.id, *more]), {"submit_key": str(uuid.uuid4())})
        assert answer.status_code == 404
    assert client.post(reverse("exhibits:take_in", args=[case.id]), form(file=upload())).status_code == 404
    assert waiting() == []


def test_nobody_signed_in_uploads_nothing(case):
    answer = Client().post(reverse("exhibits:take_in", args=[case.id]), form(file=upload()))
    assert answer.status_code == 302
    assert answer.url.startswith("/accounts/login/")
    assert waiting() == []
