"""The watch that every journey keeps would notice."""

import pytest
from playwright.sync_api import Browser

from tests.journeys.conftest import MUST_NOT_BE_SAID, Watch
from tests.journeys.stack import Stack


@pytest.mark.everyday
def test_a_page_that_asks_a_stranger_or_fails_is_noticed(browser: Browser, stack: Stack) -> None:
    context = browser.new_context(base_url=stack.origin)
    watching = Watch(stack.origin)
    watching.over(context)
    page = context.new_page()
    page.goto("/accounts/login/")
    assert watching.faults == []

    page.evaluate("fetch('http://127.0.0.1:9/').catch(() => 0)")
    page.evaluate("setTimeout(() => { throw new Error('broken') })")
    page.wait_for_timeout(200)
    context.close()

    assert any("Content Security Policy" in fault for fault in watching.faults)
    assert any("broken" in fault for fault in watching.faults)


@pytest.mark.everyday
def test_what_the_processes_log_is_there_to_be_looked_through(stack: Stack) -> None:
    lines = stack.log_lines()
    assert any('"event": "exhibit read"' in line for line in lines)
    assert not any(word in line for line in lines for word in MUST_NOT_BE_SAID)
