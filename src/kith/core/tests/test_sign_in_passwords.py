"""How passwords are kept: as dear to guess as OWASP asks, of any letters, never cut short."""

import pytest
from django.contrib.auth.hashers import ScryptPasswordHasher, check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import override_settings

from kith.core.models import Worker
from kith.core.sign_in.passwords import MOST_LETTERS
from kith.core.tests.asking import AMAL, PASSWORD, sign_in, words

OURS = "kith.core.sign_in.passwords.Scrypt"
_WITH_OURS = override_settings(PASSWORD_HASHERS=[OURS])


@_WITH_OURS
def test_a_password_is_kept_as_dear_as_the_standard_asks() -> None:
    algorithm, work, salt, block, _, _ = make_password(PASSWORD).split("$")
    assert algorithm == "scrypt"
    assert int(work) >= 2**16
    assert int(block) >= 8
    assert len(salt) >= 16
    assert make_password(PASSWORD) != make_password(PASSWORD)


@_WITH_OURS
@pytest.mark.parametrize(
    "password",
    ["sechs grüne Reiher", "六只绿色的苍鹭在河边飞翔", "🦆🦆🦆 six green herons", "x" * MOST_LETTERS, " two  spaces "],
)
def test_every_letter_counts(password: str) -> None:
    kept = make_password(password)
    assert check_password(password, kept)
    assert not check_password(password[:-1], kept)
    assert not check_password(password[:-1] + "y", kept)


@pytest.mark.django_db
@_WITH_OURS
def test_a_password_that_was_kept_more_cheaply_still_opens_and_is_kept_anew(amal: Worker, at_work) -> None:
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.ScryptPasswordHasher"]):
        amal.set_password(PASSWORD)
        amal.save(update_fields=["password"])
    assert amal.password.split("$")[1] == str(ScryptPasswordHasher.work_factor)
    assert sign_in(at_work, AMAL).status_code == 302
    amal.refresh_from_db()
    assert amal.password.split("$")[1] == str(2**16)


def test_the_product_uses_it(monkeypatch) -> None:
    import os
    import subprocess
    import sys

    environment = {name: value for name, value in os.environ.items() if name != "KITH_PASSWORD_HASHER"}
    asked = "from kith.config import settings as s; print(*s.PASSWORD_HASHERS)"
    told = subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=True)
    assert told.stdout.split() == [OURS]


@pytest.mark.parametrize(
    ("password", "says"),
    [("x7 " * 43, "128 characters or fewer"), ("elevenchars", "12 characters"), ("q1w2e3r4t5y6", "common")],
)
def test_a_password_that_is_too_long_too_short_or_common_is_refused(password: str, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        validate_password(password)


@pytest.mark.parametrize(
    "password", [PASSWORD, "lower case letters only", "123 456 789 012 x", "🦆🦆🦆🦆🦆🦆🦆🦆🦆🦆🦆🦆"]
)
def test_no_kind_of_letter_is_asked_for(password: str) -> None:
    validate_password(password)


@pytest.mark.django_db
def test_the_page_says_how_to_find_a_good_one(amal: Worker, at_work) -> None:
    sign_in(at_work)
    page = words(at_work.get("/accounts/password/change/"))
    for told in ("at least 12 characters", "128 characters or fewer", "Four words", "sent to nobody"):
        assert told in page
