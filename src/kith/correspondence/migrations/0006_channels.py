"""More ways than e-mail: every state of a message on its way, until when it is of use, and receipts."""

import uuid
from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

from kith.core.row_security import erased, guard, same_case

SQL = (Path(__file__).parent / "channels.sql").read_text()

#: Each message that stands is given the three days that were usual.
THREE_DAYS = "UPDATE correspondence_outbox SET useless_after = queued_at + interval '3 days'"


class Migration(migrations.Migration):
    dependencies = [
        ("correspondence", "0005_check_ins"),
        ("core", "0008_erasures"),
        ("record", "0005_keeping"),
    ]
    operations = [
        migrations.AddField("outbox", "their_reference", models.CharField(blank=True, default="", max_length=100), False),
        migrations.AddField("outbox", "useless_after", models.DateTimeField(null=True)),
        migrations.RunSQL(THREE_DAYS, migrations.RunSQL.noop),
        migrations.AlterField("outbox", "useless_after", models.DateTimeField()),
        migrations.AlterField(
            "outbox",
            "state",
            models.CharField(
                choices=[
                    ("created", "To be done by hand"),
                    ("held", "Held until it may leave"),
                    ("queued", "Waiting to be sent"),
                    ("sending", "Being handed over"),
                    ("sent", "Sent"),
                    ("delivered", "Delivered"),
                    ("failed", "Not delivered"),
                    ("expired", "Too late to send"),
                    ("refused", "Not sent"),
                    ("unsure", "Unsure if sent"),
                ],
                max_length=10,
            ),
        ),
        migrations.RemoveIndex("outbox", "outbox_under_way"),
        migrations.AddIndex(
            "outbox",
            models.Index(
                condition=models.Q(("state__in", ["created", "held", "queued", "sending"])),
                fields=["case", "next_try_at"],
                name="outbox_under_way",
            ),
        ),
        migrations.CreateModel(
            "Receipt",
            [
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("status", models.CharField(max_length=40)),
                ("mark", models.BinaryField(max_length=32)),
                ("came_at", models.DateTimeField()),
                ("theirs_at", models.DateTimeField(null=True)),
                ("is_late", models.BooleanField(default=False)),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="record.case",
                    ),
                ),
                (
                    "outbox",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="correspondence.outbox",
                    ),
                ),
            ],
            {"abstract": False},
        ),
        migrations.AddConstraint(
            "receipt", models.UniqueConstraint(fields=("case", "id"), name="receipt_in_case")
        ),
        migrations.AddConstraint(
            "receipt", models.UniqueConstraint(fields=("case", "outbox", "mark"), name="receipt_once")
        ),
        migrations.RunSQL(
            guard("correspondence_receipt", may="SELECT, INSERT")
            + same_case("correspondence_receipt", "outbox_id", "correspondence_outbox")
            + erased("correspondence_receipt", "Receipts of messages")
            + SQL,
            migrations.RunSQL.noop,
        ),
    ]
