"""Who the people in the data are: names as found, and the participants of the case."""

from collections.abc import Mapping
from datetime import datetime

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.exhibits.models import Exhibit, Speaker
from kith.record.models import Participant

OUTSIDE = "outside"


class NobodyThere(Refusal):
    """Somebody was named who is not of this case or this exhibit."""


@action
def say_who(
    *, speaker: Speaker, participant: Participant | None, by: Worker, at: datetime, is_outside: bool = False
) -> Speaker:
    """Say which participant a name in an exhibit stands for, that it is nobody of this case, or take that back.

    Args:
        participant: None with `is_outside` says "not in this case"; None alone takes an earlier answer back.

    The name as found stays beside it on every page. The ledger keeps who it was said to be before.
    """
    chosen = participant.id if participant else None
    if (speaker.participant_id, speaker.is_outside) == (chosen, is_outside):
        ledger.nothing_changed()
        return speaker
    facts: dict[str, ledger.Plain] = {
        "exhibit": str(speaker.exhibit_id),
        "number": speaker.number,
        "before": _said(speaker),
    }
    said = participant is not None or is_outside
    speaker.participant_id, speaker.is_outside = chosen, is_outside
    speaker.mapped_by, speaker.mapped_at = (by, at) if said else (None, None)
    speaker.save(update_fields=["participant_id", "is_outside", "mapped_by", "mapped_at"])
    facts["now"] = _said(speaker)
    ledger.note("speaker.mapped", case_id=speaker.case_id, by=by.id, at=at, about=speaker, facts=facts)
    return speaker


@action
def say_who_all(*, exhibit: Exhibit, who: Mapping[int, str], by: Worker, at: datetime) -> int:
    """Say who several people in an exhibit are, by their numbers; give how many answers changed.

    Args:
        who: a participant's id, "outside" for nobody of this case, or "" for not said.

    Raises:
        NobodyThere: a number or a participant is none of this case.
    """
    speakers = {row.number: row for row in Speaker.objects.filter(case_id=exhibit.case_id, exhibit=exhibit)}
    people = {str(row.id): row for row in Participant.objects.filter(case_id=exhibit.case_id)}
    changed = 0
    for number, chosen in who.items():
        if number not in speakers or (chosen not in people and chosen not in ("", OUTSIDE)):
            raise NobodyThere("Select somebody from the list.")
        before = _said(speakers[number])
        say_who(speaker=speakers[number], participant=people.get(chosen), is_outside=chosen == OUTSIDE, by=by, at=at)
        changed += before != _said(speakers[number])
    ledger.nothing_changed()
    return changed


def _said(speaker: Speaker) -> str:
    return str(speaker.participant_id or (OUTSIDE if speaker.is_outside else ""))
