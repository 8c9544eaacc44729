"""What is stored, and which states the database refuses."""

from kith.learning.models.checks import SelfCheck, Sharing, TeamMap
from kith.learning.models.cpd import CpdPiece, OwnWord, PeerPart
from kith.learning.models.dilemmas import Dilemma, DilemmaDraft, Play
from kith.learning.models.telling import Statement, Telling
from kith.learning.models.votes import Gathering, Vote, VoteTry

__all__ = [
    "CpdPiece",
    "Dilemma",
    "DilemmaDraft",
    "Gathering",
    "OwnWord",
    "PeerPart",
    "Play",
    "SelfCheck",
    "Sharing",
    "Statement",
    "TeamMap",
    "Telling",
    "Vote",
    "VoteTry",
]
