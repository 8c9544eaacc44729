"""The front hall's pages."""

from kith.home.views.deadlines import deadlines
from kith.home.views.front import front, lock
from kith.home.views.hours import own_hours
from kith.home.views.keeping import confirm_erasure, due_case, erasures, keeping, review
from kith.home.views.reference import (
    reference,
    reference_add,
    reference_check,
    reference_edit,
    reference_end,
    reference_row,
    reference_set,
    reference_take,
)
from kith.home.views.search import search
from kith.home.views.timeline import timeline

__all__ = [
    "confirm_erasure",
    "deadlines",
    "due_case",
    "erasures",
    "front",
    "keeping",
    "lock",
    "own_hours",
    "reference",
    "reference_add",
    "reference_check",
    "reference_edit",
    "reference_end",
    "reference_row",
    "reference_set",
    "reference_take",
    "review",
    "search",
    "timeline",
]
