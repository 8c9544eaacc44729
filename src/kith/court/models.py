"""Statements and what they are made of."""

from typing import ClassVar

from django.db import models

from kith.core.models import Worker
from kith.record.shape import InCase


class Statement(InCase):
    """A statement being prepared. Making its papers freezes nothing here: the released copy is what left."""

    title = models.CharField(max_length=200)
    court_text = models.CharField(max_length=200)
    court_number = models.CharField(max_length=40, blank=True)
    ordinal = models.PositiveSmallIntegerField(default=1)  # first, second, ... statement of its maker
    filed_for = models.CharField(max_length=200)
    made_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    role_text = models.CharField(max_length=120)
    office_text = models.CharField(max_length=300)
    registration_text = models.CharField(max_length=40, blank=True)
    made_on = models.DateField()
    begun_at = models.DateTimeField()

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "begun_at"], name="statement_in_order")]


class StatementName(InCase):
    """How the heading names somebody: a child by `shown_as`, a party also by role. An empty `shown_as` leaves them out.

    Rows are written when a worker sets them; until then the heading names people by `rules`.
    """

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    participant = models.ForeignKey(
        "record.Participant", models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    role_text = models.CharField(max_length=60, blank=True)
    shown_as = models.CharField(max_length=120, blank=True)
    with_birth = models.BooleanField(default=False)

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(fields=["case", "statement", "participant"], name="statement_name_once"),
        ]


class StatementPart(InCase):
    """One piece of the body, in order: words of its maker, or an entry, decision or quotation of the record.

    `position` is null for a piece that was taken out: it can be put back, so no words are lost. A quotation is kept
    as a row of its own in the record, held by this part.
    """

    class Kind(models.TextChoices):
        HEADING = "heading", "Heading"
        PARAGRAPH = "paragraph", "Paragraph"
        ENTRY = "entry", "Entry"
        DECISION = "decision", "Decision"
        CITATION = "citation", "Quotation"

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    position = models.PositiveIntegerField(null=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.TextField(blank=True)  # own words; before a quotation, what leads to it
    source_id = models.UUIDField(null=True)  # the entry, decision or quotation it was taken from
    added_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    added_at = models.DateTimeField()

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(
                fields=["case", "statement", "position"],
                name="part_position_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]


class StatementRelease(InCase):
    """The papers of a statement were asked to leave to one reader: the release holds what came of it."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    release = models.ForeignKey("record.Release", models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    template_id = models.CharField(max_length=40)  # the dated wording it was printed in
    pages = models.PositiveIntegerField()
    is_draft = models.BooleanField(default=False)

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(fields=["case", "release"], name="statement_release_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["case", "statement"], name="releases_of_statement")]
