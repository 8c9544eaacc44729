"""The key of what came and is of no case yet."""

from django.db import migrations, models

from kith.core.row_security import grant


class Migration(migrations.Migration):
    dependencies = [("core", "0010_working_hours")]
    operations = [
        migrations.CreateModel(
            name="TrayKey",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("wrapped", models.BinaryField()),
            ],
            options={"db_table": "core_tray_key"},
        ),
        migrations.RunSQL(grant("core_tray_key", "SELECT, INSERT"), migrations.RunSQL.noop),
    ]
