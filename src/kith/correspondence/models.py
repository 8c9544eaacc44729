"""Messages and the outbox. A message is queued only by a release; its row is written in the same transaction."""

from typing import ClassVar

from django.db import models

from kith.core.models import Worker
from kith.record.shape import InCase


class Message(InCase):
    """Words to one reader by one channel."""

    reader_id = models.UUIDField()                          # record.Participant
    contact_id = models.UUIDField()                         # record.ContactDetail
    release_id = models.UUIDField()                         # record.Release: every message left through one
    channel = models.CharField(max_length=12)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    written_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    written_at = models.DateTimeField()


class Outbox(InCase):
    """A message on its way. States only move forward."""

    class State(models.TextChoices):
        QUEUED = "queued", "Waiting to be sent"
        SENDING = "sending", "Being handed over"
        SENT = "sent", "Sent"
        REFUSED = "refused", "Refused by the other side"
        UNSURE = "unsure", "Handed over, not confirmed"     # a crash between the two: a person looks

    message = models.ForeignKey(Message, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    state = models.CharField(max_length=10, choices=State.choices)
    reference = models.CharField(max_length=120)            # Message-ID: the same at each try
    attempts = models.PositiveSmallIntegerField(default=0)
    queued_at = models.DateTimeField()
    next_try_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    says = models.TextField(blank=True)                     # the last answer, in plain words

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(fields=["case", "message"], name="outbox_once"),
            models.UniqueConstraint(fields=["reference"], name="outbox_reference_once"),
        ]
