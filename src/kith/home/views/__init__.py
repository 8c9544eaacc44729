"""The front hall's pages."""

from kith.home.views.front import front, lock
from kith.home.views.keeping import confirm_erasure, due_case, erasures, keeping, review
from kith.home.views.search import search
from kith.home.views.timeline import timeline

__all__ = ["confirm_erasure", "due_case", "erasures", "front", "keeping", "lock", "review", "search", "timeline"]
