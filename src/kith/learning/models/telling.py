"""What a worker chose to have told to the agency's own learning store, statement by statement."""

import uuid
from typing import ClassVar

from django.db import models

from kith.core.models import Worker


class Telling(models.Model):
    """A worker switched telling on for themselves. Deleting it ends that."""

    worker = models.OneToOneField(Worker, models.CASCADE, primary_key=True, related_name="+")
    since_at = models.DateTimeField()


class Statement(models.Model):
    """One xAPI statement, waiting or sent. Its id is the statement's own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    worker = models.ForeignKey(Worker, models.CASCADE, related_name="+", db_index=False)
    body = models.JSONField()
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=20, blank=True)  # rules.telling.Told

    class Meta:
        indexes: ClassVar = [models.Index(fields=["worker", "made_at"], name="telling_in_order")]
