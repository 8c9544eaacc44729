"""Exhibits, their custody, and the items read from them. Originals never change; items can be read again."""

from datetime import timedelta
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from kith.core.models import Worker
from kith.record.shape import InCase, both_or_neither


class Exhibit(InCase):
    """A file as it was handed over."""

    class State(models.TextChoices):
        RECEIVED = "received", "Received"
        READING = "reading", "Being read"
        READ = "read", "Read"
        QUESTIONS = "questions", "Read: questions to answer"
        KEPT = "kept", "Kept whole, not read"  # a form that Kith does not read, or damage

    class How(models.TextChoices):
        IN_PERSON = "in_person", "In person"
        EMAIL = "email", "By e-mail"
        POST = "post", "By post"
        MESSAGE = "message", "By message"
        SOLICITOR = "solicitor", "Through a solicitor"
        LINK = "link", "Through a link"
        OTHER = "other", "Another way"

    number = models.PositiveIntegerField()  # E1, E2, ... in its case
    name_text = models.CharField(max_length=255)  # the file's name as found
    file_id = models.UUIDField(null=True)  # core.StoredFile; null once it was erased
    sha256 = models.BinaryField(max_length=32)
    size_bytes = models.BigIntegerField()
    from_participant = models.UUIDField(null=True)
    from_text = models.CharField(max_length=200)  # who handed it over, as the worker names them
    how = models.CharField(max_length=12, choices=How.choices)
    handed_over_on = models.DateField()
    authority = models.TextField()  # consent, order, duty: why we may hold it
    question = models.TextField()  # which question of the case it goes to
    taken_in_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    taken_in_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices)
    says = models.TextField(blank=True)  # what it is, or why it could not be read
    format_id = models.CharField(max_length=40, blank=True)
    same_as = models.UUIDField(null=True)  # the first exhibit of this case with the same bytes
    packed_text = models.TextField(blank=True)  # what was done at taking in: a folder packed as a zip
    read_with = models.CharField(max_length=120, blank=True)  # reader and version
    isolation = models.CharField(max_length=200, blank=True)  # how the reading was kept apart: "isolated"
    read_at = models.DateTimeField(null=True)
    total_bytes = models.BigIntegerField(default=0)  # of text to be read; 0 until known
    done_bytes = models.BigIntegerField(default=0)
    done_items = models.PositiveIntegerField(default=0)  # pieces loaded, unread ones among them
    loaded_to = ArrayField(models.BigIntegerField(), default=list)  # [member, start] of the last item loaded
    counts = models.JSONField(default=dict)  # {"message": n, "system": n, "unread": n, ...}
    attachments = models.JSONField(default=dict)  # {"named": n, "found": n, "missing": n, "unnamed": n}
    notes = models.JSONField(default=list)  # sentences of the reader: what it noticed
    merkle_root = models.CharField(max_length=64, blank=True)  # over all items (ledger.merkle_root)
    evidence = models.BinaryField(null=True)  # what the reading noted, so that answers need no reading
    order_text = models.TextField(blank=True)  # how dates were read, and what settled it
    zone_text = models.TextField(blank=True)  # how times were placed: "assumed Europe/London"
    clock_notes = models.JSONField(default=list)  # hours that came twice or never
    undated = models.PositiveIntegerField(default=0)
    first_at = models.DateTimeField(null=True)
    last_at = models.DateTimeField(null=True)
    placed_at = models.DateTimeField(null=True)  # when its items were put on the timeline

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(fields=["case", "number"], name="exhibit_number_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["case", "sha256"], name="exhibit_by_hash")]

    @property
    def label(self) -> str:
        """Give the short name used in citations: E1."""
        return f"E{self.number}"


class CustodyEvent(InCase):
    """One thing that was done with an exhibit's file; written by the store itself, never edited.

    The first, "taken in", is written by the database when the exhibit's row is (migration 0002): no path can skip it.
    """

    class Verb(models.TextChoices):
        TAKEN_IN = "taken in", "Taken in"
        SHOWN = "shown", "Original bytes shown"
        READ = "read", "Opened to be read"
        CHECKED = "checked", "Whole file checked"
        QUOTED = "quoted", "Quoted"
        SENT = "sent", "Sent through a link"

    exhibit = models.ForeignKey(Exhibit, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    verb = models.CharField(max_length=20, choices=Verb.choices)
    by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    detail = models.TextField(blank=True)
    sha256 = models.BinaryField(max_length=32)  # as computed at that moment

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "exhibit", "at"], name="custody_in_order")]


