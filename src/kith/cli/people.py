"""`kith people`: who may sign in. Which cases somebody may open is decided inside Kith, never here."""

import argparse
import secrets
import sys
from pathlib import Path

from kith.cli import session

#: What a password that is read out is made of: none is easily mistaken for another.
LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def people(argv: list[str]) -> int:
    """Add, list and end those who work here, say who is in which team, and help who lost a way to sign in."""
    asked = _arguments(argv)
    session.attach()
    from kith.core.errors import Refusal

    try:
        does = {"add": _add, "list": _list, "team": _team, "end": _end, "reset": _reset}
        return int(does[asked.what](asked))
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
    add.add_argument("--team", default="", help="the team they work in; made if it is new")
    add.add_argument("--manages", action="store_true", help="they manage that team, and may open what it holds")
    add.add_argument("--password-file", type=Path, help="take the password from the first line of this file")
    words.add_parser("list", help="show who works here")
    team = words.add_parser("team", help="put somebody into a team, or take them out")
    team.add_argument("email")
    team.add_argument("team")
    team.add_argument("--manages", action="store_true", help="they manage it, and may open what it holds")
    team.add_argument("--leave", action="store_true", help="they no longer work in it")
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
        email=asked.email,
        name=asked.name,
        role=asked.role,
        team=asked.team,
        manages=asked.manages,
        password=password,
        at=clock.now(),
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
    from kith.core import clock, teams
    from kith.core.models import Worker

    everybody = list(Worker.objects.order_by("name", "email"))
    names = teams.names_of([worker.id for worker in everybody], clock.now())
    for worker in everybody:
        ended = "" if worker.is_active else "  (ended)"
        team = names.get(worker.id, "")
        print(f"{worker.name:<28} {worker.get_role_display():<28} {worker.email:<36} {team}{ended}".rstrip())
    return 0


def _team(asked: argparse.Namespace) -> int:
    from kith.core import clock, staff, teams

    worker = staff.working_as(asked.email)
    if asked.leave:
        teams.leave(worker=worker, team=asked.team, at=clock.now())
        print(f"{worker.name} no longer works in {asked.team}.")
        return 0
    teams.join(worker=worker, team=asked.team, manages=asked.manages, at=clock.now())
    print(f"{worker.name} {'manages' if asked.manages else 'works in'} {asked.team}.")
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
