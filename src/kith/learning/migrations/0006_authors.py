"""Dilemmas that are being written, what changed in a version, and who withdrew one."""

import uuid
from pathlib import Path

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from kith.core.row_security import guard

SQL = (Path(__file__).parent / "authors.sql").read_text()
#: The authors' in common; each save is in the name of whoever saved.
DRAFTS = guard(
    "learning_dilemma_draft",
    using="(SELECT kith_writes_learning())",
    check="(SELECT kith_writes_learning()) AND by_id = (SELECT kith_worker())",
    may="SELECT, INSERT, UPDATE, DELETE",
)


class Migration(migrations.Migration):
    dependencies = [
        ("learning", "0005_votes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField("dilemma", "changed", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.AddField(
            "dilemma",
            "withdrawn_by",
            models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name="dilemma",
            constraint=models.CheckConstraint(
                condition=models.Q(("withdrawn_by__isnull", True), ("withdrawn_at__isnull", False), _connector="OR"),
                name="dilemma_is_withdrawn_at_a_time",
            ),
        ),
        migrations.CreateModel(
            name="DilemmaDraft",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("key", models.SlugField(max_length=60, unique=True)),
                ("ink", models.TextField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("editor", models.CharField(blank=True, max_length=36)),
                ("at", models.DateTimeField()),
                ("began_from", models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="learning.dilemma")),
                ("by", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={"db_table": "learning_dilemma_draft"},
        ),
        migrations.RunSQL(SQL + DRAFTS, migrations.RunSQL.noop),
    ]
