"""What a worker types on the record's pages: shape only."""

from kith.record.forms.cases import AllowToKnow, EndAccess, GiveAccess, StartCase
from kith.record.forms.keeping import AskErasure, ChooseSchedule, EndHold, PlaceHold, SayClosing, SealForAdoption
from kith.record.forms.people import AddContact, AddParticipant, EndContact, ProtectFact
from kith.record.forms.writing import RecordDecision, WriteEntry, as_typed

__all__ = [
    "AskErasure",
    "ChooseSchedule",
    "EndHold",
    "PlaceHold",
    "SayClosing",
    "SealForAdoption",
    "AddContact",
    "AddParticipant",
    "AllowToKnow",
    "EndAccess",
    "EndContact",
    "GiveAccess",
    "ProtectFact",
    "RecordDecision",
    "StartCase",
    "WriteEntry",
    "as_typed",
]
