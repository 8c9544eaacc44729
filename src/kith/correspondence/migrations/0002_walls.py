"""Row security of correspondence."""

from django.db import migrations

from kith.core.row_security import guard, same_case


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0001_initial")]
    operations = [
        migrations.RunSQL(
            guard("correspondence_message", may="SELECT, INSERT")
            + guard("correspondence_outbox")
            + same_case("correspondence_message", "reader_id", "record_participant")
            + same_case("correspondence_message", "contact_id", "record_contactdetail")
            + same_case("correspondence_message", "release_id", "record_release")
            + same_case("correspondence_outbox", "message_id", "correspondence_message"),
            migrations.RunSQL.noop,
        )
    ]
