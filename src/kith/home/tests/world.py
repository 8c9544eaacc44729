"""A case with something of every kind on its line of time, made through the rooms' own actions."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection

from kith.core.models import Worker
from kith.core.transactions import scoped
from kith.correspondence import testing as post
from kith.exhibits import testing as handed_over
from kith.exhibits.actions import say_who
from kith.exhibits.models import Exhibit, Item, Lexicon, Speaker
from kith.record import actions
from kith.record import testing as make
from kith.record.models import Case, Participant, TimelineRow
from kith.record.rules import Span, happened

BEGIN = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)

CHAT = """\
25/03/2026, 09:15 - Messages to this group are now secured with end-to-end encryption. Tap for more info.
25/03/2026, 09:16 - Mum: Are they at school today?
25/03/2026, 22:40 - Tom: <script>alert("school")</script> & more
26/03/2026, 02:05 - Mum: please stop, Zoë is asleep
26/03/2026, 14:00 - Uncle Bo: I can pick her up from the half-term club, lena@example.org knows
26/03/2026, 14:01 - Mum: <Media omitted>
26/03/2026, 14:02 - Tom: see you at the schools fair <This message was edited>
""".encode()


@dataclass
class World:
    """Amal's case, with Lena and Tom in it; Cara works in another team and has a case of her own."""

    amal: Worker
    cara: Worker
    case: Case
    lena: Participant
    tom: Participant

    def entry(
        self, text: str, at: datetime | None = BEGIN, *, by: Worker | None = None, case: Case | None = None, **more: Any
    ):
        """Write an entry; `at` None is a date nobody knows."""
        span = Span(at, at + timedelta(minutes=1)) if at else Span(None, None)
        values = {
            "kind": "note",
            "happened_text": "",
            "precision": "exact" if at else "unknown",
            "happened": span,
        } | more
        writer = by or self.amal
        return actions.write_entry(case=case or self.case, text=text, by=writer, at=make.AT, **values)

    def chat(self, data: bytes = CHAT) -> Exhibit:
        """Take in a WhatsApp chat and read it; "Mum" is Lena."""
        one = handed_over.read(handed_over.exhibit(self.case, self.amal, data), self.amal)
        with scoped(worker_id=self.amal.id):
            mum = Speaker.objects.filter(case=self.case, exhibit=one, name_text="Mum").first()
        if mum is not None:
            say_who(speaker=mum, participant=self.lena, by=self.amal, at=make.AT)
        return one

    def message(self, text: str = "I will come on Thursday at four."):
        """Send Lena a message."""
        return post.message(self.case, self.lena, self.amal, text=text)

    def everything(self) -> Exhibit:
        """Put one of each kind on the line of time, and things without a date."""
        self.entry("Kim said that Lena is kind", BEGIN, about=[self.lena], kind="childs_words")
        self.entry("Somebody rang about the school", None, happened_text="nobody remembers when")
        around = happened("approximate", BEGIN.date(), None, (BEGIN + timedelta(days=4)).date(), "Europe/London")
        self.entry("A quiet week", happened=around, happened_text="around Epiphany", precision="approximate")
        actions.record_decision(
            case=self.case,
            question="Where does Kim sleep?",
            options=["At Lena's", "At her aunt's"],
            chosen=0,
            childs_view="With Mum, says Kim",
            reasons="It is near the school",
            decided_on=BEGIN.date(),
            review_on=datetime(2026, 9, 1, tzinfo=UTC).date(),
            by=self.amal,
            at=BEGIN + timedelta(days=2),
        )
        self.message()
        return self.chat()


def build() -> World:
    """Make the world."""
    amal, cara = make.worker("Amal Tester"), make.worker("Cara Elsewhere")
    case = make.case(amal)
    lena = make.participant(case, amal)
    make.email_of(lena, amal)
    tom = make.participant(case, amal, known_as="Tom", part="father")
    return World(amal, cara, case, lena, tom)


def lay_out(
    case: Case,
    by: Worker,
    texts: Sequence[str],
    *,
    at: Iterable[datetime | None] = (),
    speakers: Sequence[str] = ("Mum",),
) -> Exhibit:
    """Put many items on the line of time at once, as a reading would leave them; quick, for tests of many rows.

    They are a minute apart unless `at` says otherwise, and the speakers take turns.
    """
    one = handed_over.exhibit(case, by, f"kept whole: {len(texts)} {texts[:1]}".encode(), "notes.bin")
    when = list(at) or [BEGIN + timedelta(minutes=n) for n in range(len(texts))]
    with scoped(worker_id=by.id, case_id=case.id):
        Speaker.objects.bulk_create(
            Speaker(case=case, exhibit=one, number=number, name_text=name) for number, name in enumerate(speakers)
        )
        _lay_items(case, one, texts, len(speakers))
        TimelineRow.objects.bulk_create(
            TimelineRow(
                case=case,
                at=at,
                kind="item",
                source_id=one.id,
                position=n * 100,
                speaker=n % len(speakers),
                hour=at and at.hour,
            )
            for n, at in enumerate(when)
        )
        with connection.cursor() as cursor:
            cursor.execute("UPDATE exhibits_exhibit SET done_items = %s WHERE id = %s", [len(texts), one.id])
    return one


def _lay_items(case: Case, one: Exhibit, texts: Sequence[str], speakers: int) -> None:
    Item.objects.bulk_create(
        Item(
            case=case,
            exhibit=one,
            member=0,
            start=n * 100,
            end=n * 100 + 100,
            line=n + 1,
            kind="message",
            speaker=n % speakers,
            text=text,
        )
        for n, text in enumerate(texts)
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT tsvector_to_array(words) FROM exhibits_item WHERE exhibit_id = %s", [one.id])
        words = Counter(word for (row,) in cursor.fetchall() for word in row)
    Lexicon.objects.bulk_create(
        [Lexicon(case=case, word=word, items=items) for word, items in words.items()], ignore_conflicts=True
    )
