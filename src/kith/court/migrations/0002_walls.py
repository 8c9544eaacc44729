"""Row security of documents for court."""

from django.db import migrations

from kith.core.row_security import guard, same_case


class Migration(migrations.Migration):
    dependencies = [("court", "0001_initial")]
    operations = [
        migrations.RunSQL(
            guard("court_statement")
            + guard("court_statementname")
            + guard("court_statementpart")
            + guard("court_statementrelease", may="SELECT, INSERT")
            + same_case("court_statementname", "statement_id", "court_statement")
            + same_case("court_statementname", "participant_id", "record_participant")
            + same_case("court_statementpart", "statement_id", "court_statement")
            + same_case("court_statementrelease", "statement_id", "court_statement")
            + same_case("court_statementrelease", "release_id", "record_release"),
            migrations.RunSQL.noop,
        )
    ]
