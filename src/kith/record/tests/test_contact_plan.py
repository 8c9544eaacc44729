"""A contact plan, written part by part: its versions, what pages say of it, and what left past it."""

import uuid
from datetime import date, time

import psycopg
import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from kith.core import clock
from kith.core.transactions import scoped
from kith.core.wall_clock import Window
from kith.record import actions, queries, testing
from kith.record.models import ContactPlan, WayThrough
from kith.record.queries import contact_plan as plans
from kith.record.rules.contact_plan import Away, Channel, Leave, Order, Plan, Way
from kith.record.rules.words import Wrong
from kith.record.testing import AT

URGENT = Leave("held", AT, "It is not a safe hour.", ("urgent",))


@pytest.fixture
def lena(desk):
    person = testing.participant(desk.case, desk.amal, known_as="Lena", part="mother")
    testing.email_of(person, desk.amal, planned=False)
    return person


def plan_of(desk, person, version=None):
    with scoped(worker_id=desk.amal.id):
        return plans.plan_of(desk.case, person, version)


def leave_when(desk, person, channel="email", at=AT):
    with scoped(worker_id=desk.amal.id):
        return plans.leave_when(desk.case, person, channel, at)


def date_typed(name, on):
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


def pass_plan(desk, person, **more):
    asked = {"kind": "urgent", "leave": URGENT, "why": "Her mother is in hospital.", "by": desk.amal, **more}
    return actions.go_through(case=desk.case, participant=person, channel="email", thing=uuid.uuid4(), at=AT, **asked)


def test_nobody_asked_is_said_plainly_and_nothing_leaves(desk, lena):
    assert "Nobody has asked yet how they may safely be reached." in desk.get("plan", lena.id)
    assert "Lena: not asked yet how they may be reached" in desk.get("participant", lena.id)
    assert leave_when(desk, lena).may == "no"


def test_a_plan_is_written_part_by_part_and_each_goes_on_to_the_next(desk, lena):
    today, until = clock.now().date(), clock.now().date().replace(year=clock.now().year + 1)
    until = min(until, date.fromordinal(today.toordinal() + 300))
    said = {"said_by": "Lena herself", "verified_how": "Rang back", "next": "on"}
    answer = desk.post(
        "write_plan", lena.id, "said", **said, **date_typed("said_on", today), **date_typed("expires_on", until)
    )
    assert answer.url == desk.url("write_plan", lena.id, "ways")
    with scoped(worker_id=desk.amal.id):
        way = plans.ways_for(desk.case, lena)[0][0]
    desk.post("write_plan", lena.id, "ways", first=way, other_words="Her sister's WhatsApp")
    desk.post("write_plan", lena.id, "hours", any_hour="no", days_1="01234", from_1="15:30", until_1="6pm")
    stay = {"from_moment-time": "16:00", "until_moment-time": "18:00", "where": "at Tom's", "every": "14"}
    friday, sunday = date(2026, 3, 6), date(2026, 3, 8)
    stay |= date_typed("from_moment", friday) | date_typed("until_moment", sunday)
    desk.post("write_plan", lena.id, "calendar", **stay)
    desk.post("write_plan", lena.id, "safety", voicemail="no", code_word="bluebell")
    desk.post("write_plan", lena.id, "words", language="Welsh", layout="easy_read")
    order = {"what": "Bail condition", **date_typed("from_on", date(2026, 1, 5)), **date_typed("until_on", friday)}
    answer = desk.post("write_plan", lena.id, "orders", **order, channels=["phone"], next="on")
    assert answer.url == desk.url("plan", lena.id)

    found = plan_of(desk, lena)
    assert [each.channel for each in found.ways] == [Channel.EMAIL, Channel.OTHER]
    assert found.windows == (Window((0, 1, 2, 3, 4), time(15, 30), time(18)),)
    assert found.away == (Away(friday, time(16), sunday, time(18), 14, "at Tom's"),)
    assert found.orders == (Order("Bail condition", date(2026, 1, 5), friday, (Channel.PHONE,)),)
    assert (found.voicemail, found.code_word, found.layout, found.verified_on) == (
        False,
        "bluebell",
        "easy_read",
        today,
    )
    assert len(desk.notes("contact_plan.written")) == 7
    page = desk.get("plan", lena.id)
    for words in ("Lena herself", "lena@example.org", "Monday to Friday, 15:30-18:00", "bluebell", "Not asked yet"):
        assert words in page


