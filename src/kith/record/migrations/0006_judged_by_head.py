"""An opening in an emergency that no manager of the case can judge falls to the head of the agency's practice."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "judged_by_head.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("record", "0005_keeping")]

    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
