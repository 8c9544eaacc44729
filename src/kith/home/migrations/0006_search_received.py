"""What came in is found by searching."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "search_received.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("home", "0005_erasing_received"), ("correspondence", "0008_left_out")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
