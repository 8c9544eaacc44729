"""When something may leave to somebody: what is safe, found again by looking at each quarter of an hour."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.core.wall_clock import Window
from kith.record.rules import contact_plan as rules
from kith.record.rules.contact_plan import Away, Channel, Order, Plan, Way
from kith.record.rules.words import Wrong

ZONE = "Europe/London"
LONDON = ZoneInfo(ZONE)
AFTER_SCHOOL = Window((0, 1, 2, 3, 4), time(15, 30), time(18))
AT_TOMS = Away(date(2026, 11, 27), time(16), date(2026, 11, 29), time(18), 14, "at Tom's")
QUARTER = timedelta(minutes=15)

quarters = st.integers(0, 95).map(lambda many: time(many // 4, many % 4 * 15))
days = st.dates(date(2026, 3, 20), date(2026, 4, 10)) | st.dates(date(2026, 10, 18), date(2026, 11, 5))
windows = st.builds(Window, st.lists(st.integers(0, 6), min_size=1, unique=True).map(tuple), quarters, quarters).filter(
    lambda window: window.is_one
)


@st.composite
def stays(draw):
    first, length = draw(days), draw(st.integers(0, 5))
    every = draw(st.sampled_from([0, 7, 14]))
    found = Away(first, draw(quarters), first + timedelta(days=length), draw(quarters), every)
    try:
        rules.check_away(found)
    except Wrong:
        return Away(first, time(9), first + timedelta(days=2), time(17), every)
    return found


moments = st.builds(lambda day, many: datetime.combine(day, time(), UTC) + many * QUARTER, days, st.integers(0, 95))


def plan(**more):
    ways = (Way(Channel.EMAIL), Way(Channel.LETTER))
    return Plan(**{"ways": ways, "any_hour": True, "away": (), "expires_on": date(2027, 6, 1), **more})


def leave(found, at, channel="email"):
    return rules.leave_when(found, channel, at, ZONE, "Lena")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


def is_open(window, moment):
    """Say by the wall alone whether this moment is in the hours, however the clocks are changed meanwhile."""
    local = moment.astimezone(LONDON)
    until = window.until_at if window.until_at != time.min else time.max
    return local.weekday() in window.days and window.from_at <= local.time() < until


def is_away(away, moment):
    """Say by the wall alone, for this stay and each that comes again, whether this moment is in it."""
    local = moment.astimezone(LONDON).replace(tzinfo=None, fold=0)
    first, last = datetime.combine(away.first_on, away.from_at), datetime.combine(away.last_on, away.until_at)
    shift = timedelta(days=away.every_days)
    return any(first + many * shift <= local < last + many * shift for many in range(60 if shift else 1))


@settings(max_examples=150, deadline=None)
@given(st.lists(windows, min_size=1, max_size=3), st.lists(stays(), max_size=2), moments)
def test_what_may_leave_is_in_safe_hours_and_in_no_stay(hours, away, moment):
    found = leave(plan(any_hour=False, windows=tuple(hours), away=tuple(away)), moment)
    leaves = {"now": moment, "held": found.until, "no": None}[found.may]
    if leaves is not None:
        assert any(is_open(each, leaves) for each in hours)
        assert not any(is_away(each, leaves) for each in away)


@settings(max_examples=100, deadline=None)
@given(st.lists(windows, min_size=1, max_size=3), st.lists(stays(), max_size=2), moments)
def test_nothing_is_held_longer_than_it_must_be(hours, away, moment):
    """Between asking and leaving no quarter of an hour was safe, but for those that the clocks make doubtful."""
    found = leave(plan(any_hour=False, windows=tuple(hours), away=tuple(away)), moment)
    until = found.until if found.may == "held" else moment
    if found.may == "no":
        until = moment + timedelta(days=20)
    step = moment
    while step < until:
        safe = any(is_open(each, step) for each in hours) and not any(is_away(each, step) for each in away)
        assert not safe or is_near_a_change(step), step
        step += QUARTER


def is_near_a_change(moment):
    """Tell whether the clocks are changed within the day: there a wall clock's time may mean two instants."""
    return any(
        moment.astimezone(LONDON).utcoffset() != (moment + sign * timedelta(hours=26)).astimezone(LONDON).utcoffset()
        for sign in (-1, 1)
    )


