"""The ledger, and what the serving roles may do with core's tables."""

from pathlib import Path

from django.db import migrations

from kith.core.row_security import grant

SQL = (Path(__file__).parent / "ledger.sql").read_text()
GRANTS = "".join([
    grant("core_worker", "SELECT, INSERT, UPDATE"),
    grant("core_case_key", "SELECT, INSERT"),
    grant("core_submission", "SELECT, INSERT, UPDATE, DELETE"),
])


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunSQL(SQL + GRANTS, migrations.RunSQL.noop)]
