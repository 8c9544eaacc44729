"""Votes in a meeting, and the functions by which phones and their facilitator come to them."""

from pathlib import Path

import datetime
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import uuid
from django.conf import settings
from django.db import migrations, models


from kith.core.row_security import guard

SQL = (Path(__file__).parent / "votes.sql").read_text()
WALLS = guard(
    "learning_gathering", using="worker_id = (SELECT kith_worker())", may="SELECT, INSERT, UPDATE, DELETE"
)


class Migration(migrations.Migration):

    dependencies = [
        ('learning', '0003_growth'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='VoteTry',
            fields=[
                ('place', models.BinaryField(max_length=2, primary_key=True, serialize=False)),
                ('wrong', models.PositiveIntegerField()),
                ('last_at', models.DateTimeField()),
                ('wait_until', models.DateTimeField()),
            ],
            options={
                'db_table': 'learning_votetry',
            },
        ),
        migrations.CreateModel(
            name='Gathering',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=6, null=True, unique=True)),
                ('choices', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), default=list, size=None)),
                ('turn', models.PositiveIntegerField(default=1)),
                ('is_open', models.BooleanField(default=True)),
                ('offered', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('splits', models.JSONField(default=list)),
                ('opened_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('dilemma', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='learning.dilemma')),
                ('worker', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'learning_gathering',
            },
        ),
        migrations.CreateModel(
            name='Vote',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('phone', models.BinaryField(max_length=32)),
                ('chosen', models.PositiveSmallIntegerField()),
                ('gathering', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='learning.gathering')),
            ],
            options={
                'db_table': 'learning_vote',
            },
        ),
        migrations.AddIndex(
            model_name='gathering',
            index=models.Index(fields=['worker', '-opened_at'], name='gatherings_of_worker'),
        ),
        migrations.AddConstraint(
            model_name='gathering',
            constraint=models.CheckConstraint(condition=models.Q(('choices__len__lte', 30)), name='gathering_has_an_end'),
        ),
        migrations.AddConstraint(
            model_name='gathering',
            constraint=models.CheckConstraint(condition=models.Q(('ended_at__isnull', True), models.Q(('code__isnull', True), ('is_open', False)), _connector='OR'), name='gathering_that_ended_has_no_code'),
        ),
        migrations.AddConstraint(
            model_name='gathering',
            constraint=models.CheckConstraint(condition=models.Q(('until_at__gt', models.F('opened_at')), ('until_at__lte', django.db.models.expressions.CombinedExpression(models.F('opened_at'), '+', models.Value(datetime.timedelta(seconds=14400))))), name='gathering_is_short'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.UniqueConstraint(fields=('gathering', 'phone'), name='phone_votes_once'),
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
