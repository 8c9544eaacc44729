"""Something is left out of a file before it goes: chosen with its ground, seen as its reader gets it, then attached."""

import io
import json
import re
from uuid import uuid4

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from kith.core import files
from kith.core.models import LedgerRow
from kith.core.opening.tests.pictures import reads_pictures
from kith.core.transactions import scoped
from kith.correspondence import actions, queries
from kith.correspondence.models import LeftOut, Outbox
from kith.engines.guard.tests import building
from kith.record import testing as make

HOME = "14 Quarry Lane, Fennby, FN1 2QX"
PAGES = [f"They live at {HOME} now", "The meeting is on Monday"]


@pytest.fixture
def here(world, client):
    """Amal's browser; a report that tells Lena where the children live waits with the words to her."""
    make.protected_address(world.case, world.amal, value=HOME)
    client.force_login(world.amal)
    attach(client, world, SimpleUploadedFile("report.pdf", building.pdf(PAGES)))
    return client


def attach(client, world, upload):
    fields = {"submit_key": str(uuid4()), "subject": "Monday", "text": "Here is the report.", "stay": "1"}
    client.post(reverse("correspondence:write", args=[world.case.id, world.lena.id]), {**fields, "attach": [upload]})


def waiting(world):
    with scoped(worker_id=world.amal.id):
        return queries.enclosures_of(world.case, world.lena, world.amal)[-1]


def address(world):
    return reverse("correspondence:leave_out", args=[world.case.id, world.lena.id, waiting(world).id])


def leave_out(client, world, page=1, **typed):
    asked = {"submit_key": str(uuid4()), "ground": "fpr_29_1", "why": "form C8", **typed}
    return client.post(f"{address(world)}?page={page}", asked)


def press(client, where, **typed):
    return client.post(where, {"submit_key": str(uuid4()), **typed})


