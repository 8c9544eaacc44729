"""What left, to whom, in which bytes, and what its reader learnt by it."""

from typing import ClassVar

from django.db import models

from kith.core.models import Worker
from kith.record.models.people import Participant, ProtectedFact
from kith.record.shape import InCase, both_or_neither


class Release(InCase):
    """One thing checked for one reader: released, or blocked. Frozen either way."""

    class State(models.TextChoices):
        BLOCKED = "blocked", "Blocked"
        RELEASED = "released", "Released"

    reader = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    channel = models.CharField(max_length=12)  # "email", "document", "export"
    purpose = models.TextField()
    state = models.CharField(max_length=10, choices=State.choices)
    verdict = models.JSONField()  # level, findings (fact ids and places), unopened
    released_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    released_at = models.DateTimeField()
    overridden_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)
    overridden_at = models.DateTimeField(null=True)
    second_look = models.ForeignKey(
        "record.SecondLook", models.PROTECT, null=True, related_name="+", db_constraint=False, db_index=False
    )

    class Meta(InCase.Meta):
        indexes: ClassVar = [
            models.Index(fields=["case", "released_at"], name="release_in_order"),
            models.Index(fields=["case", "reader"], name="release_to_reader"),
        ]
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            both_or_neither("overridden_by", "overridden_at"),
            both_or_neither("overridden_by", "second_look"),
            models.UniqueConstraint(fields=["case", "second_look"], name="second_look_used_once"),
        ]


class ReleasedCopy(InCase):
    """The exact bytes one reader was given: body, subject line, each document."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    name_text = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    sha256 = models.BinaryField(max_length=32)
    file_id = models.UUIDField()  # core.StoredFile

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "release"], name="copies_of_release")]


class Disclosed(InCase):
    """A reader now holds (part of) a protected fact through this release; feeds later judgements."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    reader = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    fact = models.ForeignKey(ProtectedFact, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    part_text = models.TextField()

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "reader"], name="disclosed_to_reader")]
