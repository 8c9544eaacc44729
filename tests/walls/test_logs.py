"""Nothing that was logged holds a word about anybody, however closely it is listened: not while people work, not
while they err, and not when the product itself fails.
"""

import importlib
import io
import logging
import uuid
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import Client, override_settings

from kith.core import clock
from kith.core.logs import Events
from kith.core.models import Worker
from kith.core.tests.asking import PASSWORD, sign_in
from kith.court import testing as papers
from kith.exhibits import testing as handed_over
from kith.home.tests import world
from kith.learning import testing as learning
from kith.record import testing as make
from kith.record.tests.asking import signed_in
from tests.walls import hostile

#: Words that occur nowhere else: a name, an address, a file, a message, a search, an account, a password.
MARKERS = ("Quenchwater", "Birchgarth", "moorhenfile", "halcyonwords", "ospreysearch", "plover.account", "lapwing-pass")
NAME, PLACE, FILE, WORDS, SEARCH, ACCOUNT, WRONG = MARKERS
LISTENED = (
    "",
    "kith",
    "django",
    "procrastinate",
    "allauth",
    "csp",
    "pikepdf",
    "fontTools",
    "PIL",
    "asyncio",
    "mail.log",
)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that is logged at any level, as `Events` writes it."""
    heard, handler = io.StringIO(), logging.StreamHandler()
    handler.setStream(heard)
    handler.setFormatter(Events())
    loggers = [logging.getLogger(name) for name in {*LISTENED, *settings.LOGGING["loggers"]}]
    before = [(each, each.level) for each in loggers]
    logging.getLogger().addHandler(handler)
    for each in loggers:
        each.setLevel(logging.DEBUG)
    yield heard
    logging.getLogger().removeHandler(handler)
    for each, level in before:
        each.setLevel(level)


def faults(log: io.StringIO) -> list[str]:
    said = log.getvalue().splitlines()
    return [line for line in said if any(marker.lower() in line.lower() for marker in MARKERS)]


def at_work() -> tuple[world.World, Client]:
    """Make a case full of markers, and its worker's browser."""
    made = world.build()
    make.participant(made.case, made.amal, known_as=NAME, part="child")
    make.protected_address(made.case, made.amal, value=f"14 {PLACE} Lane, Fennby, FN1 2QX")
    made.entry(f"{NAME} said {WORDS}")
    made.message(f"{WORDS} on Thursday")
    made.chat(f"25/03/2026, 09:16 - {NAME}: {WORDS}\nno date {WORDS}\n".encode())
    handed_over.exhibit(made.case, made.amal, WORDS.encode(), f"{FILE}.txt")
    papers.paragraph(papers.statement(made.case, made.amal), made.amal, WORDS)
    return made, signed_in(made.amal)


@pytest.mark.drill
@pytest.mark.django_db
def test_a_whole_days_work_leaves_no_word_in_the_log(log: io.StringIO, capsys) -> None:
    made, client = at_work()
    client.raise_request_exception = False
    forms = hostile.every_form(client)
    for form in forms:
        hostile.send(client, form, hostile.filled(form, lambda field: f"{NAME} {WORDS} {PLACE}"))
        hostile.send(client, form, {each.name: WORDS for each in form.fields})
    client.get("/search/", {"q": f"{SEARCH} {NAME}"})
    looked = list(hostile.pages(client))
    with capsys.disabled():
        print(f"{len(looked)} pages, {len(forms)} forms, {len(log.getvalue().splitlines())} lines")  # noqa: T201
    assert len(looked) > 40
    assert any(NAME in text for _, text in looked)
    assert "exhibit read" in log.getvalue()
    assert '"level": "DEBUG"' in log.getvalue() or log.getvalue().count("\n") > 4
    assert faults(log) == []


