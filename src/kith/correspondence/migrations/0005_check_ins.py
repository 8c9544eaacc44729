"""Check-ins: words that somebody chose to get again and again, behind row security; and how a sweep finds those due."""

from pathlib import Path

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from kith.core.row_security import erased, guard, same_case

DUE = (Path(__file__).parent / "check_ins.sql").read_text()


class Migration(migrations.Migration):

    dependencies = [
        ('correspondence', '0004_who_may_still_open'),
        ('record', '0005_keeping'),
        ('core', '0008_erasures'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CheckIn',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('contact_id', models.UUIDField()),
                ('subject', models.CharField(max_length=200)),
                ('text', models.TextField()),
                ('chosen_how', models.TextField()),
                ('every_days', models.PositiveSmallIntegerField()),
                ('at_clock', models.TimeField()),
                ('first_on', models.DateField()),
                ('until_on', models.DateField()),
                ('next_at', models.DateTimeField(null=True)),
                ('waits_because', models.TextField(blank=True)),
                ('started_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_why', models.TextField(blank=True)),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case')),
                ('ended_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reader', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.participant')),
                ('started_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(condition=models.Q(('next_at__isnull', False)), fields=['case', 'next_at'], name='checkin_due'), models.Index(fields=['case', 'started_at'], name='checkin_of_case')],
                'constraints': [models.UniqueConstraint(fields=('case', 'id'), name='checkin_in_case'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='checkin_ended_by_with_ended_at')],
            },
        ),
        migrations.RunSQL(
            guard("correspondence_checkin")
            + same_case("correspondence_checkin", "reader_id", "record_participant")
            + same_case("correspondence_checkin", "contact_id", "record_contactdetail")
            + erased("correspondence_checkin", "Check-ins")
            + DUE,
            migrations.RunSQL.noop,
        ),
    ]
