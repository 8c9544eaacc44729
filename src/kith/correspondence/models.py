"""Messages and the outbox. A message is queued only by a release; its row is written in the same transaction."""

from typing import ClassVar

from django.db import models

from kith.core.models import Worker
from kith.correspondence.rules.outbox import State
from kith.record.models import Participant
from kith.record.shape import InCase, both_or_neither


class Message(InCase):
    """Words to one reader by one channel."""

    reader = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    contact_id = models.UUIDField()  # record.ContactDetail
    release_id = models.UUIDField()  # record.Release: every message left through one
    channel = models.CharField(max_length=12)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    written_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    written_at = models.DateTimeField()

    class Meta(InCase.Meta):
        indexes: ClassVar = [
            models.Index(fields=["case", "written_at"], name="message_in_order"),
            models.Index(fields=["case", "release_id"], name="message_of_release"),
        ]


class Enclosure(InCase):
    """A file put with a message: waiting with its words (`message` empty), then part of what left."""

    reader_id = models.UUIDField()  # record.Participant
    message = models.ForeignKey(
        Message, models.PROTECT, null=True, related_name="+", db_constraint=False, db_index=False
    )
    name_text = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    file_id = models.UUIDField()  # core.StoredFile
    sha256 = models.BinaryField(max_length=32)
    size_bytes = models.BigIntegerField()
    added_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "reader_id"], name="enclosure_to_reader")]


class Outbox(InCase):
    """A message on its way. States only move forward: `rules.outbox`, and a trigger of the database."""

    #: In the worker's words; "unsure" is a crash between handing over and noting it: a person looks.
    STATES: ClassVar = [
        (State.CREATED.value, "To be done by hand"),
        (State.HELD.value, "Held until it may leave"),
        (State.QUEUED.value, "Waiting to be sent"),
        (State.SENDING.value, "Being handed over"),
        (State.SENT.value, "Sent"),
        (State.DELIVERED.value, "Delivered"),
        (State.FAILED.value, "Not delivered"),
        (State.EXPIRED.value, "Too late to send"),
        (State.REFUSED.value, "Not sent"),
        (State.UNSURE.value, "Unsure if sent"),
    ]

    message = models.ForeignKey(Message, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    state = models.CharField(max_length=10, choices=STATES)
    reference = models.CharField(max_length=200)  # Message-ID: the same at each try
    attempts = models.PositiveSmallIntegerField(default=0)
    their_reference = models.CharField(max_length=100, blank=True)  # the channel's own id, where it gave one
    queued_at = models.DateTimeField()
    useless_after = models.DateTimeField()  # then it is not tried again
    next_try_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)  # the last time it began to be handed over
    ended_at = models.DateTimeField(null=True)  # when what became of it was last known
    says = models.TextField(blank=True)  # the last answer, in plain words
    settled_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(fields=["case", "message"], name="outbox_once"),
            models.UniqueConstraint(fields=["reference"], name="outbox_reference_once"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["case", "next_try_at"],
                name="outbox_under_way",
                condition=models.Q(state__in=["created", "held", "queued", "sending"]),
            )
        ]


class CheckIn(InCase):
    """Words that somebody chose to get again and again, until a last day, and can stop at any time."""

    reader = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    contact_id = models.UUIDField()  # record.ContactDetail
    subject = models.CharField(max_length=200)
    text = models.TextField()
    chosen_how = models.TextField()  # how they said that they want it, in the worker's words
    every_days = models.PositiveSmallIntegerField()
    at_clock = models.TimeField()  # by the clock on the agency's wall
    first_on = models.DateField()
    until_on = models.DateField()
    next_at = models.DateTimeField(null=True)  # None: it ended, or waits for its worker
    waits_because = models.TextField(blank=True)
    started_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    started_at = models.DateTimeField()
    ended_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)
    ended_at = models.DateTimeField(null=True)
    ended_why = models.TextField(blank=True)

    class Meta(InCase.Meta):
        constraints: ClassVar = [*InCase.Meta.constraints, both_or_neither("ended_by", "ended_at")]
        indexes: ClassVar = [
            models.Index(fields=["case", "next_at"], name="checkin_due", condition=models.Q(next_at__isnull=False)),
            models.Index(fields=["case", "started_at"], name="checkin_of_case"),
        ]


class Receipt(InCase):
    """What a channel said of a message after it took it: kept as found, once, also where it moves nothing."""

    outbox = models.ForeignKey(Outbox, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    status = models.CharField(max_length=40)  # the channel's own word
    mark = models.BinaryField(max_length=32)  # the same receipt again has the same mark
    came_at = models.DateTimeField()
    theirs_at = models.DateTimeField(null=True)  # when it happened, as the channel says
    is_late = models.BooleanField(default=False)  # the message was past it already

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(fields=["case", "outbox", "mark"], name="receipt_once"),
        ]
