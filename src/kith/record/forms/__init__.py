"""What a worker types on the record's pages: shape only."""

from kith.record.forms.access import (
    BreakGlass,
    DeclareConflict,
    EndAccess,
    EndConflict,
    GiveAccess,
    GiveShift,
    HandOver,
    Lift,
    PlaceWithTeam,
    Reach,
    RecordConflict,
    Restrict,
    ReviewBreakGlass,
    Withhold,
)
from kith.record.forms.cases import AllowToKnow, StartCase
from kith.record.forms.outside import EndReader, LetIn, WithholdRelease
from kith.record.forms.people import AddContact, AddParticipant, EndContact, ProtectFact
from kith.record.forms.writing import RecordDecision, WriteEntry, as_typed

__all__ = [
    "BreakGlass",
    "DeclareConflict",
    "EndConflict",
    "GiveShift",
    "HandOver",
    "Lift",
    "PlaceWithTeam",
    "Reach",
    "RecordConflict",
    "Restrict",
    "ReviewBreakGlass",
    "Withhold",
    "WithholdRelease",
    "AddContact",
    "AddParticipant",
    "AllowToKnow",
    "EndAccess",
    "EndContact",
    "EndReader",
    "GiveAccess",
    "LetIn",
    "ProtectFact",
    "RecordDecision",
    "StartCase",
    "WriteEntry",
    "as_typed",
]
