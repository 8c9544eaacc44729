"""What came in stands on the line of time too; an answer sent by itself may leave past the hours of a plan."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("record", "0008_one_exit")]
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
        ),
        migrations.AlterField(
            "waythrough",
            "kind",
            models.CharField(
                choices=[("first_contact", "First contact"), ("urgent", "Urgent"), ("answer", "Answer sent by itself")],
                max_length=13,
            ),
        ),
    ]
