"""Laws of every template of every room: nothing the security policy refuses, nothing that is not ours."""

import re
from pathlib import Path

import jinja2
import pytest

import kith
from kith.ui.jinja import shared

SOURCE = Path(kith.__file__).parent
TEMPLATES = sorted(
    path for folder in ("templates", "templates_django") for path in SOURCE.glob(f"*/{folder}/**/*.html")
)
REFUSED = {
    "an inline style": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style", re.IGNORECASE),
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)", re.IGNORECASE),
    "an event attribute": re.compile(r"<[a-z][^<>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript address": re.compile(r"javascript:", re.IGNORECASE),
    "an address elsewhere": re.compile(r"(?:src|href|action)=[\"'](?:https?:)?//", re.IGNORECASE),
    "the crown or the crest": re.compile(r"govuk[-_](?:logo|crest|header)|govukHeader|govukFooter", re.IGNORECASE),
}
#: Written to be saved and read elsewhere, and never shown by us (test_bites.py): its style has to stand in it.
SAVED = {"learning/templates/learning/take_away.html": {"a style element"}}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_template_holds_nothing_the_policy_refuses(path: Path) -> None:
    text, may_have = path.read_text(), SAVED.get(path.relative_to(SOURCE).as_posix(), set())
    assert {what: found.group() for what, rule in REFUSED.items() if (found := rule.search(text))}.keys() <= may_have


@pytest.mark.parametrize(
    "path",
    [path for path in TEMPLATES if "templates_django" not in path.parts],
    ids=lambda path: path.relative_to(SOURCE).as_posix(),
)
def test_a_page_compiles(path: Path) -> None:
    try:
        shared().parse(path.read_text(), filename=path.name)
    except jinja2.TemplateSyntaxError as fault:
        pytest.fail(f"{path.name}, line {fault.lineno}: {fault.message}")


@pytest.mark.parametrize(
    "path",
    [path for path in TEMPLATES if "templates_django" not in path.parts],
    ids=lambda path: path.relative_to(SOURCE).as_posix(),
)
def test_every_post_form_carries_a_token_and_a_key(path: Path) -> None:
    if path.parent.name in {"drop", "peer", "vote"}:
        return  # nobody is signed in there: the address is the secret, and no session could be misused (ADR 0023)
    forms = re.findall(r"<form\b[^>]*method=.post[\s\S]*?</form>", path.read_text(), re.IGNORECASE)
    assert [form[:80] for form in forms if "post_inputs()" not in form] == []


def test_the_rules_catch_what_they_name() -> None:
    bad = {
        "an inline style": '<p style="x">',
        "a style element": "<style>",
        "an inline script": "<script>",
        "an event attribute": '<a onclick="x">',
        "a javascript address": 'href="javascript:x"',
        "an address elsewhere": '<img src="https://example.org/x">',
        "the crown or the crest": "{{ govuk_logo }}",
    }
    assert {what for what, rule in REFUSED.items() if rule.search(bad[what])} == set(REFUSED)
    assert not REFUSED["an inline script"].search('<script type="module" src="x">')