@given(st.lists(windows, max_size=3), st.lists(stays(), max_size=2), moments, st.sampled_from(["email", "letter"]))
def test_held_has_a_time_to_come_and_nothing_else_has_one(hours, away, moment, channel):
    found = leave(plan(any_hour=False, windows=tuple(hours), away=tuple(away)), moment, channel)
    assert (found.until is not None) == (found.may == "held")
    if found.until is not None:
        assert found.until > moment
        assert found.until.tzinfo is UTC
        assert leave(plan(any_hour=False, windows=tuple(hours), away=tuple(away)), found.until, channel).may == "now"


def test_blank_is_unsafe_and_a_first_word_or_an_urgent_one_is_the_way_through():
    found = leave(None, at("2026-11-25T10:00"))
    assert (found.may, found.until, found.way_through) == ("no", None, ("first_contact", "urgent"))
    assert found.why == "Nobody has asked yet how Lena may safely be reached."


def test_a_plan_that_does_not_name_a_channel_or_its_hours_is_blank_there():
    assert leave(plan(), at("2026-11-25T10:00"), "sms").why == (
        "The contact plan of Lena does not name text messages. It names e-mail, then letters."
    )
    assert leave(plan(any_hour=None), at("2026-11-25T10:00")).may == "no"
    assert leave(plan(any_hour=None), at("2026-11-25T10:00"), "letter").may == "now"  # the post has its own hours
    assert leave(Plan(expires_on=date(2027, 1, 1)), at("2026-11-25T10:00")).way_through == ("urgent",)


def test_nothing_is_sent_by_a_way_that_is_only_words():
    found = plan(ways=(Way(Channel.OTHER, words="Her sister's WhatsApp"),))
    assert leave(found, at("2026-11-25T10:00"), "other").may == "no"


def test_a_plan_holds_to_the_end_of_its_last_day_and_no_longer():
    found = plan(expires_on=date(2026, 11, 25))
    assert leave(found, at("2026-11-25T23:59")).may == "now"
    expired = leave(found, at("2026-11-26T00:00"))
    assert (expired.may, expired.way_through) == ("no", ("first_contact", "urgent"))
    assert leave(plan(expires_on=None), at("2026-11-25T10:00")).may == "no"


def test_an_expired_plan_still_keeps_a_first_word_out_of_a_stay():
    found = plan(expires_on=date(2026, 11, 1), away=(AT_TOMS,))
    assert leave(found, at("2026-11-28T10:00")).way_through == ("urgent",)


def test_an_order_forbids_on_its_days_and_leaves_no_way_through():
    order = Order("Prohibited steps order of 3 November", date(2026, 11, 3), date(2026, 12, 1))
    found = plan(orders=(order,))
    stopped = leave(found, at("2026-12-01T23:00"))
    assert (stopped.may, stopped.way_through) == ("no", ())
    assert "until Tuesday 1 December 2026: Prohibited steps order" in stopped.why
    assert leave(found, at("2026-12-02T00:00")).may == "now"
    assert leave(found, at("2026-11-02T23:00")).may == "now"
    by_phone = plan(orders=(Order("Bail", date(2026, 11, 3), None, (Channel.PHONE,)),))
    assert leave(by_phone, at("2026-11-25T10:00")).may == "now"


def test_an_order_that_begins_before_a_held_word_would_leave_stops_it():
    found = plan(away=(AT_TOMS,), orders=(Order("Bail", date(2026, 11, 28)),))
    assert leave(found, at("2026-11-27T17:00")).may == "no"


def test_a_contact_weekend_holds_whatever_was_written_in_it():
    found = plan(away=(AT_TOMS,))
    held = leave(found, at("2026-11-27T17:00"))
    assert (held.may, held.until, held.way_through) == ("held", at("2026-11-29T18:00"), ("urgent",))
    assert held.why == "Nothing is sent while at Tom's. It leaves Sunday 29 November 2026 at 18:00."
    assert leave(found, at("2026-12-04T17:00")).may == "now"  # the weekend between
    assert leave(found, at("2026-12-12T17:00")).until == at("2026-12-13T18:00")  # the second one after
    assert leave(found, at("2026-11-14T17:00")).may == "now"  # it had not begun


