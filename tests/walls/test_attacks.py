"""What strangers type: into every form of every page, as words, as file names, as fields that nobody asked for.

The pages and forms are found by following links, so that a new one is tried without a new test.
"""

import os
import random
import re
import uuid
from dataclasses import dataclass
from html import unescape

import pytest
from django.test import Client

from kith.core.models import Worker
from kith.core.permissions import Role
from kith.core.transactions import scoped
from kith.court import testing as papers
from kith.exhibits import testing as handed_over
from kith.home.tests import world
from kith.record import testing as make
from kith.record.models import Access, Case, Entry, Participant, ProtectedFact
from kith.record.tests.asking import signed_in
from tests.walls import hostile

FEWEST_FORMS, FEWEST_SENT, FEWEST_PAGES = 35, 12, 45
#: `make walls` tries all of it; every day each form is sent some of it, another part of it each time.
ALL = os.environ.get("KITH_WALLS") == "all"
EVERY_DAY = 1
pytestmark = [pytest.mark.django_db, pytest.mark.timeout(900 if ALL else 120)]  # seconds a test
#: Ends a tag, an attribute and a word of script, whichever it stands in.
SCRIPT = "zq<script>x</script>\"'`zq"
RAW = ("zq<script", "</script>\"'", "\"'`zq")
#: What a database, a template, a shell, a path, a header or a log might take for its own.
HOSTILE = (
    "' OR '1'='1' --",
    '"; DROP TABLE record_case; --',
    "\\' UNION SELECT * FROM core_worker -- %s %(x)s {} {0} ${7*7} {{7*7}} {% debug %}",
    "a\r\nBcc: everybody@example.org\r\n\r\nwords",
    "nothing\x00more \ud7ff \u202e\u2028 \U000e0041",
    '=HYPERLINK("http://evil.example.org","x")',
    "../../../../etc/passwd",
    "9" * 60,
    "x" * 20_000,
)


@dataclass
class Scene:
    """Amal's case with something of every kind in it; Cara's case, which is not his."""

    amal: Worker
    case: Case
    client: Client
    cara: Worker
    others: Case


@pytest.fixture
def scene() -> Scene:
    made = world.build()
    made.everything()
    make.team(made.amal, managers=[made.amal])
    handed_over.exhibit(made.case, made.amal, world.CHAT + b"\n", SCRIPT.replace("/", ""))
    make.protected_address(made.case, made.amal)
    make.outside_reader(made.case, made.amal, made.lena)
    statement = papers.statement(made.case, made.amal)
    papers.paragraph(statement, made.amal, "What was seen.")
    return Scene(made.amal, made.case, signed_in(made.amal), made.cara, make.case(made.cara, family_name="Sorrel"))


def promoted(scene: Scene) -> Client:
    """Give Amal's browser as a manager's: every page there is."""
    Worker.objects.filter(id=scene.amal.id).update(role="team_manager")
    client = signed_in(Worker.objects.get(id=scene.amal.id))
    client.raise_request_exception = False
    return client


