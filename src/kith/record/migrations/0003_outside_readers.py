"""Outside readers: their tables, and what the families' role may see of the record."""

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from pathlib import Path

from django.conf import settings
from django.db import migrations, models

from kith.core.row_security import guard, same_case

SQL = (Path(__file__).parent / "outside_readers.sql").read_text()
WALLS = [
    guard("record_reader", may="SELECT, INSERT"),
    guard("record_withheld", may="SELECT, INSERT"),
    guard("record_ownword", may="SELECT"),
    "GRANT UPDATE (ended_by_id, ended_at) ON record_reader TO kith_app;",
    same_case("record_reader", "participant_id", "record_participant"),
    same_case("record_withheld", "release_id", "record_release"),
    same_case("record_ownword", "participant_id", "record_participant"),
    same_case("record_ownword", "reader_id", "record_reader"),
]


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0006_outside_readers'),
        ('record', '0002_walls'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='OwnWord',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('words', models.TextField()),
                ('written_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Reader',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('family', 'Family'), ('partner', 'Partner')], max_length=10)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('let_in_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Withheld',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('why', models.TextField()),
                ('withheld_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='release',
            index=models.Index(fields=['case', 'reader'], name='release_to_reader'),
        ),
        migrations.AddField(
            model_name='ownword',
            name='case',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case'),
        ),
        migrations.AddField(
            model_name='ownword',
            name='participant',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.participant'),
        ),
        migrations.AddField(
            model_name='reader',
            name='case',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case'),
        ),
        migrations.AddField(
            model_name='reader',
            name='ended_by',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reader',
            name='let_in_by',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reader',
            name='participant',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.participant'),
        ),
        migrations.AddField(
            model_name='ownword',
            name='reader',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.reader'),
        ),
        migrations.AddField(
            model_name='withheld',
            name='case',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case'),
        ),
        migrations.AddField(
            model_name='withheld',
            name='release',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.release'),
        ),
        migrations.AddField(
            model_name='withheld',
            name='withheld_by',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='reader',
            index=models.Index(fields=['case', 'participant'], name='reader_of_participant'),
        ),
        migrations.AddConstraint(
            model_name='reader',
            constraint=models.UniqueConstraint(fields=('case', 'id'), name='reader_in_case'),
        ),
        migrations.AddConstraint(
            model_name='reader',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='reader_ended_by_with_ended_at'),
        ),
        migrations.AddConstraint(
            model_name='reader',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'partner'), _negated=True), ('until_at__isnull', False), _connector='OR'), name='partner_has_an_end'),
        ),
        migrations.AddConstraint(
            model_name='reader',
            constraint=models.CheckConstraint(condition=models.Q(('until_at__isnull', True), ('until_at__gt', models.F('from_at')), _connector='OR'), name='reader_ends_after_they_begin'),
        ),
        migrations.AddIndex(
            model_name='ownword',
            index=models.Index(fields=['case', 'participant'], name='ownword_of_participant'),
        ),
        migrations.AddConstraint(
            model_name='ownword',
            constraint=models.UniqueConstraint(fields=('case', 'id'), name='ownword_in_case'),
        ),
        migrations.AddConstraint(
            model_name='withheld',
            constraint=models.UniqueConstraint(fields=('case', 'id'), name='withheld_in_case'),
        ),
        migrations.AddConstraint(
            model_name='withheld',
            constraint=models.UniqueConstraint(fields=('case', 'release'), name='release_withheld_once'),
        ),
        migrations.RunSQL("".join(WALLS) + SQL, migrations.RunSQL.noop),
    ]
