"""The database's address, as an operator writes it, is kept whole."""

from kith.config import settings


def test_what_an_address_says_of_tls_is_not_lost():
    made = settings._database(
        "postgresql://kith_app:words@db.example.org:6432/kith?sslmode=verify-full&sslrootcert=/ca.pem"
    )
    assert (made["HOST"], made["PORT"], made["NAME"], made["USER"]) == ("db.example.org", "6432", "kith", "kith_app")
    options = made["OPTIONS"]
    assert isinstance(options, dict)
    assert options["sslmode"] == "verify-full"
    assert options["sslrootcert"] == "/ca.pem"
    assert "password" not in options


def test_a_plain_address_asks_for_nothing_more():
    options = settings._database("postgresql://kith_app@/kith?host=/run/kith")["OPTIONS"]
    assert isinstance(options, dict)
    assert set(options) == {"application_name"}
