"""The tables of the record. Each row belongs to a case; none can point into another."""

from kith.record.models.cases import Access, Case, Draft
from kith.record.models.keeping import AdoptionSeal, Closing, Hold, Keeping, Review
from kith.record.models.leaving import Disclosed, Release, ReleasedCopy
from kith.record.models.people import (
    ContactDetail,
    FactAudience,
    Participant,
    ParticipantName,
    PersonLink,
    ProtectedFact,
)
from kith.record.models.story import Citation, Decision, Entry, EntryAbout, TimelineRow

__all__ = [
    "Access",
    "AdoptionSeal",
    "Case",
    "Citation",
    "Closing",
    "ContactDetail",
    "Decision",
    "Disclosed",
    "Draft",
    "Entry",
    "EntryAbout",
    "FactAudience",
    "Hold",
    "Keeping",
    "Participant",
    "ParticipantName",
    "PersonLink",
    "ProtectedFact",
    "Release",
    "ReleasedCopy",
    "Review",
    "TimelineRow",
]
