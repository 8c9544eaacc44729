"""Links by which files may be sent in, and the functions of their door."""

from pathlib import Path

import datetime
import django.db.models.deletion
import django.db.models.expressions
import uuid
from django.conf import settings
from django.db import migrations, models

from kith.core.row_security import erased, guard, same_case

SQL = (Path(__file__).parent / "drop_links.sql").read_text()
WALLS = [
    guard("exhibits_droplink"),
    guard("exhibits_droppedfile"),
    same_case("exhibits_droplink", "participant_id", "record_participant"),
    same_case("exhibits_droppedfile", "link_id", "exhibits_droplink"),
    same_case("exhibits_droppedfile", "file_id", "core_stored_file"),
    same_case("exhibits_droppedfile", "exhibit_id", "exhibits_exhibit"),
    erased("exhibits_droppedfile", "Files that came through a link"),
    erased("exhibits_droplink", "Links by which files were asked for"),
]


class Migration(migrations.Migration):

    dependencies = [
        ('exhibits', '0003_erasable'),
        ('record', '0005_keeping'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DropTry',
            fields=[
                ('key', models.BinaryField(max_length=33, primary_key=True, serialize=False)),
                ('failures', models.PositiveIntegerField()),
                ('last_at', models.DateTimeField()),
                ('wait_until', models.DateTimeField()),
            ],
            options={
                'db_table': 'exhibits_droptry',
            },
        ),
        migrations.AlterField(
            model_name='custodyevent',
            name='verb',
            field=models.CharField(choices=[('taken in', 'Taken in'), ('shown', 'Original bytes shown'), ('read', 'Opened to be read'), ('checked', 'Whole file checked'), ('quoted', 'Quoted'), ('sent', 'Sent through a link')], max_length=20),
        ),
        migrations.AlterField(
            model_name='exhibit',
            name='how',
            field=models.CharField(choices=[('in_person', 'In person'), ('email', 'By e-mail'), ('post', 'By post'), ('message', 'By message'), ('solicitor', 'Through a solicitor'), ('link', 'Through a link'), ('other', 'Another way')], max_length=12),
        ),
        migrations.CreateModel(
            name='DropLink',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('asks', models.CharField(choices=[('chat', 'A WhatsApp chat'), ('pictures', 'Photographs or screenshots'), ('document', 'A document'), ('sound', 'A voice message or a recording'), ('file', 'A file')], max_length=10)),
                ('phone', models.CharField(choices=[('iphone', 'iPhone'), ('android', 'Android'), ('unknown', 'Not known: show the steps for both')], max_length=10)),
                ('authority', models.TextField()),
                ('question', models.TextField()),
                ('token_hash', models.BinaryField(max_length=32, unique=True)),
                ('word_hash', models.BinaryField(max_length=32)),
                ('made_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
                ('most_files', models.PositiveIntegerField()),
                ('most_bytes', models.BigIntegerField()),
                ('sitting_hash', models.BinaryField(max_length=32, null=True)),
                ('sitting_until', models.DateTimeField(null=True)),
                ('opened_at', models.DateTimeField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('closed_how', models.CharField(blank=True, choices=[('used', 'They said that was all'), ('shut', 'Closed after wrong code words'), ('withdrawn', 'Withdrawn')], max_length=10)),
                ('files', models.PositiveIntegerField(default=0)),
                ('bytes', models.BigIntegerField(default=0)),
                ('begun', models.PositiveIntegerField(default=0)),
                ('begun_bytes', models.BigIntegerField(default=0)),
                ('news_at', models.DateTimeField(null=True)),
                ('seen_at', models.DateTimeField(null=True)),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case')),
                ('closed_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('participant', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.participant')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DroppedFile',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('file_id', models.UUIDField(null=True)),
                ('name_text', models.TextField(blank=True)),
                ('sha256', models.BinaryField(max_length=32)),
                ('size_bytes', models.BigIntegerField()),
                ('arrived_at', models.DateTimeField()),
                ('exhibit_id', models.UUIDField(null=True)),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case')),
                ('link', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exhibits.droplink')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='droplink',
            index=models.Index(fields=['case', 'made_at'], name='droplink_in_order'),
        ),
        migrations.AddConstraint(
            model_name='droplink',
            constraint=models.UniqueConstraint(fields=('case', 'id'), name='droplink_in_case'),
        ),
        migrations.AddConstraint(
            model_name='droplink',
            constraint=models.CheckConstraint(condition=models.Q(('until_at__gte', models.F('made_at')), ('until_at__lte', django.db.models.expressions.CombinedExpression(models.F('made_at'), '+', models.Value(datetime.timedelta(days=7))))), name='droplink_lasts_a_week_at_most'),
        ),
        migrations.AddConstraint(
            model_name='droplink',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sitting_hash__isnull', True), ('sitting_until__isnull', True)), models.Q(('sitting_hash__isnull', False), ('sitting_until__isnull', False)), _connector='OR'), name='droplink_sitting_hash_with_sitting_until'),
        ),
        migrations.AddIndex(
            model_name='droppedfile',
            index=models.Index(fields=['case', 'link'], name='dropped_of_link'),
        ),
        migrations.AddConstraint(
            model_name='droppedfile',
            constraint=models.UniqueConstraint(fields=('case', 'id'), name='droppedfile_in_case'),
        ),
        migrations.RunSQL("".join(WALLS) + SQL, migrations.RunSQL.noop),
    ]
