"""Row security of correspondence; that states only move forward; and how a sweep finds what waits, whoever's it is."""

from pathlib import Path

from django.db import migrations

from kith.core.row_security import guard, same_case

OUTBOX = (Path(__file__).parent / "outbox.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0001_initial")]
    operations = [
        migrations.RunSQL(
            guard("correspondence_message", may="SELECT, INSERT")
            + guard("correspondence_enclosure")
            + guard("correspondence_outbox")
            + same_case("correspondence_message", "reader_id", "record_participant")
            + same_case("correspondence_message", "contact_id", "record_contactdetail")
            + same_case("correspondence_message", "release_id", "record_release")
            + same_case("correspondence_enclosure", "reader_id", "record_participant")
            + same_case("correspondence_enclosure", "message_id", "correspondence_message")
            + same_case("correspondence_enclosure", "file_id", "core_stored_file")
            + same_case("correspondence_outbox", "message_id", "correspondence_message")
            + OUTBOX,
            migrations.RunSQL.noop,
        )
    ]