@pytest.mark.django_db
def test_signing_in_rightly_and_wrongly_leaves_no_word_in_the_log(log: io.StringIO) -> None:
    client = Client(raise_request_exception=False)
    for email in (f"{ACCOUNT}@example.org", f"{ACCOUNT}' --", f"{ACCOUNT}\x00@example.org"):
        sign_in(client, email, f"{WRONG} {PASSWORD}")
    client.get(f"/{NAME}/{WORDS}/", {"q": SEARCH}, HTTP_REFERER=f"http://testserver/{PLACE}", HTTP_USER_AGENT=NAME)
    client.get("/", HTTP_HOST=f"{NAME}.example.org")
    Client(enforce_csrf_checks=True).post(f"/accounts/login/?next=/{NAME}", {"login": ACCOUNT, "password": WRONG})
    client.post("/accounts/login/", {f"{WORDS}{n}": "x" for n in range(2_000)})
    client.post("/accounts/login/", f"{WORDS}", content_type=f"multipart/form-data; boundary={NAME}")
    assert faults(log) == []
    assert PASSWORD not in log.getvalue()


@pytest.mark.parametrize("fails", [False, True])
def test_a_link_and_its_word_are_in_no_log(fails: bool, committed, log: io.StringIO, monkeypatch) -> None:
    """Opened, guessed at, used, and when the page itself fails: neither its secret, nor the word, nor a file's name."""
    amal = make.worker("Amal")
    case = make.case(amal)
    lena = make.participant(case, amal, known_as=NAME, part="mother")
    _, token = handed_over.link(case, amal, lena, code_word=WORDS)
    phone = Client(raise_request_exception=False)
    kind = {"content_type": "application/x-www-form-urlencoded"}
    phone.get(f"/drop/{token}/")
    phone.post(f"/drop/{token}/", f"word={WRONG}", **kind)
    phone.post(f"/drop/{token}/", f"word={WORDS}", **kind)
    if fails:
        monkeypatch.setattr("kith.exhibits.actions.add_files", _fails)
        monkeypatch.setattr("kith.exhibits.actions.look", _fails)
    sent = phone.post(f"/drop/{token}/send/", {"sent": io.BytesIO(b"words")}, QUERY_STRING=f"q={WORDS}")
    assert sent.status_code == (500 if fails else 302)
    phone.get(f"/drop/{token}/")
    phone.get(f"/drop/{token}/nothing/")
    phone.post(f"/drop/{token}/end/")
    assert ("page failed" if fails else "404") in log.getvalue()
    assert token not in log.getvalue()
    assert faults(log) == []


@pytest.mark.parametrize("fails", [False, True])
def test_a_peers_link_and_what_they_write_are_in_no_log(fails: bool, committed, log: io.StringIO, monkeypatch) -> None:
    """Opened, stopped at a name, used, and when the page itself fails."""
    amal = make.worker("Amal")
    made = learning.piece(amal, learnt=WORDS)
    asked = {"piece_id": made.id, "fields": ["learnt"], "labels": {"learnt": "Learnt"}, "by": amal}
    _, token = learning.actions.ask_by_link(**asked, at=clock.now())
    phone = Client(raise_request_exception=False)
    kind = {"content_type": "application/x-www-form-urlencoded"}
    phone.get(f"/peer/{token}/", QUERY_STRING=f"q={WORDS}")
    phone.post(f"/peer/{token}/", f"text=I+met+{NAME}&name={NAME}&role={WORDS}", **kind)
    if fails:
        monkeypatch.setattr("kith.learning.actions.write_by_link", _fails)
    sent = phone.post(f"/peer/{token}/", f"text=we+{WORDS}&name={NAME}&role={WORDS}", **kind)
    assert sent.status_code == (500 if fails else 302)
    phone.get(f"/peer/{token}/nothing/")
    assert token not in log.getvalue()
    assert faults(log) == []


@pytest.mark.parametrize("fails", [False, True])
def test_the_code_of_a_vote_and_a_phones_token_are_in_no_log(
    fails: bool, committed, log: io.StringIO, monkeypatch
) -> None:
    made = learning.gathering(make.worker("Amal"))
    phone = Client(raise_request_exception=False)
    kind = {"content_type": "application/x-www-form-urlencoded"}
    phone.get(f"/vote/{made.code}/?from={WORDS}")
    token = phone.cookies["vote"].value
    phone.post("/vote/", f"code={made.code}", **kind)
    if fails:
        monkeypatch.setattr("kith.learning.actions.phones.vote", _fails)
    sent = phone.post(f"/vote/{made.code}/", "turn=1&chosen=0", **kind)
    assert sent.status_code == (500 if fails else 302)
    for path in (f"/vote/{made.code}/now/", f"/vote/{made.code}/nothing/", f"/vote/{WRONG}/"):
        phone.get(path)
    assert ("page failed" if fails else "404") in log.getvalue()
    assert not [each for each in (made.code, token, token.partition(":")[0]) if each in log.getvalue()]
    assert faults(log) == []


