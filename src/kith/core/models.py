"""Workers, their sessions, stored files, submissions; the ledger's tables are made in SQL (0002), mirrored here."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q

from kith.core.permissions import Permission, Role, may
from kith.core.vault import SEALED_BYTES


class Workers(BaseUserManager["Worker"]):
    """Finds workers by e-mail address, as sign-in needs."""

    def get_by_natural_key(self, username: str | None) -> "Worker":
        return self.get(email__iexact=username)


class Worker(AbstractBaseUser):
    """Somebody who works for the agency and may sign in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=40, choices=Role.choices)
    office_text = models.TextField(blank=True)
    is_active = models.BooleanField(default=True)
    is_staff: ClassVar[bool] = False
    is_superuser: ClassVar[bool] = False

    objects: ClassVar[Workers] = Workers()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name", "role"]

    def __str__(self) -> str:
        return str(self.id)  # never a name: this text reaches logs

    def may(self, permission: Permission) -> bool:
        """Tell whether this worker's role may do this at all."""
        return self.is_active and may(self.role, permission)


class Team(models.Model):
    """A team of the agency. A case belongs to one, or to none."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.id)


class Membership(models.Model):
    """Somebody works in a team, from a time until a time; a manager may open what the team holds."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    worker = models.ForeignKey(Worker, models.PROTECT, related_name="+")
    is_manager = models.BooleanField(default=False)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["team", "worker"], condition=models.Q(until_at__isnull=True), name="membership_once"
            ),
            models.CheckConstraint(
                condition=models.Q(until_at__isnull=True) | models.Q(until_at__gte=models.F("from_at")),
                name="membership_ends_after_it_begins",
            ),
        ]


class WorkingHours(models.Model):
    """When somebody works, as they said; a change is a new row and the newest holds. Colleagues may see it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    worker = models.ForeignKey(Worker, models.PROTECT, related_name="+", db_index=False)
    windows = models.JSONField()  # core.wall_clock.Window, each
    leave = models.JSONField()  # core.hours.Leave, each
    set_at = models.DateTimeField()

    class Meta:
        db_table = "core_working_hours"
        indexes: ClassVar = [models.Index(fields=["worker", "set_at"], name="hours_of_worker")]

    def __str__(self) -> str:
        return str(self.id)


class CaseKey(models.Model):
    """The key of one case, wrapped by the installation key."""

    case_id = models.UUIDField(primary_key=True)
    wrapped = models.BinaryField()

    class Meta:
        db_table = "core_case_key"


class TrayKey(models.Model):
    """The key of what came and is of no case yet, wrapped by the installation key. There is one row."""

    id = models.UUIDField(primary_key=True)  # core.files.TRAY
    wrapped = models.BinaryField()

    class Meta:
        db_table = "core_tray_key"


class StoredFile(models.Model):
    """A file in the vault: where it lies, what it is, and its key, wrapped by the case key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.UUIDField()
    sha256 = models.BinaryField(max_length=32)
    size_bytes = models.BigIntegerField()
    address = models.CharField(max_length=64)
    wrapped_key = models.BinaryField()
    stored_at = models.DateTimeField()

    class Meta:
        db_table = "core_stored_file"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case_id", "id"], name="storedfile_in_case"),
            models.UniqueConstraint(fields=["case_id", "address"], name="storedfile_once_in_case"),
        ]

    @property
    def is_sealed(self) -> bool:
        """Tell whether its key is sealed: opened only by a private key that Kith has never had."""
        return len(self.wrapped_key) == SEALED_BYTES


class Submission(models.Model):
    """A form that was sent: the same key again is answered with the same address and changes nothing."""

    worker = models.ForeignKey(Worker, models.CASCADE)
    key = models.UUIDField()
    location = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["worker", "key"], name="submission_once")]


class Session(AbstractBaseSession):
    """One browser that is signed in: what Django keeps of it, and what its worker is shown (core.sign_in.sessions)."""

    worker = models.ForeignKey(Worker, models.CASCADE, null=True)
    device = models.CharField(max_length=80, blank=True)
    began_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField()

    class Meta:
        db_table = "core_session"

    @classmethod
    def get_session_store_class(cls) -> Any:
        from kith.core.sign_in.sessions import SessionStore

        return SessionStore


