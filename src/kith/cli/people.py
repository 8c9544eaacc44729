"""`kith people`: who may sign in. Which cases somebody may open is decided inside Kith, never here."""

import argparse
import secrets
import sys
from pathlib import Path

from kith.cli import session

#: What a password that is read out is made of: none is easily mistaken for another.
LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def people(argv: list[str]) -> int:
    """Add, list and end those who work here; help who lost a password, passkey or telephone."""
    asked = _arguments(argv)
    session.attach()
    from kith.core.errors import Refusal

    try:
        return int({"add": _add, "list": _list, "end": _end, "reset": _reset}[asked.what](asked))
    except Refusal as refusal:
        print(f"kith people: {refusal}", file=sys.stderr)
        return 1


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kith people", description=people.__doc__)
    words = parser.add_subparsers(dest="what", required=True)
    add = words.add_parser("add", help="let somebody sign in")
    add.add_argument("--email", required=True, help="what they sign in with")
    add.add_argument("--name", required=True)
    add.add_argument("--role", required=True, help="such as la_social_worker; a wrong one lists them all")
    add.add_argument("--team", default="")
    add.add_argument("--password-file", type=Path, help="take the password from the first line of this file")
    words.add_parser("list", help="show who works here")
    end = words.add_parser("end", help="stop somebody signing in; what they wrote stays")
    end.add_argument("email")
    reset = words.add_parser("reset", help="new password for who lost theirs, or a passkey or telephone")
    reset.add_argument("email")
    reset.add_argument("--password-file", type=Path, help="take the password from the first line of this file")
    return parser.parse_args(argv)


def _add(asked: argparse.Namespace) -> int:
    from kith.core import clock, staff

    password = _password_in(asked.password_file) if asked.password_file else _new_password()
    if not password:
        return 1
    worker = staff.let_in(
        email=asked.email, name=asked.name, role=asked.role, team=asked.team, password=password, at=clock.now()
    )
    print(f"{worker.name} may sign in as {worker.email}.")
    if not asked.password_file:
        print(f"Password, shown this once: {password}")
        print("They change it after signing in, at /accounts/password/change/.")
    return 0


def _password_in(file: Path) -> str:
    try:
        found = file.read_text().split("\n", 1)[0].strip()
    except (OSError, UnicodeDecodeError) as problem:
        print(f"kith people: {file} cannot be read ({problem}).", file=sys.stderr)
        return ""
    if not found:
        print(f"kith people: the first line of {file} is empty; it should hold the password.", file=sys.stderr)
    return found


def _new_password() -> str:
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(4))


def _list(asked: argparse.Namespace) -> int:
    from kith.core.models import Worker

    for worker in Worker.objects.order_by("name", "email"):
        ended = "" if worker.is_active else "  (ended)"
        print(f"{worker.name:<28} {worker.get_role_display():<28} {worker.email:<36} {worker.team}{ended}")
    return 0


def _end(asked: argparse.Namespace) -> int:
    from kith.core import clock, staff

    worker = staff.end(email=asked.email, at=clock.now())
    print(f"{worker.name} can no longer sign in. What they wrote stays; give their cases to a colleague.")
    return 0


def _reset(asked: argparse.Namespace) -> int:
    from kith.core import clock, staff

    password = _password_in(asked.password_file) if asked.password_file else _new_password()
    if not password:
        return 1
    worker = staff.begin_anew(email=asked.email, password=password, at=clock.now())
    print(f"{worker.name} has a new password; passkeys, app and recovery codes are gone, and every session has ended.")
    if not asked.password_file:
        print(f"Password, shown this once: {password}")
    return 0
