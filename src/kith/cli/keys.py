"""`kith keys`: the installation key is made, changed, split for escrow and retired; files are sealed off."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kith.cli import session
from kith.core.vault import (
    InstallationKeys,
    KeyProblem,
    Share,
    join_shares,
    new_installation_key,
    split_key,
    write_key_file,
)

if TYPE_CHECKING:
    from kith.core.models import Worker

#: What `make` says and `doctor` says again until it is done.
NOT_SPLIT = "'kith keys escrow split FOLDER' makes three shares for three people; any two of them make the key again."
ESCROW_MARK = "escrow"


class Mistake(Exception):
    """What was asked for cannot be done; the text names the mend."""


def keys(argv: list[str]) -> int:
    """Make, show, rotate, split and retire the installation key; seal files so that Kith itself cannot open them."""
    asked = parser().parse_args(argv)
    from kith.core.errors import Refusal

    try:
        return int(asked.do(asked) or 0)
    except (KeyProblem, Mistake, Refusal) as problem:
        print(f"kith keys: {problem}", file=sys.stderr)
        return 1


def parser() -> argparse.ArgumentParser:
    """Give the words of the command."""
    from kith.cli import sealing

    made = argparse.ArgumentParser(prog="kith keys", description=keys.__doc__)
    words = made.add_subparsers(required=True, metavar="WHAT")
    make = _word(words, "make", _make, "make the installation key, where there is none yet")
    make.add_argument("--out", type=Path, metavar="FILE", help="in this file; unless given, where Kith looks for it")
    _word(words, "show", _show, "show which keys there are, by their ids, and what each wraps")
    for name, do, says in (
        ("rotate", _rotate, "put a new key first and wrap every case key with it, while Kith serves"),
        ("retire", _retire, "take old keys out of the file, once nothing is wrapped by them"),
    ):
        each = _word(words, name, do, says)
        each.add_argument("--as", dest="worker", required=True, metavar="E-MAIL", help="in whose name")
        if name == "retire":
            each.add_argument("--without-backup", action="store_true", help="though none was made with the new key")
    _escrow(words)
    sealing.add_words(words)
    return made


def _word(
    words: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    do: Callable[[argparse.Namespace], int | None],
    says: str,
) -> argparse.ArgumentParser:
    made = words.add_parser(name, help=says, description=says)
    made.set_defaults(do=do)
    return made


def _escrow(words: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    says = "three shares of the current key, of which any two make it again"
    escrow = words.add_parser("escrow", help=says).add_subparsers(required=True, metavar="WHAT")
    split = _word(escrow, "split", _split, "write the three shares, each in a file of its own")
    split.add_argument("folder", type=Path, metavar="FOLDER", help="a new or empty folder, best on a stick")
    join = _word(escrow, "join", _join, "make the key again from two shares, typed back or as they were written")
    join.add_argument("shares", type=Path, nargs=2, metavar="SHARE")
    join.add_argument("--out", type=Path, required=True, metavar="FILE", help="the key file to write")


def key_file() -> Path | None:
    """Give the file that holds the installation key; None where it stands in the environment."""
    if os.environ.get("KITH_KEY"):
        return None
    found = session.serving(session.agency(), "").get("KITH_KEY_FILE") or os.environ["KITH_KEY_FILE"]
    return Path(found)


def installation_keys() -> InstallationKeys:
    """Load the keys of this machine's Kith. Raises KeyProblem."""
    file = key_file()
    return InstallationKeys.load(environment=os.environ) if file is None else InstallationKeys.load(file)


def _make(asked: argparse.Namespace) -> None:
    file = asked.out or key_file()
    if file is None:
        raise Mistake("The key stands in the environment already (KITH_KEY). --out FILE makes another one.")
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = InstallationKeys((new_installation_key(),))
    write_key_file(file, made)
    print(f"Installation key {made.current.id} is in {file}. Without it no file and no backup can be opened.")
    print(NOT_SPLIT)


def _show(asked: argparse.Namespace) -> None:
    found, file = installation_keys(), key_file()
    print(f"In {file or 'the environment (KITH_KEY)'}:")
    try:
        session.attach(as_owner=True)
    except session.NotRunning:
        wrapped = None
    else:
        from kith.core import rotation

        wrapped = rotation.uses()
    for key in found.keys:
        word = "current" if key == found.current else "old"
        count = "Kith is not running" if wrapped is None else f"wraps {wrapped[key.id]:,} keys and seeds"
        split = "split for escrow" if was_split(key.id) else "not split for escrow"
        print(f"  {key.id}  {word:<8} {count}; {split}")


