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
from kith.record.forms.contact_plan import PARTS, CheckPlan, ReviewWayThrough
from kith.record.forms.keeping import AskErasure, ChooseSchedule, EndHold, PlaceHold, SayClosing, SealForAdoption
from kith.record.forms.outside import EndReader, LetIn, WithholdRelease
from kith.record.forms.people import AddContact, AddParticipant, EndContact, ProtectFact
from kith.record.forms.plan_part import PlanPart
from kith.record.forms.second_look import DecideSecondLook, MarkAskFirst, TellersAnswer
from kith.record.forms.writing import RecordDecision, WriteEntry, as_typed

__all__ = [
    "AddContact",
    "AddParticipant",
    "AllowToKnow",
    "AskErasure",
    "BreakGlass",
    "CheckPlan",
    "ChooseSchedule",
    "DecideSecondLook",
    "DeclareConflict",
    "EndAccess",
    "EndConflict",
    "EndContact",
    "EndHold",
    "EndReader",
    "GiveAccess",
    "GiveShift",
    "HandOver",
    "LetIn",
    "Lift",
    "PARTS",
    "MarkAskFirst",
    "PlaceHold",
    "PlaceWithTeam",
    "PlanPart",
    "ProtectFact",
    "Reach",
    "RecordConflict",
    "RecordDecision",
    "Restrict",
    "ReviewBreakGlass",
    "ReviewWayThrough",
    "SayClosing",
    "SealForAdoption",
    "StartCase",
    "TellersAnswer",
    "Withhold",
    "WithholdRelease",
    "WriteEntry",
    "as_typed",
]
