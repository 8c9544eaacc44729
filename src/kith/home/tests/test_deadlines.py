"""The time limits of a case: counted from its opening or another day, by rules that are reference data."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from kith.core import reference
from kith.core.permissions import Role
from kith.core.reference import actions as kept
from kith.home.queries.deadlines import deadlines_page
from kith.home.tests.reading import plain
from kith.record import actions, testing
from kith.record.models import Case

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TODAY = AT.date()


def case(by, kind, opened_on=date(2026, 3, 2)):
    more = {"family_name": "Marrow", "kind": kind, "opened_on": opened_on, "by": by, "at": AT}
    return actions.start_case(reference=f"TB-{kind}", **more)


def path(of):
    return f"/cases/{of.id}/deadlines/"


@pytest.fixture
def amal(db):
    return testing.worker("Amal")


def seen(worker, of, **asked):
    client = Client()
    client.force_login(worker)
    answer = client.get(path(of), asked)
    assert answer.status_code == 200
    return plain(answer.content.decode())


def test_working_days_leave_out_the_bank_holidays_that_are_known(amal):
    # 45 working days from 2 March 2026: Good Friday, Easter Monday and 4 May lie between
    page = deadlines_page(case(amal, Case.Kind.CHILD_IN_NEED), None, TODAY)
    last_days = {row.name: row.last_day for row in page.rows}
    assert last_days["Child and family assessment"] == date(2026, 5, 7)
    assert last_days["Decision on a referral"] == date(2026, 3, 3)


def test_a_case_shows_the_limits_of_its_own_kind_with_their_caution(amal):
    shown = seen(amal, case(amal, Case.Kind.PUBLIC_LAW))
    assert "Care proceedings" in shown and "31 August 2026" in shown
    assert "Not before 14 March 2026" in shown and "20 March 2026" in shown
    assert "Nobody has checked this against its source yet" in shown
    assert "Safeguarding letter" not in shown


def test_another_day_can_be_counted_from(amal):
    made = case(amal, Case.Kind.PRIVATE_LAW)
    assert "the day the case was opened here" in seen(amal, made)
    day = {"counted_from-day": "2", "counted_from-month": "12", "counted_from-year": "2026"}
    shown = seen(amal, made, **day)
    assert "Counted from 2 December 2026" in shown and "29 December 2026" in shown
    assert "the day the case was opened here" not in shown
    assert "There is a problem" in seen(amal, made, **(day | {"counted_from-day": "40"}))


def test_days_past_the_last_known_bank_holiday_say_so(amal):
    made = case(amal, Case.Kind.PRIVATE_LAW)
    later = deadlines_page(made, date(2029, 1, 2), TODAY).rows[0]
    assert "Bank holidays after 26 December 2028 are not known here" in later.caution


def test_a_rule_that_the_lead_changed_counts_at_once(amal):
    made, dee = case(amal, Case.Kind.PRIVATE_LAW), testing.worker("Dee", Role.INFORMATION_GOVERNANCE_LEAD)
    rule = reference.one("deadline_rules", "safeguarding_letter", on=TODAY)
    given = {"value": {**rule.value, "limits": ["10 working days"]}, "source": "x", "owner": "x"}
    seen_first = {"name": rule.name, "line": rule.line, "version": 1}
    kept.edit_row(**seen_first, row=given | {"next_check_on": date(2027, 1, 1)}, why="x", by=dee, at=AT)
    assert deadlines_page(made, None, TODAY).rows[0].last_day == date(2026, 3, 16)


def test_a_kind_of_case_without_limits_says_so(amal):
    made, dee = case(amal, Case.Kind.PRIVATE_LAW), testing.worker("Dee", Role.INFORMATION_GOVERNANCE_LEAD)
    rule = reference.one("deadline_rules", "safeguarding_letter", on=TODAY)
    ended = {"last_day": date(2026, 1, 1), "why": "x", "by": dee, "at": AT}
    kept.end_row(name=rule.name, line=rule.line, version=1, **ended)
    assert "No time limit is set for this kind of case" in seen(amal, made)


def test_cara_of_another_team_finds_nothing(amal):
    client, made = Client(), case(amal, Case.Kind.PRIVATE_LAW)
    client.force_login(testing.worker("Cara Elsewhere"))
    assert client.get(path(made)).status_code == 404


def test_the_case_page_leads_there(amal):
    client, made = Client(), case(amal, Case.Kind.PRIVATE_LAW)
    client.force_login(amal)
    assert f'href="{path(made)}"' in client.get(f"/cases/{made.id}/").content.decode()
