"""An exhibit whose file was erased has none; what never changes may be emptied by an erasure, and by nothing else."""

from pathlib import Path

from django.db import migrations, models

from kith.core.row_security import erased

SQL = (Path(__file__).parent / "erasable.sql").read_text()
PLAN = [
    erased("exhibits_exhibit", "Exhibits"),
    erased("exhibits_custodyevent", "Lines of custody"),
    erased("exhibits_member", "Files inside exhibits"),
    erased("exhibits_speaker", "People who write in exhibits"),
    erased("exhibits_item", "Messages and other pieces of exhibits"),
    erased("exhibits_lexicon", "Words that search knows"),
    erased("exhibits_question", "Questions about exhibits"),
]


class Migration(migrations.Migration):
    dependencies = [("exhibits", "0002_walls"), ("core", "0008_erasures"), ("record", "0005_keeping")]
    operations = [
        migrations.AlterField("exhibit", "file_id", models.UUIDField(null=True)),
        migrations.RunSQL(SQL + "".join(PLAN), migrations.RunSQL.noop),
    ]