class FailedSignIn(models.Model):
    """How often somebody tried in vain, and until when they must wait. The key is a keyed hash: no address is kept."""

    key = models.CharField(max_length=64, primary_key=True)
    failures = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()
    wait_until = models.DateTimeField()

    class Meta:
        db_table = "core_failed_sign_in"
        constraints: ClassVar = [models.CheckConstraint(condition=Q(failures__gte=0), name="failed_sign_in_counts")]


class LedgerRow(models.Model):
    """One line of a chain, as the ledger's own function wrote it. Read by `ledger.verify` and the access page."""

    id = models.BigIntegerField(primary_key=True)
    chain = models.UUIDField()
    seq = models.BigIntegerField()
    body = models.TextField()
    hash = models.BinaryField(max_length=32)

    class Meta:
        managed = False
        db_table = "core_ledger"


class LedgerWords(models.Model):
    """Words a ledger line commits to, with their salt: erasable, while the line stays."""

    id = models.BigIntegerField(primary_key=True)
    chain = models.UUIDField()
    seq = models.BigIntegerField()
    name = models.TextField()
    salt = models.BinaryField(max_length=32)
    text = models.TextField()

    class Meta:
        managed = False
        db_table = "core_ledger_words"


class ReferenceRow(models.Model):
    """One version of one row of reference data. Nothing is overwritten: a change is a new version of the same line."""

    class Origin(models.TextChoices):
        SHIPPED = "shipped", "Came with Kith"
        AGENCY = "agency", "Set by the agency"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=60)
    key = models.CharField(max_length=80)
    line = models.UUIDField()
    version = models.PositiveIntegerField()
    origin = models.CharField(max_length=10, choices=Origin.choices)
    value = models.JSONField()
    source = models.TextField()
    owner = models.TextField()
    effective_from = models.DateField(null=True)
    effective_to = models.DateField(null=True)
    next_check_on = models.DateField()
    is_verified = models.BooleanField()
    mark = models.CharField(max_length=1, blank=True)
    why = models.TextField(blank=True)
    recorded_by = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "core_reference_row"
        indexes: ClassVar = [models.Index(fields=["name", "line", "version"], name="reference_by_name")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["line", "version"], name="reference_version_once"),
            models.CheckConstraint(
                condition=models.Q(origin="shipped", recorded_by__isnull=True)
                | models.Q(origin="agency", recorded_by__isnull=False),
                name="reference_edits_have_their_worker",
            ),
            models.CheckConstraint(
                condition=models.Q(effective_to__isnull=True)
                | models.Q(effective_from__isnull=True)
                | models.Q(effective_to__gte=models.F("effective_from")),
                name="reference_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=models.Q(is_verified=False) | ~models.Q(mark__in=["G", "P"]),
                name="reference_unseen_is_unverified",
            ),
        ]


class Erasure(models.Model):
    """That something was erased: what kind of thing, when, on what ground, by which roles. Ids, and no words at all."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.UUIDField()  # a value: the case itself may be what was erased
    what = models.CharField(max_length=12)  # record.rules.keeping.What
    thing = models.UUIDField(null=True)  # which one; null for the whole case and for its links
    ground = models.CharField(max_length=20)
    at = models.DateTimeField()
    decided_role = models.CharField(max_length=40)
    confirmed_role = models.CharField(max_length=40)
    is_listed = models.BooleanField(default=False)  # stands in erasures.jsonl too

    class Meta:
        db_table = "core_erasure"
        constraints: ClassVar = [models.UniqueConstraint(fields=["case_id", "id"], name="erasure_in_case")]


class ErasedObject(models.Model):
    """An object of the store whose row and key are gone: the store is rid of it as soon as the erasure stands."""

    pk = models.CompositePrimaryKey("case_id", "name")
    case_id = models.UUIDField()
    name = models.CharField(max_length=120)  # address and file id: the object's name in the store
    erased_by = models.UUIDField()  # core.Erasure
    is_deleted = models.BooleanField(default=False)

    class Meta:
        db_table = "core_erased_object"

    def __str__(self) -> str:
        return str(self.case_id)
