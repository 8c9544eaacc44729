"""The tables of the record. Each row belongs to a case; none can point into another."""

from kith.record.models.access import Access, BreakGlass, Conflict, Restriction, Shift, Withholding
from kith.record.models.cases import Case, Draft
from kith.record.models.contact_plan import ContactPlan, WayThrough
from kith.record.models.keeping import AdoptionSeal, Closing, Hold, Keeping, Review
from kith.record.models.leaving import Disclosed, Release, ReleasedCopy
from kith.record.models.outside import OwnWord, Reader, Withheld
from kith.record.models.people import (
    ContactDetail,
    FactAudience,
    Participant,
    ParticipantName,
    PersonLink,
    ProtectedFact,
)
from kith.record.models.second_look import AskFirst, Redaction, SecondLook, SecondLookFile
from kith.record.models.story import Citation, Decision, Entry, EntryAbout, TimelineRow

__all__ = [
    "Access",
    "AdoptionSeal",
    "AskFirst",
    "BreakGlass",
    "Case",
    "Citation",
    "Closing",
    "Conflict",
    "ContactDetail",
    "ContactPlan",
    "Decision",
    "Disclosed",
    "Draft",
    "Entry",
    "EntryAbout",
    "FactAudience",
    "Hold",
    "Keeping",
    "OwnWord",
    "Participant",
    "ParticipantName",
    "PersonLink",
    "ProtectedFact",
    "Reader",
    "Redaction",
    "Release",
    "ReleasedCopy",
    "Restriction",
    "Review",
    "SecondLook",
    "SecondLookFile",
    "Shift",
    "TimelineRow",
    "WayThrough",
    "Withheld",
    "Withholding",
]
