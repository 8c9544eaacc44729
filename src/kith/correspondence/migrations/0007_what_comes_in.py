"""What comes in: the tray, what is filed to cases, tasks to read at once; row security; how the job finds a thread."""

from pathlib import Path

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from kith.core.row_security import erased, guard, same_case

SQL = (Path(__file__).parent / "arrived.sql").read_text()
POLICIES = [
    guard("correspondence_received", may="SELECT, INSERT"),
    guard("correspondence_receivedfile", may="SELECT, INSERT"),
    guard("correspondence_disowned", may="SELECT, INSERT"),
    guard("correspondence_readnow"),
    guard("correspondence_acknowledged", may="SELECT, INSERT"),
    guard("correspondence_knownway", may="SELECT, INSERT"),
    guard("correspondence_arrived", using="(SELECT kith_places_mail())"),
]
INSIDE = [
    ("received", "participant_id", "record_participant"),
    ("received", "message_id", "correspondence_message"),
    ("received", "file_id", "core_stored_file"),
    ("receivedfile", "received_id", "correspondence_received"),
    ("receivedfile", "exhibit_id", "exhibits_exhibit"),
    ("disowned", "received_id", "correspondence_received"),
    ("readnow", "received_id", "correspondence_received"),
    ("acknowledged", "participant_id", "record_participant"),
    ("acknowledged", "message_id", "correspondence_message"),
    ("knownway", "participant_id", "record_participant"),
]
PLAN = [
    erased("correspondence_received", "Messages received"),
    erased("correspondence_receivedfile", "Files received with messages"),
    erased("correspondence_disowned", "That something was not written by them"),
    erased("correspondence_readnow", "Tasks to read something at once"),
    erased("correspondence_acknowledged", "Answers sent at night"),
    erased("correspondence_knownway", "Hashes of addresses and numbers written to"),
]


