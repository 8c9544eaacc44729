"""The room begins."""

from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [("core", "0011_tray_key")]
    operations = []
