import pytest
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest
from django.test import RequestFactory

from kith.ui import errors
from kith.ui.jinja import shared
from kith.ui.tests.reading import tree, words


@pytest.fixture
def asked() -> HttpRequest:
    made = RequestFactory().get("/nowhere")
    made._messages = CookieStorage(made)
    return made


def test_not_found_and_not_allowed_read_the_same(asked: HttpRequest) -> None:
    hidden, absent = errors.handler403(asked), errors.handler404(asked)
    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert hidden.content == absent.content
    assert "You may not have access" in words(tree(absent.content.decode()))


def test_a_refusal_is_said_in_its_own_words(asked: HttpRequest) -> None:
    answer = errors.page_for(asked, 409, says="This exhibit is already sealed <now>.")
    assert answer.status_code == 409
    assert "This exhibit is already sealed <now>." in words(tree(answer.content.decode()))


@pytest.mark.parametrize("status", [400, 404, 405, 409, 413, 429, 500, 503])
def test_every_error_page_says_what_happened_and_what_to_do(asked: HttpRequest, status: int) -> None:
    page = tree(errors.page_for(asked, status).content.decode())
    assert words(page.xpath("//h1")[0])
    assert page.xpath("//main//p")
    assert page.xpath("//title")[0].text.endswith(" - Kith")


def test_a_broken_server_s_page_asks_nothing_of_the_request() -> None:
    class Broken(HttpRequest):
        @property
        def user(self) -> None:
            raise RuntimeError("the database is away")

    assert errors.server_error(Broken()).status_code == 500
    assert errors.page_for(Broken(), 503).status_code == 503


def test_a_stale_form_says_that_nothing_was_done(asked: HttpRequest) -> None:
    answer = errors.stale_form(asked, reason="CSRF token missing")
    assert answer.status_code == 403
    assert "nothing was done" in answer.content.decode()
    assert "CSRF" not in answer.content.decode()


def test_a_reference_can_be_copied(asked: HttpRequest) -> None:
    page = tree(errors.page_for(asked, 500, reference="7f3a").content.decode())
    assert page.xpath("//code")[0].text == "7f3a"


def test_the_page_also_takes_a_bare_status() -> None:
    text = shared().get_template("ui/error.html").render(page={"status": 404, "says": ""})
    assert words(tree(text).xpath("//h1")[0]) == "Page not found"
