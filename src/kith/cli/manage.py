"""`kith manage`: Django's own commands (migrate, makemigrations, collectstatic, shell)."""

from django.core.management import execute_from_command_line


def manage(argv: list[str]) -> int:
    """Run one of Django's commands against DATABASE_URL."""
    execute_from_command_line(["kith manage", *argv])
    return 0