def test_earlier_versions_stay_as_they_were(desk, lena):
    testing.contact_plan(lena, desk.amal, code_word="bluebell")
    testing.contact_plan(lena, desk.amal, code_word="foxglove")
    assert plan_of(desk, lena).code_word == "foxglove"
    page = desk.client.get(desk.url("plan", lena.id) + "?version=1").content.decode()
    assert "bluebell" in page
    assert "This is an earlier version" in page
    assert "Change" not in page
    assert desk.client.get(desk.url("plan", lena.id) + "?version=3").status_code == 404
    with (
        scoped(worker_id=desk.amal.id),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        ContactPlan.objects.update(version=9)


def test_two_who_change_a_plan_at_once_are_told(desk, lena):
    testing.contact_plan(lena, desk.amal)
    answer = desk.post("write_plan", lena.id, "safety", code_word="bluebell", version="0")
    assert "Somebody else changed this contact plan meanwhile." in answer.content.decode()
    assert len(desk.rows(ContactPlan.objects.all())) == 1


def test_saying_the_same_again_keeps_no_new_version(desk, lena):
    testing.contact_plan(lena, desk.amal)
    assert testing.contact_plan(lena, desk.amal) is None
    assert len(desk.rows(ContactPlan.objects.all())) == 1


def test_a_plan_cannot_use_somebody_elses_contact_detail(desk, lena):
    tom = testing.participant(desk.case, desk.amal, known_as="Tom", part="father")
    his = testing.email_of(tom, desk.amal, "tom@example.org")
    stolen = Plan(ways=(Way(Channel.EMAIL, his.id),))
    with pytest.raises(Wrong):
        actions.write_plan(case=desk.case, participant=lena, plan=stolen, after=0, by=desk.amal, at=AT)


def test_checking_a_plan_gives_it_longer_and_keeps_the_rest(desk, lena):
    testing.contact_plan(lena, desk.amal, code_word="bluebell", expires_on=date(2026, 3, 1))
    assert leave_when(desk, lena).may == "no"
    until = date.fromordinal(clock.now().date().toordinal() + 100)
    answer = desk.post("check_plan", lena.id, verified_how="Asked her alone", **date_typed("expires_on", until))
    assert answer.url == desk.url("plan", lena.id)
    found = plan_of(desk, lena)
    assert (found.code_word, found.verified_how, found.expires_on) == ("bluebell", "Asked her alone", until)
    assert leave_when(desk, lena, at=clock.now()).may == "now"


def test_a_bad_line_says_the_mend_and_keeps_nothing(desk, lena):
    hours = {"any_hour": "no", "days_1": "0", "from_1": "18:00", "until_1": "15:00"}
    for part, typed, mend in (
        ("hours", hours, "The hours must end after they begin"),
        ("hours", {"any_hour": "no"}, "Select the days, and enter from when until when"),
        ("calendar", {"where": "at Tom's"}, "Enter the day and the time"),
        ("orders", {"what": "Bail"}, "Enter from when"),
    ):
        assert mend in desk.post("write_plan", lena.id, part, **typed).content.decode(), part
    assert not desk.rows(ContactPlan.objects.all())
    assert desk.client.get(desk.url("write_plan", lena.id, "nothing")).status_code == 404


def test_what_is_in_a_plan_is_in_clear_in_no_table(cluster, committed):
    from tests.walls.test_sealed_values import columns_with

    amal = testing.worker()
    person = testing.participant(testing.case(amal), amal)
    testing.contact_plan(person, amal, code_word="Quenby Hollow", seen_by="Wrenfield Lodge")
    with psycopg.connect(cluster.superuser_url(committed)) as connection:
        assert [columns_with(connection, mark) for mark in ("Quenby Hollow", "Wrenfield Lodge")] == [[], []]


def test_only_a_way_that_the_plan_leaves_is_gone_and_with_a_reason(desk, lena):
    for more in ({"kind": "first_contact"}, {"why": " "}, {"leave": Leave("no", None, "An order forbids it.")}):
        with pytest.raises(Wrong):
            pass_plan(desk, lena, **more)
    assert not desk.rows(WayThrough.objects.all())


def test_what_was_urgent_waits_for_a_manager_who_says_whether_that_was_right(lasting_desk):
    desk = lasting_desk
    lena, ben = testing.participant(desk.case, desk.amal), testing.worker("Ben Boss", "team_manager")
    actions.give_access(case=desk.case, worker=ben, why="manages", by=desk.amal, at=AT)
    way = pass_plan(desk, lena)
    with pytest.raises(actions.NotYours):
        actions.review_way_through(way=way, was_right=True, words="Mine", by=desk.amal, at=AT)
    with scoped(worker_id=ben.id):
        (waiting,) = queries.duties(ben, AT).passed
    with scoped(worker_id=desk.amal.id):
        assert queries.duties(desk.amal, AT).passed == []
    assert waiting.href == desk.url("review_way_through", way.id)
    actions.review_way_through(way=way, was_right=False, words="It could wait.", by=ben, at=AT)
    assert "Not right, Ben Boss: It could wait." in desk.get("plan", lena.id)
    assert desk.notes("contact_plan.pass_reviewed")
    assert desk.client.get(waiting.href).status_code == 404  # judged already


def test_the_database_lets_nobody_judge_what_they_sent(desk, lena):
    way = pass_plan(desk, lena)
    with scoped(worker_id=desk.amal.id):
        found = WayThrough.objects.filter(id=way.id)
        assert found.update(reviewed_by=desk.cara, reviewed_at=AT, was_right=True) == 0
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            found.update(why="Nothing")


def test_a_plan_to_be_asked_again_is_named_on_the_front_page(desk, lena):
    testing.contact_plan(lena, desk.amal, ask_again_on=AT.date())
    testing.contact_plan(testing.participant(desk.case, desk.amal), desk.amal, ask_again_on=date(2026, 4, 1))
    with scoped(worker_id=desk.amal.id):
        assert [each.known_as for each in queries.duties(desk.amal, AT).to_ask] == ["Lena"]
