"""How these tests read HTML: as a tree, never as text that happens to match."""

from __future__ import annotations

from typing import Any

from lxml import html

from kith.ui.jinja import shared


def tree(text: str) -> html.HtmlElement:
    return html.fromstring(str(text) or "<p></p>")


def draw(source: str, **values: Any) -> html.HtmlElement:
    """Render a piece of template and read it."""
    return tree(f"<div>{shared().from_string(source).render(**values)}</div>")


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())
