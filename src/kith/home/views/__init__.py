"""The front hall's pages."""

from kith.home.views.front import front, lock
from kith.home.views.search import search
from kith.home.views.timeline import timeline

__all__ = ["front", "lock", "search", "timeline"]
