"""Marks are planted in every text of every case; the whole site is walked as each of the cast: who meets which mark?"""

import contextlib
import io
import logging
import os
import random
from importlib import import_module

import psycopg
import pytest
from django.conf import settings
from django.test import Client

from kith.core.logs import Events
from kith.core.models import Worker
from kith.core.transactions import scoped
from kith.correspondence import testing as sending
from kith.correspondence.models import Outbox
from tests.walls import cast, crawling
from tests.walls.agency import LETTERS, MARK, Agency
from tests.walls.cast import SIGNED_OUT, Somebody, everybody
from tests.walls.crawling import Walk, walk
from tests.walls.places import PLACES
from tests.walls.planted import plant

ALL = os.environ.get("KITH_WALLS") == "all"
SEED = int(os.environ.get("KITH_WALLS_SEED", "3"))
pytestmark = pytest.mark.timeout(1800)

#: Every day: each wall once. With KITH_WALLS=all: every relation, as a practitioner, and the roles that differ.
EVERY_DAY = [
    ("la_social_worker", "plain", "own"),
    ("la_social_worker", "plain", "another team"),
    ("la_social_worker", "plain", "conflict"),
    ("information_governance_lead", "plain", "another team"),
    ("service_manager", "restricted", "manager of the team, not named"),
    ("la_social_worker", "restricted", "break-glass"),
    ("student_or_nqsw", "made up", "named"),
    ("it_admin", "plain", "own"),
]
#: How many addresses each asks for every day, of those that are known and of those that pages link to.
SAMPLE = 30
#: Written for whoever decides about an erasure, who may not open the case; the form says so where it is typed.
FOR_DECIDERS = {"erase", "recordreviewwhy", "recordreviewdecidedwhy"}


#: Planted columns that no page of a case like these shows, and why.
ON_NO_PAGE = {
    "correspondence_outbox.says": "why a message did not arrive: these wait",
    "exhibits_item.attachment_text": "of items that came with a file: these are words",
    "record_hold.ended_why": "no page says why a hold ended; the ledger keeps it",
    "record_restriction.lifted_why": "no page says why a restriction was lifted; the ledger keeps it",
    "record_review.decided_why": "for those who decide and confirm what is erased",
    "record_secondlook.says": "what a second person says to the writer: these wait",
    "record_review.why": "for those who decide and confirm what is erased",
}


def _cast() -> list[Somebody]:
    if ALL:
        return [*SIGNED_OUT, *everybody("la_social_worker")] + [
            each
            for role in cast.ROLES
            if role != "la_social_worker"
            for each in random.Random(f"{SEED} {role}").sample(everybody(role), 2)
        ]
    all = {each.called: each for role in cast.ROLES for each in everybody(role)}
    return [SIGNED_OUT[0], *(all[", ".join(which)] for which in EVERY_DAY)]


