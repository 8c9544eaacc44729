"""Exhibits whose files lie in a bucket: taken in, read and looked at; and what is said while the store is away."""

import pytest
from django.test import Client
from django.urls import reverse

from kith.core.files import store
from kith.core.vault import NoAnswer
from kith.core.vault.tests.peers import Peer, peer
from kith.exhibits import testing
from kith.exhibits.models import Exhibit
from kith.exhibits.tests import samples
from kith.exhibits.tests.test_pages import form, upload, waiting

pytestmark = pytest.mark.django_db
AWAY = "The file store does not answer just now. Nothing was kept or changed"


@pytest.fixture
def rclone(settings, tmp_path):
    with peer("rclone") as running:
        settings.DATA_FOLDER, settings.FILES_IN = str(tmp_path), running.bucket()
        yield running


@pytest.fixture
def client(amal):
    client = Client()
    client.force_login(amal)
    return client


def take_in(client, case, data=samples.OPEN_ORDER):
    return client.post(reverse("exhibits:take_in", args=[case.id]), form(file=upload(data)))


def test_an_export_is_taken_in_read_and_shown_from_a_bucket(client, case, amal, rows, rclone: Peer):
    assert take_in(client, case).status_code == 302
    [exhibit] = rows(Exhibit)
    testing.read(exhibit, amal)
    assert testing.found(exhibit, amal).read_at is not None
    assert [each.name.file_id for each in store().listing()] == [exhibit.file_id]
    assert waiting() == []


def test_while_the_store_is_away_taking_in_is_refused_in_a_sentence_and_can_be_repeated(client, case, rows, rclone):
    rclone.kill()
    answer = take_in(client, case)
    assert AWAY in answer.content.decode()
    assert rows(Exhibit) == []
    assert waiting() == []
    assert client.get(reverse("exhibits:list", args=[case.id])).status_code == 200  # a page that needs no file
    rclone.start()
    assert take_in(client, case).status_code == 302
    assert len(rows(Exhibit)) == 1


def test_a_reading_waits_for_the_store_and_is_not_given_up(client, case, amal, rows, rclone):
    take_in(client, case)
    [exhibit] = rows(Exhibit)
    rclone.kill()
    with pytest.raises(NoAnswer):
        testing.read(exhibit, amal)
    now = testing.found(exhibit, amal)
    assert (now.state, now.read_at) == (Exhibit.State.READING, None)
    rclone.start()
    testing.read(exhibit, amal)
    assert testing.found(exhibit, amal).read_at is not None
