"""Who may open a case, and what closes it to somebody. What follows from these rows is said once, in `kith_open`."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kith.core.models import Team, Worker
from kith.record.shape import InCase, both_or_neither


class Shift(models.Model):
    """Somebody is on duty, for one team or (`team` null) for the whole agency. No row of a case: it names none."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    worker = models.ForeignKey(Worker, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+", null=True, db_index=False)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    given_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    given_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until_at__gte=F("from_at")), name="shift_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Access(InCase):
    """A worker may open a case, from a time until a time. Only its end ever changes, and only to come sooner."""

    class Why(models.TextChoices):
        ALLOCATED = "allocated", "Allocated"
        OPENED = "opened", "Opened the case"
        MANAGES = "manages", "Manages the case"
        SUPPORTS = "supports", "Supports the case"
        DUTY = "duty", "On duty"
        COVER = "cover", "Covers for a colleague"
        BREAK_GLASS = "break_glass", "In an emergency"

    worker = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    why = models.CharField(max_length=20, choices=Why.choices)
    note = models.TextField(blank=True, default="")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    given_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    given_at = models.DateTimeField()
    shift = models.ForeignKey(Shift, models.PROTECT, related_name="+", null=True, db_index=False)

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["worker", "case"], name="access_by_worker")]
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.CheckConstraint(
                condition=Q(until_at__isnull=True) | Q(until_at__gte=F("from_at")),
                name="access_ends_after_it_begins",
            ),
        ]


class Restriction(InCase):
    """Only those named on the case's list may open it, from one time until it is lifted."""

    why = models.TextField()
    restricted_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    restricted_at = models.DateTimeField()
    review_on = models.DateField()
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", null=True, db_index=False)
    lifted_why = models.TextField(blank=True, default="")

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            both_or_neither("lifted_at", "lifted_by"),
            models.UniqueConstraint(fields=["case"], condition=Q(lifted_at__isnull=True), name="restricted_once"),
        ]


class Conflict(InCase):
    """Somebody may never open a case: it is about themselves, their family or their friends. It beats every route."""

    worker = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    why = models.TextField()
    declared_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    declared_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", null=True, db_index=False)
    ended_why = models.TextField(blank=True, default="")

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            both_or_neither("ended_at", "ended_by"),
            models.UniqueConstraint(
                fields=["case", "worker"], condition=Q(ended_at__isnull=True), name="conflict_once_in_case"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["worker", "case"], condition=Q(ended_at__isnull=True), name="conflict_by_worker")
        ]


class BreakGlass(InCase):
    """Somebody opened a case in an emergency, for three hours; a manager says afterwards whether that was right."""

    worker = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    why = models.TextField()
    at = models.DateTimeField()
    until_at = models.DateTimeField()
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", null=True, db_index=False)
    was_right = models.BooleanField(null=True)
    review_text = models.TextField(blank=True, default="")

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            both_or_neither("reviewed_at", "reviewed_by"),
            both_or_neither("reviewed_at", "was_right"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["case"], condition=Q(reviewed_at__isnull=True), name="breakglass_to_review")
        ]


class Withholding(InCase):
    """Those concerned are not told who looked, for a danger that is written down and looked at again."""

    why = models.TextField()
    withheld_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    withheld_at = models.DateTimeField()
    look_again_on = models.DateField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", null=True, db_index=False)

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            both_or_neither("ended_at", "ended_by"),
            models.UniqueConstraint(fields=["case"], condition=Q(ended_at__isnull=True), name="withheld_once"),
        ]
