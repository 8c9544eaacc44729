"""Erasing somebody's details erases their contact plans too."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "erasing_plans.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("home", "0003_erasing"), ("record", "0007_contact_plan")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
