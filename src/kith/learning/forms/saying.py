"""A form whose words may name somebody: it asks of each such word whom or what it names."""

import hashlib
from collections.abc import Callable, Iterable
from typing import Any

from kith.learning.rules.noticing import MAY_BE, Kind, Noticed
from kith.ui import fields, forms

#: No field takes more; what is longer is refused for its length.
_LOOKED_THROUGH = 4000
Notice = Callable[[str], Iterable[Noticed]]


class Saying(forms.Form):
    """A form whose words may name somebody: it asks of each such word whom or what it names."""

    TEXTS: tuple[str, ...] = ()

    def __init__(self, *args: Any, notice: Notice | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self._said: dict[str, str] = {}
        if notice and self.is_bound:
            for name in self.TEXTS:
                self._ask_of(notice(str(self.data.get(name, ""))[:_LOOKED_THROUGH]))

    def _ask_of(self, found: Iterable[Noticed]) -> None:
        for each in found:
            name = f"says-{hashlib.sha256(each.key.encode()).hexdigest()[:12]}"
            if each.may_be_said and name not in self.fields:
                choices = [("", "somebody who uses services, or their family"), *MAY_BE.items()]
                self.fields[name] = fields.Choice(
                    f"“{each.words}” is", choices, as_select=True, required=False, say_optional=False
                )
                self._said[name] = each.key

    def allowed(self) -> dict[str, str]:
        """Give the words that the writer said are somebody's or something's else; call after `is_valid`."""
        return {key: self.cleaned_data[name] for name, key in self._said.items() if self.cleaned_data.get(name)}

    def typed(self) -> dict[str, Any]:
        """Give what was typed, without what was said of words; call after `is_valid`."""
        return {name: value for name, value in self.cleaned_data.items() if name not in self._said}

    def point_out(self, places: Iterable[Any]) -> None:
        """Say at each field what was noticed in it, where, and the mend. Takes `actions.Place`s."""
        for place in places:
            each = place.noticed
            where = f" (line {each.line})" if each.line > 1 else ""
            is_name = each.kind in (Kind.NAME, Kind.LISTED)
            says = f"looks like {each.kind}." if is_name else f"is {each.kind}, which must not stand here."
            self.add_error(place.field, f"“{each.words}”{where} {says} {each.kind.mend}")
