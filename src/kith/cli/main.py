"""Finds the command that was asked for. Each is a module with one function; only the one asked for is imported."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

#: word -> (module, function, what it does, whether it needs the database)
COMMANDS = {
    "demo": (
        "kith.cli.demo",
        "demo",
        "make the demonstration borough and serve it; --once does the whole job and ends",
    ),
    "serve": ("kith.cli.serve", "serve", "serve pages and run jobs on this machine"),
    "worker": ("kith.cli.serve", "worker", "run jobs alone"),
    "read": ("kith.cli.read", "read", "say what is in an export, without a case"),
    "take-in": ("kith.cli.take_in", "take_in", "receive files as exhibits of a case"),
    "search": ("kith.cli.search", "search", "search as a worker may"),
    "original": ("kith.cli.original", "original", "show the original bytes of a quotation, and that they still match"),
    "guard": ("kith.cli.guard", "guard", "say whether words would tell a reader a protected fact"),
    "ledger": ("kith.cli.ledger", "ledger", "verify, export and sign the ledger"),
    "keys": ("kith.cli.keys", "keys", "make, rotate, split and retire the installation key; seal files off"),
    "files": ("kith.cli.files", "files", "remove files that no case names; copy all to a bucket, or from one"),
    "backup": ("kith.cli.backup", "backup", "back the whole agency up, encrypted, while it is in use"),
    "restore": ("kith.cli.restore", "restore", "put a backup back on an empty machine, and verify all of it"),
    "people": ("kith.cli.people", "people", "add those who work here"),
    "reference": ("kith.cli.reference", "reference", "load or check a file of reference data"),
    "learning": ("kith.cli.learning", "learning", "walk every path of dilemmas, and name what is wrong by line"),
    "badges": ("kith.cli.badges", "badges", "make the key that signs workers' badges; check a badge"),
    "doctor": ("kith.cli.doctor", "doctor", "say what is missing or insecure, each with its mend"),
    "manage": ("kith.cli.manage", "manage", "Django's own commands, as the owner role"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; a mistake of the user's is a sentence, never a traceback."""
    words = list(sys.argv[1:] if argv is None else argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    if not words or words[0] in {"-h", "--help", "help"}:
        print("kith: the case record for social work in a connected world\n")
        for name, (_, _, says) in COMMANDS.items():
            print(f"  kith {name:<10} {says}")
        return 0
    if words[0] not in COMMANDS:
        print(f"kith: there is no command '{words[0]}'. 'kith help' lists them.", file=sys.stderr)
        return 2
    module, function, _ = COMMANDS[words[0]]
    try:
        return int(getattr(import_module(module), function)(words[1:]) or 0)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0
    except _away():
        print(
            f"kith {words[0]}: the database cannot be reached just now; wait a little, then try again.", file=sys.stderr
        )
        return 1


def _away() -> tuple[type[Exception], ...]:
    """Name what is raised where the database is away, if the command came so far as to ask it."""
    asked = (sys.modules.get(name) for name in ("psycopg", "django.db"))
    return tuple(each.OperationalError for each in asked if each)
