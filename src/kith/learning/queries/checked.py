"""What stands beside whatever is reference data: when it was last checked, a caution, where it comes from."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kith.core.models import Worker
from kith.core.reference import Row
from kith.core.reference import queries as reference
from kith.core.reference.rules import in_words


@dataclass(frozen=True, slots=True)
class Beside:
    """The caution of a row, its page in the reference data, and the form that changes it for whoever may."""

    caution: str
    href: str
    edit_href: str


def beside(row: Row, by: Worker, today: date) -> Beside:
    """Give what stands beside a row."""
    may = reference.may_edit(by, row.name)
    return Beside(row.caution(today), _page("reference_row", row), _page("reference_edit", row) if may else "")


def when_checked(row: Row) -> str:
    """Say when a row was last compared with its sources, if ever, and when it is to be done again."""
    again = _("To be checked again by %s.") % in_words(row.next_check_on)
    if not row.is_verified:
        return again
    listed = reference.versions(row.name, row.line)
    unchecked = next((place for place, each in enumerate(listed) if not each.row.is_verified), len(listed))
    on = in_words(timezone.localdate(listed[max(unchecked - 1, 0)].at))
    return f"{_('Last checked on %s.') % on} {again}"


def said(row: Row, name: str) -> Any:
    """Give what a row says in a field that may be missing: its words, or nothing."""
    return row.value.get(name) or ""


def _page(name: str, row: Row) -> str:
    return reverse(f"home:{name}", args=[row.name, row.line])
