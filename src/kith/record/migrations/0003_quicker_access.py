"""The same answer to "which cases may this worker open?", planned once a connection."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "quicker_access.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("record", "0002_walls")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