class Member(InCase):
    """A file inside a zip or folder export."""

    class State(models.TextChoices):
        READ = "read", "Read"
        LINKED = "linked", "Named by a message"
        UNNAMED = "unnamed", "Named by no message"
        REFUSED = "refused", "Not opened"

    exhibit = models.ForeignKey(Exhibit, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    number = models.PositiveIntegerField()
    path_text = models.TextField()
    size_bytes = models.BigIntegerField()
    state = models.CharField(max_length=10, choices=State.choices)
    says = models.TextField(blank=True)

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(fields=["case", "exhibit", "number"], name="member_number_once"),
        ]


class Speaker(InCase):
    """Somebody who writes in an exhibit, as the file names them; a worker says which participant that is."""

    exhibit = models.ForeignKey(Exhibit, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    number = models.PositiveIntegerField()
    name_text = models.TextField()
    items = models.PositiveIntegerField(default=0)
    participant_id = models.UUIDField(null=True)
    is_outside = models.BooleanField(default=False)  # nobody of this case, as a worker said
    mapped_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)
    mapped_at = models.DateTimeField(null=True)

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(fields=["case", "exhibit", "number"], name="speaker_number_once"),
            both_or_neither("mapped_by", "mapped_at"),
        ]


class Item(models.Model):
    """One piece of an exhibit: a message, a system line, a call, or what could not be read.

    Its identity is where it lies (exhibit, member, first byte): never the reader's version, nor anyone's answers.
    The stamp is kept as found; when it happened is worked out from the answers and stands on the timeline.
    """

    pk = models.CompositePrimaryKey("case_id", "exhibit_id", "member", "start")
    # No constraint of its own: (case_id, exhibit_id) points at the exhibit, which points at the case; each constraint
    # is a look-up for every row that is loaded.
    case = models.ForeignKey("record.Case", models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    exhibit = models.ForeignKey(Exhibit, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    member = models.PositiveIntegerField()  # 0: the file itself
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    line = models.PositiveIntegerField()
    kind = models.CharField(max_length=12)  # message, system, call, media, unread, ...
    speaker = models.PositiveIntegerField(null=True)
    stamp_text = models.TextField(null=True)
    stamp_fields = ArrayField(models.SmallIntegerField(), null=True)
    stamp_seconds = models.IntegerField(null=True)  # of the local day; null if the file gives no time
    text = models.TextField(blank=True)
    flags = ArrayField(models.TextField(), default=list)  # edited, deleted, view_once, ...; of an unread piece: why
    attachment_text = models.TextField(null=True)
    attachment_member = models.PositiveIntegerField(null=True)
    words = models.GeneratedField(
        expression=models.Func("text", function="kith_words"), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        indexes: ClassVar = [GinIndex(fields=["words"], name="item_words")]  # read only by kith_search


class Lexicon(models.Model):
    """A word that occurs in a case's items, and how often: what a mistyped search word is compared with."""

    pk = models.CompositePrimaryKey("case_id", "word")
    case = models.ForeignKey("record.Case", models.PROTECT, related_name="+", db_index=False)
    word = models.TextField()
    items = models.PositiveIntegerField()


class Question(InCase):
    """Something a file cannot settle by itself, with the evidence, and a person's answer."""

    exhibit = models.ForeignKey(Exhibit, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    key = models.TextField()  # "order", "zone", "you", ...
    ask = models.TextField()
    why = models.TextField()
    choices = models.JSONField()  # [{"value", "label", "example"}]
    evidence = models.JSONField(default=list)  # [{"line", "text"}]
    is_assumed = models.BooleanField(default=False)  # an assumption that was said, until somebody answers
    answer = models.TextField(null=True)
    answered_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)
    answered_at = models.DateTimeField(null=True)

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(fields=["case", "exhibit", "key"], name="question_once"),
            both_or_neither("answered_by", "answered_at"),
        ]


class DropLink(InCase):
    """A link by which somebody of the case may send files in, once: made by a worker, opened by a code word.

    Neither the link nor the word is kept, only hashes of them. What happens at its public page is written by the
    database's own functions (migration 0004), in the link's name.
    """

    class Asks(models.TextChoices):
        """What is asked for, in words that say nothing about anybody: they stand on the public page."""

        CHAT = "chat", "A WhatsApp chat"
        PICTURES = "pictures", "Photographs or screenshots"
        DOCUMENT = "document", "A document"
        SOUND = "sound", "A voice message or a recording"
        FILE = "file", "A file"

    class Phone(models.TextChoices):
        IPHONE = "iphone", "iPhone"
        ANDROID = "android", "Android"
        UNKNOWN = "unknown", "Not known: show the steps for both"

    class Closed(models.TextChoices):
        USED = "used", "They said that was all"
        SHUT = "shut", "Closed after wrong code words"
        WITHDRAWN = "withdrawn", "Withdrawn"

    LONGEST = timedelta(days=7)

    participant = models.ForeignKey(
        "record.Participant", models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    asks = models.CharField(max_length=10, choices=Asks.choices)
    phone = models.CharField(max_length=10, choices=Phone.choices)
    authority = models.TextField()  # why we may hold what comes
    question = models.TextField()  # which question of the case it goes to
    token_hash = models.BinaryField(max_length=32, unique=True)
    word_hash = models.BinaryField(max_length=32)  # under the settings' secret key, with the link's own token
    made_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()
    until_at = models.DateTimeField()
    most_files = models.PositiveIntegerField()
    most_bytes = models.BigIntegerField()
    sitting_hash = models.BinaryField(max_length=32, null=True)  # of the browser that gave the word last
    sitting_until = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_how = models.CharField(max_length=10, choices=Closed.choices, blank=True)
    closed_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)
    files = models.PositiveIntegerField(default=0)
    bytes = models.BigIntegerField(default=0)
    begun = models.PositiveIntegerField(default=0)  # sendings begun, whole or not
    begun_bytes = models.BigIntegerField(default=0)
    news_at = models.DateTimeField(null=True)  # something came, or it was closed at the door
    seen_at = models.DateTimeField(null=True)  # when its maker said that they saw the news

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "made_at"], name="droplink_in_order")]
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(
                    until_at__gte=models.F("made_at"), until_at__lte=models.F("made_at") + timedelta(days=7)
                ),
                name="droplink_lasts_a_week_at_most",
            ),
            both_or_neither("sitting_hash", "sitting_until"),
        ]


class DroppedFile(InCase):
    """A file that came through a link and waits to be taken in; afterwards, which exhibit it became."""

    link = models.ForeignKey(DropLink, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    file_id = models.UUIDField(null=True)  # core.StoredFile; null once it is an exhibit
    name_text = models.TextField(blank=True)
    sha256 = models.BinaryField(max_length=32)
    size_bytes = models.BigIntegerField()
    arrived_at = models.DateTimeField()
    exhibit_id = models.UUIDField(null=True)

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "link"], name="dropped_of_link")]


class DropTry(models.Model):
    """Code words that were given, and were wrong: counts under hashes, which only the door's functions may touch."""

    key = models.BinaryField(primary_key=True, max_length=33)
    failures = models.PositiveIntegerField()
    last_at = models.DateTimeField()
    wait_until = models.DateTimeField()

    class Meta:
        db_table = "exhibits_droptry"