def some(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give all of it, or an everyday sample."""
    return words if ALL else tuple(random.sample(words, EVERY_DAY))


def test_no_words_break_a_form(scene: Scene, capsys) -> None:
    client, tried, odd = promoted(scene), 0, []
    forms = hostile.every_form(client)
    for form in forms:
        for said in some(HOSTILE):
            typed = hostile.filled(form, lambda field, said=said: said)
            answer = hostile.send(client, form, typed)
            tried += 1
            odd += [f"{answer.status_code} {form.kind}: {said[:30]!r}"] if answer.status_code >= 500 else []
            odd += [f"{form.kind}: {name}" for name, value in answer.headers.items() if "\n" in value or "\r" in value]
            odd += [f"{form.kind} leads to {answer.url}"] if _leads_away(answer) else []
    with capsys.disabled():
        print(f"{tried} answers of {len(forms)} forms")  # noqa: T201
    assert len(forms) >= FEWEST_FORMS
    assert odd == []
    with scoped(worker_id=scene.cara.id):
        assert [each.id for each in Case.objects.all()] == [scene.others.id]


def _leads_away(answer) -> bool:
    return answer.status_code in (301, 302, 303, 307, 308) and not re.match(r"/(?![/\\])|\?", answer["Location"])


@pytest.mark.drill
def test_hidden_fields_and_choices_that_were_changed_break_nothing(scene: Scene) -> None:
    client, odd, tried = promoted(scene), [], 0
    for form in hostile.every_form(client):
        for said in some(("' --", "\x00", "", str(uuid.uuid4()), "9" * 40, "-1", SCRIPT)):
            typed = {each.name: said for each in form.fields if each.name != "submit_key"}
            answer = hostile.send(client, form, {"submit_key": str(uuid.uuid4()), **typed})
            tried += 1
            odd += [f"{answer.status_code} {form.kind}: {said[:30]!r}"] if answer.status_code >= 500 else []
            odd += [f"{form.kind}: said back raw"] if any(raw in _text(answer) for raw in RAW) else []
    assert tried >= FEWEST_FORMS * EVERY_DAY
    assert odd == []


ASKED = ("' OR 1=1 --", "%00", "\x00", "9" * 30, "-1", SCRIPT, "\u0663", "a" * 3000, "[]", "%s")


@pytest.mark.drill
def test_what_an_address_asks_breaks_no_page(scene: Scene) -> None:
    client, odd = promoted(scene), []
    asked, looked = sorted(_asked_names()), [path for path, _ in hostile.pages(client)]
    assert len(asked) > 12
    for path in looked if ALL else random.sample(looked, min(25, len(looked))):
        for said in some(ASKED):
            answer = client.get(path.partition("?")[0], dict.fromkeys(asked, said))
            odd += [f"{answer.status_code} {path}"] if answer.status_code >= 500 or _leads_away(answer) else []
            odd += [f"{path}: said back raw"] if any(raw in _text(answer) for raw in RAW) else []
    assert len(looked) >= FEWEST_PAGES
    assert odd == []


def _asked_names() -> set[str]:
    """Name whatever a view reads of an address, and the fields of forms that are sent in it."""
    from tests.house.test_structure import SOURCE

    read = r"request\.GET(?:\.get\(|\.getlist\(|\[)\s*[\"'](\w+)|[\"'](\w+)[\"'] in request\.GET"
    found = {a or b for path in SOURCE.rglob("*.py") for a, b in re.findall(read, path.read_text())}
    return found | {"q", "words", "kinds", "kind", "from_on-day", "until_on-year", "who", "next", "page", "start"}


def _text(answer) -> str:
    return answer.content.decode("utf-8", "replace") if "html" in answer.get("Content-Type", "") else ""


@pytest.mark.drill
def test_markup_that_was_typed_is_shown_as_words_on_every_page(scene: Scene, capsys) -> None:
    client = promoted(scene)
    sent = [form.kind for form in hostile.every_form(client) if form.method == "POST" and _sent(client, form)]
    shown, odd = 0, []
    looked = list(hostile.pages(client))
    for path, text in looked:
        odd += [f"{path}: {raw}" for raw in RAW if raw in text]
        shown += "zq<script" in unescape(text)
    with capsys.disabled():
        print(f"{len(sent)} forms kept it, {shown} of {len(looked)} pages show it")  # noqa: T201
    assert odd == []
    assert len(sent) >= FEWEST_SENT, sent
    assert len(looked) >= FEWEST_PAGES
    assert shown >= 15


def _sent(client: Client, form: hostile.Form) -> bool:
    """Send a form filled in with markup: if that is refused as too long, a little of it."""
    for words in (SCRIPT, SCRIPT + " TB1 1AA", "lena@example.org"):
        typed = hostile.filled(form, lambda field, words=words: words)
        if hostile.send(client, form, typed).status_code == 302:
            return True
    return False


#: What a form never asks for: the case comes from the address, the worker from the session, the time from the clock.
NEVER_ASKED = ("id", "pk", "case", "case_id", "by", "by_id", "at", "opened_by", "written_by", "worker_id", "role")
NEVER_ASKED += ("is_restricted", "is_active", "is_staff", "is_superuser", "state", "until_at", "sha256")


@pytest.mark.drill
def test_fields_that_nobody_asked_for_change_nothing(scene: Scene) -> None:
    client = promoted(scene)
    extra = dict.fromkeys(NEVER_ASKED, "1") | {"case": scene.others.id, "case_id": scene.others.id}
    extra |= dict.fromkeys(("by", "by_id", "opened_by", "written_by", "worker_id"), scene.cara.id)
    extra |= {"role": "system_admin", "id": uuid.uuid4(), "pk": uuid.uuid4(), "state": "sealed"}
    before = _rows(scene, scene.cara), _standing(scene)
    sent, forms = 0, hostile.every_form(client)
    assert [form.kind for form in forms for field in form.fields if field.name in NEVER_ASKED] == []
    for form in forms:
        if form.method == "POST":
            typed = hostile.filled(form, lambda field: "A quiet word" if field.sort != "email" else "a@example.org")
            sent += hostile.send(client, form, {**extra, **typed}).status_code == 302
    assert sent >= FEWEST_SENT
    assert (_rows(scene, scene.cara), _standing(scene)) == before
    with scoped(worker_id=scene.amal.id):
        written = Entry.objects.filter(text="A quiet word")
        assert written
        assert {(each.case_id, each.recorded_by_id) for each in written} == {(scene.case.id, scene.amal.id)}


def _rows(scene: Scene, who: Worker) -> list[int]:
    """Count what somebody has in their case."""
    with scoped(worker_id=who.id):
        return [each.objects.count() for each in (Case, Access, Entry, Participant, ProtectedFact)]


def _standing(scene: Scene) -> list[object]:
    return list(Worker.objects.order_by("email").values_list("id", "email", "role", "is_active"))


TOLD = re.compile(r"django|granian|python|jinja|postgres|psycopg|allauth|whitenoise", re.IGNORECASE)


@pytest.mark.drill
def test_no_answer_tells_what_it_was_made_with(scene: Scene) -> None:
    client = promoted(scene)
    asked = [(client, path) for path, _ in hostile.pages(client)]
    asked += [(Client(raise_request_exception=False), path) for path in ("/accounts/login/", "/nothing/", "/static/x")]
    for who, path in asked:
        answer = who.get(path)
        told = {name: value for name, value in answer.headers.items() if TOLD.search(f"{name} {value}")}
        assert told == {}, path
        assert not {"Server", "X-Powered-By", "X-Generator"} & set(answer.headers)
        assert not re.search(r"<meta[^>]+generator", _text(answer))
        kind = answer.get("Content-Type", "")
        assert answer.status_code in (301, 302, 304) or kind
        assert "charset=utf-8" in kind or not kind.startswith("text/"), path


@pytest.mark.parametrize(
    "there",
    ["//evil.example.org", "https://evil.example.org/", "/\\evil.example.org", "\\\\evil.example.org", "javascript:x()"]
    + ["/%09/evil.example.org", "/\t/evil.example.org", "///evil.example.org", "http:evil.example.org", " //evil.org"]
    + ["https:/evil.example.org", "//evil.example.org@testserver/", "/x\r\nSet-Cookie: planted=1", "data:text/html,x"],
)
def test_nobody_is_sent_elsewhere(there: str) -> None:
    amal = make.worker("Amal", Role.TEAM_MANAGER)
    client = signed_in(amal)
    client.raise_request_exception = False
    for name in ("next", "url", "return", "to", "redirect", "from", "added", "location"):
        for path in ("/lock/", "/accounts/login/", "/accounts/logout/", "/accounts/reauthenticate/", "/", "/search/"):
            for answer in (client.get(path, {name: there}), Client().post(f"{path}?{name}=x", {name: there})):
                assert not _leads_away(answer), (path, name, answer["Location"])
                assert "planted" not in answer.cookies
        client = signed_in(amal)
