"""Rows for tests, and a folder of files."""

from dataclasses import replace
from datetime import UTC, date, datetime

from kith.core.reference.reading import line_of
from kith.core.reference.rules import Row

AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
TODAY = AT.date()
NEXT = date(2027, 3, 31)


def row(key: str = "sar", *, name: str = "deadline_rules", **more) -> Row:
    """Make a row of the deadlines."""
    value = {"name": "Subject access", "says": "Answered.", "runs_from": "the request", "limits": ["1 month"]}
    made = Row(
        name=name,
        key=key,
        value=value,
        source="UK GDPR Art 12",
        owner="Lead",
        effective_from=None,
        effective_to=None,
        next_check_on=NEXT,
        is_verified=True,
    )
    made = replace(made, **more)
    return replace(made, line=more.get("line") or line_of(made.name, made.key, made.effective_from))


def typed(key: str = "sar", **more) -> dict[str, object]:
    """Give a row as a form gives it."""
    made = row()
    given = {"key": key, "value": dict(made.value), "source": made.source, "owner": "Lead", "next_check_on": NEXT}
    return given | {"effective_from": None, "effective_to": None, "is_verified": False} | more
