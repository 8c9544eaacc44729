"""Row security of documents for court."""

from django.db import migrations

from kith.core.row_security import guard, same_case


class Migration(migrations.Migration):
    dependencies = [("court", "0001_initial")]
    operations = [
        migrations.RunSQL(
            guard("court_statement")
            + guard("court_statementpart", may="SELECT, INSERT, UPDATE, DELETE")
            + same_case("court_statementpart", "statement_id", "court_statement"),
            migrations.RunSQL.noop,
        )
    ]
