"""The sweep asks the record who may still open a case."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "outbox_due.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0003_has_left"), ("record", "0004_access_whole")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
