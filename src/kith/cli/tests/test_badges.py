"""`kith badges`, as an administrator types it: a key is made, changed and forgotten, and badges are checked."""

import json
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kith.cli.badges import issuer
from kith.cli.main import main
from kith.engines.badges import Achievement, Drawn, Earner, Issuer, SigningKey, bake, claims, token_in
from kith.learning import issuing

NOW = datetime.now(UTC)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    for name in ("KITH_BADGE_KEY", "KITH_BADGE_KEY_FILE", "KITH_BADGE_ISSUER", "KITH_DROP_AGENCY", "KITH_XAPI_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KITH_FOLDER", str(tmp_path / "agency"))
    return tmp_path / "agency" / "secrets"


@pytest.fixture(autouse=True)
def small_keys(monkeypatch):
    """Make keys of the least size: half a second each is left out, and nothing else."""
    monkeypatch.setattr("kith.engines.badges.signing.SigningKey.new.__func__.__defaults__", (2048,))


def badge(folder, key=None, *, age=timedelta(minutes=1), **said):
    """Write a badge as a worker takes it out; gives where it lies."""
    facts = {
        "issuer": Issuer("Thornbury Council", "https://www.example.org"),
        "earner": Earner("amal@example.org", "salt"),
    }
    facts |= {"what": Achievement("https://www.example.org/learning/bite/x", "Voice notes", "A piece.", "Own word.")}
    times = {"from_at": NOW - age, "until_at": NOW - age + timedelta(days=730)}
    payload = claims(id=uuid.uuid4(), subject=uuid.uuid4(), **facts, **times)
    token = (key or SigningKey.parse((folder / "badge-key").read_text())).sign(payload | said)
    place = folder / f"{uuid.uuid4()}.svg"
    place.write_bytes(bake(token, Drawn("A bite, read", "Voice notes", "Thornbury Council", ())))
    return str(place)


def typed(capsys, *words):
    """Type a command; gives its code and what it said."""
    capsys.readouterr()
    code = main(["badges", *words])
    said = capsys.readouterr()
    return code, said.out + said.err


def made(capsys, folder):
    assert typed(capsys, "key", "make")[0] == 0
    return SigningKey.parse((folder / "badge-key").read_text()).public.kid


def test_a_key_is_made_once_kept_private_and_shown_in_public_alone(capsys, folder):
    assert typed(capsys, "key", "show") == (
        2,
        "kith badges: This agency has no key for badges. Make one: kith badges key make\n",
    )
    kid = made(capsys, folder)
    assert ((folder / "badge-key").stat().st_mode & 0o777, folder.stat().st_mode & 0o777) == (0o600, 0o700)
    code, said = typed(capsys, "key", "make")
    assert code == 2 and "left as it is" in said
    code, said = typed(capsys, "key", "show")
    (shown,) = json.loads(said)["keys"]
    assert code == 0 and shown["kid"] == kid and set(shown) == {"kty", "n", "e", "kid"}


def test_a_badge_is_checked_by_who_gave_it_what_for_and_how_long_it_is_good(capsys, folder):
    made(capsys, folder)
    code, said = typed(capsys, "check", badge(folder), "--email", "AMAL@example.org")
    assert code == 0
    assert f"Thornbury Council (https://www.example.org) gave it on {NOW:%d %B %Y} for: Voice notes" in said
    assert "It is good until" in said and "It was given to whoever has the address AMAL@example.org." in said
    code, said = typed(capsys, "check", badge(folder), "--email", "ben@example.org")
    assert code == 1 and "It was not given to" in said
    code, said = typed(capsys, "check", badge(folder, age=timedelta(days=800)))
    assert code == 1 and "Its time was over on" in said


