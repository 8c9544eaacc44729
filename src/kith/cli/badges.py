"""`kith badges`: the key that signs workers' badges is made, shown, changed; and a badge is checked."""

import argparse
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kith.cli import session
from kith.cli.seen import Found

if TYPE_CHECKING:
    from kith.engines.badges import PublicKey

DOES_NOT_HOLD = 1
CANNOT = 2
_MAKE = "Make one: kith badges key make"


def badges(argv: list[str]) -> int:
    """Make, show, change and forget the key that signs badges; say of a badge whether this agency gave it.

    Ends 0 if the badge holds, or what was asked for was done; 1 if it does not hold; 2 if it cannot be judged.
    """
    asked = parser().parse_args(argv)
    from kith.core.vault import KeyProblem
    from kith.engines.badges import NotABadge

    try:
        return int({"key": _key, "check": _check}[asked.what](asked) or 0)
    except (KeyProblem, NotABadge) as problem:
        print(f"kith badges: {problem}", file=sys.stderr)
        return CANNOT


def parser() -> argparse.ArgumentParser:
    """Give the words of the command."""
    made = argparse.ArgumentParser(prog="kith badges", description=badges.__doc__)
    words = made.add_subparsers(dest="what", required=True, metavar="WHAT")
    key = words.add_parser("key", help="the key that signs badges").add_subparsers(dest="do", required=True)
    key.add_parser("make", help="make it: from then on workers may take badges out")
    key.add_parser("show", help="print its public half, and those of older keys, to be published")
    key.add_parser("rotate", help="put a new one in its place; what the old one signed still checks")
    forget = key.add_parser("forget", help="stop trusting an older key: what it signed checks no more")
    forget.add_argument("kid", metavar="ID", help="as 'kid' in what 'kith badges key show' prints")
    check = words.add_parser("check", help="say whether this agency gave a badge, what for, and until when it is good")
    check.add_argument("file", type=Path, metavar="FILE", help="a signed badge (.jwt), or a picture with one (.svg)")
    check.add_argument("--keys", type=Path, metavar="FILE", help="another agency's public keys, as it publishes them")
    check.add_argument("--email", metavar="E-MAIL", help="say also whether it was given to whoever has this address")
    return made


def issuer(folder: Path) -> Iterator[Found]:
    """Say whether workers can take badges out, and what is wrong with the key or the settings."""
    from kith.config.env import env_text
    from kith.core.vault import KeyProblem
    from kith.learning import issuing
    from kith.learning.rules.badges import check_issuer

    try:
        key = issuing.load({**os.environ, **session.serving(folder, "")})
    except KeyProblem as unusable:
        yield Found("badges", "their key cannot be used", str(unusable), is_unsafe=True)
        return
    name = env_text("KITH_BADGE_ISSUER", env_text("KITH_DROP_AGENCY", ""))
    if key is None:
        yield Found("badges", "no key was made: nobody takes any out")
    elif problem := check_issuer(name, env_text("KITH_XAPI_HOME", "")):
        yield Found("badges", "there is a key, but nobody takes any out", problem)
    else:
        yield Found("badges", f"taken out by workers in the name of {name}; key {key.public.kid}")


def _key(asked: argparse.Namespace) -> None:
    {"make": _make, "show": _show, "rotate": _rotate, "forget": _forget}[asked.do](asked)


def _make(asked: argparse.Namespace) -> None:
    from kith.learning import issuing

    path = _key_file()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = issuing.make(path)
    print(f"The key that signs badges is in {path}: {key.public.kid}")
    print("Publish what 'kith badges key show' prints on your agency's site, so that others can check badges.")
    print("Workers find “Take a badge out” under Learning once the settings name your agency: kith doctor says so.")


def _show(asked: argparse.Namespace) -> None:
    from kith.learning import issuing

    print(issuing.to_publish(_trusted()), end="")


