"""What is stored, and which states the database refuses."""

from kith.learning.models.dilemmas import Dilemma, Play

__all__ = ["Dilemma", "Play"]