def text_of(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def checked(client, world):
    return text_of(client.get(reverse("correspondence:check", args=[world.case.id, world.lena.id])))


def words_in(data):
    document = pypdfium2.PdfDocument(data)
    return [document[number].get_textpage().get_text_range() for number in range(len(document))]


@reads_pictures
def test_words_that_the_check_found_are_offered_left_out_and_the_copy_is_what_leaves(here, world):
    original = waiting(world)
    assert "This cannot be sent" in checked(here, world)
    shown = here.get(address(world))
    (found,) = re.findall(r'name="found"[^>]* value="([^"]+)"', shown.content.decode())
    assert found == HOME
    leave_out(here, world, found=[found])
    page = here.get(address(world))
    assert "They live at" in text_of(page)
    assert "data:image/png;base64," in page.content.decode()
    press(here, address(world), attach="1")
    copy = waiting(world)
    assert copy.name_text == "report.pdf"
    with scoped(worker_id=world.amal.id):
        first, second = words_in(queries.content_of(copy))
        with files.open_stored(files.stored_in(world.case.id, original.file_id)) as kept:
            assert HOME in words_in(kept.read())[0]
    assert "Quarry" not in first
    assert "They live at" in first
    assert "Monday" in second
    page = here.get(reverse("correspondence:check", args=[world.case.id, world.lena.id]))
    assert "Nothing protected was found" in text_of(page)
    seen = re.search(r'name="seen" value="([^"]+)"', page.content.decode()).group(1)
    press(here, reverse("correspondence:check", args=[world.case.id, world.lena.id]), seen=seen)
    with scoped(worker_id=world.amal.id):
        assert Outbox.objects.count() == 1


@pytest.mark.drill
def test_without_a_ground_it_is_for_legal_review_and_the_file_does_not_leave(here, world):
    leave_out(here, world, words=HOME, ground="unknown", why="")
    assert "Legal review" in text_of(here.get(address(world)))
    press(here, address(world), attach="1")
    assert "Something is left out without a ground" in text_of(here.get(address(world)))
    answer = here.get(reverse("correspondence:check", args=[world.case.id, world.lena.id]), follow=True)
    assert "Something is to be left out of report.pdf: attach the copy" in text_of(answer)
    with scoped(worker_id=world.amal.id):
        row = LeftOut.objects.get()
    one = reverse("correspondence:left_out", args=[world.case.id, world.lena.id, row.enclosure_id, row.id])
    press(here, one, ground="order", why="of 4 March")
    assert "A court order. of 4 March" in text_of(here.get(address(world)))
    press(here, address(world), attach="1")
    assert waiting(world).id != row.enclosure_id


@pytest.mark.drill
def test_what_is_put_back_in_stands_in_the_file_again(here, world):
    leave_out(here, world, words=HOME)
    with scoped(worker_id=world.amal.id):
        row = LeftOut.objects.get()
    press(
        here,
        reverse("correspondence:left_out", args=[world.case.id, world.lena.id, row.enclosure_id, row.id]),
        undo="1",
    )
    assert "Nothing yet" in text_of(here.get(address(world)))
    assert "This cannot be sent" in checked(here, world)


def test_words_that_are_not_in_the_file_are_said_to_be_missing_and_nothing_is_kept(here, world):
    answer = text_of(leave_out(here, world, words="22 Elsewhere Road"))
    assert "nothing of it was found as text" in answer
    assert "22 Elsewhere Road" in answer
    assert "Enter the words to leave out, or an area of the page" in text_of(leave_out(here, world))
    with scoped(worker_id=world.amal.id):
        assert not LeftOut.objects.exists()


@pytest.mark.drill
def test_words_are_left_out_of_one_page_alone_where_that_is_meant(here, world):
    attach(here, world, SimpleUploadedFile("two.pdf", building.pdf(["Monday here", "Monday there"])))
    leave_out(here, world, page=2, words="monday", on="page")
    press(here, address(world), attach="1")
    with scoped(worker_id=world.amal.id):
        first, second = words_in(queries.content_of(waiting(world)))
    assert "Monday here" in first
    assert "Monday" not in second


def test_an_area_is_taken_out_of_a_picture_and_its_notes_are_not_kept(here, world):
    attach(here, world, SimpleUploadedFile("door.jpg", building.photo(56.4, -0.9)))
    assert "is removed by" not in text_of(leave_out(here, world, area="0 0 50 100"))
    press(here, address(world), attach="1")
    with scoped(worker_id=world.amal.id):
        picture = Image.open(io.BytesIO(queries.content_of(waiting(world))))
    assert max(picture.convert("RGB").getpixel((picture.width // 4, picture.height // 2))) < 30
    assert not picture.getexif()


def test_an_area_that_is_none_says_how_one_is_typed(here, world):
    assert "Enter four numbers" in text_of(leave_out(here, world, area="the top"))
    assert "must end right of and below" in text_of(leave_out(here, world, area="50 0 40 20"))


def test_the_ledger_keeps_what_was_left_out_by_its_number_and_never_the_words(here, world):
    leave_out(here, world, words=HOME)
    press(here, address(world), attach="1")
    with scoped(worker_id=world.amal.id):
        rows = LedgerRow.objects.filter(chain=world.case.id, body__regex='"message.(left_out|file_redacted)"')
        bodies = [row.body for row in rows.order_by("seq")]
    assert [json.loads(body)["verb"] for body in bodies] == ["message.left_out", "message.file_redacted"]
    assert json.loads(bodies[1])["facts"]["left_out"] == 1
    assert not any("Quarry" in body or "C8" in body for body in bodies)


def test_somebody_else_finds_no_file_of_mine(here, world):
    where = address(world)
    here.force_login(world.cara)
    assert here.get(where).status_code == 404
    assert press(here, where, attach="1").status_code == 404


def test_a_file_that_waits_no_more_leads_back_to_the_words(here, world):
    where = address(world)
    with scoped(worker_id=world.amal.id):
        enclosure = waiting(world)
    actions.take_off(enclosure=enclosure, by=world.amal, at=enclosure.added_at)
    assert here.get(where).url == reverse("correspondence:write", args=[world.case.id, world.lena.id])
