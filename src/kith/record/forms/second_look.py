"""What a second person gives, and what the teller of words said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from kith.record import rules
from kith.record.queries.second_looks import Stopping
from kith.ui import fields, forms


class DecideSecondLook(forms.Form):
    """Pass or refuse: a reason for each finding, or words to the writer."""

    says = fields.TextArea(
        "Words to the writer",
        hint="Needed if it may not leave: what should be different.",
        required=False,
        say_optional=False,
        rows=3,
        max_length=1000,
    )
    decision = fields.Choice(
        "What do you decide?",
        [("pass", "It may leave, exactly as it is here, once"), ("refuse", "It may not leave")],
        missing="Select whether it may leave",
    )

    def __init__(self, *given: Any, stopping: Sequence[Stopping], **more: Any) -> None:
        super().__init__(*given, **more)
        asked: dict[str, Any] = {"required": False, "say_optional": False, "rows": 2, "max_length": 1000}
        self._reasons = [f"reason_{place}" for place, _ in enumerate(stopping, 1)]
        for place, (name, each) in enumerate(zip(self._reasons, stopping, strict=True), 1):
            label = f"Why may finding {place} leave?" if len(stopping) > 1 else "Why may it leave?"
            self.fields[name] = fields.TextArea(label, hint=f"{each.what}, in {each.where}", **asked)
        self.order_fields(["decision", *self._reasons, "says"])

    def clean(self) -> dict[str, Any]:
        """Ask for the reasons of a pass, and for the words of a refusal, beside their fields."""
        given: dict[str, Any] = super().clean() or {}
        reasons = [given.pop(name, "") or "" for name in self._reasons]
        decision = given.pop("decision", "")
        if decision == "pass":
            for name, reason in zip(self._reasons, reasons, strict=True):
                if not reason.strip():
                    self.add_error(name, "Enter why this may leave")
        if decision == "refuse" and not given.get("says", "").strip():
            self.add_error("says", "Enter what the writer should know")
        return given | {"passed": decision == "pass", "reasons": reasons}


class MarkAskFirst(forms.Form):
    """Whose words they are."""

    teller = fields.Choice("Whose words are they?", missing="Select whose words they are")
    why = fields.TextArea(
        "What did they say about it?",
        hint="For example: “Please don't tell Dad it was me.”",
        required=False,
        rows=2,
        max_length=500,
    )

    def __init__(self, *given: Any, people: Sequence[tuple[UUID, str]], **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["teller"].set_choices([(str(key), words) for key, words in people])  # type: ignore[attr-defined]


class TellersAnswer(forms.Form):
    """What the teller said when they were asked."""

    answer = fields.Choice("What did they say?", rules.ASK_ANSWERS, missing="Select what they said")
    asked_on = fields.Date("When were they asked?", missing="Enter when they were asked")
    answer_text = fields.TextArea(
        "In their words, or why the words must be used",
        required=False,
        say_optional=False,
        rows=3,
        max_length=1000,
    )

    def clean(self) -> dict[str, Any]:
        """Ask why words are used that their teller did not agree to."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("answer") == "told" and not (given.get("answer_text") or "").strip():
            self.add_error("answer_text", "Enter why the words must be used, and what they were told")
        return given
