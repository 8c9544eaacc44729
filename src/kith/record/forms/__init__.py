"""What a worker types on the record's pages: shape only."""

from kith.record.forms.cases import AllowToKnow, EndAccess, GiveAccess, StartCase
from kith.record.forms.outside import EndReader, LetIn, Withhold
from kith.record.forms.people import AddContact, AddParticipant, EndContact, ProtectFact
from kith.record.forms.writing import RecordDecision, WriteEntry, as_typed

__all__ = [
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
    "Withhold",
    "WriteEntry",
    "as_typed",
]
