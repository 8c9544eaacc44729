"""A worker's own log of continuing professional development, and what a peer wrote to a piece of it."""

import uuid
from datetime import timedelta
from typing import ClassVar

from django.db import models

from kith.core.models import Worker


class CpdPiece(models.Model):
    """One piece of the log, in the fields of the regulator's form. Theirs alone; deleted when they say so."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    worker = models.ForeignKey(Worker, models.CASCADE, related_name="+", db_index=False)
    activity = models.TextField(blank=True)
    about = models.TextField(blank=True)
    done_on = models.DateField(null=True)
    learnt = models.TextField(blank=True)
    impact = models.TextField(blank=True)
    peer = models.TextField(blank=True)
    allowed = models.JSONField(default=dict)  # a word that looked like a name -> whom or what it names
    came_from = models.TextField(blank=True)  # the title of a dilemma, bite or course that offered to keep it
    version = models.PositiveIntegerField(default=0)
    editor = models.CharField(max_length=64, blank=True)  # which open page wrote the newest version
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["worker", "done_on"], name="cpdpiece_in_order")]


class PeerPart(models.Model):
    """A peer was asked to write their part to a piece: by a link, or as a colleague who is signed in.

    They see what stood in the fields that the writer chose, as it stood then. The link's secret is kept as a hash, and
    goes when it was used.
    """

    LONGEST = timedelta(days=14)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    piece = models.ForeignKey(CpdPiece, models.CASCADE, related_name="+")
    worker = models.ForeignKey(Worker, models.CASCADE, related_name="+", db_index=False)
    colleague = models.ForeignKey(Worker, models.CASCADE, null=True, related_name="+")
    token_hash = models.BinaryField(max_length=32, null=True, unique=True)
    shown = models.JSONField()  # {"fields": [[label, words], ...], "allowed": {word: what}}
    made_at = models.DateTimeField()
    until_at = models.DateTimeField()
    name = models.CharField(max_length=120, blank=True)
    role = models.CharField(max_length=120, blank=True)
    words = models.TextField(blank=True)
    written_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["piece"], name="peerpart_one_for_a_piece"),
            models.CheckConstraint(
                condition=models.Q(
                    until_at__gte=models.F("made_at"), until_at__lte=models.F("made_at") + timedelta(days=14)
                ),
                name="peerpart_lasts_a_fortnight_at_most",
            ),
            models.CheckConstraint(
                condition=models.Q(token_hash__isnull=True) | models.Q(colleague__isnull=True, written_at__isnull=True),
                name="peerpart_link_works_once",
            ),
        ]


class OwnWord(models.Model):
    """A name that a worker wants to be stopped at, kept as a keyed hash alone: Kith has no list of names."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    worker = models.ForeignKey(Worker, models.CASCADE, related_name="+", db_index=False)
    mark = models.BinaryField(max_length=32)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["worker", "mark"], name="ownword_once")]
