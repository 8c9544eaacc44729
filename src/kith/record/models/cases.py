"""Cases, who may open them, and words not yet saved as a record."""

import uuid
from typing import ClassVar

from django.db import models

from kith.core.models import Worker
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

    def __str__(self) -> str:
        return str(self.id)


class Access(InCase):
    """A worker may open a case, from a time until a time."""

    class Why(models.TextChoices):
        ALLOCATED = "allocated", "Allocated"
        OPENED = "opened", "Opened the case"
        MANAGES = "manages", "Manages the case"
        SUPPORTS = "supports", "Supports the case"

    worker = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    why = models.CharField(max_length=20, choices=Why.choices)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    given_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    given_at = models.DateTimeField()

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["worker", "case"], name="access_by_worker")]
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(until_at__isnull=True) | models.Q(until_at__gte=models.F("from_at")),
                name="access_ends_after_it_begins",
            ),
        ]


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
