"""Check-ins: sent at their hour, once, through the one exit; stopped the moment they say so."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.core.errors import Refusal
from kith.core.transactions import scoped
from kith.correspondence import actions, queries, rules
from kith.correspondence.models import CheckIn, Message
from kith.correspondence.tests.test_pages import post, text_of, write
from kith.record import actions as record
from kith.record import testing as make
from kith.record.models import ContactDetail, Draft

ZONE = "Europe/London"
AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
WORDS = {"subject": "Checking in", "text": "How has the week been?\nTo stop, answer STOP.", "chosen_how": "She asked."}
DAYS = {"every_days": 7, "at_clock": time(16, 30), "first_on": date(2026, 3, 5), "until_on": date(2026, 4, 30)}


def started(world, **more):
    return actions.start_check_in(
        case=world.case, reader=world.lena, words=WORDS, days=DAYS | more, by=world.amal, at=AT
    )


def come_round(world, row, at):
    actions.send_check_in(check_in_id=row.id, by=world.amal, at=at)
    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        return CheckIn.objects.get(id=row.id), list(Message.objects.filter(case=world.case).order_by("written_at"))


def test_the_hour_on_the_wall_stays_when_the_clocks_change():
    due = [
        rules.next_due(**DAYS, after=datetime(2026, 3, day, 12, tzinfo=UTC), zone=ZONE).astimezone(UTC)
        for day in (5, 26, 27)
    ]
    assert [each.strftime("%d %H:%M") for each in due] == ["05 16:30", "26 16:30", "02 15:30"]


@given(
    first=st.dates(date(2026, 1, 1), date(2026, 12, 1)),
    every=st.sampled_from(rules.EVERY_DAYS),
    lasts=st.integers(0, rules.MOST_DAYS),
    days_on=st.floats(-40, 400),
    clock=st.times(),
)
def test_the_next_is_the_first_after_an_instant(first, every, lasts, days_on, clock):
    after = datetime.combine(first, time(12), UTC) + timedelta(days=days_on)
    days = {"first_on": first, "at_clock": clock, "every_days": every, "until_on": first + timedelta(days=lasts)}
    local = ZoneInfo(ZONE)
    all_of_them = [datetime.combine(first + timedelta(days=day), clock, local) for day in range(0, lasts + 1, every)]
    assert rules.next_due(**days, after=after, zone=ZONE) == next((each for each in all_of_them if each > after), None)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"first_on": date(2026, 3, 1)}, "today or later"),
        ({"until_on": date(2026, 3, 4)}, "not be before the first"),
        ({"until_on": date(2026, 12, 1)}, "within six months"),
        ({"first_on": date(2026, 3, 2), "until_on": date(2026, 3, 2), "at_clock": time(8)}, "has passed"),
    ],
)
def test_days_that_cannot_be_are_refused(world, change, says):
    with pytest.raises(Refusal, match=says):
        started(world, **change)


def test_it_is_sent_at_its_hour_once_and_says_when_the_next_is(world):
    row = started(world)
    assert row.next_at == datetime(2026, 3, 5, 16, 30, tzinfo=UTC)
    early, none = come_round(world, row, row.next_at - timedelta(seconds=1))
    assert (early.next_at, none) == (row.next_at, [])
    for _ in range(2):
        later, sent = come_round(world, row, row.next_at + timedelta(minutes=1))
    assert [each.text.rstrip() for each in sent] == [WORDS["text"]]
    assert later.next_at == datetime(2026, 3, 12, 16, 30, tzinfo=UTC)
    assert world.verbs().count("check_in.came_round") == 1


def test_words_that_are_being_written_to_the_same_person_are_not_used_up(here, world):
    write(here, world, text="Half a letter", stay="1")
    row = started(world)
    come_round(world, row, row.next_at)
    with scoped(worker_id=world.amal.id):
        assert not Draft.objects.filter(case=world.case, used_at__isnull=False).exists()


def test_one_that_is_hours_late_is_left_out(world):
    row = started(world)
    later, sent = come_round(world, row, row.next_at + timedelta(hours=5))
    assert (sent, later.next_at) == ([], datetime(2026, 3, 12, 16, 30, tzinfo=UTC))


def address_ends(world, row):
    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        detail = ContactDetail.objects.get(id=row.contact_id)
    record.end_contact_detail(detail=detail, by=world.amal, at=AT, why="She lost it")


def it_would_tell(world, row):
    make.protected_address(world.case, world.amal, value="14 Quarry Lane, Fennby, FN1 2QX")
    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        CheckIn.objects.filter(id=row.id).update(text="I was at 14 Quarry Lane, FN1 2QX.")


@pytest.mark.parametrize(
    ("meanwhile", "says"), [(address_ends, "is no longer used"), (it_would_tell, "found something")]
)
def test_what_may_not_leave_waits_for_its_worker(world, meanwhile, says):
    row = started(world)
    meanwhile(world, row)
    later, sent = come_round(world, row, row.next_at)
    assert (sent, later.next_at) == ([], None)
    assert says in later.waits_because
    assert "check_in.waits" in world.verbs()


def test_stopped_is_stopped(here, world):
    row = started(world)
    page = here.get(here.at("check_ins"))
    assert "Goes on" in text_of(page)
    stop = here.at("stop_check_in", row.id)
    assert "Enter why it stops" in text_of(post(here, stop, why=""))
    assert post(here, stop, why="She said stop").url == here.at("check_ins")
    assert "She said stop" in text_of(here.get(here.at("check_ins")))
    later, sent = come_round(world, row, row.next_at)
    assert (later.next_at, sent) == (None, [])
    post(here, stop, why="Again")
    assert world.verbs().count("check_in.stopped") == 1


def test_it_is_started_on_a_page(here, world):
    address = here.at("start_check_in", world.lena.id)
    assert "answer STOP" in text_of(here.get(address))
    filled = {
        "every_days": "7",
        "at_clock": "16:30",
        "chosen_how": "She asked",
        "subject": "Hi",
        "text": "Stop? Say so.",
    }
    today = datetime.now(UTC).date()
    for name, day in (("first_on", today + timedelta(days=1)), ("until_on", today + timedelta(days=30))):
        filled |= {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}
    assert "Enter how they said" in text_of(post(here, address, **filled | {"chosen_how": ""}))
    assert "within six months" in text_of(post(here, address, **filled | {"until_on-year": today.year + 2}))
    assert post(here, address, **filled).url == here.at("check_ins")
    assert "Every week at 16:30" in text_of(here.get(here.at("check_ins")))


def test_the_sweep_sees_what_is_due_whoevers_it_is_and_not_where_its_worker_may_no_longer_look(world):
    row = started(world)
    assert queries.check_ins_due(row.next_at) == [(world.case.id, row.id, world.amal.id)]
    assert queries.check_ins_due(row.next_at - timedelta(seconds=1)) == []
