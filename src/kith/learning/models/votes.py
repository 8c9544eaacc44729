"""A dilemma that a team plays together: what was chosen, what is asked now, and counts. Never who."""

import uuid
from datetime import timedelta
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.core.models import Worker
from kith.engines.dilemmas import MOST_CHOICES
from kith.learning.models.dilemmas import Dilemma


class Gathering(models.Model):
    """A team at a dilemma: its facilitator's alone (row security). Phones see it through functions of the owner's.

    `turn` goes up whenever something else is asked or shown: a form of another turn changes nothing. `offered` is what
    phones may choose from, empty at an ending. `splits` has one list for each question that was closed, in order:
    how many chose each choice, and nothing but how many answered where that were fewer than two.
    """

    OPEN_FOR = timedelta(hours=4)
    KEPT_FOR = timedelta(days=1)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    worker = models.ForeignKey(Worker, models.CASCADE, related_name="+", db_index=False)
    dilemma = models.ForeignKey(Dilemma, models.PROTECT, related_name="+")
    code = models.CharField(max_length=6, null=True, unique=True)
    choices = ArrayField(models.PositiveSmallIntegerField(), default=list)
    turn = models.PositiveIntegerField(default=1)
    is_open = models.BooleanField(default=True)
    offered = ArrayField(models.TextField())
    splits = models.JSONField(default=list)
    opened_at = models.DateTimeField()
    until_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "learning_gathering"
        indexes: ClassVar = [models.Index(fields=["worker", "-opened_at"], name="gatherings_of_worker")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(choices__len__lte=MOST_CHOICES), name="gathering_has_an_end"),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True) | models.Q(code__isnull=True, is_open=False),
                name="gathering_that_ended_has_no_code",
            ),
            models.CheckConstraint(
                condition=models.Q(until_at__gt=models.F("opened_at"))
                & models.Q(until_at__lte=models.F("opened_at") + timedelta(hours=4)),
                name="gathering_is_short",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Vote(models.Model):
    """What a phone chose, while its question is open: the phone is a hash of its token, bound to this gathering.

    No role that serves may touch it; closing the question makes counts of these rows and deletes them. The table is
    UNLOGGED: no backup, no archive and no copy of the database holds it, and a crash empties it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="+", db_index=False)
    phone = models.BinaryField(max_length=32)
    chosen = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "learning_vote"
        constraints: ClassVar = [models.UniqueConstraint(fields=["gathering", "phone"], name="phone_votes_once")]

    def __str__(self) -> str:
        return "a vote"


class VoteTry(models.Model):
    """Codes that were tried and opened nothing, from one of 65,536 marks of places, within the hour."""

    place = models.BinaryField(primary_key=True, max_length=2)
    wrong = models.PositiveIntegerField()
    last_at = models.DateTimeField()
    wait_until = models.DateTimeField()

    class Meta:
        db_table = "learning_votetry"

    def __str__(self) -> str:
        return "tries"
