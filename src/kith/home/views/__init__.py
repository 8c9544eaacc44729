"""The front hall's pages."""

from kith.home.views.front import front, lock

__all__ = ["front", "lock"]
