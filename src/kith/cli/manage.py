"""`kith manage`: Django's own commands (migrate, makemigrations, shell), with the owner role's rights."""

import os
import warnings

from kith.cli import session

#: Commands that look at the code and need no database.
WITHOUT_DATABASE = frozenset({"makemigrations", "check", "makemessages", "compilemessages", "help", "--help"})


def manage(argv: list[str]) -> int:
    """Run one of Django's commands against DATABASE_URL, or as the owner of the Kith that runs on this machine."""
    from django.core.management import execute_from_command_line

    if argv and argv[0] in WITHOUT_DATABASE:
        os.environ.setdefault("DATABASE_URL", "postgresql:///no-database")
        os.environ.setdefault("KITH_SECRET_KEY", "for looking at the code")
        warnings.filterwarnings("ignore", "Got an error checking a consistent migration history")
    elif not session.has_own_database():
        os.environ.update(session.reach(as_owner=True))
    execute_from_command_line(["kith manage", *argv])
    if argv == ["migrate"] or argv[:2] == ["migrate", "--verbosity"]:
        _load_what_ships()
    return 0


def _load_what_ships() -> None:
    """Put the reference data and the dilemmas that ship into the tables that `migrate` has just made or changed."""
    from kith.core import clock
    from kith.core.reference.loading import load_shipped
    from kith.learning import loading as dilemmas

    load_shipped(at=clock.now())
    dilemmas.load_shipped(at=clock.now())
