"""What is told to an agency's store: nothing unless it named one and the worker switched it on; never a choice."""

import json
import threading
import uuid
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from kith.core import clock
from kith.core.asking import ask
from kith.core.transactions import scoped
from kith.learning import actions, jobs
from kith.learning.actions import dilemmas
from kith.learning.models import Statement
from kith.learning.rules.telling import Learnt, Store, Told, Verb, address_of, check_store, judged, statement
from kith.learning.testing import piece, played, send, signed_in, worker

DILEMMA = Learnt("dilemma", "the-page", "The page before conference")


class StandIn(HTTPServer):
    """A store that holds to the published rules: version header, shape, one statement for an id."""

    def __init__(self):
        self.kept, self.away, self.headers = {}, False, []
        super().__init__(("127.0.0.1", 0), Taking)


class Taking(BaseHTTPRequestHandler):
    def do_PUT(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.headers.append(dict(self.headers))
        self.send_response(self._judge(body))
        self.send_header("X-Experience-API-Version", "1.0.3")
        self.end_headers()

    def _judge(self, body):
        parts = urlsplit(self.path)
        (which,) = parse_qs(parts.query).get("statementId", [""])
        if self.server.away:
            return 503
        if self.headers["X-Experience-API-Version"] != "1.0.3" or parts.path != "/xapi/statements" or not is_well(body):
            return 400
        if body["id"] != which:
            return 400
        if self.server.kept.setdefault(which, body) != body:
            return 409
        return 204

    def log_message(self, *words):
        pass


def is_well(body):
    """Tell whether a statement has the shape of xAPI 1.0.3, and an actor who is an account and nothing else."""
    actor, verb, thing = body["actor"], body["verb"], body["object"]
    return (
        set(body) <= {"id", "actor", "verb", "object", "timestamp"}
        and set(actor) == {"objectType", "account"}
        and set(actor["account"]) == {"homePage", "name"}
        and verb["id"].startswith("http://adlnet.gov/expapi/verbs/")
        and thing["objectType"] == "Activity"
        and urlsplit(thing["id"]).scheme in ("http", "https")
        and "+" in body["timestamp"]
        and bool(uuid.UUID(body["id"]))
    )


@pytest.fixture
def store(settings):
    server = StandIn()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    settings.XAPI_URL = f"http://127.0.0.1:{server.server_port}/xapi"
    settings.XAPI_HOME, settings.XAPI_KEY = "https://www.example.org", "kith:secret"
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def amal(db):
    return worker()


def told(amal, learnt=DILEMMA, verb=Verb.EXPERIENCED):
    return actions.tell(verb=verb, learnt=learnt, by=amal, at=clock.now())


def run(row):
    jobs.tell(statement_id=str(row.id), worker_id=str(row.worker_id))


def now(row):
    with scoped(worker_id=row.worker_id):
        return Statement.objects.get(id=row.id)


def test_nothing_is_told_unless_the_agency_has_a_store_and_the_worker_switched_it_on(amal, settings):
    assert told(amal) is None
    with pytest.raises(actions.NoStore):
        actions.switch_on(by=amal, at=clock.now())
    assert "named no learning store" in signed_in(amal).get(reverse("learning:telling")).content.decode()
    settings.XAPI_URL, settings.XAPI_HOME = "https://store.example.org/xapi", "https://www.example.org"
    assert told(amal) is None
    piece(amal)
    with scoped(worker_id=amal.id):
        assert not Statement.objects.exists()


def test_a_statement_says_who_did_what_and_no_name_address_or_choice(amal, store):
    send(signed_in(amal), reverse("learning:telling"))
    row = told(amal)
    run(row)
    (kept,) = store.kept.values()
    assert kept["actor"]["account"] == {"homePage": "https://www.example.org", "name": str(amal.id)}
    assert kept["object"]["id"] == "https://www.example.org/learning/dilemma/the-page"
    assert "result" not in kept and "context" not in kept
    assert amal.email not in json.dumps(kept) and amal.name not in json.dumps(kept)
    assert store.headers[0]["Authorization"].startswith("Basic ")
    assert now(row).sent_at is not None


def test_a_bite_is_told_of_by_a_press_once_and_only_by_who_switched_it_on(amal, store):
    browser, bite = signed_in(amal), reverse("learning:about", args=["cookies"])
    read = reverse("learning:say_read", args=["cookies"])
    assert "I have read it" not in browser.get(bite).content.decode()
    send(browser, read)
    actions.switch_on(by=amal, at=clock.now())
    assert "I have read it" in browser.get(bite).content.decode()
    with scoped(worker_id=amal.id):
        assert not Statement.objects.exists()
    send(browser, read)
    send(browser, read)
    with scoped(worker_id=amal.id):
        (row,) = Statement.objects.all()
    assert (row.body["verb"]["id"].rpartition("/")[2], row.body["object"]["id"].rpartition("/")[2]) == (
        "experienced",
        "cookies",
    )
    assert "is told that you read this" in browser.get(bite).content.decode()
    assert send(browser, reverse("learning:say_read", args=["basket_weaving"])).status_code == 404


def test_telling_twice_leaves_one_and_another_statement_of_one_id_is_refused(amal, store):
    actions.switch_on(by=amal, at=clock.now())
    row = told(amal)
    run(row)
    run(row)
    with scoped(worker_id=amal.id):
        Statement.objects.filter(id=row.id).update(
            sent_at=None, body={**row.body, "timestamp": "2026-01-01T00:00:00+00:00"}
        )
    run(row)
    assert len(store.kept) == 1
    assert (now(row).problem, now(row).sent_at) == ("refused", None)


def test_a_store_that_is_away_is_asked_again_and_what_waits_goes_when_it_is_switched_off(amal, store):
    actions.switch_on(by=amal, at=clock.now())
    store.away = True
    row = told(amal)
    run(row)
    assert (now(row).problem, now(row).tries) == ("again", 1)
    store.away = False
    run(row)
    assert now(row).sent_at is not None
    waiting = told(amal)
    send(signed_in(amal), reverse("learning:telling"), off="1")
    run(waiting)
    assert len(store.kept) == 1
    with scoped(worker_id=amal.id):
        assert not Statement.objects.exists()


def test_a_finished_piece_of_cpd_is_told_without_a_word_of_it(amal, store):
    actions.switch_on(by=amal, at=clock.now())
    piece(amal, learnt="zqlearnt", activity="zqactivity")
    with scoped(worker_id=amal.id):
        row = Statement.objects.get()
    assert "zq" not in json.dumps(row.body)
    assert row.body["verb"]["id"] == "http://adlnet.gov/expapi/verbs/completed"


def test_a_dilemma_played_to_its_end_is_told_once_and_never_how(amal, store):
    actions.switch_on(by=amal, at=clock.now())
    play = played(amal)
    for _ in range(2):
        made = 0
        while not play.is_ended:
            play = dilemmas.choose(play_id=play.id, made=made, chosen=0, by=amal, at=clock.now())
            made += 1
        play = dilemmas.begin_again(play_id=play.id, by=amal, at=clock.now())
    with scoped(worker_id=amal.id):
        row = Statement.objects.get()
    assert row.body["object"]["id"].endswith(f"/learning/dilemma/{play.dilemma.key}")
    assert row.body["object"]["definition"]["name"] == {"en-GB": play.dilemma.title}
    assert "result" not in row.body


def test_the_stand_in_holds_to_the_rules_it_stands_for(store):
    made = statement(
        id=uuid.uuid4(),
        verb=Verb.COMPLETED,
        learnt=DILEMMA,
        account="x",
        store=Store(f"http://127.0.0.1:{store.server_port}/xapi", "https://www.example.org"),
        at=clock.now(),
    )
    where = address_of(f"http://127.0.0.1:{store.server_port}/xapi", made["id"])
    data = json.dumps(made).encode()
    assert ask("PUT", where, headers={}, data=data).status == 400
    version = {"X-Experience-API-Version": "1.0.3"}
    other = json.dumps({**made, "timestamp": "2026-01-01T00:00:00+00:00"}).encode()
    assert [ask("PUT", where, headers=version, data=each).status for each in (data, data, other)] == [204, 204, 409]


@pytest.mark.parametrize(
    ("url", "home", "says"),
    [
        ("http://store.example.org/xapi", "https://www.example.org", "KITH_XAPI_URL must begin with https://."),
        ("https://a:b@store.example.org/", "https://www.example.org", "KITH_XAPI_URL must be an address and no more"),
        ("https://store.example.org/?x=1", "https://www.example.org", "KITH_XAPI_URL must be an address and no more"),
        ("file:///etc/passwd", "https://www.example.org", "KITH_XAPI_URL must begin with https://."),
        ("https://store.example.org/xapi", "", "Set KITH_XAPI_HOME"),
    ],
)
def test_an_odd_address_of_a_store_is_refused_and_nothing_is_told(settings, url, home, says):
    from kith.learning.queries import store as named

    assert check_store(url, home).startswith(says)
    settings.XAPI_URL, settings.XAPI_HOME = url, home
    assert named() is None


def test_a_statement_is_put_below_the_address_that_the_settings_name_and_nowhere_else():
    which = uuid.uuid4()
    assert address_of("https://store.example.org/xapi/", str(which)) == (
        f"https://store.example.org/xapi/statements?statementId={which}"
    )
    with pytest.raises(ValueError, match="badly formed"):
        address_of("https://store.example.org/xapi", "../elsewhere")


@pytest.mark.parametrize(
    ("status", "what"), [(204, Told.KEPT), (409, Told.REFUSED), (503, Told.AGAIN), (302, Told.REFUSED)]
)
def test_what_a_store_answers_is_judged(status, what):
    assert judged(status) == what
