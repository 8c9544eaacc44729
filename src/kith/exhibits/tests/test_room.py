"""A case and the agency keep no more than they may; it is said before, and nothing is half kept."""

import pytest
from django.test import Client

from kith.core import files, room
from kith.core.models import StoredFile
from kith.exhibits import testing
from kith.exhibits.models import Exhibit
from kith.record import testing as make

pytestmark = pytest.mark.django_db


def page_of(case, worker) -> str:
    client = Client()
    client.force_login(worker, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client.get(f"/cases/{case.id}/exhibits/take-in/").content.decode()


def test_a_file_that_is_too_much_for_its_case_is_refused_with_what_is_held_and_nothing_is_left(
    case, amal, settings, rows, tmp_path
):
    settings.CASE_BYTES, settings.DATA_FOLDER = 5_000, str(tmp_path)
    testing.exhibit(case, amal, b"x" * 3_000)
    with pytest.raises(room.Full) as refused:
        testing.exhibit(case, amal, b"y" * 2_001)
    assert str(refused.value).startswith(
        "This case holds 3.0 kB of 5.0 kB, and this file has 2.0 kB. Nothing was kept. Take in the part that matters"
    )
    assert (len(rows(Exhibit)), len(rows(StoredFile))) == (1, 1)
    assert len(list(files.store().listing())) == 1
    assert not list(tmp_path.rglob("*.part"))
    testing.exhibit(case, amal, b"z" * 2_000)
    testing.exhibit(make.case(amal), amal, b"x" * 3_000)  # another case has room of its own


def test_the_agency_has_room_of_its_own_which_counts_cases_that_one_may_not_open(case, amal, cara, settings, rows):
    settings.AGENCY_BYTES = 5_000
    testing.exhibit(make.case(cara), cara, b"x" * 4_000)
    with pytest.raises(room.Full, match="Kith holds 4.0 kB of 5.0 kB, and this file has 1.5 kB"):
        testing.exhibit(case, amal, b"y" * 1_500)
    assert rows(StoredFile) == []


def test_what_is_nearly_full_is_said_where_something_is_taken_in(case, amal, settings):
    settings.CASE_BYTES = 10_000
    testing.exhibit(case, amal, b"x" * 7_999)
    assert "This case holds" not in page_of(case, amal)
    testing.exhibit(case, amal, b"y")
    assert "This case holds 8.0 kB of 10.0 kB. Take in the part that matters" in page_of(case, amal)


def test_without_a_limit_nothing_is_counted(case, amal, settings, django_assert_num_queries):
    assert (settings.CASE_BYTES, settings.AGENCY_BYTES) == (0, 0)
    with django_assert_num_queries(0):
        room.check(case_id=case.id, size_bytes=10**15)
        assert room.warning(case.id) == ""