def test_what_another_key_signed_or_somebody_changed_does_not_hold(capsys, folder):
    made(capsys, folder)
    code, said = typed(capsys, "check", badge(folder, SigningKey.new()))
    assert code == 1 and "none of this agency's keys: nothing that it says is proved" in said and "Voice" not in said
    one, other = (token_in(Path(badge(folder)).read_bytes()).split(".") for _ in range(2))
    place = folder / "changed.jwt"
    place.write_text(f"{one[0]}.{other[1]}.{one[2]}")  # what one says, with the signature of another
    code, said = typed(capsys, "check", str(place))
    assert code == 1 and "did not sign it as it stands" in said


def test_what_an_older_key_signed_still_checks_until_that_key_is_forgotten(capsys, folder):
    first = made(capsys, folder)
    old = badge(folder)
    code, said = typed(capsys, "key", "rotate")
    assert code == 0 and f"What {first} signed still checks" in said
    second = SigningKey.parse((folder / "badge-key").read_text()).public.kid
    assert (
        [each["kid"] for each in json.loads(typed(capsys, "key", "show")[1])["keys"]] == [second, first] != [first] * 2
    )
    assert typed(capsys, "check", old)[0] == typed(capsys, "check", badge(folder))[0] == 0
    code, said = typed(capsys, "key", "forget", second)
    assert code == 2 and "kith badges key rotate" in said, "the key in use is not an older one"
    assert typed(capsys, "key", "forget", first)[0] == 0
    assert typed(capsys, "check", old)[0] == 1 and typed(capsys, "check", badge(folder))[0] == 0


def test_another_agency_checks_with_the_keys_that_were_published(capsys, folder, tmp_path, monkeypatch):
    made(capsys, folder)
    published, place = tmp_path / "keys.json", badge(folder)
    published.write_text(typed(capsys, "key", "show")[1])
    monkeypatch.setenv("KITH_FOLDER", str(tmp_path / "another"))
    assert typed(capsys, "check", place)[0] == 2, "it has no key of its own"
    assert typed(capsys, "check", place, "--keys", str(published))[0] == 0
    for odd in ("", "[]", "{}", '{"keys": 5}', '{"keys": [{"kty": "oct"}]}', "\ufffd"):
        published.write_text(odd)
        code, said = typed(capsys, "check", place, "--keys", str(published))
        assert code == 2 and "holds no public keys" in said


@pytest.mark.parametrize("data", [b"", b"words", b"<svg/>", b"\xff\xd8", b"a.b.c"])
def test_a_file_that_is_no_badge_is_told_so(capsys, folder, tmp_path, data):
    made(capsys, folder)
    (tmp_path / "file").write_bytes(data)
    code, said = typed(capsys, "check", str(tmp_path / "file"))
    assert code == 2 and said.startswith("kith badges: ") and said.count("\n") == 1
    code, said = typed(capsys, "check", str(tmp_path / "not-there"))
    assert code == 2 and "cannot be read: No such file" in said


def test_a_key_in_the_environment_signs_and_is_left_there(capsys, folder, monkeypatch):
    monkeypatch.setenv("KITH_BADGE_KEY", SigningKey.new().pem().decode())
    for do in ("make", "rotate"):
        code, said = typed(capsys, "key", do)
        assert code == 2 and "stands in the environment" in said
    assert issuing.load() is not None and typed(capsys, "key", "show")[0] == 0


def test_the_doctor_says_whether_badges_can_be_taken_out(capsys, folder, monkeypatch):
    def said():
        (found,) = issuer(folder.parent)
        return found.says, found.mend, found.is_unsafe

    assert said() == ("no key was made: nobody takes any out", "", False)
    made(capsys, folder)
    assert "KITH_BADGE_ISSUER" in said()[1]
    monkeypatch.setenv("KITH_DROP_AGENCY", "Thornbury Council")
    assert "KITH_XAPI_HOME" in said()[1]
    monkeypatch.setenv("KITH_XAPI_HOME", "https://www.example.org")
    assert "in the name of Thornbury Council" in said()[0] and not said()[1]
    (folder / "badge-key").chmod(0o644)
    assert "chmod 600" in said()[1] and said()[2]
