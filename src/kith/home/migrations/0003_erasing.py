"""Erasing: functions owned by the owner role, since they reach into every room. They judge for themselves who asks."""

from pathlib import Path

from django.db import migrations

from kith.core.row_security import erased

FILES = ("erasing_one.sql", "erasing.sql", "governed.sql")
SQL = "".join((Path(__file__).parent / name).read_text() for name in FILES)
PLAN = [
    erased("correspondence_message", "Messages"),
    erased("correspondence_enclosure", "Files sent with messages"),
    erased("correspondence_outbox", "Messages on their way or sent"),
    erased("court_statement", "Statements"),
    erased("court_statementname", "How statements name people"),
    erased("court_statementpart", "Pieces of statements"),
    erased("court_statementrelease", "Statements that left"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0002_grants"),
        ("record", "0005_keeping"),
        ("exhibits", "0003_erasable"),
        ("correspondence", "0004_who_may_still_open"),
        ("court", "0002_walls"),
    ]
    operations = [migrations.RunSQL(SQL + "".join(PLAN), migrations.RunSQL.noop)]
