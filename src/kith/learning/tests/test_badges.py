"""A badge is given to its earner alone, when they ask, where the agency made a key; nothing of it is kept or told."""

import os
from functools import cache

import jwt
import pytest
from django.urls import reverse

from kith.core.models import LedgerRow, Submission
from kith.core.transactions import scoped
from kith.engines.badges import SigningKey, badge_in, read, token_in
from kith.learning import actions
from kith.learning.models import Statement
from kith.learning.testing import AT, dilemma, played, seen, send, signed_in, words_of, worker

BITE = "deepfakes"


@cache
def signing_key() -> SigningKey:
    return SigningKey.new(2048)


@pytest.fixture
def amal(db):
    return worker()


@pytest.fixture(autouse=True)
def no_key(monkeypatch, settings):
    for name in ("KITH_BADGE_KEY", "KITH_BADGE_KEY_FILE"):
        monkeypatch.delenv(name, raising=False)
    settings.BADGE_ISSUER, settings.XAPI_HOME, settings.XAPI_URL = "Thornbury Council", "https://www.example.org", ""


@pytest.fixture
def given(no_key, monkeypatch):
    monkeypatch.setenv("KITH_BADGE_KEY", signing_key().pem().decode())


def badge(answer):
    """Read the badge that an answer gives, with the key that the agency would publish."""
    assert answer.status_code == 200 and answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream" and answer["Cache-Control"] == "no-store"
    signed = read(token_in(answer.content))
    assert signing_key().public.holds(signed)
    return signed.payload()


def places(by):
    return {
        reverse("learning:about", args=[BITE]): reverse("learning:badge_of_bite", args=[BITE]),
        reverse("learning:after_play", args=[(it := played(by, [0, 1])).id]): reverse(
            "learning:badge_of_play", args=[it.id]
        ),
    }


@pytest.mark.parametrize("lacks", ["key", "BADGE_ISSUER", "XAPI_HOME"])
def test_no_page_speaks_of_badges_where_the_agency_gives_none(amal, lacks, settings, monkeypatch):
    if lacks != "key":
        monkeypatch.setenv("KITH_BADGE_KEY", signing_key().pem().decode())
        setattr(settings, lacks, "")
    browser = signed_in(amal)
    for page, where in places(amal).items():
        assert "Take a badge out" not in seen(browser, page)
        assert browser.get(where).status_code == 404
        assert send(browser, where, is_so="on").status_code == 404


def test_whoever_came_to_an_ending_takes_a_badge_out_that_tells_no_choice(amal, given):
    play = played(amal, [0, 1])
    browser, where = signed_in(amal), reverse("learning:badge_of_play", args=[play.id])
    assert where in seen(browser, reverse("learning:after_play", args=[play.id]))
    page = words_of(seen(browser, where))
    assert "Given by Thornbury Council" in page and "The story was played to an ending in Kith." in page
    answer = send(browser, where, is_so="on", kind="svg")
    said = badge(answer)
    found = badge_in(said, AT.replace(year=2090))
    assert (found.name, found.issuer.name) == (play.dilemma.title, "Thornbury Council") and found.is_of(amal.email)
    assert (found.until_at - found.from_at).days == 730
    assert (
        said["credentialSubject"]["achievement"]["id"] == f"https://www.example.org/learning/dilemma/{play.dilemma.key}"
    )
    for secret in (amal.email, amal.name, str(amal.id), str(play.id), "Look at the phone"):
        assert secret not in str(said) and secret.encode() not in answer.content
    other = badge(send(browser, where, is_so="on", kind="svg"))["credentialSubject"]
    assert (
        other["id"] != said["credentialSubject"]["id"]
        and other["identifier"] != said["credentialSubject"]["identifier"]
    )


def test_a_badge_about_a_bite_says_that_it_is_by_ones_own_word(amal, given):
    browser, where = signed_in(amal), reverse("learning:badge_of_bite", args=[BITE])
    assert where in seen(browser, reverse("learning:about", args=[BITE]))
    refused = send(browser, where, kind="jwt")
    assert "Tick the box if it is so" in words_of(refused.content.decode()), "nothing is said of anybody unasked"
    answer = send(browser, where, is_so="on", kind="jwt")
    said = badge(answer)
    assert answer["Content-Disposition"].endswith('.jwt"') and answer.content.count(b".") == 2
    assert "says that they read the piece" in said["credentialSubject"]["achievement"]["criteria"]["narrative"]
    theirs = jwt.PyJWK(jwt.get_unverified_header(answer.content.decode())["jwk"], algorithm="RS256")
    assert jwt.decode(answer.content, theirs, algorithms=["RS256"])["jti"] == said["id"]


def test_it_is_kept_nowhere_and_told_to_nobody(amal, given, settings):
    settings.XAPI_URL = "https://store.example.org/xapi"
    actions.switch_on(by=amal, at=AT)
    browser, where = signed_in(amal), reverse("learning:badge_of_bite", args=[BITE])

    def rows():
        with scoped(worker_id=amal.id):
            return [each.objects.count() for each in (LedgerRow, Statement, Submission)]

    before = rows()
    badge(send(browser, where, is_so="on", kind="svg"))
    assert rows() == before


def test_nobody_takes_a_badge_for_what_is_not_theirs_or_not_ended(amal, given):
    ben = signed_in(worker("Ben", "team_manager"))
    for play, who in ((played(amal, [0, 1]), ben), (played(amal, [0], of=dilemma(amal)), signed_in(amal))):
        where = reverse("learning:badge_of_play", args=[play.id])
        assert who.get(where).status_code == 404 and send(who, where, is_so="on").status_code == 404
    assert ben.get(reverse("learning:badge_of_bite", args=["no-such-topic"])).status_code == 404


def test_a_key_that_cannot_be_used_is_a_sentence_and_no_file(amal, monkeypatch, tmp_path):
    place = tmp_path / "badge-key"
    place.touch(0o600)
    monkeypatch.setenv("KITH_BADGE_KEY_FILE", os.fspath(place))
    answer = send(signed_in(amal), reverse("learning:badge_of_bite", args=[BITE]), is_so="on", kind="svg")
    assert "key for badges cannot be used now" in words_of(answer.content.decode())
    assert "Content-Disposition" not in answer
