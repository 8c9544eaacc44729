"""Where a request comes from: a header is believed only of a proxy that the settings name."""

from ipaddress import ip_network

import pytest
from django.test import RequestFactory

from kith.core.middleware import Proxies
from kith.core.sign_in import origins

STRANGER, PROXY = "203.0.113.9", "10.0.0.7"


@pytest.fixture(autouse=True)
def _proxies(settings) -> None:
    settings.TRUSTED_PROXIES = [ip_network(each) for each in (PROXY, "10.1.0.0/16", "::1")]


def asked(near: str, said: str | None = None):
    more = {} if said is None else {"HTTP_X_FORWARDED_FOR": said}
    return RequestFactory().get("/", REMOTE_ADDR=near, **more)


@pytest.mark.parametrize(
    ("near", "said", "found"),
    [
        (STRANGER, None, STRANGER),
        (STRANGER, "198.51.100.1", STRANGER),
        (PROXY, None, PROXY),
        (PROXY, STRANGER, STRANGER),
        (PROXY, f"198.51.100.1, {STRANGER}", STRANGER),
        (PROXY, f"198.51.100.1, {STRANGER}, 10.1.2.3", STRANGER),
        (PROXY, f"{STRANGER}:4711", STRANGER),
        (PROXY, "[2001:db8::9]:4711", "2001:db8::9"),
        (PROXY, "nonsense", PROXY),
        (PROXY, f"{STRANGER}, nonsense", PROXY),
        ("::ffff:10.0.0.7", STRANGER, STRANGER),
        ("", None, "0.0.0.0"),
    ],
)
def test_the_nearest_address_that_is_no_proxy_of_ours(near: str, said: str | None, found: str) -> None:
    assert origins.address_of(asked(near, said)) == found


def test_a_household_is_one_place() -> None:
    assert origins.place_of(asked("2001:db8:1:2::9")) == origins.place_of(asked("2001:db8:1:2:aaaa::1"))
    assert origins.place_of(asked("2001:db8:1:2::9")) != origins.place_of(asked("2001:db8:1:3::9"))
    assert origins.place_of(asked("192.0.2.1")) != origins.place_of(asked("192.0.2.2"))


@pytest.mark.parametrize(("near", "kept"), [(STRANGER, False), (PROXY, True)])
def test_what_only_a_proxy_may_say_is_forgotten_of_anybody_else(near: str, kept: bool) -> None:
    request = asked(near, "198.51.100.1")
    request.META["HTTP_X_FORWARDED_PROTO"] = "https"
    Proxies(lambda passed: passed)(request)
    assert ("HTTP_X_FORWARDED_PROTO" in request.META) is kept
    assert ("HTTP_X_FORWARDED_FOR" in request.META) is kept
