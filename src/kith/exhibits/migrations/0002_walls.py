"""Row security of exhibits. Items are inserted under the policy and never updated: reading again replaces them."""

from pathlib import Path

from django.db import migrations

from kith.core.row_security import guard, same_case

CUSTODY = (Path(__file__).parent / "custody.sql").read_text()

POLICIES = [
    guard("exhibits_exhibit"),
    guard("exhibits_custodyevent", may="SELECT, INSERT"),
    *[guard(f"exhibits_{name}") for name in ("speaker", "question", "lexicon")],
    *[guard(f"exhibits_{name}", may="SELECT, INSERT, DELETE") for name in ("member", "item")],
]
INSIDE = [(name, "exhibit_id", "exhibit") for name in ("custodyevent", "member", "speaker", "question", "item")]
OUTSIDE = [
    ("exhibits_exhibit", "file_id", "core_stored_file"),
    ("exhibits_exhibit", "from_participant", "record_participant"),
    ("exhibits_exhibit", "same_as", "exhibits_exhibit"),
    ("exhibits_speaker", "participant_id", "record_participant"),
]


class Migration(migrations.Migration):
    dependencies = [("exhibits", "0001_initial")]
    operations = [
        migrations.RunSQL(
            "".join(POLICIES)
            + "".join(same_case(f"exhibits_{table}", column, f"exhibits_{target}") for table, column, target in INSIDE)
            + "".join(same_case(*each) for each in OUTSIDE)
            + CUSTODY,
            migrations.RunSQL.noop,
        )
    ]
