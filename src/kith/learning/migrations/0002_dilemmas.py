"""Dilemmas and plays. Whoever works here reads what is published; a play is its player's alone."""

import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from kith.core.row_security import guard

ME = "(SELECT kith_worker())"
# a version is added in its writer's own name and never changed; what came with Kith the owner role alone adds
WALLS = guard(
    "learning_dilemma",
    using=f"published_at IS NOT NULL OR by_id = {ME}",
    check=f"origin = 'agency' AND by_id = {ME}",
    may="SELECT, INSERT",
)
WALLS += guard("learning_play", using=f"worker_id = {ME}", may="SELECT, INSERT, UPDATE, DELETE")

class Migration(migrations.Migration):

    dependencies = [
        ('learning', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Dilemma',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.SlugField(db_index=False, max_length=60)),
                ('version', models.PositiveIntegerField()),
                ('origin', models.CharField(choices=[('shipped', 'Came with Kith'), ('agency', 'Written by the agency')], max_length=10)),
                ('ink', models.TextField()),
                ('compiled', models.TextField()),
                ('title', models.CharField(max_length=200)),
                ('says', models.CharField(max_length=500)),
                ('theme', models.CharField(choices=[('skills', 'Digital skills'), ('open_profiles', 'Open profiles'), ('boundaries', 'Boundaries'), ('engagement', 'Working with people online')], max_length=20)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('standards', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), size=None)),
                ('pcf', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), size=None)),
                ('capabilities', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), size=None)),
                ('laws', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), size=None)),
                ('at', models.DateTimeField()),
                ('published_at', models.DateTimeField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'learning_dilemma',
            },
        ),
        migrations.CreateModel(
            name='Play',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('choices', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), default=list, size=None)),
                ('is_ended', models.BooleanField(default=False)),
                ('begun_at', models.DateTimeField()),
                ('moved_at', models.DateTimeField()),
                ('dilemma', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='learning.dilemma')),
                ('worker', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'learning_play',
            },
        ),
        migrations.AddConstraint(
            model_name='dilemma',
            constraint=models.UniqueConstraint(fields=('key', 'version'), name='dilemma_version_once'),
        ),
        migrations.AddConstraint(
            model_name='dilemma',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('by__isnull', True), ('origin', 'shipped')), models.Q(('by__isnull', False), ('origin', 'agency')), _connector='OR'), name='dilemma_of_the_agency_has_its_worker'),
        ),
        migrations.AddIndex(
            model_name='play',
            index=models.Index(fields=['worker', '-moved_at'], name='plays_of_worker'),
        ),
        migrations.AddConstraint(
            model_name='play',
            constraint=models.CheckConstraint(condition=models.Q(('choices__len__lte', 30)), name='play_has_an_end'),
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
    ]
