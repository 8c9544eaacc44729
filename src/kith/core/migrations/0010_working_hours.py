"""When somebody works: said by each for themselves, seen by colleagues."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from kith.core.row_security import guard

OWN = guard(
    "core_working_hours", using="true", check="worker_id = (SELECT kith_worker())", may="SELECT, INSERT"
)


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0009_orphans'),
    ]

    operations = [
        migrations.CreateModel(
            name='WorkingHours',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('windows', models.JSONField()),
                ('leave', models.JSONField()),
                ('set_at', models.DateTimeField()),
                ('worker', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'core_working_hours',
                'indexes': [models.Index(fields=['worker', 'set_at'], name='hours_of_worker')],
            },
        ),
        migrations.RunSQL(OWN, migrations.RunSQL.noop),
    ]
