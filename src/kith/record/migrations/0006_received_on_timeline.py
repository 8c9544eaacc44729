"""What came in stands on the line of time too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("record", "0005_keeping")]
    operations = [
        migrations.AlterField(
            "timelinerow",
            "kind",
            models.CharField(
                choices=[
                    ("item", "Exhibit"),
                    ("entry", "Entry"),
                    ("decision", "Decision"),
                    ("message", "Message sent"),
                    ("received", "Message received"),
                ],
                max_length=10,
            ),
        )
    ]
