"""Which address is answered by which one action or query."""

from kith.learning.views.front import front

__all__ = ["front"]
