"""What happened, what was decided and why, what was quoted, and the one line of time they stand on."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.core.models import Worker
from kith.record.models.people import Participant
from kith.record.shape import InCase, both_or_neither


class Entry(InCase):
    """What happened or was said. Never edited: amended by a new entry that names the old."""

    class Kind(models.TextChoices):
        NOTE = "note", "Note"
        VISIT = "visit", "Visit"
        CALL = "call", "Telephone call"
        MEETING = "meeting", "Meeting"
        INTERVIEW = "interview", "Interview"
        OBSERVATION = "observation", "Observation"
        CHILDS_WORDS = "childs_words", "The child's words"

    class Precision(models.TextChoices):
        EXACT = "exact", "Exactly known"
        APPROXIMATE = "approximate", "Approximately known"
        UNKNOWN = "unknown", "Not known"

    class Allegation(models.TextChoices):
        NONE = "", "Not an allegation"
        ALLEGED = "alleged", "Alleged"
        ADMITTED = "admitted", "Admitted"
        FOUND = "found", "Found by the court"
        NOT_FOUND = "not_found", "Not found by the court"
        NOT_DETERMINED = "not_determined", "Not determined"

    kind = models.CharField(max_length=20, choices=Kind.choices)
    text = models.TextField()
    happened_text = models.CharField(max_length=120)  # as the worker said it: "around Easter"
    happened_from = models.DateTimeField(null=True)
    happened_until = models.DateTimeField(null=True)
    precision = models.CharField(max_length=12, choices=Precision.choices)
    allegation = models.CharField(max_length=16, choices=Allegation.choices, blank=True)
    amends = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", db_constraint=False, db_index=False)
    recorded_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "recorded_at"], name="entry_as_recorded")]
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(precision="unknown", happened_from__isnull=True)
                | (~models.Q(precision="unknown") & models.Q(happened_from__isnull=False)),
                name="entry_dated_unless_unknown",
            ),
        ]


class EntryAbout(InCase):
    """An entry concerns a participant."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(fields=["case", "entry", "participant"], name="entry_about_once"),
        ]


class Decision(InCase):
    """A question that was decided: the options, the evidence both ways, the child's view, the reasons, a review."""

    question = models.TextField()
    options = ArrayField(models.TextField())
    chosen = models.PositiveSmallIntegerField()  # place in `options`, from 0
    evidence_for = models.TextField(blank=True)
    evidence_against = models.TextField(blank=True)
    childs_view = models.TextField()
    reasons = models.TextField()
    decided_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    decided_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)
    agreed_at = models.DateTimeField(null=True)
    review_on = models.DateField()
    amends = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", db_constraint=False, db_index=False)

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            both_or_neither("agreed_by", "agreed_at"),
            models.CheckConstraint(
                condition=models.Q(options__len__gt=models.F("chosen")), name="decision_chose_an_option"
            ),
        ]


class Citation(InCase):
    """A quotation as a value: what was quoted, from where, its hash and span, and what was said around it.

    It imports nothing of the room it cites, and stays true if that room reads the exhibit again.
    """

    class Holder(models.TextChoices):
        BASKET = "", "Kept to be used"
        ENTRY = "entry", "Entry"
        DECISION = "decision", "Decision"
        STATEMENT = "statement", "Statement"

    holder = models.CharField(max_length=10, choices=Holder.choices, blank=True)
    holder_id = models.UUIDField(null=True)
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=20)  # what is cited: "item"
    source_id = models.UUIDField()  # the exhibit
    label = models.CharField(max_length=12)  # "E1"
    sha256 = models.BinaryField(max_length=32)  # of the exhibit's file
    member_text = models.TextField(blank=True)  # path inside a zip or folder, as found
    member = models.PositiveIntegerField(default=0)
    span_start = models.BigIntegerField()
    span_end = models.BigIntegerField()
    line = models.PositiveBigIntegerField()
    said_by_text = models.TextField(blank=True)
    said_at_text = models.TextField(blank=True)
    text = models.TextField()
    before = models.JSONField(default=list)  # [{"by", "at", "text", "line"}], oldest first
    after = models.JSONField(default=list)
    quoted_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    quoted_at = models.DateTimeField()

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "holder", "holder_id"], name="citation_of_holder")]


class TimelineRow(models.Model):
    """One thing on the line of time: where it lies, not what it says. Rooms above add theirs through an action.

    `at` is null when no date is known: that is a value, never filled with the time of taking in.
    """

    class Kind(models.TextChoices):
        ITEM = "item", "Exhibit"
        ENTRY = "entry", "Entry"
        DECISION = "decision", "Decision"
        MESSAGE = "message", "Message sent"
        RECEIVED = "received", "Message received"

    pk = models.CompositePrimaryKey("case_id", "source_id", "member", "position")
    case = models.ForeignKey("record.Case", models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField(null=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    source_id = models.UUIDField()  # the exhibit, or the row itself
    member = models.PositiveIntegerField(default=0)
    position = models.BigIntegerField(default=0)  # where in the member the item starts
    speaker = models.PositiveIntegerField(null=True)  # number of the speaker in the exhibit
    hour = models.PositiveSmallIntegerField(null=True)  # of the local clock, as answered

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["case", "at", "source_id", "member", "position"], name="timeline_in_order")
        ]
