"""What has left by e-mail, for the outside reader it was addressed to: what the outbox says was sent."""

from pathlib import Path

from django.db import migrations, models

SQL = (Path(__file__).parent / "has_left.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0002_walls"), ("record", "0003_outside_readers")]
    operations = [
        migrations.AddIndex("message", models.Index(fields=["case", "release_id"], name="message_of_release")),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
