"""What the serving role may do with the tables of the libraries (sessions, sign-in, jobs)."""

from django.db import migrations

WHOLE = "SELECT, INSERT, UPDATE, DELETE"
TABLES = {
    "django_session": WHOLE,
    "django_content_type": "SELECT",
    "django_migrations": "SELECT",
    "account_emailaddress": WHOLE,
    "mfa_authenticator": WHOLE,
    "procrastinate_jobs": WHOLE,
    "procrastinate_events": WHOLE,
    "procrastinate_periodic_defers": WHOLE,
    "procrastinate_workers": WHOLE,
}


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_search"),
        ("sessions", "0001_initial"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]
    operations = [
        migrations.RunSQL(
            "".join(f"GRANT {may} ON {table} TO kith_app;" for table, may in TABLES.items())
            + "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO kith_app;",
            migrations.RunSQL.noop,
        )
    ]
