"""Objects of the store that no row names, and how much is stored, asked without seeing whose."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "orphans.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("core", "0008_erasures")]

    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
