"""Contact plans in versions, and what left past one: tables, row security, erasing."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from kith.core.row_security import IN_SCOPE, erased, guard, same_case

#: Whoever sends past a plan says so as themselves; only a manager of the case who did not send it judges.
PASSED = f"""
    ALTER TABLE record_waythrough ENABLE ROW LEVEL SECURITY;
    CREATE POLICY record_waythrough_seen ON record_waythrough FOR SELECT TO kith_app USING ({IN_SCOPE});
    CREATE POLICY record_waythrough_made ON record_waythrough FOR INSERT TO kith_app
        WITH CHECK ({IN_SCOPE} AND sent_by_id = (SELECT kith_worker()) AND reviewed_at IS NULL);
    CREATE POLICY record_waythrough_judged ON record_waythrough FOR UPDATE TO kith_app
        USING ({IN_SCOPE} AND kith_manages(case_id) AND sent_by_id <> (SELECT kith_worker()));
    GRANT SELECT, INSERT ON record_waythrough TO kith_app;
    GRANT UPDATE (reviewed_by_id, reviewed_at, was_right, review_text) ON record_waythrough TO kith_app;
"""
SQL = (
    guard("record_contactplan", may="SELECT, INSERT")
    + PASSED
    + same_case("record_contactplan", "participant_id", "record_participant")
    + same_case("record_waythrough", "participant_id", "record_participant")
    + erased("record_contactplan", "Contact plans")
    + erased("record_waythrough", "What left past a contact plan")
)


class Migration(migrations.Migration):

    dependencies = [
        ('record', '0006_judged_by_head'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ContactPlan',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField()),
                ('plan_sealed', models.BinaryField()),
                ('ask_again_on', models.DateField(null=True)),
                ('written_at', models.DateTimeField()),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case')),
                ('participant', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.participant')),
                ('written_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('case', 'id'), name='contactplan_in_case'), models.UniqueConstraint(fields=('case', 'participant', 'version'), name='plan_version_once')],
            },
        ),
        migrations.CreateModel(
            name='WayThrough',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('first_contact', 'First contact'), ('urgent', 'Urgent')], max_length=13)),
                ('channel', models.CharField(max_length=10)),
                ('thing', models.UUIDField()),
                ('why', models.TextField()),
                ('plan_said', models.TextField()),
                ('sent_at', models.DateTimeField()),
                ('reviewed_at', models.DateTimeField(null=True)),
                ('was_right', models.BooleanField(null=True)),
                ('review_text', models.TextField(blank=True)),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case')),
                ('participant', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.participant')),
                ('reviewed_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sent_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(condition=models.Q(('reviewed_at__isnull', True)), fields=['case'], name='waythrough_to_review')],
                'constraints': [models.UniqueConstraint(fields=('case', 'id'), name='waythrough_in_case'), models.CheckConstraint(condition=models.Q(models.Q(('reviewed_at__isnull', True), ('reviewed_by__isnull', True)), models.Q(('reviewed_at__isnull', False), ('reviewed_by__isnull', False)), _connector='OR'), name='waythrough_reviewed_by_with_reviewed_at'), models.UniqueConstraint(fields=('case', 'thing'), name='waythrough_once'), models.CheckConstraint(condition=models.Q(('reviewed_by__isnull', True), models.Q(('reviewed_by', models.F('sent_by')), _negated=True), _connector='OR'), name='waythrough_looked_at_by_another')],
            },
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
