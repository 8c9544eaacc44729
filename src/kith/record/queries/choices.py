"""What a form may offer: the values the tables take, with their words."""

from kith.record.models import Access, Case, ContactDetail, Entry, Hold, Participant, ProtectedFact
from kith.record.rules.keeping import GROUNDS_ASKED

Pairs = list[tuple[str, str]]


def _pairs(kind: type) -> Pairs:
    return [(str(value), str(words)) for value, words in kind.choices]  # type: ignore[attr-defined]


CASE_KINDS = _pairs(Case.Kind)
PARTS = _pairs(Participant.Part)
SIDES = _pairs(Participant.Side)
CONTACT_KINDS = _pairs(ContactDetail.Kind)
FACT_KINDS = _pairs(ProtectedFact.Kind)
ENTRY_KINDS = _pairs(Entry.Kind)
PRECISIONS = _pairs(Entry.Precision)
ALLEGATIONS = _pairs(Entry.Allegation)
#: "Opened the case" is nobody's to give; on duty, as cover and by break-glass a case is opened by its reference.
_TO_GIVE = (Access.Why.ALLOCATED, Access.Why.MANAGES, Access.Why.SUPPORTS)
WHY_ACCESS = [pair for pair in _pairs(Access.Why) if pair[0] in _TO_GIVE]
HOLD_KINDS = _pairs(Hold.Kind)
#: On what ground a worker may ask that something be erased.
GROUNDS = [(each.value, each.label) for each in GROUNDS_ASKED]
