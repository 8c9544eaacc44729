"""`kith demo`: the made-up borough of Brackwater, served on this machine; or the whole main job once, and no browser.

It has a folder, a database and a mail server of its own. Nothing of an agency's is read or written, and nothing leaves
this machine.
"""

import argparse
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kith.cli import serve
from kith.cli.children import Child, kept
from kith.core.cluster import ClusterError, attached, default_folder
from kith.core.cluster.account import server_account
from kith.core.cluster.places import make_missing

#: In the demonstration's folder: "begun" while the borough is being made, then "made". Only a folder with it is wiped.
OFFICE = "Brackwater Children's Services, 1 Wharf Street, Brackwater, BW1 1AA"
MARK = "demonstration"
_AGENCYS = ("KITH_", "DATABASE_URL")
_OURS = ("KITH_DATA", "KITH_LOG", "KITH_PORT", "KITH_STEP_UP_MINUTES", "KITH_DEMO_MAILBOX")


class NotTheDemonstrations(ClusterError):
    """A folder was to be used or wiped that is not the demonstration's."""


def demo(argv: list[str]) -> int:
    """Make the demonstration borough, if it is not there, and serve it until Ctrl-C."""
    asked = _arguments(argv)
    forget_the_agency()
    if asked.once:
        from kith.cli import once

        return serve.until_stopped(lambda: once.main_job(asked.keep))
    return serve.until_stopped(lambda: _serve(default_folder("demo"), asked))


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kith demo", description=demo.__doc__)
    parser.add_argument(
        "--once", action="store_true", help="do the whole main job without a browser, print it, and end"
    )
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="with --once: keep the papers that were made here")
    parser.add_argument("--afresh", action="store_true", help="wipe the demonstration first, with all done in it")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=int(os.environ.get("KITH_PORT", "8000")))
    return parser.parse_args(argv)


def forget_the_agency() -> None:
    """Drop every setting of an agency's own Kith: its database, its keys, its mail server."""
    for name in [name for name in os.environ if name.startswith(_AGENCYS) and name not in _OURS]:
        del os.environ[name]


def _serve(folder: Path, asked: argparse.Namespace) -> None:
    if attached(folder / "postgres") is None:
        serve.check_port(asked.host, asked.port)
        begin(folder, afresh=asked.afresh)
    elif asked.afresh:
        raise NotTheDemonstrations("The demonstration is running: stop it (Ctrl-C) before it is wiped.")
    with ready(folder) as environment, serve.processes(environment, port=asked.port, host=asked.host, workers=2):
        _make(folder)
        print(_who(f"http://{'localhost' if asked.host == '127.0.0.1' else asked.host}:{asked.port}"), flush=True)
        serve.wait()


def begin(folder: Path, *, afresh: bool) -> None:
    """Make the folder ready: wiped if that is asked, or if a making was cut short; marked as the demonstration's.

    Raises:
        NotTheDemonstrations: it holds something that `kith demo` has not made; nothing is touched.
    """
    mark = folder / MARK
    if folder.exists() and any(folder.iterdir()) and not mark.exists():
        raise NotTheDemonstrations(f"{folder} was not made by 'kith demo', so it is left as it is. Move it away first.")
    if mark.exists() and (afresh or mark.read_text() != "made"):
        shutil.rmtree(folder)
    make_missing(folder, server_account())
    if not mark.exists():
        mark.write_text("begun")


@contextmanager
def ready(folder: Path) -> Iterator[dict[str, str]]:
    """Run a demonstration's database and post room; gives the serving environment, and makes Django ready here too."""
    from kith.correspondence.post_room import PostRoom
    from kith.correspondence.text_room import TextRoom

    with ExitStack() as exits:
        environment = exits.enter_context(serve.database(folder, quietly=True))
        room = exits.enter_context(PostRoom(folder / "post-room"))
        texts = exits.enter_context(TextRoom(folder / "post-room"))
        environment |= {"KITH_DEMO": "1", "KITH_SMTP_HOST": room.host, "KITH_SMTP_PORT": str(room.port)}
        environment |= {"KITH_SMS_BY": "gateway", "KITH_SMS_GATEWAY_URL": texts.url, "KITH_SMS_FROM": "Brackwater"}
        environment |= {"KITH_LETTER_BY": "hand", "KITH_LETTER_FROM": OFFICE, "KITH_PHONE_BY": "hand"}
        environment |= {"KITH_LOG": os.environ.get("KITH_LOG", "WARNING")} | _mailbox() | _badges(folder)
        os.environ.update(environment)
        import django

        django.setup()
        yield environment


def _mailbox() -> dict[str, str]:
    """Have the demonstration fetch from a mailbox on this machine, if a test names one: PORT:USER:PASSWORD."""
    port, _, who = os.environ.get("KITH_DEMO_MAILBOX", "").partition(":")
    user, _, password = who.partition(":")
    if not port:
        return {}
    where = {"KITH_IMAP_HOST": "127.0.0.1", "KITH_IMAP_PORT": port, "KITH_IMAP_TLS": "none", "KITH_IMAP_SECONDS": "1"}
    return {**where, "KITH_IMAP_USER": user, "KITH_IMAP_PASSWORD": password}


def _badges(folder: Path) -> dict[str, str]:
    """Let the made-up borough give badges, which no agency does unless it makes a key."""
    from kith.learning import issuing

    key = folder / "secrets" / "badge-key"
    if not key.exists():
        issuing.make(key)
    return {"KITH_BADGE_ISSUER": "Brackwater Council", "KITH_XAPI_HOME": "https://www.brackwater.example.org"}


def _make(folder: Path) -> None:
    mark = folder / MARK
    if mark.read_text() == "made":
        return
    print("Making the borough of Brackwater (some seconds, once)", flush=True)
    from kith.seed import borough, handed_over

    try:
        borough.make_borough()
    except handed_over.NotRead as problem:
        raise ClusterError(str(problem)) from None
    mark.write_text("made")


def _who(address: str) -> str:
    from kith.seed import PASSWORD, begun, growing
    from kith.seed.staff import SIGHT, STAFF, address_of

    people = [
        f"  {address_of(key):<32} {name}, {role.label.lower()}: {SIGHT[key]}" for key, (name, role, _) in STAFF.items()
    ]
    return "\n".join(
        [
            "",
            f"Kith serves {address} with made-up people (Ctrl-C stops it). Who can sign in:",
            *people,
            f"Everybody's password: {PASSWORD}",
            f"Learning, with a dilemma half way, a CPD log, the map of a team and a draft"
            f" (as Amal; the last two as Ben): {address}{growing.where()}",
            f"A message that is stopped, and why (as Amal; also under “Waiting for you”): {address}{begun.where()}",
        ]
    )


@contextmanager
def for_once() -> Iterator[Path]:
    """Make a folder that is removed again, whatever happens in between."""
    folder = default_folder(f"demo-once-{secrets.token_hex(4)}")
    begin(folder, afresh=False)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def jobs_alone(environment: dict[str, str]) -> Iterator[None]:
    """Run the job process and no pages."""
    with kept(Child("kith.cli.jobs", "jobs", environment)):
        yield
