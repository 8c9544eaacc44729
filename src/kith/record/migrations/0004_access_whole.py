"""Access whole: teams' cases, shifts, restriction, conflict, break-glass; decided by PostgreSQL in `kith_open`."""

from pathlib import Path

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from kith.core.row_security import IN_SCOPE, guard

HERE = Path(__file__).parent
WAYS = (HERE / "ways_in.sql").read_text()
TURNS = (HERE / "ways_in_by_reference.sql").read_text()
KEPT = (HERE / "access_kept.sql").read_text()

#: For the code before this one, which knows nothing of these columns, and for functions that need not name them.
DEFAULTS = """
    ALTER TABLE record_case ALTER is_made_up SET DEFAULT false, ALTER is_restricted SET DEFAULT false;
    ALTER TABLE record_access ALTER note SET DEFAULT '';
    ALTER TABLE record_breakglass ALTER review_text SET DEFAULT '';
    ALTER TABLE record_conflict ALTER ended_why SET DEFAULT '';
"""

POLICIES = [
    # Not even one's own rows of a case that is closed to one: whoever may not open a case learns nothing of it.
    f"""DROP POLICY record_access_scope ON record_access;
        CREATE POLICY record_access_seen ON record_access FOR SELECT TO kith_app USING ({IN_SCOPE});
        CREATE POLICY record_access_given ON record_access FOR INSERT TO kith_app WITH CHECK (
            ({IN_SCOPE} AND kith_may_give(case_id) AND why NOT IN ('duty', 'cover', 'break_glass')
             AND (worker_id <> (SELECT kith_worker()) OR kith_manages(case_id)))
            OR (worker_id = (SELECT kith_worker()) AND kith_is_new_case(case_id)));
        CREATE POLICY record_access_ended ON record_access FOR UPDATE TO kith_app USING ({IN_SCOPE} AND kith_may_give(case_id));""",
    guard("record_shift", using="true", check="worker_id <> (SELECT kith_worker()) AND kith_may_give_shift(team_id)"),
    guard("record_restriction", check=f"{IN_SCOPE} AND kith_may_give(case_id)"),
    guard("record_conflict", using=f"{IN_SCOPE} AND kith_manages(case_id)"),
    guard("record_breakglass", check=f"{IN_SCOPE} AND kith_manages(case_id) AND worker_id <> (SELECT kith_worker())",
          may="SELECT, UPDATE"),
    guard("record_withholding", check=f"{IN_SCOPE} AND kith_may_give(case_id)"),
]


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0007_teams'),
        ('record', '0003_outside_readers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='access',
            name='note',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='case',
            name='is_made_up',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='case',
            name='is_restricted',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='case',
            name='team',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.team'),
        ),
        migrations.AlterField(
            model_name='access',
            name='why',
            field=models.CharField(choices=[('allocated', 'Allocated'), ('opened', 'Opened the case'), ('manages', 'Manages the case'), ('supports', 'Supports the case'), ('duty', 'On duty'), ('cover', 'Covers for a colleague'), ('break_glass', 'In an emergency')], max_length=20),
        ),
        migrations.CreateModel(
            name='Shift',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
                ('given_at', models.DateTimeField()),
                ('given_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.team')),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddField(
            model_name='access',
            name='shift',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.shift'),
        ),
        migrations.CreateModel(
            name='Withholding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('why', models.TextField()),
                ('withheld_at', models.DateTimeField()),
                ('look_again_on', models.DateField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case')),
                ('ended_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withheld_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BreakGlass',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('why', models.TextField()),
                ('at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
                ('reviewed_at', models.DateTimeField(null=True)),
                ('was_right', models.BooleanField(null=True)),
                ('review_text', models.TextField(blank=True, default='')),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case')),
                ('reviewed_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('worker', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(condition=models.Q(('reviewed_at__isnull', True)), fields=['case'], name='breakglass_to_review')],
                'constraints': [models.UniqueConstraint(fields=('case', 'id'), name='breakglass_in_case'), models.CheckConstraint(condition=models.Q(models.Q(('reviewed_at__isnull', True), ('reviewed_by__isnull', True)), models.Q(('reviewed_at__isnull', False), ('reviewed_by__isnull', False)), _connector='OR'), name='breakglass_reviewed_at_with_reviewed_by'), models.CheckConstraint(condition=models.Q(models.Q(('reviewed_at__isnull', True), ('was_right__isnull', True)), models.Q(('reviewed_at__isnull', False), ('was_right__isnull', False)), _connector='OR'), name='breakglass_reviewed_at_with_was_right')],
            },
        ),
        migrations.CreateModel(
            name='Conflict',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('why', models.TextField()),
                ('declared_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_why', models.TextField(blank=True, default='')),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case')),
                ('declared_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ended_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('worker', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['worker', 'case'], name='conflict_by_worker')],
                'constraints': [models.UniqueConstraint(fields=('case', 'id'), name='conflict_in_case'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='conflict_ended_at_with_ended_by'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('case', 'worker'), name='conflict_once_in_case')],
            },
        ),
        migrations.CreateModel(
            name='Restriction',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('why', models.TextField()),
                ('restricted_at', models.DateTimeField()),
                ('review_on', models.DateField()),
                ('lifted_at', models.DateTimeField(null=True)),
                ('lifted_why', models.TextField(blank=True, default='')),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case')),
                ('lifted_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('restricted_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('case', 'id'), name='restriction_in_case'), models.CheckConstraint(condition=models.Q(models.Q(('lifted_at__isnull', True), ('lifted_by__isnull', True)), models.Q(('lifted_at__isnull', False), ('lifted_by__isnull', False)), _connector='OR'), name='restriction_lifted_at_with_lifted_by'), models.UniqueConstraint(condition=models.Q(('lifted_at__isnull', True)), fields=('case',), name='restricted_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='shift',
            constraint=models.CheckConstraint(condition=models.Q(('until_at__gte', models.F('from_at'))), name='shift_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='withholding',
            constraint=models.UniqueConstraint(fields=('case', 'id'), name='withholding_in_case'),
        ),
        migrations.AddConstraint(
            model_name='withholding',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='withholding_ended_at_with_ended_by'),
        ),
        migrations.AddConstraint(
            model_name='withholding',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('case',), name='withheld_once'),
        ),
        migrations.RunSQL(DEFAULTS + WAYS + "".join(POLICIES) + TURNS + KEPT, migrations.RunSQL.noop),
    ]
