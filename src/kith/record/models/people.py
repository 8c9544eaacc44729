"""People, as rows of a case: names, ways to reach them, and what must not reach somebody.

A person has no table of their own: a name here says nothing in any other case. `PersonLink` says that two
participants are one person, and is seen only by those who may open both cases.
"""

from typing import ClassVar

from django.db import models

from kith.core.models import Worker
from kith.record.shape import InCase


class Participant(InCase):
    """Somebody in the case, with their part in it and the side they stand on."""

    class Part(models.TextChoices):
        CHILD = "child", "Child"
        MOTHER = "mother", "Mother"
        FATHER = "father", "Father"
        PARENT = "parent", "Parent"
        CARER = "carer", "Carer"
        FOSTER_CARER = "foster_carer", "Foster carer"
        CONNECTED_PERSON = "connected_person", "Connected person"
        PROFESSIONAL = "professional", "Professional"
        SOLICITOR = "solicitor", "Solicitor"
        COURT = "court", "Court"
        OTHER = "other", "Other"

    class Side(models.TextChoices):
        NONE = "", "No side"
        CHILD = "child", "Child"
        APPLICANT = "applicant", "Applicant"
        RESPONDENT = "respondent", "Respondent"
        LOCAL_AUTHORITY = "local_authority", "Local authority"
        COURT = "court", "Court"

    known_as = models.CharField(max_length=120)
    part = models.CharField(max_length=20, choices=Part.choices)
    side = models.CharField(max_length=20, choices=Side.choices, blank=True)
    born_on = models.DateField(null=True)
    added_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    added_at = models.DateTimeField()


class ParticipantName(InCase):
    """A name somebody has or had, and its kind."""

    class Kind(models.TextChoices):
        FULL = "full", "Full name"
        FORMER = "former", "Former name"
        ALIAS = "alias", "Also known as"

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    value = models.CharField(max_length=200)

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "participant"], name="name_of_participant")]


class PersonLink(InCase):
    """This participant is that person; the person is an id and nothing else."""

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    person_id = models.UUIDField()
    linked_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    linked_at = models.DateTimeField()


class ContactDetail(InCase):
    """One way to reach somebody: the value is encrypted under the case key (`core.sealed`)."""

    class Kind(models.TextChoices):
        EMAIL = "email", "E-mail address"
        PHONE = "phone", "Phone number"
        ADDRESS = "address", "Postal address"

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    value_sealed = models.BinaryField()
    is_confidential = models.BooleanField(default=True)  # blank is private
    may_write = models.BooleanField(default=False)  # blank is unsafe
    verified_how = models.CharField(max_length=200, blank=True)
    verified_at = models.DateTimeField(null=True)
    added_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    added_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "participant"], name="contact_of_participant")]


class ProtectedFact(InCase):
    """Something that somebody must not learn from us. No audience named: nobody outside the team."""

    class Kind(models.TextChoices):
        ADDRESS = "address", "Address"
        PHONE = "phone", "Phone number"
        EMAIL = "email", "E-mail address"
        SCHOOL = "school", "School"
        WORKPLACE = "workplace", "Workplace"
        NEW_NAME = "new_name", "New name"
        PERSON = "person", "Person"
        VEHICLE = "vehicle", "Vehicle"
        PLACE = "place", "Place"
        OTHER = "other", "Something else"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    value_sealed = models.BinaryField()
    aliases_sealed = models.BinaryField(null=True)  # a JSON list of texts, sealed
    about = models.ForeignKey(
        Participant, models.PROTECT, null=True, related_name="+", db_constraint=False, db_index=False
    )
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    radius_m = models.PositiveIntegerField(null=True)
    why = models.TextField()
    since_on = models.DateField()
    until_on = models.DateField(null=True)
    added_by = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    added_at = models.DateTimeField()

    class Meta(InCase.Meta):
        indexes: ClassVar = [models.Index(fields=["case", "kind"], name="fact_of_case")]


class FactAudience(InCase):
    """A participant who may know a protected fact."""

    fact = models.ForeignKey(ProtectedFact, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False, db_index=False)

    class Meta(InCase.Meta):
        constraints: ClassVar = [
            *InCase.Meta.constraints,
            models.UniqueConstraint(fields=["case", "fact", "participant"], name="fact_audience_once"),
        ]
