"""Every address, as a stranger, as somebody who may and as somebody who may not: what the answer says to a browser."""

import re
import uuid

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse

from kith.config.env import OddSetting, env_networks
from kith.core import staff
from kith.core.tests.asking import PASSWORD, sign_in
from kith.record.testing import AT, case
from tests.house.test_structure import addresses

pytestmark = pytest.mark.django_db

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
#: A page for people whom nobody knows: stricter, and it says nothing of itself to any other.
PUBLIC_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
COOKIES = {
    settings.DROP_COOKIE_NAME,
    settings.VOTE_COOKIE_NAME,
    settings.SESSION_COOKIE_NAME,
    settings.CSRF_COOKIE_NAME,
    settings.DEVICE_COOKIE_NAME,
}
FEWEST_ADDRESSES = 60


def people() -> dict[str, Client]:
    """Give browsers: nobody's, Amal's, and Cara's of another team."""
    found = {"nobody": Client(raise_request_exception=False)}
    for name in ("amal", "cara"):
        email = f"{name}@agency.example.org"
        staff.let_in(email=email, name=name.title(), role="team_manager", password=PASSWORD, at=AT)
        found[name] = Client(raise_request_exception=False)
        assert sign_in(found[name], email).status_code == 302
    return found


def paths(case_id: uuid.UUID) -> list[str]:
    """Give every address there is, with this case, and made-up ids of everything else."""
    return [
        "/" + re.sub(r"<(?:(\w+):)?(\w+)>", lambda found: _value(found[1], found[2], case_id), place.replace("\\Z", ""))
        for place, _ in addresses()
    ]


def _value(kind: str | None, name: str, case_id: uuid.UUID) -> str:
    if kind == "uuid":
        return str(case_id if name == "case_id" else uuid.uuid4())
    return "1" if kind == "int" else "pdf"


def faults_of(answer) -> list[str]:
    """Say what an answer does not say that it should."""
    is_public = "X-Robots-Tag" in answer
    always = {**ALWAYS, "Referrer-Policy": "no-referrer"} if is_public else ALWAYS
    odd = [f"{name}: {answer.get(name)}" for name, value in always.items() if answer.get(name) != value]
    policy = answer.get("Content-Security-Policy", "")
    parts = set(policy.split("; "))
    if parts != set((PUBLIC_POLICY if is_public else POLICY).split("; ")) and "sandbox" not in parts:
        odd.append(policy)
    if "camera=()" not in answer.get("Permissions-Policy", ""):
        odd.append("Permissions-Policy")
    for name, cookie in answer.cookies.items():
        fine = cookie["samesite"] in ("Lax", "Strict") and cookie["path"] == "/" and not cookie["domain"]
        if name not in COOKIES or not fine or not (cookie["httponly"] or name == settings.CSRF_COOKIE_NAME):
            odd.append(f"cookie {cookie.OutputString()}")
    return odd


@pytest.mark.drill
def test_every_address_says_what_a_browser_may_do_with_it() -> None:
    known = people()
    made = case(staff.Worker.objects.get(name="Amal"))
    found, odd = 0, []
    for path in [*paths(made.id), "/nothing-here/", "/cases/not-an-id/"]:
        for who, client in known.items():
            if "logout" in path or path == "/lock/":
                continue
            for method in ("get", "post", "put"):
                answer = getattr(client, method)(path, content_type="application/x-www-form-urlencoded", data="")
                found += 1
                odd += [f"{method} {path} as {who} ({answer.status_code}): {fault}" for fault in faults_of(answer)]
    assert found >= FEWEST_ADDRESSES * 9
    assert odd == [], f"{len(odd)} of {found}"


def test_errors_and_the_lock_say_it_too() -> None:
    client = Client(raise_request_exception=False)
    for answer in (
        client.get("/lock/"),
        client.get("/", HTTP_HOST="evil.example.org"),
        Client(enforce_csrf_checks=True).post("/accounts/login/", {}),
    ):
        assert faults_of(answer) == []


@pytest.mark.parametrize("host", ["evil.example.org", "localhost.evil.example.org", "a b", "localhost:1@evil", "[::1"])
def test_another_name_for_this_site_is_refused_and_never_said_back(host: str) -> None:
    answer = Client(raise_request_exception=False).get("/accounts/login/", HTTP_HOST=host)
    assert answer.status_code == 400
    assert host not in answer.content.decode()


def test_a_forwarded_host_is_not_believed() -> None:
    answer = Client().get(reverse("home:front"), HTTP_X_FORWARDED_HOST="evil.example.org")
    assert answer.url == "/accounts/login/?next=/"


def test_a_header_cannot_be_put_into_an_answer() -> None:
    for name in ("next", "added", "from"):
        answer = Client().get("/accounts/login/?" + name + "=/x%0d%0aSet-Cookie:%20planted=1")
        assert "planted" not in answer.cookies
        assert not any("planted" in value for value in answer.headers.values())


@pytest.mark.parametrize("said", ["/x\r\nSet-Cookie: planted=1", "//evil.example.org/", "/\\evil.example.org"])
def test_an_address_asked_for_is_sent_on_to_only_here(said: str) -> None:
    answer = Client(raise_request_exception=False).get(said)
    where = answer.get("Location", "/accounts/login/")
    assert re.match(r"/(?![/\\])", where), where
    assert "planted" not in answer.cookies


def test_behind_tls_cookies_are_this_hosts_alone_and_plain_http_is_sent_to_tls() -> None:
    import os
    import subprocess
    import sys

    asked = "from kith.config import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, "
    asked += "s.DEVICE_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.TRUSTED_PROXIES[0])"
    told = subprocess.run(
        [sys.executable, "-c", asked], env={**os.environ, "KITH_TLS": "1"}, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == [
        "__Host-sessionid",
        "__Host-csrftoken",
        "__Host-kith-device",
        "True",
        "True",
        "127.0.0.1/32",
    ]
    with override_settings(SECURE_SSL_REDIRECT=True, SECURE_HSTS_SECONDS=31_536_000):
        plain, secure = Client().get("/accounts/login/"), Client().get("/accounts/login/", secure=True)
    assert plain.status_code == 301
    assert plain.url == "https://testserver/accounts/login/"
    assert secure["Strict-Transport-Security"] == "max-age=31536000"


def test_an_odd_proxy_stops_the_start(monkeypatch) -> None:
    monkeypatch.setenv("KITH_TRUSTED_PROXIES", "10.0.0.7, 10.1.0.0/16 ,::1")
    assert [str(each) for each in env_networks("KITH_TRUSTED_PROXIES", "")] == ["10.0.0.7/32", "10.1.0.0/16", "::1/128"]
    monkeypatch.setenv("KITH_TRUSTED_PROXIES", "the balancer")
    with pytest.raises(OddSetting, match="addresses or networks"):
        env_networks("KITH_TRUSTED_PROXIES", "")
