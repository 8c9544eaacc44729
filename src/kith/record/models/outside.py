"""Outside readers: who is not of the agency and may read what was released to them; and what they wrote."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

from kith.core.models import Worker
from kith.record.models.leaving import Release
from kith.record.models.people import Participant
from kith.record.shape import InCase, both_or_neither


class Reader(InCase):
    """A participant may read, at the families' door, what was released to them: from a time, until one or until ended.

    Let in again, they get a new row.
    """

    class Kind(models.TextChoices):
        FAMILY = "family", "Family"
        PARTNER = "partner", "Partner"

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    let_in_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    let_in_at = models.DateTimeField()
    ended_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)
    ended_at = models.DateTimeField(null=True)

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "participant"], name="reader_of_participant")]
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            both_or_neither("ended_by", "ended_at"),
            models.CheckConstraint(
                condition=~models.Q(kind="partner") | models.Q(until_at__isnull=False), name="partner_has_an_end"
            ),
            models.CheckConstraint(
                condition=models.Q(until_at__isnull=True) | models.Q(until_at__gt=models.F("from_at")),
                name="reader_ends_after_they_begin",
            ),
        ]


class OwnWord(InCase):
    """What an outside reader wrote. The database writes it, in their name and with its own time; it is never edited."""

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    reader = models.ForeignKey(Reader, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    words = models.TextField()
    written_at = models.DateTimeField(db_default=Now())

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "participant"], name="ownword_of_participant")]


class Withheld(InCase):
    """A release is shown to its reader no more, from the moment that a worker said so."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    why = models.TextField()
    withheld_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    withheld_at = models.DateTimeField()

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(fields=["case", "release"], name="release_withheld_once"),
        ]
