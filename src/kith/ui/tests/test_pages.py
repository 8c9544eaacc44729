import re
from dataclasses import dataclass
from datetime import UTC, datetime
from types import SimpleNamespace

import jinja2
import pytest
from django.contrib import messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest
from django.shortcuts import render
from django.test import RequestFactory

from kith.ui import fields, forms
from kith.ui.context import chrome
from kith.ui.jinja import shared
from kith.ui.parts import NavItem
from kith.ui.tests.reading import draw, tree, words


@dataclass(frozen=True, slots=True)
class Page:
    title: str = "Seal this"


class Form(forms.Form):
    why = fields.Text("Why?", missing="Enter why")


@dataclass
class Worker:
    name: str = "Amal Okoro"
    role_label: str = "Social worker"
    is_authenticated: bool = True


@pytest.fixture(autouse=True)
def _addresses(settings) -> None:
    settings.ROOT_URLCONF, settings.LOCK_URL_NAME, settings.IDLE_MINUTES = "kith.ui.tests.addresses", "lock", 15


def request(**more: object) -> HttpRequest:
    made = RequestFactory().get("/somewhere")
    made._messages = CookieStorage(made)
    for name, value in more.items():
        setattr(made, name, value)
    return made


def page(form: forms.Form | None = None, **more: object):
    context = {"page": Page()} | ({"form": form} if form else {})
    return tree(render(request(**more), "ui/base.html", context).content.decode())


def test_the_title_names_the_page_and_the_product() -> None:
    assert page().xpath("//title")[0].text == "Seal this - Kith"
    assert words(page().xpath("//h1")[0]) == "Seal this"


def test_the_title_says_error_when_the_form_has_errors() -> None:
    assert page(Form({})).xpath("//title")[0].text == "Error: Seal this - Kith"
    assert page(Form()).xpath("//title")[0].text == "Seal this - Kith"


def test_the_error_summary_stands_before_the_heading() -> None:
    main = page(Form({})).xpath("//main")[0]
    assert [words(one) for one in main.xpath(".//div[@role='alert']//a")] == ["Enter why"]
    assert main[0].get("class") == "govuk-error-summary"


def test_a_misspelt_attribute_is_an_error() -> None:
    for source in (
        "{{ page.titel }}",
        "{% if page.titel %}{% endif %}",
        "{{ page['titel'] }}",
        "{{ form.wy }}",
        "{{ ui.feild }}",
    ):
        with pytest.raises(jinja2.UndefinedError):
            shared().from_string(source).render(page=Page(), form=Form())


def test_an_unknown_name_has_no_attributes() -> None:
    with pytest.raises(jinja2.UndefinedError):
        shared().from_string("{{ pgae.title }}").render(page=Page())


def test_missing_keys_and_names_are_empty_as_the_govuk_macros_need() -> None:
    assert shared().from_string("[{{ nothing }}{{ {'a': 1}.b }}]").render() == "[]"


def test_a_stranger_sees_no_navigation_and_no_idle_lock() -> None:
    made = page()
    assert made.xpath("//header//nav") == []
    assert made.xpath("//body/@data-idle-minutes") == []


def test_a_worker_sees_who_they_are_and_where_they_can_go() -> None:
    made = page(worker=Worker(), chrome_nav=[NavItem("My work", "/work", current=True, count=4)])
    header = words(made.xpath("//header")[0])
    assert "Amal Okoro" in header
    assert "Social worker" in header
    assert made.xpath("//header//a[@aria-current='page']/@href") == ["/work"]
    assert (made.xpath("//body")[0].get("data-idle-minutes"), made.xpath("//body")[0].get("data-lock-url")) == (
        "15",
        "/lock/",
    )


def test_where_the_page_says_nothing_the_navigation_is_that_of_the_agency(settings) -> None:
    class Manager(Worker):
        def may(self, needs: str) -> bool:
            return needs == "home"

    settings.MAIN_NAVIGATION = [("My work", "mine", "home"), ("What left", "left", "see what left")]
    here = request(worker=Manager(), resolver_match=SimpleNamespace(view_name="mine"))
    assert chrome(here)["chrome"].nav == (NavItem("My work", "/mine/", current=True),)
    assert chrome(request(worker=Manager(), chrome_nav=[]))["chrome"].nav == ()


def test_a_room_with_one_entry_is_marked_on_all_its_pages_and_one_with_several_only_on_theirs(settings) -> None:
    class Manager(Worker):
        def may(self, needs: str) -> bool:
            return True

    settings.MAIN_NAVIGATION = [("A", "a:front", ""), ("B", "b:front", ""), ("Also B", "b:search", ""), ("C", "c", "")]
    for here, marked in (
        ("a:front", "A"),
        ("a:deep", "within A"),
        ("b:front", "B"),
        ("b:deep", ""),
        ("c", "C"),
        ("", ""),
    ):
        shown = chrome(request(worker=Manager(), resolver_match=SimpleNamespace(view_name=here)))["chrome"].nav
        found = [each.text if each.current else f"within {each.text}" for each in shown if each.current or each.within]
        assert found == [marked] * bool(marked), here


def test_the_role_may_come_from_a_field_with_choices() -> None:
    class Other:
        name = "Ben"

        def get_role_display(self) -> str:
            return "Manager"

    assert chrome(request(worker=Other()))["chrome"].role == "Manager"


def test_messages_are_shown_once_and_escaped() -> None:
    asked = request()
    messages.success(asked, "Sealed <b>it</b>")
    shown = tree(render(asked, "ui/base.html", {"page": Page()}).content.decode())
    banner = shown.xpath("//div[contains(@class,'govuk-notification-banner--success')]")
    assert "Sealed <b>it</b>" in words(banner[0])
    assert asked._messages.used


def test_every_post_form_starts_with_a_token_and_a_fresh_key() -> None:
    source = shared().from_string("{{ post_inputs() }}")
    first, second = source.render(csrf_input="[token]"), source.render(csrf_input="[token]")
    key = r'\[token\]<input type="hidden" name="submit_key" value="[0-9a-f-]{36}">'
    assert re.fullmatch(key, first)
    assert first != second


def test_when_is_told_from_the_time_of_the_request() -> None:
    at = datetime(2026, 3, 3, 18, 0, tzinfo=UTC)
    asked = request(at=at)
    assert words(draw("{{ at | when }}", at=at, request=asked)) == "today 18:00"


def test_main_can_be_skipped_to() -> None:
    made = page()
    assert made.xpath("//a[contains(@class,'govuk-skip-link')]/@href") == ["#main-content"]
    assert made.xpath("//main/@id") == ["main-content"]


def test_translations_come_from_django() -> None:
    from django.utils import translation

    with translation.override("cy"):
        assert page().xpath("//html/@lang") == ["cy"]
