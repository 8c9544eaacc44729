"""The Jinja environment of every page.

A missing key or name is empty, as the GOV.UK macros need; a missing attribute of an object is an error, so that
`page.titel` never prints nothing. Every page has `ui` (our components) and `govuk` (the GOV.UK macros) without an
import: `{{ ui.field(form.why) }}`, `{{ govuk.tag({'text': 'New'}) }}`.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from django.apps import apps
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from jinja2.utils import Namespace
from markupsafe import Markup

from kith.ui import error_words, formats, forms, govuk

_PLAIN = (Mapping, str, int, float, list, tuple, type(None), jinja2.Undefined, Namespace)
HERE = Path(__file__).resolve().parent
COMPONENTS = ("page", "fields", "buttons", "lists", "words", "work")  # files of templates/ui/components


class Environment(jinja2.Environment):
    """Jinja's environment, strict about the attributes of objects."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        return self._strict(obj, attribute, super().getattr(obj, attribute))

    def getitem(self, obj: Any, argument: Any) -> Any:
        return self._strict(obj, argument, super().getitem(obj, argument))

    @staticmethod
    def _strict(obj: Any, name: Any, found: Any) -> Any:
        if isinstance(found, jinja2.Undefined) and not isinstance(obj, _PLAIN):
            raise jinja2.UndefinedError(f"{type(obj).__name__} has no attribute {name!r}")
        return found


class Macros:
    """Macros reached by attribute, loaded on first use: one object for a family of templates."""

    def __init__(self, find: Callable[[str], Any]) -> None:
        self._find = lru_cache(maxsize=None)(find)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._find(name)


def environment(**options: Any) -> jinja2.Environment:
    """Build the environment; named in `TEMPLATES` with Django's own Jinja2 backend.

    Rooms keep their pages in `templates/<room>/`; GOV.UK's macros come from their package.
    """
    given = options.pop("loader", None)
    options.setdefault("autoescape", True)
    options |= {"undefined": jinja2.Undefined, "trim_blocks": True, "lstrip_blocks": True}
    env = Environment(loader=_loader(given), **options)
    env.add_extension("jinja2.ext.i18n")
    env.add_extension("jinja2.ext.do")
    env.install_gettext_translations(translation, newstyle=True)  # type: ignore[attr-defined]
    env.filters |= _filters()
    env.filters["indent"] = _as_it_is
    env.globals |= {
        "static": static,
        "url": url,
        "post_inputs": post_inputs,
        "draw": govuk.render,
        "shown_fields": shown_fields,
        "faults_of": forms.faults_of,
        "error_page": error_words.page_of,
        "ui_language": translation.get_language,
        "ui": Macros(lambda name: _our_macro(env, name)),
        "govuk": Macros(lambda name: _govuk(env, name)),
    }
    return env


@lru_cache(maxsize=1)
def shared() -> jinja2.Environment:
    """Build once the environment that fields, error pages and Django-template tags render with."""
    return environment()


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """Give the address of a page by its name: `url('record:case', page.case_id)`."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


@jinja2.pass_context
def post_inputs(context: jinja2.runtime.Context) -> Markup:
    """Write the hidden inputs that every POST form starts with: the CSRF token and a fresh double-submit key."""
    return Markup("{}{}").format(context.get("csrf_input", ""), submit_key_input())


def submit_key_input() -> Markup:
    """Write a hidden input with a key that is new each time a page is shown, so that a form is taken only once."""
    return Markup('<input type="hidden" name="submit_key" value="{}">').format(uuid.uuid4())


def shown_fields(form: Any) -> Any:
    """Give the fields to draw of any Django form, hidden ones first."""
    return form.shown() if isinstance(form, forms.Form) else [*form.hidden_fields(), *form.visible_fields()]


def _loader(given: jinja2.BaseLoader | None) -> jinja2.BaseLoader:
    rooms = [Path(app.path) / "templates" for app in apps.get_app_configs() if app.name.startswith("kith.")]
    ours = [folder for folder in dict.fromkeys([HERE / "templates", *rooms]) if folder.is_dir()]
    loaders = [given] if given else []
    govuk = jinja2.PrefixLoader({"govuk_frontend_jinja": jinja2.PackageLoader("govuk_frontend_jinja")})
    return jinja2.ChoiceLoader([*loaders, jinja2.FileSystemLoader(ours), govuk])


def _our_macro(env: jinja2.Environment, name: str) -> Any:
    """Find a component: the macro of that name in one of the files of `ui/components/`."""
    for file in COMPONENTS:
        module = env.get_template(f"ui/components/{file}.html").module
        if hasattr(module, name):
            return getattr(module, name)
    raise jinja2.UndefinedError(f"there is no component {name!r} in ui/components")


def _govuk(env: jinja2.Environment, name: str) -> Any:
    """Find GOV.UK's macro by our spelling: `summary_list` is `govukSummaryList`."""
    words = name.split("_")
    template = env.get_template(f"govuk_frontend_jinja/components/{'-'.join(words)}/macro.html")
    return getattr(template.module, "govuk" + "".join(word.capitalize() for word in words))


def _filters() -> dict[str, Callable[..., Any]]:
    return {
        "date": formats.day,
        "time": formats.clock,
        "datetime": formats.moment,
        "when": _when,
        "size": formats.size,
        "number": formats.number,
        "plural": formats.plural,
        "machine": formats.machine,
    }


def _as_it_is(text: Any, *width: Any) -> Any:
    """Leave text unindented: the GOV.UK macros indent for looks, which would put spaces into people's own words."""
    return text


@jinja2.pass_context
def _when(context: jinja2.runtime.Context, value: Any) -> str:
    """Say an instant relative to when the request was made (`request.at`, which tests set)."""
    now = getattr(context.get("request"), "at", None) or timezone.now()
    return formats.when(value, now=now)
