"""Teams as rows, with who works in them and who manages; what stood as text on the worker becomes such rows."""

from pathlib import Path

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from kith.core.row_security import NOBODY_SIGNED_IN, guard

MOVE = (Path(__file__).parent / "teams.sql").read_text()
WALLS = "".join(
    guard(table, using="true", check=NOBODY_SIGNED_IN, may="SELECT, INSERT, UPDATE")
    for table in ("core_team", "core_membership"))


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0006_outside_readers'),
    ]

    operations = [
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120, unique=True)),
                ('made_at', models.DateTimeField()),
            ],
        ),
        # The column stays for a release, so that the code before this runs on: it is only no longer ours.
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL("ALTER TABLE core_worker ALTER team SET DEFAULT ''", migrations.RunSQL.noop)],
            state_operations=[migrations.RemoveField(model_name='worker', name='team')],
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('is_manager', models.BooleanField(default=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.team')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('team', 'worker'), name='membership_once'), models.CheckConstraint(condition=models.Q(('until_at__isnull', True), ('until_at__gte', models.F('from_at')), _connector='OR'), name='membership_ends_after_it_begins')],
            },
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
        migrations.RunSQL(MOVE, migrations.RunSQL.noop),
    ]
