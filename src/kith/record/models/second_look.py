"""What stands before something leaves: what a second person passes, what copies leave out, who is asked first."""

from typing import ClassVar

from django.db import models

from kith.core.models import Worker
from kith.record.models.people import Participant
from kith.record.rules.leaving import ASK_ANSWERS, GROUNDS
from kith.record.shape import InCase, both_or_neither


class SecondLook(InCase):
    """Something the guard stopped, frozen for a second person: passed for exactly this, refused, or never answered."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting for a second person"
        PASSED = "passed", "Passed"
        REFUSED = "refused", "Refused"

    reader = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    channel = models.CharField(max_length=12)
    fingerprint = models.CharField(max_length=64)  # `queries.second_looks.fingerprint`: any change is another
    verdict = models.JSONField()  # as of a release: fact ids and places, no words
    state = models.CharField(max_length=10, choices=State.choices)
    why = models.TextField()  # why it should leave, in the writer's words
    asked_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    asked_at = models.DateTimeField()
    until_at = models.DateTimeField()  # to be answered by then; once passed, to be used by then
    decided_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)
    decided_at = models.DateTimeField(null=True)
    reasons = models.JSONField(default=list)  # [{"fact", "where", "why"}], one for each finding
    says = models.TextField(blank=True)  # words to the writer

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "fingerprint"], name="second_look_of_this")]
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            both_or_neither("decided_by", "decided_at"),
            models.CheckConstraint(
                condition=models.Q(decided_by__isnull=True) | ~models.Q(decided_by=models.F("asked_by")),
                name="second_look_is_another_persons",
            ),
        ]


class SecondLookFile(InCase):
    """The exact bytes a second person was asked about."""

    second_look = models.ForeignKey(SecondLook, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    position = models.PositiveSmallIntegerField()
    name_text = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    sha256 = models.BinaryField(max_length=32)
    file_id = models.UUIDField()  # core.StoredFile

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "second_look"], name="files_of_second_look")]


class Redaction(InCase):
    """Words, or a whole piece, that one reader's copy is made without. No ground yet: the copy cannot be released."""

    reader = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    holder_id = models.UUIDField()  # the piece of a statement
    source_id = models.UUIDField(null=True)  # the entry, decision or quotation it came from
    words = models.TextField(blank=True)  # empty: the whole piece
    ground = models.CharField(max_length=20, choices=GROUNDS, blank=True)
    why = models.TextField(blank=True)
    made_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()
    undone_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)
    undone_at = models.DateTimeField(null=True)

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "reader"], name="redaction_for_reader")]
        constraints: ClassVar = [*InCase.Meta.constraints, both_or_neither("undone_by", "undone_at")]


class AskFirst(InCase):
    """Words that leave only after their teller was asked: an entry's, or a line of an exhibit wherever it is quoted."""

    entry = models.ForeignKey(
        "record.Entry", models.PROTECT, null=True, related_name="+", db_constraint=False, db_index=False
    )
    source_id = models.UUIDField(null=True)  # the exhibit; the words stay with its quotations
    member = models.PositiveIntegerField(default=0)
    span_start = models.BigIntegerField(default=0)
    label = models.CharField(max_length=12, blank=True)
    line = models.PositiveBigIntegerField(default=0)
    teller = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    why = models.TextField(blank=True)
    marked_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    marked_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=ASK_ANSWERS, blank=True)
    answer_text = models.TextField(blank=True)
    asked_on = models.DateField(null=True)
    asked_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "source_id"], name="ask_first_of_line")]
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            both_or_neither("asked_by", "asked_on"),
            models.CheckConstraint(
                condition=models.Q(entry__isnull=False, source_id__isnull=True)
                | models.Q(entry__isnull=True, source_id__isnull=False),
                name="ask_first_of_one_thing",
            ),
        ]
