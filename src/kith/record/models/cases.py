"""Cases, and words not yet saved as a record."""

import uuid
from typing import ClassVar

from django.db import models

from kith.core.models import Team, Worker
from kith.record.shape import InCase


class Case(models.Model):
    """One family's matter with the agency."""

    class Kind(models.TextChoices):
        PRIVATE_LAW = "private_law", "Private law"
        PUBLIC_LAW = "public_law", "Public law"
        CHILD_IN_NEED = "child_in_need", "Child in need"
        CHILD_PROTECTION = "child_protection", "Child protection"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=40, unique=True)
    family_name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    court_text = models.CharField(max_length=200, blank=True)
    court_number = models.CharField(max_length=40, blank=True)
    opened_on = models.DateField()
    opened_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    opened_at = models.DateTimeField()
    next_exhibit = models.PositiveIntegerField(default=1)
    team = models.ForeignKey(Team, models.PROTECT, related_name="+", null=True)
    is_made_up = models.BooleanField(default=False)  # for learning; the database refuses a change
    is_restricted = models.BooleanField(default=False)  # kept by the database from the restrictions

    def __str__(self) -> str:
        return str(self.id)


class Draft(InCase):
    """Words being written, saved by themselves: one row a version, none overwritten."""

    worker = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    place = models.CharField(max_length=120)
    version = models.PositiveIntegerField()
    editor = models.CharField(max_length=36, blank=True)  # one window of one page load
    words = models.JSONField()
    saved_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(fields=["case", "worker", "place", "version"], name="draft_version_once"),
        ]
