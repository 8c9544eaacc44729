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
    ordinal = models.PositiveSmallIntegerField(default=1)   # first, second, ... statement of its maker
    template_id = models.CharField(max_length=40)           # dated wording: kith.court.paper
    made_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    begun_at = models.DateTimeField()
    made_on = models.DateField()


class StatementPart(InCase):
    """One numbered piece, in order: words of its maker, or an entry, decision or quotation of the record."""

    class Kind(models.TextChoices):
        HEADING = "heading", "Heading"
        PARAGRAPH = "paragraph", "Paragraph"
        ENTRY = "entry", "Entry"
        DECISION = "decision", "Decision"
        CITATION = "citation", "Quotation"

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.TextField(blank=True)
    source_id = models.UUIDField(null=True)

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(
                fields=["case", "statement", "position"], name="part_position_once", deferrable=models.Deferrable.DEFERRED
            ),
        ]