def test_written_at_night_it_leaves_in_the_morning():
    found = plan(any_hour=False, windows=(Window((0, 1, 2, 3, 4), time(8, 30), time(18)),))
    held = leave(found, at("2026-11-25T23:40"))
    assert rules.said(held, at("2026-11-25T23:40"), ZONE) == "Written 23:40, leaves 08:30"
    late = leave(found, at("2026-11-27T23:40"))
    assert rules.said(late, at("2026-11-27T23:40"), ZONE) == "Written 23:40, leaves 08:30 on Monday 30 November 2026"
    now = leave(found, at("2026-11-25T12:00"))
    assert rules.said(now, at("2026-11-25T12:00"), ZONE) == "Written 12:00, leaves now"
    assert rules.said(leave(None, at("2026-11-25T12:00")), at("2026-11-25T12:00"), ZONE).endswith("does not leave")


def test_the_clocks_going_back_begin_hours_late_and_end_them_soon():
    night = plan(any_hour=False, windows=(Window((6,), time(1, 30), time(3)),))
    twice = leave(night, datetime(2026, 10, 25, 0, 0, tzinfo=UTC))
    assert twice.until == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # 01:30 GMT, the second one
    stay = plan(away=(Away(date(2026, 10, 24), time(9), date(2026, 10, 25), time(1, 30)),))
    assert leave(stay, datetime(2026, 10, 24, 12, tzinfo=UTC)).until == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_the_clocks_going_forward_lose_no_day():
    found = plan(any_hour=False, windows=(Window((6,), time(1, 15), time(4)),))
    assert leave(found, datetime(2026, 3, 29, 0, 0, tzinfo=UTC)).until == datetime(2026, 3, 29, 1, 15, tzinfo=UTC)


def test_a_plan_without_a_safe_hour_says_so_and_does_not_look_for_ever():
    never = plan(away=(Away(date(2026, 11, 1), time(0), date(2027, 12, 31), time(0)),))
    assert leave(never, at("2026-11-25T10:00")).may == "no"
    between = plan(
        any_hour=False,
        windows=(Window((4,), time(17), time(20)),),
        away=(Away(date(2026, 11, 27), time(16), date(2026, 11, 29), time(18), 7),),
    )
    assert leave(between, at("2026-11-26T10:00")).may == "no"


def test_a_line_says_the_plan_and_its_next_stay():
    found = plan(any_hour=False, windows=(AFTER_SCHOOL,), away=(AT_TOMS,), ways=(Way(Channel.EMAIL),))
    line = rules.one_line(found, at("2026-11-25T10:00"), ZONE, "Lena")
    assert line == "Lena: by e-mail, Monday to Friday, 15:30-18:00; not while at Tom's, next 27-29 November"
    assert rules.one_line(None, at("2026-11-25T10:00"), ZONE, "Lena").endswith("not asked yet how they may be reached")


@pytest.mark.parametrize(
    ("check", "wrong"),
    [
        (rules.check_window, Window((), time(9), time(10))),
        (rules.check_window, Window((0,), time(10), time(9))),
        (rules.check_away, Away(date(2026, 3, 2), time(9), date(2026, 3, 2), time(9))),
        (rules.check_away, Away(date(2026, 3, 2), time(9), date(2026, 3, 9), time(9), 7)),
        (rules.check_order, Order("It", date(2026, 3, 2), date(2026, 3, 1))),
    ],
)
def test_what_cannot_be_is_said(check, wrong):
    with pytest.raises(Wrong):
        check(wrong)


def test_a_plan_is_good_for_a_year_at_most():
    rules.check_until(date(2026, 12, 1), date(2026, 11, 25))
    for on in (date(2026, 11, 25), date(2028, 1, 1)):
        with pytest.raises(Wrong):
            rules.check_until(on, date(2026, 11, 25))
