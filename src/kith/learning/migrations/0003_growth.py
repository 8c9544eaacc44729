"""What a worker keeps of their own growth: self-checks, the CPD log, and what is told to the agency's store."""

from pathlib import Path

import datetime
import django.db.models.deletion
import django.db.models.expressions
import uuid
from django.conf import settings
from django.db import migrations, models

from kith.core.row_security import guard

SQL = (Path(__file__).parent / "growth.sql").read_text()
#: Theirs alone, and gone when they say so.
MINE, MAY = "worker_id = (SELECT kith_worker())", "SELECT, INSERT, UPDATE, DELETE"
OWN = "".join(
    guard(f"learning_{table}", using=MINE, may=MAY)
    for table in ("selfcheck", "sharing", "cpdpiece", "ownword", "telling", "statement")
)


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0011_tray_key'),
        ('learning', '0002_dilemmas'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Telling',
            fields=[
                ('worker', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('since_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='CpdPiece',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('activity', models.TextField(blank=True)),
                ('about', models.TextField(blank=True)),
                ('done_on', models.DateField(null=True)),
                ('learnt', models.TextField(blank=True)),
                ('impact', models.TextField(blank=True)),
                ('peer', models.TextField(blank=True)),
                ('allowed', models.JSONField(default=dict)),
                ('came_from', models.TextField(blank=True)),
                ('version', models.PositiveIntegerField(default=0)),
                ('editor', models.CharField(blank=True, max_length=64)),
                ('begun_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(null=True)),
                ('worker', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='OwnWord',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('mark', models.BinaryField(max_length=32)),
                ('at', models.DateTimeField()),
                ('worker', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='PeerPart',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('token_hash', models.BinaryField(max_length=32, null=True, unique=True)),
                ('shown', models.JSONField()),
                ('made_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
                ('name', models.CharField(blank=True, max_length=120)),
                ('role', models.CharField(blank=True, max_length=120)),
                ('words', models.TextField(blank=True)),
                ('written_at', models.DateTimeField(null=True)),
                ('colleague', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('piece', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='learning.cpdpiece')),
                ('worker', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='SelfCheck',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('framework', models.CharField(max_length=40)),
                ('key', models.CharField(max_length=80)),
                ('level', models.PositiveSmallIntegerField(choices=[(1, 'Aware'), (2, 'Developing'), (3, 'Confident'), (4, 'Leads others')])),
                ('evidence', models.TextField(blank=True)),
                ('next_step', models.TextField(blank=True)),
                ('next_on', models.DateField(null=True)),
                ('at', models.DateTimeField()),
                ('worker', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Sharing',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('framework', models.CharField(max_length=40)),
                ('since_at', models.DateTimeField()),
                ('worker', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('body', models.JSONField()),
                ('made_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('problem', models.CharField(blank=True, max_length=20)),
                ('worker', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='TeamMap',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('framework', models.CharField(max_length=40)),
                ('taken_at', models.DateTimeField()),
                ('people', models.JSONField()),
                ('left', models.PositiveIntegerField()),
                ('counted', models.PositiveIntegerField()),
                ('cells', models.JSONField()),
                ('team', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='core.team')),
            ],
        ),
        migrations.AddIndex(
            model_name='cpdpiece',
            index=models.Index(fields=['worker', 'done_on'], name='cpdpiece_in_order'),
        ),
        migrations.AddConstraint(
            model_name='ownword',
            constraint=models.UniqueConstraint(fields=('worker', 'mark'), name='ownword_once'),
        ),
        migrations.AddConstraint(
            model_name='peerpart',
            constraint=models.UniqueConstraint(fields=('piece',), name='peerpart_one_for_a_piece'),
        ),
        migrations.AddConstraint(
            model_name='peerpart',
            constraint=models.CheckConstraint(condition=models.Q(('until_at__gte', models.F('made_at')), ('until_at__lte', django.db.models.expressions.CombinedExpression(models.F('made_at'), '+', models.Value(datetime.timedelta(days=14))))), name='peerpart_lasts_a_fortnight_at_most'),
        ),
        migrations.AddConstraint(
            model_name='peerpart',
            constraint=models.CheckConstraint(condition=models.Q(('token_hash__isnull', True), models.Q(('colleague__isnull', True), ('written_at__isnull', True)), _connector='OR'), name='peerpart_link_works_once'),
        ),
        migrations.AddIndex(
            model_name='selfcheck',
            index=models.Index(fields=['worker', 'framework', 'key', 'at'], name='selfcheck_in_order'),
        ),
        migrations.AddConstraint(
            model_name='selfcheck',
            constraint=models.CheckConstraint(condition=models.Q(('level__gte', 1), ('level__lte', 4)), name='selfcheck_has_a_level'),
        ),
        migrations.AddConstraint(
            model_name='sharing',
            constraint=models.UniqueConstraint(fields=('worker', 'framework'), name='sharing_once'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(fields=['worker', 'made_at'], name='telling_in_order'),
        ),
        migrations.AddIndex(
            model_name='teammap',
            index=models.Index(fields=['framework', 'team', 'taken_at'], name='teammap_in_order'),
        ),
        migrations.RunSQL(OWN + SQL, migrations.RunSQL.noop),
    ]
