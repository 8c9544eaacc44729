"""What somebody says of their own capabilities, with whom they share it, and the maps made of what was shared."""

import uuid
from typing import ClassVar

from django.db import models

from kith.core.models import Team, Worker


class SelfCheck(models.Model):
    """What somebody said of themselves about one statement. A change is a new row; the newest holds. Theirs alone."""

    class Level(models.IntegerChoices):
        """How far along somebody feels. The numbers are for ordering and never stand on a page."""

        AWARE = 1, "Aware"
        DEVELOPING = 2, "Developing"
        CONFIDENT = 3, "Confident"
        LEADS = 4, "Leads others"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    worker = models.ForeignKey(Worker, models.CASCADE, related_name="+", db_index=False)
    framework = models.CharField(max_length=40)  # a set of reference data
    key = models.CharField(max_length=80)
    level = models.PositiveSmallIntegerField(choices=Level.choices)
    evidence = models.TextField(blank=True)
    next_step = models.TextField(blank=True)
    next_on = models.DateField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["worker", "framework", "key", "at"], name="selfcheck_in_order")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(level__gte=1, level__lte=4), name="selfcheck_has_a_level")
        ]


class Sharing(models.Model):
    """Somebody lets their levels in one framework be counted in the map of their teams. Deleting it ends that."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    worker = models.ForeignKey(Worker, models.CASCADE, related_name="+", db_index=False)
    framework = models.CharField(max_length=40)
    since_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["worker", "framework"], name="sharing_once")]


class TeamMap(models.Model):
    """A map of a team as it was drawn, which only the owner's functions read or write (migration 0003)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, models.CASCADE, related_name="+", db_index=False)
    framework = models.CharField(max_length=40)
    taken_at = models.DateTimeField()
    people = models.JSONField()  # id of the sharing -> hash of the levels counted
    left = models.PositiveIntegerField()  # how many of those counted have stopped sharing since
    counted = models.PositiveIntegerField()
    cells = models.JSONField()  # [{"key", "how": "levels" | "halves" | "hidden", "counts"}]

    class Meta:
        indexes: ClassVar = [models.Index(fields=["framework", "team", "taken_at"], name="teammap_in_order")]
