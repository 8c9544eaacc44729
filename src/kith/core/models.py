"""Workers, stored files, submissions; the ledger's tables are made in SQL (migration 0002) and only mirrored here."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from kith.core.permissions import Permission, Role, may


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
    team = models.CharField(max_length=120, blank=True)
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


class CaseKey(models.Model):
    """The key of one case, wrapped by the installation key."""

    case_id = models.UUIDField(primary_key=True)
    wrapped = models.BinaryField()

    class Meta:
        db_table = "core_case_key"


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


class Submission(models.Model):
    """A form that was sent: the same key again is answered with the same address and changes nothing."""

    worker = models.ForeignKey(Worker, models.CASCADE)
    key = models.UUIDField()
    location = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["worker", "key"], name="submission_once")]


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
