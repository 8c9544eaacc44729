"""What the forms of a contact plan share: the plan before, and the plan as it would be."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from kith.record.rules.contact_plan import Plan
from kith.record.rules.words import Wrong
from kith.ui import forms


class PlanPart(forms.Form):
    """What every part shares: the plan before, and the plan as it would be."""

    def __init__(self, data: Any = None, *, plan: Plan, ways: Sequence[tuple[str, str]] = (), today: date) -> None:
        self.plan, self.today = plan, today
        super().__init__(data, initial=self.typed(plan))
        self.offer(ways)

    def offer(self, ways: Sequence[tuple[str, str]]) -> None:
        """Fill in choices that depend on the plan."""

    def typed(self, plan: Plan) -> dict[str, Any]:
        """Give the plan as this form would have been filled in."""
        return {name: getattr(plan, name) for name in self.base_fields if hasattr(plan, name)}

    def changed(self) -> Plan:
        """Give the plan with what was typed."""
        return replace(self.plan, **self.cleaned_data)

    def check(self, name: str | None, rule: Callable[[Any], None], value: Any) -> None:
        """Say beside a field what a rule has against it."""
        try:
            rule(value)
        except Wrong as wrong:
            self.add_error(name, str(wrong))
