"""What is left out of a file that waits, behind row security."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from kith.core.row_security import erased, guard, same_case

CHANGES = """
GRANT UPDATE (ground, why, undone_by_id, undone_at) ON correspondence_leftout TO kith_app;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('correspondence', '0007_what_comes_in'),
        ('record', '0009_received_on_timeline'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='LeftOut',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('words', models.TextField(blank=True)),
                ('page', models.PositiveSmallIntegerField(null=True)),
                ('area', models.CharField(blank=True, max_length=20)),
                ('ground', models.CharField(blank=True, choices=[('fpr_29_1', 'Confidential contact details (FPR 29.1)'), ('order', 'A court order'), ('pending', 'An application is pending'), ('privilege', 'Legal privilege'), ('third_party', 'About somebody else'), ('harm', 'Risk of serious harm')], max_length=20)),
                ('why', models.TextField(blank=True)),
                ('made_at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(null=True)),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case')),
                ('enclosure', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='correspondence.enclosure')),
                ('made_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('undone_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['case', 'enclosure'], name='leftout_of_file')],
                'constraints': [models.UniqueConstraint(fields=('case', 'id'), name='leftout_in_case'), models.CheckConstraint(condition=models.Q(models.Q(('undone_at__isnull', True), ('undone_by__isnull', True)), models.Q(('undone_at__isnull', False), ('undone_by__isnull', False)), _connector='OR'), name='leftout_undone_by_with_undone_at')],
            },
        ),
        migrations.RunSQL(
            guard("correspondence_leftout", may="SELECT, INSERT")
            + same_case("correspondence_leftout", "enclosure_id", "correspondence_enclosure")
            + erased("correspondence_leftout", "What was left out of files")
            + CHANGES,
            migrations.RunSQL.noop,
        ),
    ]
