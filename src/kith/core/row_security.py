"""The SQL of row security: what migrations run so that PostgreSQL itself refuses a row that is not the worker's.

A policy compares `case_id` with an array that one function computes once for the statement
(`= ANY ((SELECT kith_cases())::uuid[])`); a sub-select in the policy would be run again for each row.
Every table has a policy, or stands in `EXEMPT` with its reason; tests/house asks the catalogue.
"""

#: table -> why it holds nothing that row security should guard. `kith_family` may touch none of them.
EXEMPT = {
    "core_worker": "the staff directory: whoever works here may see who works here; no case data",
    "core_case_key": "keys wrapped by the installation key; useless without it, and named by an opaque id",
    "core_tray_key": "a key wrapped by the installation key; useless without it",
    "core_checkpoint": "roots of hash trees and signatures; no id of a case",
    "core_checkpoint_stamp": "an authority's answers over hashes; no id of a case",
    "core_erasure_plan": "which tables are emptied when a case is erased; no case data",
    "core_submission": "the worker's own form keys; opaque ids and addresses of pages",
    "core_session": "opaque sessions, read before anyone is signed in; the cookie is the secret",
    "core_failed_sign_in": "counts under keyed hashes, read before anyone is signed in",
    "exhibits_droptry": "counts under hashes, at a door where nobody is signed in; no serving role may touch it",
    "learning_teammap": "counts of what people share, never under eight; no serving role may touch it",
    "learning_vote": "hashes of random tokens while a question is open; no serving role may touch it",
    "learning_votetry": "counts under 65,536 marks of places, for an hour; no serving role may touch it",
    "django_session": "unused since core_session; Django makes it",
    "django_content_type": "Django's list of its own models",
    "django_migrations": "Django's list of migrations; the owner's",
    "auth_group": "unused; Django makes it",
    "auth_group_permissions": "unused; Django makes it",
    "auth_permission": "unused; Django makes it",
    "account_emailaddress": "sign-in addresses of staff",
    "account_emailconfirmation": "sign-in addresses of staff",
    "mfa_authenticator": "second factors of staff, read before anyone is signed in",
    "procrastinate_jobs": "jobs: ids only, never words",
    "procrastinate_events": "jobs: times only",
    "procrastinate_periodic_defers": "jobs: times only",
    "procrastinate_workers": "jobs: which worker processes live",
}

#: Who works where is known to all who work here; only where nobody is signed in (the command line) is it written.
NOBODY_SIGNED_IN = "(SELECT kith_worker()) IS NULL"

IN_SCOPE = "case_id = ANY ((SELECT kith_cases())::uuid[])"


def guard(table: str, *, using: str = IN_SCOPE, check: str | None = None, may: str = "SELECT, INSERT, UPDATE") -> str:
    """Give the SQL that puts a table behind row security for `kith_app`; `kith_family` is given nothing."""
    return f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY {table}_scope ON {table} FOR ALL TO kith_app USING ({using}) WITH CHECK ({check or using});
        GRANT {may} ON {table} TO kith_app;
    """


def unguard(table: str) -> str:
    """Give the SQL that takes `guard` back."""
    return f"""
        REVOKE ALL ON {table} FROM kith_app;
        DROP POLICY {table}_scope ON {table};
        ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
    """


def same_case(table: str, column: str, target: str, *, on_delete: str = "NO ACTION") -> str:
    """Give the SQL of a composite foreign key: the row pointed at must lie in the same case.

    Needs UNIQUE (case_id, id) on the target.
    """
    return f"""
        ALTER TABLE {table} ADD CONSTRAINT {table}_{column}_same_case
        FOREIGN KEY (case_id, {column}) REFERENCES {target} (case_id, id) ON DELETE {on_delete}
        DEFERRABLE INITIALLY IMMEDIATE;
    """


def grant(table: str, may: str) -> str:
    """Give the SQL that lets `kith_app` use an exempt table."""
    return f"GRANT {may} ON {table} TO kith_app;"


def erased(table: str, says: str) -> str:
    """Give the SQL by which the rows of a table go when their whole case is erased.

    Args:
        says: what the page of a review calls them: "Entries".
    """
    return _in_plan(table, "delete", says)


def kept_when_erased(table: str, why: str) -> str:
    """Give the SQL by which the rows of a table outlast their case. They hold ids and times alone."""
    return _in_plan(table, "keep", why)


def _in_plan(table: str, does: str, says: str) -> str:
    words = says.replace("'", "''")
    return f"INSERT INTO core_erasure_plan VALUES ('{table}', '{does}', '{words}');\n"