def _rotate(asked: argparse.Namespace) -> int:
    file, found = key_file(), installation_keys()
    by = _as_owner(asked.worker)
    from kith.core import clock, rotation
    from kith.core.backup.locks import write_public_key

    old = [key_id for key_id in rotation.uses() if key_id != found.current.id]
    if not old and len(found.keys) > 1:
        print(f"Everything is wrapped by {found.current.id}. 'kith keys retire' takes the old ones out of the file.")
        return 0
    if not old:
        if file is None:
            raise Mistake(
                f"The key stands in the environment. 'kith keys make --out FILE' makes a new one: put its word before"
                f" {found.current.id} in KITH_KEY, start every process of Kith again, then ask for this again."
            )
        old, found = [found.current.id], found.rotated()
        write_key_file(file, found, replace=True)
        write_public_key(session.agency(), found)
        print(f"New installation key {found.current.id}, first in {file}. Kith goes on serving.", flush=True)
    count = rotation.rewrap(found, done=lambda so_far: print(f"  {so_far:,} keys wrapped anew", flush=True))
    rotation.note_rotated(count=count, current=found.current.id, old=old, by=by, at=clock.now())
    print("Done. Make a backup, split the new key for escrow, then 'kith keys retire'.")
    return 0


def _retire(asked: argparse.Namespace) -> None:
    file, found = key_file(), installation_keys()
    if len(found.keys) == 1:
        raise Mistake(f"There is one key, {found.current.id}: nothing to retire.")
    if file is None:
        raise Mistake("The keys stand in the environment: 'kith keys show' says what each wraps; take it out there.")
    by = _as_owner(asked.worker)
    from kith.core import clock, rotation
    from kith.core.backup import last_backup

    last = last_backup(session.agency())
    if not asked.without_backup and (last is None or last.key_id != found.current.id):
        raise Mistake(
            "No backup has been made with the current key yet: older ones need an old key. Run 'kith backup' first,"
            " or say --without-backup."
        )
    retired = [key.id for key in found.keys[1:]]
    with rotation.nothing_wrapped_by(found):
        write_key_file(file, InstallationKeys((found.current,)), replace=True)
    rotation.note_retired(current=found.current.id, retired=retired, by=by, at=clock.now())
    print(f"Taken out of {file}: {', '.join(retired)}. Backups made with them open only with their shares.")


def _as_owner(email: str) -> "Worker":
    session.attach(as_owner=True)
    from kith.core.models import Worker

    by = Worker.objects.filter(email__iexact=email, is_active=True).first()
    if by is None:
        raise Mistake(f"Nobody with the e-mail address {email} works here. See 'kith people list'.")
    return by


def _split(asked: argparse.Namespace) -> None:
    current, folder = installation_keys().current, asked.folder
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Mistake(f"{folder} is not empty: give a new folder.")
        for share in split_key(current):
            file = folder / f"share-{share.number}.txt"
            file.touch(0o600, exist_ok=False)
            file.write_text(
                f"# Kith: any two of three shares make installation key {current.id} again.\n{share.text()}"
            )
    except OSError as problem:
        raise Mistake(f"{problem.filename}: {problem.strerror}.") from None
    _mark_split(current.id)
    print(f"Three shares of {current.id} are in {folder}. Print each, give them to three people, delete the files.")


def _join(asked: argparse.Namespace) -> None:
    key = join_shares([_share_in(path) for path in asked.shares])
    write_key_file(asked.out, InstallationKeys((key,)))
    print(f"Installation key {key.id} is in {asked.out}.")


def _share_in(path: Path) -> Share:
    try:
        return Share.parse(path.read_text(encoding="ascii"))
    except (OSError, UnicodeDecodeError):
        raise Mistake(f"The share {path} cannot be read.") from None


def _mark_split(key_id: str) -> None:
    place = session.agency() / "secrets"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (place / ESCROW_MARK).open("a", encoding="ascii") as file:
        file.write(f"{key_id}\n")


def was_split(key_id: str) -> bool:
    """Tell whether shares were made of a key."""
    mark = session.agency() / "secrets" / ESCROW_MARK
    return mark.exists() and key_id in mark.read_text(encoding="ascii").split()
