"""The pages of exhibits: find, ask once, answer."""

from kith.exhibits.views.asking import people, questions
from kith.exhibits.views.reading import check, exhibit, exhibits, item, progress, quote, read_again
from kith.exhibits.views.taking_in import take_in

__all__ = [
    "check",
    "exhibit",
    "exhibits",
    "item",
    "people",
    "progress",
    "questions",
    "quote",
    "read_again",
    "take_in",
]
