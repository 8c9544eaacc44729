"""Signed checkpoints of the ledger, and the time stamps on them."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "checkpoints.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("core", "0002_ledger")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
