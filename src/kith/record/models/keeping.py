"""How long a case is kept: its closings, its schedule, what holds it, and who decided what is destroyed."""

from typing import ClassVar

from django.db import models

from kith.core.models import Worker
from kith.record.rules import keeping
from kith.record.shape import InCase, both_or_neither


class Closing(InCase):
    """The case was closed, or opened again. Each is a new row; the newest holds."""

    class State(models.TextChoices):
        CLOSED = "closed", "Closed"
        REOPENED = "reopened", "Opened again"

    state = models.CharField(max_length=10, choices=State.choices)
    since_on = models.DateField()
    why = models.TextField()
    said_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    said_at = models.DateTimeField()

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "said_at"], name="closing_in_order")]


class Keeping(InCase):
    """Which retention schedule a person chose for the case, and why. The newest holds."""

    schedule = models.CharField(max_length=60)  # key in the reference data "retention_schedules"
    counted_from_on = models.DateField(null=True)  # for schedules counted from a day that only a person knows
    why = models.TextField()
    chosen_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    chosen_at = models.DateTimeField()

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "chosen_at"], name="keeping_in_order")]


class Hold(InCase):
    """A legal hold: nothing of the case is destroyed while it stands. The database refuses too."""

    class Kind(models.TextChoices):
        COURT = "court", "A court"
        INQUIRY = "inquiry", "An inquiry or review"
        COMPLAINT = "complaint", "A complaint or claim"

    kind = models.CharField(max_length=12, choices=Kind.choices)
    who = models.CharField(max_length=200)  # which court, inquiry or complaint
    why = models.TextField()
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    placed_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    placed_at = models.DateTimeField()
    ended_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)
    ended_at = models.DateTimeField(null=True)
    ended_why = models.TextField(blank=True)

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "ended_at"], name="hold_standing")]
        constraints: ClassVar = [*InCase.Meta.constraints, both_or_neither("ended_by", "ended_at")]


_DECIDED = [(each.value, each.label) for each in keeping.Decided]


class Review(InCase):
    """Somebody asked that a case, or one thing in it, be destroyed: what was decided, and who confirmed it.

    When it is carried out its words are erased with the rest; `core.Erasure` is what stays.
    """

    what = models.CharField(max_length=12, choices=[(each.value, each.label) for each in keeping.What])
    thing = models.UUIDField(null=True)  # null for the whole case
    ground = models.CharField(max_length=20, choices=[(each.value, each.label) for each in keeping.Ground])
    due_on = models.DateField(null=True)  # when its time was over, as worked out that day
    why = models.TextField()
    asked_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    asked_at = models.DateTimeField()
    decision = models.CharField(max_length=10, choices=_DECIDED, blank=True)
    keep_until = models.DateField(null=True)
    decided_why = models.TextField(blank=True)
    decided_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)
    decided_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+", db_index=False)
    confirmed_at = models.DateTimeField(null=True)

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "asked_at"], name="review_in_order")]
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            both_or_neither("decided_by", "decided_at"),
            both_or_neither("confirmed_by", "confirmed_at"),
        ]


class AdoptionSeal(InCase):
    """The case was sealed on an adoption: it is linked with no other case, and cannot be again."""

    ordered_on = models.DateField()
    why = models.TextField()
    sealed_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    sealed_at = models.DateTimeField()
