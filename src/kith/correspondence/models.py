"""Messages and the outbox, and what came in.

A message is queued only by a release; its row is written in the same transaction. What came is kept before it is
opened, in the agency's tray (`Arrived`), and then filed to a case (`Received`).
"""

import uuid
from typing import ClassVar

from django.db import models

from kith.core.models import Worker
from kith.correspondence.rules.outbox import State
from kith.record.models import Participant
from kith.record.rules import GROUNDS
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


class LeftOut(InCase):
    """Words, or an area of a page, that a copy of a file that waits is made without. No ground yet: nothing leaves."""

    enclosure = models.ForeignKey(Enclosure, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    words = models.TextField(blank=True)  # empty: the area
    page = models.PositiveSmallIntegerField(null=True)  # from 1; none: every page
    area = models.CharField(max_length=20, blank=True)  # left, top, right, bottom in hundredths of the page
    ground = models.CharField(max_length=20, choices=GROUNDS, blank=True)
    why = models.TextField(blank=True)
    made_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()
    undone_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)
    undone_at = models.DateTimeField(null=True)

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "enclosure"], name="leftout_of_file")]
        constraints: ClassVar = [*InCase.Meta.constraints, both_or_neither("undone_by", "undone_at")]


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


class Arrived(models.Model):
    """Something that came to the agency, kept as it came before anything opened it; not yet of any case.

    What it says is not kept here once it is filed: sender and subject are emptied, its bytes are the case's. Where it
    lay and its address (a keyed hash) stay, so that the same thing found again is not taken twice.
    """

    class State(models.TextChoices):
        NEW = "new", "Not opened yet"
        TRAY = "tray", "To be placed"
        FILED = "filed", "Filed"
        SET_ASIDE = "set aside", "Set aside"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    channel = models.CharField(max_length=12)  # "email" or "text"
    place = models.CharField(max_length=255, unique=True)  # mailbox, UIDVALIDITY and UID; or the text's own id
    address = models.CharField(max_length=64, unique=True)  # HMAC(the tray's key, SHA-256)
    file_id = models.UUIDField()
    wrapped_key = models.BinaryField()
    size_bytes = models.BigIntegerField()
    is_kept_here = models.BooleanField(default=True)  # its bytes still lie in the tray
    arrived_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices)
    why_here = models.CharField(max_length=40, blank=True)
    sender_sealed = models.BinaryField(default=bytes)
    subject_sealed = models.BinaryField(default=bytes)
    check_result = models.CharField(max_length=20, blank=True)
    is_urgent = models.BooleanField(default=False)  # words that somebody should read at once stand in it
    settled_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [both_or_neither("settled_by", "settled_at")]
        indexes: ClassVar = [
            models.Index(fields=["arrived_at"], name="arrived_open", condition=models.Q(state__in=["new", "tray"])),
            models.Index(fields=["id"], name="arrived_to_clear", condition=models.Q(state="filed", is_kept_here=True)),
        ]


class Received(InCase):
    """Something that came, filed to its case. Never edited; that it was not written by them is a row of its own."""

    class Kind(models.TextChoices):
        EMAIL = "email", "E-mail"
        TEXT = "text", "Text message"
        BOUNCE = "bounce", "Could not be delivered"

    class Filed(models.TextChoices):
        ADDRESS = "address", "It came to the reply address of the message."
        THREAD = "thread", "It names the message that it answers."
        NUMBER = "number", "It came from the number that was written to."
        PLACED = "placed", "Somebody placed it."

    kind = models.CharField(max_length=10, choices=Kind.choices)
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    whose = models.CharField(max_length=20)  # rules.Writer: theirs, or somebody else's
    message_id = models.UUIDField(null=True)  # the message that it answers
    sender_sealed = models.BinaryField()  # the address or number it came from
    sender_name = models.CharField(max_length=200, blank=True)  # as its sender wrote it
    subject = models.CharField(max_length=500, blank=True)
    text = models.TextField(blank=True)
    was_html = models.BooleanField(default=False)
    sent_text = models.CharField(max_length=120, blank=True)  # when it says it was sent
    reference = models.CharField(max_length=255, blank=True)  # its Message-ID
    is_automatic = models.BooleanField(default=False)
    check_result = models.CharField(max_length=20)
    trouble = models.TextField(blank=True)  # what of it could not be opened
    urgent = models.JSONField(default=list)  # [[kind, start, end], ...]: words that somebody should read at once
    file_id = models.UUIDField()  # core.StoredFile: the mail exactly as it came
    sha256 = models.BinaryField(max_length=32)
    size_bytes = models.BigIntegerField()
    received_at = models.DateTimeField()
    filed = models.CharField(max_length=10, choices=Filed.choices)
    filed_why = models.TextField(blank=True)
    filed_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)  # or on whose behalf
    filed_at = models.DateTimeField()

    class Meta(InCase.Meta):
        indexes: ClassVar = [
            models.Index(fields=["case", "participant", "received_at", "id"], name="received_in_order"),
            models.Index(fields=["case", "message_id"], name="received_to_message"),
        ]


class ReceivedFile(InCase):
    """A file that came with something: taken in as an exhibit, or kept locked within the mail, and why."""

    received = models.ForeignKey(Received, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    name_text = models.CharField(max_length=200)
    size_bytes = models.BigIntegerField()
    exhibit_id = models.UUIDField(null=True)
    locked_why = models.CharField(max_length=300, blank=True)

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "received"], name="receivedfile_of")]


class Disowned(InCase):
    """That something was not written by the person it was taken to be from, and who said so."""

    received = models.ForeignKey(Received, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    why = models.TextField()
    said_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    said_at = models.DateTimeField()

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(fields=["case", "received"], name="disowned_once"),
        ]


class ReadNow(InCase):
    """A task: words that somebody should read at once stand in this. Done when somebody has read it."""

    received = models.ForeignKey(Received, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    asked_at = models.DateTimeField()
    read_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)
    read_at = models.DateTimeField(null=True)
    did = models.TextField(blank=True)  # what they did, in their words

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(fields=["case", "received"], name="readnow_once"),
            both_or_neither("read_by", "read_at"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["case", "asked_at"], name="readnow_waits", condition=models.Q(read_at__isnull=True))
        ]


class Acknowledged(InCase):
    """That somebody was answered once in a night that nobody reads at night."""

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    night_on = models.DateField()
    message = models.ForeignKey(
        Message, models.PROTECT, null=True, related_name="+", db_constraint=False, db_index=False
    )  # none where the check stopped it

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(fields=["case", "participant", "night_on"], name="acknowledged_once"),
        ]


class KnownWay(InCase):
    """An address or number that was written to, as a keyed hash: what comes from it can be filed without reading it."""

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    fingerprint = models.BinaryField(max_length=32)

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(fields=["case", "participant", "fingerprint"], name="knownway_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["fingerprint"], name="knownway_by_fingerprint")]