@pytest.fixture(scope="module")
def written(agency: Agency):
    """Everything that is logged from here on, at DEBUG, as our formatter writes it and as it was."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Events())
    root, before = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.setLevel(before)
    root.removeHandler(handler)


@pytest.fixture(scope="module")
def planted(agency: Agency, written) -> dict[str, str]:
    """The agency with its marks: what is in a mark -> where it was planted."""
    return plant(agency)


def begin(agency: Agency) -> list[str]:
    """Give every address there is, about the case of each kind; and the searches."""
    pages = [
        agency.path(address, place, kind)
        for kind in agency.cases
        for address, place in PLACES.items()
        if "GET" in place.methods
    ]
    timelines = [f"/cases/{case['case_id']}/timeline/" for case in agency.cases.values()]
    searches = [f"{place}?q={words}" for words in crawling.SEARCHES for place in ("/search/", *timelines)]
    return [*dict.fromkeys(pages), *searches, "/cases/nonsense/", "/nowhere/"]


def posts(agency: Agency) -> list[str]:
    return [
        agency.path(address, place, kind)
        for kind in agency.cases
        for address, place in PLACES.items()
        if "POST" in place.methods
    ]


def not_theirs(met: Walk, who: Somebody, planted: dict[str, str]) -> dict[str, str]:
    """Give the marks of cases that are not open to somebody, and where they met them.

    Only what was planted is a mark: in a hundred thousand pages a token that means nothing looks like one.
    """
    mine = LETTERS[who.kind] if who.opens else ""
    told = FOR_DECIDERS if "CONFIRM_ERASURE" in who.may else set()
    theirs = ((of, mark, where) for (of, mark), where in met.met.items() if mark in planted and mark not in told)
    return {f"{mark} of {of}": where for of, mark, where in theirs if of != mine}


def drawn(paths: list[str], who: Somebody) -> list[str]:
    return paths if ALL else random.Random(f"{SEED} {who.called}").sample(paths, SAMPLE)


@pytest.mark.parametrize("who", _cast(), ids=lambda who: who.called)
def test_canary(who: Somebody, agency: Agency, planted, settings, record_property):
    settings.STEP_UP_MINUTES = 600
    most = crawling.MOST if ALL else SAMPLE * 2
    met = walk(agency.client(who), drawn(begin(agency), who), posts=drawn(posts(agency), who), most=most)
    record_property("combinations", sum(met.statuses.values()))
    assert met.failed == []
    assert not_theirs(met, who, planted) == {}
    assert met.in_titles == {}, "say `tab` in other words on these pages (ui/base.html): tabs are seen by others"
    assert met.in_addresses == {}, "an address holds what is said of a case"
    assert {of for of, _ in met.met} >= ({LETTERS[who.kind]} if who.opens else set())


def signed_in(agency: Agency, name: str) -> Client:
    browser = Client(raise_request_exception=False)
    backend = "allauth.account.auth_backends.AuthenticationBackend"
    browser.force_login(Worker.objects.get(id=agency.people[name]), backend=backend)
    return browser


def test_canary_reaches_those_who_are_entitled(agency: Agency, planted, record_property):
    """The opposite fault: whoever holds or manages a case finds in its pages all that was planted, or says why not."""
    pages = [
        agency.path(address, place, "plain")
        for address, place in PLACES.items()
        if "case_id" in address and "GET" in place.methods
    ]
    searches = [f"/search/?q={words}" for words in ("zqpitemz*", "six")]
    met: set[str] = set()
    for name in ("holder", "manager"):
        found = walk(signed_in(agency, name), [*pages, *searches], most=500 if ALL else len(pages) + 30)
        record_property("combinations", sum(found.statuses.values()))
        assert found.failed == []
        met |= {mark for _, mark in found.met}
    unseen = {where for what, where in planted.items() if what not in met}
    odd = sorted(unseen - set(ON_NO_PAGE))
    assert not odd, (
        f"planted, and no page shows it to those who hold the case: {odd}. Show it, or say in ON_NO_PAGE why"
    )
    assert sorted(set(ON_NO_PAGE) & set(planted.values()) - unseen) == [], "a page shows these now: take them out"


@pytest.mark.drill
def test_canary_in_no_log_job_session_or_key_of_a_form(agency: Agency, planted, written, record_property):
    """Walk as holder, then with a table gone so that pages fail: neither tells the log, nor the page, a word."""
    for name in ("holder", "nobody"):
        walk(signed_in(agency, name), begin(agency)[:30], posts=posts(agency)[:20], most=40)
    with gone(agency, "record_entry"):
        failing = walk(signed_in(agency, "holder"), begin(agency)[:40], most=40)
    assert failing.failed, "no page failed without its table"
    record_property("combinations", sum(failing.statuses.values()))
    assert MARK.findall(written.getvalue()) == []
    assert "page failed" in written.getvalue()
    with psycopg.connect(agency.superuser) as connection:
        jobs = connection.execute("SELECT args::text, queueing_lock, lock FROM procrastinate_jobs").fetchall()
        forms = connection.execute("SELECT location FROM core_submission").fetchall()
        sessions = connection.execute("SELECT session_data FROM core_session").fetchall()
    assert jobs and sessions
    assert MARK.findall(str(jobs) + str(forms)) == []
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    assert MARK.findall(str([store.decode(data) for (data,) in sessions])) == []


@contextlib.contextmanager
def gone(agency: Agency, table: str):
    """Let a table be missing for a while."""
    with psycopg.connect(agency.superuser, autocommit=True) as connection:
        connection.execute(f"ALTER TABLE {table} RENAME TO {table}_gone")  # type: ignore[arg-type]
        try:
            yield
        finally:
            connection.execute(f"ALTER TABLE {table}_gone RENAME TO {table}")  # type: ignore[arg-type]


@pytest.mark.drill
def test_canary_in_what_leaves_by_mail(agency: Agency, tmp_path, settings, record_property):
    """Each message holds the marks of its own letter, and of nothing else of its case or of another."""
    holder = Worker.objects.get(id=agency.people["holder"])
    with sending.AwkwardPostRoom(tmp_path) as room:
        settings.SMTP_HOST, settings.SMTP_PORT = "127.0.0.1", room.port
        for case in agency.cases.values():
            with scoped(worker_id=holder.id, case_id=case["case_id"]):
                row = Outbox.objects.get(case_id=case["case_id"], message_id=case["message_id"])
            sending.hand_over(row, holder)
        mails = [path.read_bytes() for path in room.arrived()]
    record_property("combinations", len(mails))
    assert len(mails) == len(agency.cases)
    held = [{(of.lower(), mark.lower()) for of, mark in crawling.marks(mail, "message/rfc822")} for mail in mails]
    assert {of for marks in held for of, _ in marks} == set(LETTERS.values())
    for marks in held:
        assert len({of for of, _ in marks}) == 1
        assert {mark for _, mark in marks} <= {"mail", "letter", "subject", "enclosure", "enclosed"}
        assert {mark for _, mark in marks} >= {"letter", "subject", "enclosed"}
