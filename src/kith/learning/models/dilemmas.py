"""Dilemmas in versions, and what somebody plays of them."""

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.core.models import Worker
from kith.engines.dilemmas import MOST_CHOICES, THEMES


class Dilemma(models.Model):
    """One version of a dilemma. Its words never change: a change is a new version, and who began one goes on in it.

    What the list shows (title and so on) is read from the story's head when the version is made. `withdrawn_by` is
    nobody where a story that came with Kith stopped shipping.
    """

    class Origin(models.TextChoices):
        SHIPPED = "shipped", "Came with Kith"
        AGENCY = "agency", "Written by the agency"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.SlugField(max_length=60, db_index=False)
    version = models.PositiveIntegerField()
    origin = models.CharField(max_length=10, choices=Origin.choices)
    ink = models.TextField()
    compiled = models.TextField()
    title = models.CharField(max_length=200)
    says = models.CharField(max_length=500)
    theme = models.CharField(max_length=20, choices=list(THEMES.items()))
    minutes = models.PositiveSmallIntegerField()
    standards = ArrayField(models.CharField(max_length=80))
    pcf = ArrayField(models.CharField(max_length=80))
    capabilities = ArrayField(models.CharField(max_length=80))
    laws = ArrayField(models.CharField(max_length=80))
    by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    changed = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        db_table = "learning_dilemma"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["key", "version"], name="dilemma_version_once"),
            models.CheckConstraint(
                condition=models.Q(origin="shipped", by__isnull=True) | models.Q(origin="agency", by__isnull=False),
                name="dilemma_of_the_agency_has_its_worker",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_by__isnull=True) | models.Q(withdrawn_at__isnull=False),
                name="dilemma_is_withdrawn_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.version}"


class DilemmaDraft(models.Model):
    """A dilemma that is being written: one for each key, the authors' in common. Publishing takes it away.

    `version` counts its saves, so that no window writes over another's; `editor` is the window that saved last.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.SlugField(max_length=60, unique=True)
    ink = models.TextField()
    version = models.PositiveIntegerField(default=1)
    editor = models.CharField(max_length=36, blank=True)
    began_from = models.ForeignKey(Dilemma, models.PROTECT, null=True, related_name="+", db_index=False)
    by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        db_table = "learning_dilemma_draft"

    def __str__(self) -> str:
        return f"{self.key}, draft {self.version}"


class Play(models.Model):
    """Where somebody is in a dilemma: the choices they made, and nothing else. Theirs alone (row security)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    worker = models.ForeignKey(Worker, models.CASCADE, related_name="+", db_index=False)
    dilemma = models.ForeignKey(Dilemma, models.PROTECT, related_name="+")
    choices = ArrayField(models.PositiveSmallIntegerField(), default=list)
    is_ended = models.BooleanField(default=False)
    begun_at = models.DateTimeField()
    moved_at = models.DateTimeField()

    class Meta:
        db_table = "learning_play"
        indexes: ClassVar = [models.Index(fields=["worker", "-moved_at"], name="plays_of_worker")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(choices__len__lte=MOST_CHOICES), name="play_has_an_end"),
        ]

    def __str__(self) -> str:
        return str(self.id)
