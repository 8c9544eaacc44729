"""What ships as reference data: every row has its source, owner and next check, and says no more than was found out."""

import tomllib
from datetime import date, timedelta

import pytest

from kith.core.permissions import Role
from kith.core.reference.days import limit_of
from kith.core.reference.reading import FOLDER, shipped
from kith.core.reference.rules import UNVERIFIED_MARKS

SATURDAY = 5
FILES = sorted(FOLDER.glob("*.toml"))
DOMAIN_DEADLINES = {
    "referral_decision", "cf_assessment", "strategy_discussion", "icpc", "core_group_first", "rcpc_first", "rcpc_next",
    "lac_review", "lac_visit", "epo", "plo_total", "plo_cmh", "s37", "safeguarding_letter", "sar", "breach_ico",
    "dp_complaint_ack", "cpd_year", "csa_report",
}  # fmt: skip


def rows(name):
    return {row.key: row for row in shipped()[name].rows}


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_row_says_where_it_comes_from_who_keeps_it_and_when_it_is_checked(path):
    given = tomllib.loads(path.read_text())
    assert given["set"]["name"] == path.stem
    for row in shipped()[path.stem].rows:
        assert row.source.strip() and row.owner.strip(), row.key
        assert isinstance(row.next_check_on, date), row.key
    for row in given["rows"]:
        assert row.get("mark") in {"S", "G", "P"}, f"{row['key']}: say how it was found out"
        assert "is_verified" in row, f"{row['key']}: say whether it is verified"


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_what_nobody_saw_at_its_source_is_not_verified(path):
    given = tomllib.loads(path.read_text())["rows"]
    assert [row["key"] for row in given if row["mark"] in UNVERIFIED_MARKS and row["is_verified"]] == []


def test_the_first_sets_are_there():
    first = {
        "deadline_rules", "bank_holidays", "roles", "help_directory", "law_snippets", "retention_schedules",
        "swe_standards",
    }  # fmt: skip
    assert first <= set(shipped())


def test_frameworks_have_the_keys_that_dilemmas_bites_and_courses_name():
    assert list(rows("digital_capabilities")) == [
        "meeting_standards", "rights_and_involvement", "access", "relationships", "online_groups", "technology_lives",
        "knowledge", "critical_reflection", "skills", "organisation", "leadership", "outcomes",
    ]  # fmt: skip
    assert list(rows("pcf_domains")) == [str(number) for number in range(1, 10)]
    assert len(rows("pcf_levels")) == 9
    assert [row.value["area"] for row in rows("kss").values()] == ["practitioner"] * 10 + ["supervisor"] * 8
    fields = {"capabilities": "digital_capabilities", "pcf": "pcf_domains", "kss": "kss", "standards": "swe_standards"}
    for row in rows("courses").values():
        for field, name in fields.items():
            assert set(row.value.get(field, [])) <= set(rows(name)), f"{row.key}: {field}"


def test_the_form_of_the_regulator_has_the_fields_that_a_piece_has():
    from kith.learning.queries.cpd import FIELDS

    assert len(rows("cpd_rules")["form"].value["fields"]) == len(FIELDS)
    assert {"year", "renewal", "pieces", "with_peer", "peer"} <= set(rows("cpd_rules"))


def test_every_deadline_of_the_field_is_there_and_its_limits_can_be_counted():
    found = rows("deadline_rules")
    assert set(found) >= DOMAIN_DEADLINES
    for row in found.values():
        for text in [*row.value.get("limits", []), row.value.get("not_before", "")]:
            assert not text or limit_of(text).amount


def test_every_role_that_can_sign_in_has_its_words():
    found = rows("roles")
    assert {role.value: role.label for role in Role if role.value in found} == {
        role.value: found[role.value].value["name"] for role in Role if role.value in found
    }
    assert {role.value for role in Role} <= set(found), "say in roles.toml what the new role does"


def test_every_schedule_counts_years_or_days_from_something():
    for row in rows("retention_schedules").values():
        assert ("years" in row.value) != ("days" in row.value), row.key


def easter(year: int) -> date:
    """Work out Easter Sunday (the rule of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


@pytest.mark.parametrize("year", range(2024, 2029))
def test_bank_holidays_agree_with_the_rule_that_makes_them(year):
    sunday = easter(year)
    found = {date.fromisoformat(key) for key in rows("bank_holidays") if key.startswith(str(year))}
    wanted = {sunday - timedelta(days=2), sunday + timedelta(days=1)}
    wanted |= {_monday(year, 5, 1), _last_monday(year, 5), _last_monday(year, 8)}
    wanted |= _moved([date(year, 1, 1)]) | _moved([date(year, 12, 25), date(year, 12, 26)])
    assert found == wanted


def _moved(days: list[date]) -> set[date]:
    """Give the days, those at a weekend moved to the next weekday that is none of them."""
    taken = {day for day in days if day.weekday() < SATURDAY}
    for day in days:
        while day.weekday() >= SATURDAY or (day in taken and day not in days):
            day += timedelta(days=1)
        taken.add(day)
    return taken


def _monday(year: int, month: int, number: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(-first.weekday()) % 7 + 7 * (number - 1))


def _last_monday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=last.weekday())
