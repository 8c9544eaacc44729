"""What was typed: shape only."""

from kith.learning.forms.checks import SayLevel
from kith.learning.forms.cpd import AskPeer, ListWord, WritePart, WritePiece

__all__ = ["AskPeer", "ListWord", "SayLevel", "WritePart", "WritePiece"]