def _rotate(asked: argparse.Namespace) -> None:
    from kith.core.vault import KeyProblem
    from kith.learning import issuing

    path, old = _key_file(), issuing.load(_environment())
    if old is None:
        raise KeyProblem(f"There is no key yet. {_MAKE}")
    new = issuing.rotate(path, old)
    print(f"Badges are signed with {new.public.kid} from now on. What {old.public.kid} signed still checks.")
    print("Publish what 'kith badges key show' prints now. If the old key was stolen: kith badges key forget ID")


def _forget(asked: argparse.Namespace) -> None:
    from kith.core.vault import KeyProblem
    from kith.learning import issuing

    place = _older_file()
    found = issuing.older(place)
    left = [key for key in found if key.kid != asked.kid]
    if len(left) == len(found):
        raise KeyProblem(
            f"No older key has the id {asked.kid}. The key in use is changed first: kith badges key rotate"
        )
    issuing.keep_older(place, left)
    print(f"{asked.kid} is not trusted any more: what it signed checks no more. Publish your keys again.")


def _check(asked: argparse.Namespace) -> int:
    from kith.engines.badges import badge_in, read, token_in

    signed = read(token_in(_bytes_of(asked.file)))
    key = next((each for each in _trusted(asked.keys) if each.kid == signed.key.kid), None)
    if key is None:
        whose = "those keys" if asked.keys else "this agency's keys"
        print(f"It is signed with {signed.key.kid}, which is none of {whose}: nothing that it says is proved.")
        return DOES_NOT_HOLD
    if not key.holds(signed):
        print(f"It names {key.kid}, but that key did not sign it as it stands: it was made up or changed.")
        return DOES_NOT_HOLD
    at = datetime.now(UTC)
    badge = badge_in(signed.payload(), at)
    print(f"{badge.issuer.name} ({badge.issuer.home}) gave it on {badge.from_at:%d %B %Y} for: {badge.name}")
    over = badge.is_over(at)
    print(f"{'Its time was over on' if over else 'It is good until'} {badge.until_at:%d %B %Y}.")
    if asked.email is None:
        return DOES_NOT_HOLD if over else 0
    is_theirs = badge.is_of(asked.email)
    print(f"It was {'' if is_theirs else 'not '}given to whoever has the address {asked.email}.")
    return 0 if is_theirs and not over else DOES_NOT_HOLD


def _trusted(published: Path | None = None) -> "list[PublicKey]":
    """Give the keys that are believed: those that somebody published, or else our own, the one in use first."""
    from kith.core.vault import KeyProblem
    from kith.learning import issuing

    if published is not None:
        return issuing.published(_bytes_of(published).decode(errors="replace"), published)
    key, before = issuing.load(_environment()), issuing.older(_older_file())
    if key is None and not before:
        raise KeyProblem(f"This agency has no key for badges. {_MAKE}")
    return [*([key.public] if key else []), *before]


def _bytes_of(file: Path) -> bytes:
    from kith.engines.badges import NotABadge
    from kith.engines.badges.baking import MOST_BYTES

    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as problem:
        raise NotABadge(f"{file} cannot be read: {problem.strerror}.") from None


def _environment() -> dict[str, str]:
    return {**os.environ, **session.serving(session.agency(), "")}


def _key_file() -> Path:
    """Give the file of the key. Raises KeyProblem where the key stands in the environment."""
    from kith.core.vault import KeyProblem
    from kith.learning import issuing

    if os.environ.get(issuing.SETTING):
        raise KeyProblem(f"The key stands in the environment ({issuing.SETTING}): make and change it where it is kept.")
    return Path(_environment()[f"{issuing.SETTING}_FILE"])


def _older_file() -> Path:
    """Give the file of the older public keys: beside the key, or with the other secrets where that is in no file."""
    from kith.learning import issuing

    kept = _environment().get(f"{issuing.SETTING}_FILE")
    return Path(kept).with_name(issuing.OLDER) if kept else session.agency() / "secrets" / issuing.OLDER
