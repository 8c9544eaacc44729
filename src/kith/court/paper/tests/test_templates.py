from datetime import date

import pytest

from kith.court.paper import templates
from kith.court.paper.shape import CannotPrint


def test_the_wording_is_that_of_the_day():
    assert "contempt" in templates.template_on(date(2026, 3, 16)).truth
    assert "contempt" not in templates.template_on(date(2020, 9, 30)).truth
    assert "contempt" in templates.template_on(date(2020, 10, 1)).truth


def test_a_day_without_wording_is_refused():
    with pytest.raises(CannotPrint, match="2011-04-05"):
        templates.template_on(date(2011, 4, 5))


def test_no_two_templates_hold_on_one_day():
    held = sorted(templates.templates(), key=lambda template: template.effective_from)

    for older, newer in zip(held, held[1:], strict=False):
        assert older.effective_to is not None and older.effective_to < newer.effective_from


def test_unverified_wording_says_so():
    template = templates.template_on(date(2026, 3, 16))

    said = templates.notices(template, today=template.next_check)
    assert [notice.kind for notice in said] == ["unverified"]
    assert "17A" in said[0].says


def test_wording_past_its_check_says_so():
    template = templates.template_on(date(2026, 3, 16))

    said = templates.notices(template, today=date(2099, 1, 1))
    assert [notice.kind for notice in said] == ["unverified", "stale"]
    assert template.next_check.isoformat() in said[1].says


def test_every_template_names_its_source_and_owner():
    for template in templates.templates():
        assert template.source and template.owner and template.source_url.startswith("https://")
