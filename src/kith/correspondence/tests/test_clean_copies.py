"""A file with something hidden in it: said where it is attached, stopped for its reader, sent as a clean copy."""

import json
import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kith.core import clock, files, opening
from kith.core.models import LedgerRow
from kith.core.transactions import scoped
from kith.correspondence import actions, queries
from kith.correspondence.models import Enclosure, Outbox
from kith.engines.guard.tests import building
from kith.record import testing as make

HOME = "14 Quarry Lane, Fennby, FN1 2QX"
HIDDEN = building.pdf(["The meeting is on Monday"], info={"Subject": HOME})


@pytest.fixture
def here(world, client):
    """Amal's browser; Lena must not learn the address that is hidden in a file waiting with the words to her."""
    make.protected_address(world.case, world.amal, value=HOME)
    client.force_login(world.amal)
    address = reverse("correspondence:write", args=[world.case.id, world.lena.id])
    fields = {"subject": "Monday", "text": "Here is the plan."}

    def press(**more):
        return client.post(address, {"submit_key": str(uuid4()), **fields, **more})

    client.address, client.press = address, press
    press(stay="1", attach=[SimpleUploadedFile("plan.pdf", HIDDEN)])
    return client


def waiting(world):
    with scoped(worker_id=world.amal.id):
        return queries.enclosures_of(world.case, world.lena, world.amal)


def text_of(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_what_is_hidden_in_a_file_is_said_where_it_is_attached(here):
    shown = text_of(here.get(here.address))
    assert "Hidden in it: properties." in shown
    assert "Make a clean copy of plan.pdf" in shown


def test_a_file_that_hides_something_is_stopped_and_its_clean_copy_is_sent(here, world):
    checked = here.press()
    assert "This cannot be sent" in text_of(here.get(checked.url))
    before = waiting(world)[0]
    answer = here.press(clean=str(before.id))
    assert answer.url == here.address
    shown = text_of(here.get(here.address))
    assert "Taken out: properties. The case keeps the original." in shown
    assert "Hidden in it" not in shown
    assert "Here is the plan." in shown
    page = here.get(checked.url)
    assert "Nothing protected was found" in text_of(page)
    seen = re.search(r'name="seen" value="([^"]+)"', page.content.decode()).group(1)
    here.post(checked.url, {"submit_key": str(uuid4()), "seen": seen})
    with scoped(worker_id=world.amal.id):
        assert Outbox.objects.count() == 1
        sent = Enclosure.objects.get(message__isnull=False)
        assert sent.name_text == "plan.pdf"
        assert HOME.encode() not in queries.content_of(sent)


def test_the_case_keeps_the_original_and_the_ledger_what_was_taken_out(here, world):
    before = waiting(world)[0]
    here.press(clean=str(before.id))
    after = waiting(world)[0]
    with scoped(worker_id=world.amal.id):
        with files.open_stored(files.stored_in(world.case.id, before.file_id)) as original:
            assert original.read() == HIDDEN
        row = LedgerRow.objects.get(chain=world.case.id, body__contains='"message.file_cleaned"')
    facts = json.loads(row.body)["facts"]
    assert facts["taken_out"] == ["properties"]
    assert facts["of"] == bytes(before.sha256).hex()
    assert facts["sha256"] == bytes(after.sha256).hex()
    assert HOME not in row.body


def test_a_file_that_cannot_be_cleaned_is_left_as_it_is(world):
    with scoped(worker_id=world.amal.id):
        stored = files.keep_bytes(b"plain words", case_id=world.case.id, at=clock.now())
        enclosure = actions.attach_stored(
            case=world.case,
            reader=world.lena,
            stored=stored,
            name="a.txt",
            media_type="text/plain",
            by=world.amal,
            at=clock.now(),
        )
        with pytest.raises(actions.NotCleaned, match="cannot be cleaned"):
            actions.make_clean_copy(
                case=world.case, reader=world.lena, enclosure=enclosure, by=world.amal, at=clock.now()
            )
        assert queries.enclosures_of(world.case, world.lena, world.amal) == [enclosure]


def test_pressing_for_a_file_that_waits_no_more_changes_nothing(here, world):
    before = waiting(world)
    assert here.press(clean=str(uuid4())).url == here.address
    assert here.press(clean="no number").url == here.address
    assert waiting(world) == before


def test_somebody_elses_case_has_no_file_to_clean(here, world, client):
    file = waiting(world)[0]
    client.force_login(world.cara)
    assert here.press(clean=str(file.id)).status_code == 404
    assert waiting(world) == [file]


def test_a_file_that_cannot_be_opened_stops_a_message_to_a_private_reader(here, world):
    here.press(
        stay="1", attach=[SimpleUploadedFile("a.doc", b"\xd0\xcf\x11\xe0 older")], take_off=[waiting(world)[0].id]
    )
    page = text_of(here.get(here.press().url))
    assert "Could not be opened: attachment a.doc" in page
    assert "Send it" not in page


def test_a_page_without_files_starts_no_child(world, client, monkeypatch):
    monkeypatch.setattr(opening.parent, "_child", None)
    client.force_login(world.amal)
    assert client.get(reverse("correspondence:write", args=[world.case.id, world.lena.id])).status_code == 200
