"""A badge says what the specification asks and no more, and whatever was changed, made up or broken is seen."""

import base64
import json
import uuid
from datetime import UTC, datetime, timedelta
from functools import cache

import jwt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.engines.badges import (
    Achievement,
    Drawn,
    Earner,
    Issuer,
    NotABadge,
    NotAKey,
    PublicKey,
    SigningKey,
    badge_in,
    bake,
    claims,
    read,
    token_in,
)

AT = datetime(2026, 3, 2, 9, 30, 0, 999, tzinfo=UTC)
UNTIL = AT + timedelta(days=730)
HOME = "https://www.example.org"
AMAL = Earner("Amal@agency.example.org", "0f" * 16)
WHAT = Achievement(f"{HOME}/learning/bite/x", "Pictures & <words>", "A piece to read.", "By their own word.")
#: Every term of context 3.0.3 and of the Credentials Data Model 2.0 that a badge of ours may use, and JWT's own claims.
TERMS = {
    "@context", "id", "type", "name", "url", "description", "issuer", "validFrom", "validUntil", "credentialSubject",
    "achievement", "criteria", "narrative", "identifier", "hashed", "identityHash", "identityType", "salt",
    "iss", "jti", "sub", "nbf", "exp",
}  # fmt: skip


@cache
def key(number: int = 0) -> SigningKey:
    """Make a small key once."""
    return SigningKey.new(2048)


def payload(**changes):
    ids = {"id": uuid.UUID(int=1), "subject": uuid.UUID(int=2)}
    said = claims(**ids, issuer=Issuer("Thornbury", HOME), earner=AMAL, what=WHAT, from_at=AT, until_at=UNTIL)
    return said | changes


@cache
def token() -> str:
    return key().sign(payload())


def piece(value) -> str:
    """Write a part of a token as somebody else would."""
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def names_in(value):
    if isinstance(value, dict):
        yield from value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from names_in(each)


def test_another_library_finds_the_badge_signed_by_the_key_in_its_header():
    header = jwt.get_unverified_header(token())
    assert (set(header), header["alg"], header["typ"]) == ({"alg", "typ", "jwk"}, "RS256", "JWT")
    assert set(header["jwk"]) == {"kty", "n", "e", "kid"}, "nothing private stands in it"
    theirs = jwt.PyJWK(header["jwk"], algorithm="RS256")
    said = jwt.decode(token(), theirs, algorithms=["RS256"], options={"verify_exp": False, "verify_nbf": False})
    assert said == payload()


def test_a_badge_of_another_library_is_read_if_it_is_of_the_same_kind():
    made = jwt.encode(payload(), key().private, algorithm="RS256", headers={"jwk": key().public.jwk})
    signed = read(made)
    assert key().public.holds(signed) and badge_in(signed.payload(), AT).name == WHAT.name


def test_it_says_what_the_specification_requires_and_nothing_of_how_it_went():
    said = payload()
    assert said["@context"] == [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ]
    assert {"VerifiableCredential", "OpenBadgeCredential"} <= set(said["type"])
    assert (said["iss"], said["jti"], said["sub"]) == (
        said["issuer"]["id"],
        said["id"],
        said["credentialSubject"]["id"],
    )
    assert (said["nbf"], said["exp"]) == (int(AT.timestamp()), int(UNTIL.timestamp()))
    assert (said["validFrom"], said["validUntil"]) == ("2026-03-02T09:30:00Z", "2028-03-01T09:30:00Z")
    done = said["credentialSubject"]["achievement"]
    assert set(done) == {"id", "type", "name", "description", "criteria"} and done["criteria"]["narrative"]
    assert set(names_in(said)) <= TERMS, "no result, level, score, evidence or name of a person has a place"


def test_its_earner_is_a_mark_that_another_can_compute_and_no_name_or_address():
    (who,) = payload()["credentialSubject"]["identifier"]
    assert (who["type"], who["hashed"], who["identityType"]) == ("IdentityObject", True, "emailAddress")
    assert "example.org" not in json.dumps(who) and "amal" not in json.dumps(payload()).lower()
    # the specification's implementation guide: the address, then the salt
    guide = Earner("jjefferson18@example.com", "FleurDeSel").mark
    assert guide == "sha256$658625b25ab3d75d613ca97d9a5a77f70e2192feca5557f4ad09a4d4f121f5fc"
    badge = badge_in(payload(), AT)
    assert badge.is_of("amal@AGENCY.example.org ") and not badge.is_of("ben@agency.example.org")


@given(st.integers(0), st.integers(1, 63))
@settings(max_examples=60, deadline=None)
def test_no_letter_of_a_badge_can_be_changed(place, by):
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    at = place % len(token())
    if token()[at] == ".":
        return
    changed = token()[:at] + letters[(letters.index(token()[at]) + by) % 64] + token()[at + 1 :]
    try:
        signed = read(changed)
    except NotABadge:
        return
    assert not key().public.holds(signed)


