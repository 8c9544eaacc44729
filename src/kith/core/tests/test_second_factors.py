"""Seeds of sign-in codes in the database are of no use without the installation key, and move on with it."""

import json
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value
from django.db import connection

from kith.core import files, rotation
from kith.core.sign_in import second_factors
from kith.core.tests.test_rotation import own_rights
from kith.core.vault import InstallationKeys, WrongKey, new_installation_key
from kith.record import testing


def code_of(secret: str) -> str:
    return f"{hotp_value(secret, int(time.time()) // 30):06}"


def in_the_database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(data::text, ' ') FROM mfa_authenticator")
        return cursor.fetchone()[0]


def put_in_the_clear(row: Authenticator, name: str, secret: str) -> None:
    """Leave a secret as an older Kith did."""
    Authenticator.objects.filter(pk=row.pk).update(data={**row.data, name: secret})


def test_the_database_holds_no_seed_and_no_recovery_code_and_both_work(amal) -> None:
    secret = generate_totp_secret()
    app, codes = TOTP.activate(amal, secret), RecoveryCodes.activate(amal)
    printed = codes.generate_codes()
    held = in_the_database()
    assert secret not in held
    assert not [code for code in printed if code in held]
    seeds = [json.loads(each)["seed"] for each in held.replace("} {", "}|{").split("|") if "seed" in each]
    assert [seed.startswith("sealed:") for seed in seeds] == [True]
    assert app.validate_code(code_of(secret))
    assert codes.validate_code(printed[3]) and not codes.validate_code(printed[3])


def test_without_the_installation_key_the_rows_make_no_code(amal, monkeypatch) -> None:
    app, codes = TOTP.activate(amal, generate_totp_secret()), RecoveryCodes.activate(amal)
    thief = InstallationKeys((new_installation_key(),))
    monkeypatch.setattr(files, "installation_keys", lambda: thief)
    for attempt in (lambda: app.validate_code("000000"), codes.generate_codes):
        with pytest.raises(WrongKey, match="which is not here"):
            attempt()


def test_they_move_on_to_a_new_key_and_no_used_code_works_again(amal, monkeypatch) -> None:
    secret = generate_totp_secret()
    TOTP.activate(amal, secret)
    codes = RecoveryCodes.activate(amal)
    printed = codes.generate_codes()
    assert codes.validate_code(printed[0])
    new = files.installation_keys().rotated()
    assert second_factors.reseal(new) == 2
    assert second_factors.reseal(new) == 0
    assert second_factors.uses() == {new.current.id: 2}
    monkeypatch.setattr(files, "installation_keys", lambda: InstallationKeys((new.current,)))
    app, codes = (Authenticator.objects.get(type=each).wrap() for each in ("totp", "recovery_codes"))
    assert app.validate_code(code_of(secret))
    assert codes.generate_codes() == printed
    assert not codes.validate_code(printed[0]) and codes.validate_code(printed[1])


def test_what_an_older_kith_left_in_the_clear_works_and_is_sealed_within_the_hour(amal, monkeypatch) -> None:
    secret = generate_totp_secret()
    app, codes = TOTP.activate(amal, secret), RecoveryCodes.activate(amal)
    put_in_the_clear(app.instance, "secret", secret)
    put_in_the_clear(codes.instance, "migrated_codes", ["1234567890", "0987654321"])
    assert secret in in_the_database() and "1234567890" in in_the_database()
    assert second_factors.uses()[""] == 3
    assert Authenticator.objects.get(type="totp").wrap().validate_code(code_of(secret))
    monkeypatch.setattr(second_factors, "_EACH_HOUR", second_factors.Rest())
    second_factors.seal_what_is_in_the_clear()
    assert secret not in in_the_database() and "1234567890" not in in_the_database()
    assert second_factors.uses()[""] == 0
    assert Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes() == ["1234567890", "0987654321"]


@pytest.mark.parametrize(
    "change", [lambda text: text[:-9] + "AAAAAAAA=", lambda text: text[:30], lambda text: "sealed:"]
)
def test_a_seed_that_was_altered_opens_nothing(change) -> None:
    with pytest.raises(WrongKey):
        second_factors.unseal(change(second_factors.seal(generate_totp_secret())))


def test_a_key_that_still_seals_a_seed_is_counted_and_cannot_be_retired(cluster, committed) -> None:
    TOTP.activate(testing.worker(), generate_totp_secret())
    old = files.installation_keys()
    assert rotation.uses() == {old.current.id: 1}
    new = old.rotated()
    refused = pytest.raises(rotation.StillNeeded, match=f"1 by {old.current.id}")
    with own_rights(cluster), refused, rotation.nothing_wrapped_by(new):
        pytest.fail("retired all the same")
    with own_rights(cluster):
        assert rotation.rewrap(new) == 1
    assert rotation.uses() == {new.current.id: 1}