def _fails(**said: object) -> None:
    raise Broken(str(said))


class Broken(RuntimeError):
    """A bug whose text quotes what somebody wrote."""


@pytest.mark.django_db
@pytest.mark.parametrize("error", [Broken, ValueError, OperationalError, KeyError, UnicodeError])
def test_a_page_that_fails_tells_neither_the_log_nor_the_reader_what_it_held(error, log, monkeypatch) -> None:
    made, client = at_work()
    client.raise_request_exception = False

    def fail(*_: object, **__: object) -> None:
        told = f"{NAME} lives at {PLACE}"
        raise error(told)

    monkeypatch.setattr(importlib.import_module("kith.home.views.search"), "search_page", fail)
    answer = client.get("/search/", {"q": SEARCH})
    assert answer.status_code == (503 if error is OperationalError else 500)
    said = answer.content.decode()
    assert not [each for each in (*MARKERS, "Traceback", "fail", error.__name__, ".py") if each in said]
    assert error.__name__ in log.getvalue()
    assert faults(log) == []


@pytest.mark.django_db
def test_a_form_that_fails_does_not_tell_what_was_typed(log: io.StringIO, monkeypatch) -> None:
    made, client = at_work()
    client.raise_request_exception = False

    def fail(*_: object, **typed: object) -> None:
        raise Broken(str(typed))

    monkeypatch.setattr(importlib.import_module("kith.record.views.people").actions, "add_participant", fail)
    typed = {"submit_key": str(uuid.uuid4()), "known_as": NAME, "part": "child"}
    answer = client.post(f"/cases/{made.case.id}/people/add/", typed)
    assert answer.status_code == 500
    assert NAME not in answer.content.decode()
    assert "Broken" in log.getvalue()
    assert faults(log) == []


def test_a_statement_that_fails_does_not_tell_its_values(db: None, log: io.StringIO) -> None:
    """Django keeps statements to be logged when it is told to; nobody tells it to."""
    from django.db import connection

    assert not settings.DEBUG
    assert not connection.force_debug_cursor
    with override_settings(DEBUG=False), connection.cursor() as cursor:
        cursor.execute("SELECT %s", [NAME])
    assert faults(log) == []


def test_a_line_stays_one_line_whatever_is_in_it(log: io.StringIO) -> None:
    logging.getLogger("kith.tests").info(
        'looked\n{"level": "forged"}\r\n%s', "\u2028\x1b[31m", extra={"exhibit": "1\n2"}
    )
    assert len(log.getvalue().splitlines()) == 1
    assert "\x1b" not in log.getvalue()


def test_no_value_of_ours_says_its_secret_when_it_is_printed() -> None:
    from kith.core.vault import CaseKey, new_installation_key
    from kith.correspondence.channels.smtp import Server

    key = new_installation_key()
    secrets = [key.text().rpartition("-")[2], WRONG]
    for value in (key, CaseKey.new(), Server("mail", 25, user="kith", password=WRONG)):
        assert not [secret for secret in secrets if secret in f"{value!r} {value}"], type(value)
    worker = Worker(email=f"{ACCOUNT}@example.org", name=NAME)
    assert NAME not in f"{worker!r} {worker}"
    assert ACCOUNT not in f"{worker!r} {worker}"


@pytest.mark.django_db
def test_no_row_says_whom_it_is_about_when_it_is_printed() -> None:
    from django.apps import apps

    text = {"known_as": NAME, "family_name": NAME, "text": WORDS, "subject": WORDS, "name": NAME, "email": ACCOUNT}
    for model in apps.get_models():
        if model.__module__.startswith("kith."):
            names = {field.attname for field in model._meta.concrete_fields}
            row = model(**{name: value for name, value in text.items() if name in names})
            assert not [each for each in MARKERS if each in f"{row!r} {row}"], model.__name__
