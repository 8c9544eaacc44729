"""Who is asking at the families' door, and the ledger's lines in their own name."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "outside_readers.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("core", "0005_sign_in")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
