"""How somebody may safely be reached, in versions; and what was sent past a plan, for a manager to look at."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kith.core.models import Worker
from kith.record.models.people import Participant
from kith.record.shape import InCase, both_or_neither


class ContactPlan(InCase):
    """One version of one participant's plan; the newest holds. The plan is sealed: `rules.contact_plan.Plan`."""

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    version = models.PositiveIntegerField()
    plan_sealed = models.BinaryField()
    ask_again_on = models.DateField(null=True)
    written_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    written_at = models.DateTimeField()

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(fields=["case", "participant", "version"], name="plan_version_once"),
        ]


class WayThrough(InCase):
    """Something left that the plan did not allow then: neutral first words, something urgent, or an answer at night.

    What was urgent is looked at afterwards by a manager of the case who did not send it.
    """

    class Kind(models.TextChoices):
        FIRST_CONTACT = "first_contact", "First contact"
        URGENT = "urgent", "Urgent"
        ANSWER = "answer", "Answer sent by itself"

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    kind = models.CharField(max_length=13, choices=Kind.choices)
    channel = models.CharField(max_length=10)
    thing = models.UUIDField()  # what left: correspondence.Message
    why = models.TextField()
    plan_said = models.TextField()  # what the plan said at that time
    sent_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    sent_at = models.DateTimeField()
    reviewed_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)
    reviewed_at = models.DateTimeField(null=True)
    was_right = models.BooleanField(null=True)
    review_text = models.TextField(blank=True)

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            both_or_neither("reviewed_by", "reviewed_at"),
            models.UniqueConstraint(fields=["case", "thing"], name="waythrough_once"),
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True) | ~Q(reviewed_by=F("sent_by")),
                name="waythrough_looked_at_by_another",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["case"], condition=Q(reviewed_at__isnull=True), name="waythrough_to_review")
        ]
