"""When the items of an exhibit happened, by the answers as they are now: an update, never a reading."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

import msgspec
from django.db import connection

from kith.core import ledger
from kith.core.actions import action
from kith.core.models import Worker
from kith.engines.readers import Evidence, Item, Stamp
from kith.exhibits import dating, rules
from kith.exhibits.models import Exhibit, Question, Speaker
from kith.record import actions as record
from kith.record.actions import Placed
from kith.record.queries import case_in

_A_BATCH = 20_000
_STAMPS = """
    SELECT member, start, kind, flags, speaker, stamp_text, stamp_fields, stamp_seconds, {text}
    FROM exhibits_item WHERE case_id = %s AND exhibit_id = %s ORDER BY member, start
"""


@action
def place_on_timeline(*, exhibit: Exhibit, by: Worker, at: datetime) -> Exhibit:
    """Place every item of an exhibit on the line of time; items whose date is not settled stand there without one."""
    exhibit = Exhibit.objects.select_for_update().get(case_id=exhibit.case_id, id=exhibit.id)
    if exhibit.evidence is None:
        ledger.nothing_changed()
        return exhibit
    dates = dating.Dates(_evidence_of(exhibit), _answers(exhibit))
    turn = _Placing(exhibit, dates)
    changed = record.place_items(case=case_in(exhibit.case_id), source_id=exhibit.id, batches=turn.batches(), by=by)
    turn.people.keep()
    exhibit.order_text, exhibit.zone_text, exhibit.clock_notes = dates.order_text, dates.zone_text, dates.clock_notes
    exhibit.undated, exhibit.first_at, exhibit.last_at, exhibit.placed_at = turn.undated, turn.first, turn.last, at
    exhibit.save()
    facts = {"rows": changed, "undated": turn.undated}
    ledger.note("exhibit.placed", case_id=exhibit.case_id, by=by.id, at=at, about=exhibit, facts=facts)
    return exhibit


class _People:
    """The speakers of an exhibit by name and number, and how often each speaks once names are settled."""

    def __init__(self, exhibit: Exhibit) -> None:
        self._exhibit = exhibit
        rows = Speaker.objects.filter(case_id=exhibit.case_id, exhibit=exhibit).values_list("number", "name_text")
        self.names: dict[int, str] = dict(rows)
        self._numbers = {name: number for number, name in self.names.items()}
        self._known = len(self.names)
        self.counts: Counter[int | None] = Counter()

    def number(self, name: str | None) -> int | None:
        """Give a settled name its number; a name that no line gives as found is added."""
        if name is None:
            return None
        name = rules.storable(name)
        if name not in self._numbers:
            self._numbers[name] = number = max(self.names, default=0) + 1
            self.names[number] = name
        return self._numbers[name]

    def keep(self) -> None:
        """Write down added names and everybody's counts."""
        case, exhibit = self._exhibit.case_id, self._exhibit
        rows = [
            Speaker(case_id=case, exhibit=exhibit, number=number, name_text=name, items=self.counts[number])
            for number, name in self.names.items()
        ]
        Speaker.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["case", "exhibit", "number"],
            update_fields=["items"],
            batch_size=2_000,
        )


class _Placing:
    """One placing: stamps streamed from the items as found, each given its instant and its settled speaker."""

    def __init__(self, exhibit: Exhibit, dates: dating.Dates) -> None:
        self._exhibit, self._dates = exhibit, dates
        self.people = _People(exhibit)
        self.undated = 0
        self.first: datetime | None = None
        self.last: datetime | None = None

    def batches(self) -> Iterator[list[Placed]]:
        """Give the rows of the line of time, batch after batch; memory does not grow with the exhibit."""
        text = "text" if self._dates.changes_senders else "''"
        with connection.connection.cursor(name=f"stamps_{self._exhibit.id.hex}") as cursor:
            cursor.execute(_STAMPS.format(text=text), [self._exhibit.case_id, self._exhibit.id])
            while rows := cursor.fetchmany(_A_BATCH):
                yield [self._placed(*row) for row in rows if rules.is_placed(row[2], row[3])]

    def _placed(
        self,
        member: int,
        start: int,
        kind: str,
        flags: list[str],
        speaker: int | None,
        stamp: str | None,
        fields: list[int] | None,
        seconds: int | None,
        text: str,
    ) -> Placed:
        at = hour = None
        if fields is not None:
            at, hour = self._dates.at(Stamp(stamp or "", tuple(fields), -1 if seconds is None else seconds))  # type: ignore[arg-type]
        if speaker is not None and self._dates.changes_senders:
            found = Item(kind, None, start, start, 0, None, self.people.names[speaker], text)
            speaker = self.people.number(self._dates.sender(found))
        self._note(at)
        self.people.counts[speaker] += 1
        return Placed(member, start, at, speaker, hour)

    def _note(self, at: datetime | None) -> None:
        if at is None:
            self.undated += 1
            return
        self.first = at if self.first is None or at < self.first else self.first
        self.last = at if self.last is None or at > self.last else self.last


def _evidence_of(exhibit: Exhibit) -> Evidence:
    return msgspec.msgpack.decode(bytes(exhibit.evidence or b""), type=Evidence)


def _answers(exhibit: Exhibit) -> dict[str, str]:
    given = Question.objects.filter(case_id=exhibit.case_id, exhibit=exhibit, answer__isnull=False)
    return dict(given.values_list("key", "answer"))  # type: ignore[arg-type]
