"""Widgets for answers that HTML has no single input for: three boxes for a date, with or without a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms

from kith.ui import formats
from kith.ui.typed import DateText


class DateBoxes(forms.Widget):
    """Day, month and year. The raw value is a DateText, so that what was typed comes back with the error."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> DateText:
        return DateText(*(str(data.get(f"{name}-{part}") or "").strip() for part in ("day", "month", "year")))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return f"{name}-day" not in data

    def typed(self, value: Any) -> DateText:
        """Give what the boxes show, for a raw value or an initial date."""
        if isinstance(value, DateText):
            return value
        if isinstance(value, date):
            return DateText(str(value.day), str(value.month), str(value.year))
        return DateText()


class MomentBoxes(DateBoxes):
    """Day, month, year and a time of day. The raw value is a pair (DateText, str)."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        return (super().value_from_datadict(data, files, name), str(data.get(f"{name}-time") or "").strip())

    def typed_with_time(self, value: Any) -> tuple[DateText, str]:
        if isinstance(value, tuple):
            return value
        if isinstance(value, datetime):
            here = formats.local(value)
            return self.typed(here.date()), formats.clock(here)
        return DateText(), ""


class ManyFiles(forms.FileInput):
    """A file input that takes several files at once; the raw value is a list."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        return files.getlist(name) if hasattr(files, "getlist") else files.get(name)
