"""Erasing knows what came in: a person's details with it, and files that a message needs."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "erasing_received.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("home", "0004_erasing_plans"), ("correspondence", "0007_what_comes_in")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