class Migration(migrations.Migration):

    dependencies = [
        ('correspondence', '0006_channels'),
        ('core', '0011_tray_key'),
        ('exhibits', '0004_drop_links'),
        ('record', '0009_received_on_timeline'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Received',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('email', 'E-mail'), ('text', 'Text message'), ('bounce', 'Could not be delivered')], max_length=10)),
                ('whose', models.CharField(max_length=20)),
                ('message_id', models.UUIDField(null=True)),
                ('sender_sealed', models.BinaryField()),
                ('sender_name', models.CharField(blank=True, max_length=200)),
                ('subject', models.CharField(blank=True, max_length=500)),
                ('text', models.TextField(blank=True)),
                ('was_html', models.BooleanField(default=False)),
                ('sent_text', models.CharField(blank=True, max_length=120)),
                ('reference', models.CharField(blank=True, max_length=255)),
                ('is_automatic', models.BooleanField(default=False)),
                ('check_result', models.CharField(max_length=20)),
                ('trouble', models.TextField(blank=True)),
                ('urgent', models.JSONField(default=list)),
                ('file_id', models.UUIDField()),
                ('sha256', models.BinaryField(max_length=32)),
                ('size_bytes', models.BigIntegerField()),
                ('received_at', models.DateTimeField()),
                ('filed', models.CharField(choices=[('address', 'It came to the reply address of the message.'), ('thread', 'It names the message that it answers.'), ('number', 'It came from the number that was written to.'), ('placed', 'Somebody placed it.')], max_length=10)),
                ('filed_why', models.TextField(blank=True)),
                ('filed_at', models.DateTimeField()),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case')),
                ('filed_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('participant', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.participant')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReadNow',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('asked_at', models.DateTimeField()),
                ('read_at', models.DateTimeField(null=True)),
                ('did', models.TextField(blank=True)),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case')),
                ('read_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('received', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='correspondence.received')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Disowned',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('why', models.TextField()),
                ('said_at', models.DateTimeField()),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case')),
                ('said_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('received', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='correspondence.received')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReceivedFile',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name_text', models.CharField(max_length=200)),
                ('size_bytes', models.BigIntegerField()),
                ('exhibit_id', models.UUIDField(null=True)),
                ('locked_why', models.CharField(blank=True, max_length=300)),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case')),
                ('received', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='correspondence.received')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Acknowledged',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('night_on', models.DateField()),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case')),
                ('message', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='correspondence.message')),
                ('participant', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.participant')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('case', 'id'), name='acknowledged_in_case'), models.UniqueConstraint(fields=('case', 'participant', 'night_on'), name='acknowledged_once')],
            },
        ),
        migrations.CreateModel(
            name='Arrived',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('channel', models.CharField(max_length=12)),
                ('place', models.CharField(max_length=255, unique=True)),
                ('address', models.CharField(max_length=64, unique=True)),
                ('file_id', models.UUIDField()),
                ('wrapped_key', models.BinaryField()),
                ('size_bytes', models.BigIntegerField()),
                ('is_kept_here', models.BooleanField(default=True)),
                ('arrived_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('new', 'Not opened yet'), ('tray', 'To be placed'), ('filed', 'Filed'), ('set aside', 'Set aside')], max_length=10)),
                ('why_here', models.CharField(blank=True, max_length=40)),
                ('sender_sealed', models.BinaryField(default=bytes)),
                ('subject_sealed', models.BinaryField(default=bytes)),
                ('check_result', models.CharField(blank=True, max_length=20)),
                ('is_urgent', models.BooleanField(default=False)),
                ('settled_at', models.DateTimeField(null=True)),
                ('settled_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('state__in', ['new', 'tray'])), fields=['arrived_at'], name='arrived_open'), models.Index(condition=models.Q(('is_kept_here', True), ('state', 'filed')), fields=['id'], name='arrived_to_clear')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('settled_at__isnull', True), ('settled_by__isnull', True)), models.Q(('settled_at__isnull', False), ('settled_by__isnull', False)), _connector='OR'), name='arrived_settled_by_with_settled_at')],
            },
        ),
        migrations.CreateModel(
            name='KnownWay',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('fingerprint', models.BinaryField(max_length=32)),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.case')),
                ('participant', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.participant')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['fingerprint'], name='knownway_by_fingerprint')],
                'constraints': [models.UniqueConstraint(fields=('case', 'id'), name='knownway_in_case'), models.UniqueConstraint(fields=('case', 'participant', 'fingerprint'), name='knownway_once')],
            },
        ),
        migrations.AddIndex(
            model_name='received',
            index=models.Index(fields=['case', 'participant', 'received_at', 'id'], name='received_in_order'),
        ),
        migrations.AddIndex(
            model_name='received',
            index=models.Index(fields=['case', 'message_id'], name='received_to_message'),
        ),
        migrations.AddConstraint(
            model_name='received',
            constraint=models.UniqueConstraint(fields=('case', 'id'), name='received_in_case'),
        ),
        migrations.AddIndex(
            model_name='readnow',
            index=models.Index(condition=models.Q(('read_at__isnull', True)), fields=['case', 'asked_at'], name='readnow_waits'),
        ),
        migrations.AddConstraint(
            model_name='readnow',
            constraint=models.UniqueConstraint(fields=('case', 'id'), name='readnow_in_case'),
        ),
        migrations.AddConstraint(
            model_name='readnow',
            constraint=models.UniqueConstraint(fields=('case', 'received'), name='readnow_once'),
        ),
        migrations.AddConstraint(
            model_name='readnow',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('read_at__isnull', True), ('read_by__isnull', True)), models.Q(('read_at__isnull', False), ('read_by__isnull', False)), _connector='OR'), name='readnow_read_by_with_read_at'),
        ),
        migrations.AddConstraint(
            model_name='disowned',
            constraint=models.UniqueConstraint(fields=('case', 'id'), name='disowned_in_case'),
        ),
        migrations.AddConstraint(
            model_name='disowned',
            constraint=models.UniqueConstraint(fields=('case', 'received'), name='disowned_once'),
        ),
        migrations.AddIndex(
            model_name='receivedfile',
            index=models.Index(fields=['case', 'received'], name='receivedfile_of'),
        ),
        migrations.AddConstraint(
            model_name='receivedfile',
            constraint=models.UniqueConstraint(fields=('case', 'id'), name='receivedfile_in_case'),
        ),
        migrations.RunSQL(
            SQL
            + "".join(POLICIES)
            + "".join(same_case(f"correspondence_{table}", column, target) for table, column, target in INSIDE)
            + "".join(PLAN),
            migrations.RunSQL.noop,
        ),
    ]