def test_a_badge_signed_by_another_key_is_never_taken_for_ours():
    other = key(1)
    forged = {"alg": "RS256", "typ": "JWT", "jwk": {**other.public.jwk, "kid": key().public.kid}}
    head = f"{piece(forged)}.{token().split('.')[1]}"
    made = jwt.encode(payload(), other.private, algorithm="RS256", headers=forged)
    assert read(made).key.kid == other.public.kid, "which key it is follows from the key, not from what it calls itself"
    assert not key().public.holds(read(made)) and not key().public.holds(read(f"{head}.{token().split('.')[2]}"))


@pytest.mark.parametrize(
    "header",
    [
        {"alg": "none"},
        {"alg": "HS256", "jwk": {}},
        {"alg": "RS256"},
        {"alg": "RS256", "typ": "at+jwt"},
        {"alg": "RS256", "crit": ["b64"], "b64": False},
        {"alg": "RS256", "jku": "https://elsewhere.example"},
        {"alg": "RS256", "jwk": {"kty": "oct", "k": "AAAA"}},
        {"alg": "RS256", "jwk": {"kty": "RSA", "n": "AQAB", "e": "AQAB"}},
        ["RS256"],
    ],
)
def test_other_ways_of_signing_are_refused(header):
    if isinstance(header, dict) and header.get("alg") == "RS256" and "jwk" not in header and len(header) > 1:
        header = header | {"jwk": key().public.jwk}
    with pytest.raises(NotABadge):
        read(f"{piece(header)}.{token().split('.', 1)[1]}")


@pytest.mark.parametrize(
    "change",
    [
        {"iss": "https://elsewhere.example"},
        {"sub": "urn:uuid:0"},
        {"jti": "urn:uuid:0"},
        {"nbf": 1},
        {"exp": 2**60},
        {"validUntil": "2099-01-01T00:00:00Z"},
        {"validFrom": "2026-03-02T09:30:00"},
        {"type": ["VerifiableCredential"]},
        {"credentialSubject": {"identifier": []}},
        {"issuer": HOME},
    ],
)
def test_a_signed_badge_that_is_not_of_one_piece_is_no_badge(change):
    with pytest.raises(NotABadge, match="It is signed, but"):
        badge_in(payload(**change), AT)


def test_what_another_agency_signed_does_not_steer_a_terminal():
    said = payload(issuer={"id": HOME, "name": "\x1b]0;Brack\nwater\u202e"})
    assert badge_in(said, AT).issuer.name == "]0;Brackwater"


def test_a_badge_of_the_future_is_refused_and_an_old_one_is_over():
    with pytest.raises(NotABadge, match="only good from 02 March 2026"):
        badge_in(payload(), AT - timedelta(hours=1))
    badge = badge_in(payload(), UNTIL + timedelta(days=1))
    assert badge.is_over(UNTIL + timedelta(days=1)) and not badge.is_over(UNTIL - timedelta(days=1))


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode) | st.just(b"." * 2))
@settings(max_examples=200, deadline=None)
def test_whatever_a_file_holds_is_a_badge_or_a_sentence(data):
    try:
        read(token_in(data))
    except NotABadge as problem:
        assert str(problem).endswith(".")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b" \n", "empty"),
        (b"x" * 1_000_001, "too large"),
        (b"\x89PNG\r\n", "neither a signed badge"),
        (b"<svg", "cannot be read as one"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "holds no badges"),
        (b"<a xmlns:o='https://purl.imsglobal.org/ob/v3p0'><o:credential/></a>", "proved in another way"),
        (b"<a xmlns:o='https://purl.imsglobal.org/ob/v3p0'><o:credential/><o:credential/></a>", "holds 2 badges"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "holds no badges"),
        (piece(b"[" * 70_000).encode() + b".e30.AA", "cannot be read"),
    ],
)
def test_a_file_that_is_none_is_told_why(data, says):
    with pytest.raises(NotABadge, match=says):
        read(token_in(data))


@pytest.mark.parametrize("title", [WHAT.name, "x" * 200, "A story " * 25, "a\x00b\ud7ff", ""])
def test_the_picture_holds_the_same_badge_in_its_first_tag_whatever_its_title(title):
    data = bake(
        token(), Drawn("A bite, read", title, "Thornbury Council", ("Given on 2 March 2026", "Good until 1 March 2028"))
    )
    assert data.index(b"<openbadges:credential verify=") < data.index(b"<title>")
    assert b'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"' in data and b"<script" not in data
    assert token_in(data) == token()


def test_a_key_is_read_again_from_what_was_written_and_nothing_else_is_a_key():
    assert SigningKey.parse(key().pem().decode()).public.kid == key().public.kid
    assert PublicKey.from_jwk(key().public.jwk).kid == key().public.kid
    for text in ("", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"):
        with pytest.raises(NotAKey):
            SigningKey.parse(text)
    for jwk in (None, [], {"kty": "RSA"}, {"kty": "RSA", "n": 5, "e": "AQAB"}, {**key().public.jwk, "e": "AQ"}):
        with pytest.raises(NotAKey):
            PublicKey.from_jwk(jwk)
