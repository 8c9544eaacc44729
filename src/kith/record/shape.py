"""What every case table shares: an opaque id, its case, and constraints said in one word."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q


class InCase(models.Model):
    """A row of a case. `UNIQUE (case_id, id)` is what composite foreign keys point at."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("record.Case", models.PROTECT, related_name="+", db_index=False)

    class Meta:
        abstract = True
        constraints: ClassVar = [models.UniqueConstraint(fields=["case", "id"], name="%(class)s_in_case")]


def both_or_neither(one: str, other: str) -> models.CheckConstraint:
    """Make a constraint: who and when are known together or not at all."""
    return models.CheckConstraint(
        condition=Q(**{f"{one}__isnull": True, f"{other}__isnull": True})
        | Q(**{f"{one}__isnull": False, f"{other}__isnull": False}),
        name=f"%(class)s_{one}_with_{other}",
    )
