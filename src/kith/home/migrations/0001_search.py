"""Searching: one function owned by the owner role, which works out for itself what the worker may see."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "search.sql").read_text()


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("record", "0002_walls"),
        ("exhibits", "0002_walls"),
        ("correspondence", "0002_walls"),
        ("court", "0002_walls"),
    ]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
