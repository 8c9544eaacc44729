"""Row security of the record: who may see which rows, and that no row points into another case."""

from pathlib import Path

from django.db import migrations

from kith.core.row_security import IN_SCOPE, guard, same_case

FUNCTIONS = (Path(__file__).parent / "access.sql").read_text()

POLICIES = [
    guard("record_case", using="id = ANY ((SELECT kith_cases())::uuid[])", check="opened_by_id = (SELECT kith_worker())"
          " OR id = ANY ((SELECT kith_cases())::uuid[])"),
    guard("record_access", using=f"{IN_SCOPE} OR worker_id = (SELECT kith_worker())",
          check=f"{IN_SCOPE} OR (worker_id = (SELECT kith_worker()) AND kith_is_new_case(case_id))"),
    guard("record_draft", using=f"{IN_SCOPE} AND worker_id = (SELECT kith_worker())"),
    *[guard(f"record_{name}", may="SELECT, INSERT") for name in (
        "entry", "entryabout", "decision", "personlink", "release", "releasedcopy", "disclosed")],
    *[guard(f"record_{name}") for name in ("participant", "participantname", "contactdetail", "protectedfact")],
    *[guard(f"record_{name}", may="SELECT, INSERT, UPDATE, DELETE") for name in ("citation", "factaudience", "timelinerow")],
    guard("core_stored_file"),
]

#: table, column, target
INSIDE = [
    ("participantname", "participant_id", "participant"), ("personlink", "participant_id", "participant"),
    ("contactdetail", "participant_id", "participant"), ("protectedfact", "about_id", "participant"),
    ("factaudience", "fact_id", "protectedfact"), ("factaudience", "participant_id", "participant"),
    ("entry", "amends_id", "entry"), ("entryabout", "entry_id", "entry"), ("entryabout", "participant_id", "participant"),
    ("decision", "amends_id", "decision"), ("release", "reader_id", "participant"), ("releasedcopy", "release_id", "release"),
    ("disclosed", "release_id", "release"), ("disclosed", "reader_id", "participant"), ("disclosed", "fact_id", "protectedfact"),
]

LEDGER = """
    CREATE POLICY core_ledger_scope ON core_ledger FOR SELECT TO kith_app
        USING (chain = ANY ((SELECT kith_cases())::uuid[]));
    CREATE POLICY core_ledger_words_scope ON core_ledger_words FOR SELECT TO kith_app
        USING (chain = ANY ((SELECT kith_cases())::uuid[]));
    CREATE POLICY core_ledger_head_scope ON core_ledger_head FOR SELECT TO kith_app USING (false);
    ALTER TABLE core_stored_file ADD FOREIGN KEY (case_id) REFERENCES record_case (id);
    ALTER TABLE core_case_key ADD FOREIGN KEY (case_id) REFERENCES record_case (id);
"""


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial"), ("core", "0002_ledger")]
    operations = [
        migrations.RunSQL(
            FUNCTIONS + "".join(POLICIES) + LEDGER
            + "".join(same_case(f"record_{table}", column, f"record_{target}") for table, column, target in INSIDE)
            + same_case("record_releasedcopy", "file_id", "core_stored_file"),
            migrations.RunSQL.noop,
        )
    ]
