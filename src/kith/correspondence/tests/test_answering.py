"""The one answer at night and the contact plan of whoever wrote: what keeps it, and what does not."""

from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime

import pytest

from kith.core.transactions import scoped
from kith.core.wall_clock import Window
from kith.correspondence import actions, queries, rules, testing
from kith.correspondence.models import Acknowledged, Message, Outbox
from kith.correspondence.tests import hostile
from kith.correspondence.tests.test_going_on import file_at
from kith.record import testing as make
from kith.record.models import ContactDetail, ContactPlan, WayThrough
from kith.record.rules.contact_plan import Away, Order

NIGHT = datetime(2026, 3, 4, 23, 30, tzinfo=UTC)
QUARTER = timedelta(minutes=15)
OFFICE = (Window((0, 1, 2, 3, 4), time(8, 30), time(18)),)
BY_DAY = {"any_hour": False, "windows": OFFICE}
HERE = Away(date(2026, 3, 3), time(9), date(2026, 3, 6), time(18), 0, "at Tom's")
ORDER = Order("Non-molestation order", date(2026, 1, 1))


@pytest.fixture
def asked(world, settings):
    """Lena was written to, under a plan that allows any hour; our mail server confirms who sends."""
    settings.MAIL_AUTHSERV_ID = "mx.agency.example.org"
    world.sent = world.send()
    return world


def write(world, *, at=NIGHT, sent=NIGHT, result="pass", place="1"):
    """Lena answers at night: how the mail server judged her, and when her mail says that it was sent."""
    judged = f"mx.agency.example.org; dmarc={result} header.from=example.org"
    told = {"In_Reply_To": world.sent.reference, "Date": format_datetime(sent)} if sent else {}
    told |= {"In_Reply_To": world.sent.reference, "Authentication_Results": judged}
    return file_at(hostile.plain("Are you there?", **told), place, at, world)


def answers(world):
    with scoped(worker_id=world.amal.id):
        return list(Message.objects.filter(subject=rules.ACKNOWLEDGED))


def passed(world):
    with scoped(worker_id=world.amal.id):
        return [(row.kind, row.thing, row.why) for row in WayThrough.objects.all()]


def test_the_hours_of_a_plan_do_not_keep_an_answer_to_who_has_just_written(asked):
    make.contact_plan(asked.lena, asked.amal, **BY_DAY)
    write(asked)
    (answer,) = answers(asked)
    assert passed(asked) == [("answer", answer.id, "They have just written from this address themselves.")]
    assert "contact_plan.passed" in asked.verbs()
    assert testing.row_of(asked.case, asked.amal, message=answer).queued_at == NIGHT


def test_where_the_plan_allows_the_night_nothing_is_passed(asked):
    write(asked, result="fail", sent=None)
    assert len(answers(asked)) == 1
    assert passed(asked) == []


@pytest.mark.parametrize(
    "how",
    [
        {"result": "fail"},
        {"sent": None},
        {"sent": NIGHT - QUARTER - timedelta(minutes=1)},
        {"sent": NIGHT + QUARTER + timedelta(minutes=1)},
    ],
    ids=["not confirmed", "no date", "on its way for long", "dated ahead"],
)
def test_the_hours_keep_it_where_nobody_knows_that_they_have_just_written(asked, how):
    make.contact_plan(asked.lena, asked.amal, **BY_DAY)
    write(asked, **how)
    assert answers(asked) == []
    assert passed(asked) == []
    with scoped(worker_id=asked.amal.id):
        assert Acknowledged.objects.get().message_id is None
        assert Outbox.objects.count() == 1  # what Lena answers: nothing waits for the morning


@pytest.mark.parametrize(
    "plan",
    [
        {"away": (HERE,)},
        {"away": (HERE,), **BY_DAY},
        {"orders": (ORDER,), **BY_DAY},
        {"expires_on": date(2026, 3, 1), **BY_DAY},
        {"any_hour": None},
        {"ways": (), **BY_DAY},
    ],
    ids=["a stay", "a stay at night", "an order", "run out", "hours not asked", "not by e-mail"],
)
def test_all_else_that_a_plan_says_keeps_it(asked, plan):
    make.contact_plan(asked.lena, asked.amal, **plan)
    write(asked)
    assert answers(asked) == []
    assert passed(asked) == []


def test_who_has_no_plan_is_not_answered(asked):
    with scoped(worker_id=asked.amal.id):
        assert ContactPlan.objects.filter(participant=asked.lena).exists()
    nan = make.participant(asked.case, asked.amal, known_as="Nan", part="connected_person")
    make.email_of(nan, asked.amal, "nan@example.org", planned=False)
    asked.sent = testing.row_of(
        asked.case,
        asked.amal,
        message=actions.send_message(
            case=asked.case,
            reader=nan,
            subject="Now",
            text="Ring me.",
            urgent="It cannot wait.",
            is_draft=False,
            by=asked.amal,
            at=NIGHT,
        ).message,
    )
    told = {"In_Reply_To": asked.sent.reference, "Date": format_datetime(NIGHT)}
    told |= {"Authentication_Results": "mx.agency.example.org; dmarc=pass header.from=example.org"}
    row = file_at(hostile.plain("Yes?", sender="nan@example.org", **told), "1", NIGHT, asked)
    assert (row.whose, row.check_result) == ("theirs", "confirmed")
    assert answers(asked) == []


def test_an_address_that_may_not_be_written_to_is_not_answered(asked):
    make.contact_plan(asked.lena, asked.amal, **BY_DAY)
    with scoped(worker_id=asked.amal.id):
        ContactDetail.objects.filter(participant=asked.lena).update(may_write=False)
    write(asked)
    assert answers(asked) == []


def test_an_answer_that_has_not_left_is_kept_by_what_the_plan_comes_to_say(asked, settings):
    settings.SMTP_HOST = "127.0.0.1"
    make.contact_plan(asked.lena, asked.amal, **BY_DAY)
    write(asked)
    row = testing.row_of(asked.case, asked.amal, message=answers(asked)[0])
    with scoped(worker_id=asked.amal.id):
        assert queries.still_leaves(asked.case, asked.lena, row.message, NIGHT).may == "now"
    make.contact_plan(asked.lena, asked.amal, away=(HERE,), **BY_DAY)
    with scoped(worker_id=asked.amal.id):
        assert queries.still_leaves(asked.case, asked.lena, row.message, NIGHT).may == "held"
        assert actions.take_up(outbox_id=row.id, by=asked.amal, at=NIGHT) is None
