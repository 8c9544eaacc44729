"""The doctor says how much of what an agency may keep is kept."""

import pytest

from kith.cli import doctor
from kith.exhibits import testing
from kith.record import testing as make


@pytest.mark.django_db
def test_the_doctor_says_how_much_is_kept(settings):
    amal = make.worker()
    testing.exhibit(make.case(amal), amal, b"x" * 900)
    settings.AGENCY_BYTES = 1_000
    (found,) = doctor._room()
    assert found.says == "Kith holds 900 bytes of 1.0 kB" and "KITH_AGENCY_GB" in found.mend
    settings.AGENCY_BYTES = 10_000
    assert [each.mend for each in doctor._room()] == [""]
