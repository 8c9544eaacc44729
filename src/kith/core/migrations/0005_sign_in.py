"""Where somebody is signed in, and who must wait because of wrong guesses; `kith_app` keeps both."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from kith.core.row_security import grant

WHOLE = "SELECT, INSERT, UPDATE, DELETE"


class Migration(migrations.Migration):
    dependencies = [("core", "0004_reference")]
    operations = [
        migrations.CreateModel(
            name="FailedSignIn",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("failures", models.PositiveIntegerField(default=0)),
                ("last_at", models.DateTimeField()),
                ("wait_until", models.DateTimeField()),
            ],
            options={
                "db_table": "core_failed_sign_in",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("failures__gte", 0)), name="failed_sign_in_counts")
                ],
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "session_key",
                    models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="session key"),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                ("device", models.CharField(blank=True, max_length=80)),
                ("began_at", models.DateTimeField(null=True)),
                ("seen_at", models.DateTimeField()),
                (
                    "worker",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={"db_table": "core_session"},
        ),
        migrations.RunSQL(
            grant("core_session", WHOLE) + grant("core_failed_sign_in", WHOLE), migrations.RunSQL.noop
        ),
    ]
