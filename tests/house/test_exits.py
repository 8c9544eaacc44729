"""The one exit: every way in which bytes or words can leave Kith, found in the source, stands behind `release()`, or is
named here with why it need not.

A place is a file below `src/kith`. A new way out fails here: put it behind `record.actions.release`, or, if nothing
about a family can leave by it, name it in `BESIDES` and say so.
"""

import ast
import functools
from collections.abc import Iterator

import pytest

from tests.house.test_dangerous_code import CONNECT, FILES, imported, inside
from tests.house.test_structure import SOURCE
from tests.house.trees import tree_of

MAILS = {"django.core.mail", "email.mime", "email.message"}
TELLS = {"icalendar", "ics", "vobject", "pywebpush", "apprise", "twilio", "telegram", "notifications_python_client"}
PROGRAMS = {"subprocess", "multiprocessing"}
ANSWERS = {"JsonResponse", "FileResponse", "StreamingHttpResponse", "HttpResponse"}

#: way -> files whose bytes were frozen by `release`, each proved below.
BEHIND = {
    ("connects", "core/asking.py"),
    ("connects", "correspondence/channels/smtp.py"),
    ("gives a file", "correspondence/views/sending.py"),
    ("gives a file", "court/views/papers.py"),
    ("outside reader", "record/actions/door.py"),
}

#: way and file -> why nothing of a family leaves by it unchecked.
BESIDES = {
    # to our own machine
    ("connects", "cli/doctor.py"): "asks whether our own port and mail server answer; says nothing",
    ("connects", "cli/serve.py"): "waits for our own web server",
    ("connects", "core/cluster/running.py"): "finds a free port for our own PostgreSQL",
    ("connects", "core/isolation/probe.py"): "tries, in a locked child, that it is refused",
    ("connects", "core/ledger/stamps.py"): "a hash for an authority's time stamp: no word, no id of a case",
    (
        "connects",
        "core/vault/s3_client.py",
    ): "the agency's own file store: what none can read without our keys",
    ("connects", "correspondence/post_room.py"): "listens on this machine, in demonstrations and tests",
    ("connects", "correspondence/text_room.py"): "listens on this machine, in demonstrations",
    ("connects", "correspondence/testing.py"): "an awkward mail server for tests",
    ("connects", "correspondence/channels/imap.py"): "the agency's own mailbox: fetches, marks and moves what came in",
    (
        "connects",
        "correspondence/scanning.py",
    ): "a file that came in, to the agency's own virus scanner, where it has one",
    ("starts a program", "cli/children.py"): "our own processes",
    ("starts a program", "cli/doctor.py"): "postgres --version",
    ("starts a program", "cli/ledger.py"): "our own verifier",
    ("starts a program", "cli/web.py"): "our own web server's processes",
    ("starts a program", "core/cluster/child.py"): "our own PostgreSQL",
    ("starts a program", "core/isolation/probe.py"): "a locked child that tries what it may not",
    ("starts a program", "cli/once.py"): "our own command, on made-up cases",
    ("starts a program", "cli/session.py"): "our own migrations",
    ("starts a program", "core/backup/database.py"): "pg_basebackup of our own server, into the encrypted backup",
    ("starts a program", "core/cluster/account.py"): "useradd",
    ("starts a program", "core/cluster/keeper.py"): "our own PostgreSQL",
    ("starts a program", "core/cluster/processes.py"): "our own PostgreSQL",
    ("starts a program", "core/isolation/parent.py"): "our own reader, locked in without network",
    ("starts a program", "correspondence/testing.py"): "our own jobs, to be killed",
    (
        "starts a program",
        "learning/ink/compiling.py",
    ): "inkjs, for a story that names nobody real; the room opens no case",
    ("writes a file", "learning/ink/shipping.py"): "the stories that ship, compiled",
    # words put together, and sent by what stands behind the exit alone
    ("mails", "correspondence/rules/mail.py"): "writes the letter that is judged; the channels alone hand over",
    ("mails", "engines/guard/opening/mail.py"): "reads a letter that somebody attached",
    ("mails", "correspondence/rules/heard.py"): "reads what came in",
    ("mails", "correspondence/testing.py"): "writes, for tests, what somebody answers",
    ("mails", "record/queries/leaving.py"): "takes the letter apart again, to be judged",
    # nothing but what the owner's functions give a reader: released copies and their own words
    ("outside reader", "core/transactions.py"): "says who is asking",
    (
        "outside reader",
        "exhibits/actions/dropping.py",
    ): "a link for files: what is asked for and its room",
    (
        "outside reader",
        "learning/actions/peers.py",
    ): "a peer's link: what a worker chose to show of their own learning, which knows no case",
    (
        "outside reader",
        "learning/actions/phones.py",
    ): "a phone in a meeting: the choices of a made-up story; the room opens no case",
    # to the team, on their own pages
    ("gives a file", "learning/views/cpd.py"): "a worker's own CPD log, to themselves",
    ("gives a file", "learning/views/capabilities.py"): "what a worker said of themselves, to themselves",
    ("answers", "learning/views/cpd.py"): "that the worker's own words were saved: a version and a time",
    ("answers", "learning/views/peers.py"): "what a worker chose to show of their own learning, to who has the link",
    (
        "gives a file",
        "record/views/second_look.py",
    ): "to the team, to be read by a person before it is passed; not to a reader",
    (
        "gives a file",
        "correspondence/views/receiving.py",
    ): "to the team: what somebody sent to us, as it came; not to a reader",
    ("answers", "exhibits/views/dropping.py"): "what is wrong with what somebody at a link just sent, in words of ours",
    ("answers", "learning/views/phones.py"): "a page of a made-up story, or a bare number; the room opens no case",
    ("answers", "learning/views/votes.py"): "two numbers to the screen in the room; the room opens no case",
    ("answers", "ui/downloads.py"): "how a view gives a file: its callers are listed as 'gives a file'",
    (
        "answers",
        "core/machines.py",
    ): "a bare number to another machine, or which form a text must have",
    ("answers", "ui/errors.py"): "a page that says what went wrong: no word of a case",
    ("answers", "ui/uploads.py"): "what is wrong with what the worker just sent",
    ("answers", "exhibits/views/reading.py"): "how far a reading is, on the worker's own page: numbers",
    ("answers", "exhibits/views/taking_in.py"): "what is wrong with what the worker just sent",
    ("answers", "learning/views/authors.py"): "that an author's own words were saved: a version and a time",
    ("gives a file", "learning/views/versions.py"): "a story that names nobody real; the room opens no case",
    ("answers", "record/views/drafts.py"): "that the worker's own words were saved: a version and a time",
    # an operator at a prompt on the agency's own machine, who needs the installation's keys to read it
    ("writes a file", "core/backup/"): "the whole agency, encrypted under the installation's key",
    ("writes a file", "core/cluster/"): "PostgreSQL's own settings",
    ("writes a file", "core/erasures.py"): "what was erased: ids and times",
    ("writes a file", "core/vault/"): "keys, private to whoever runs Kith",
    ("writes a file", "exhibits/apart.py"): "one exhibit for the locked reader, in memory",
    ("writes a file", "correspondence/apart.py"): "one mail that came in for the locked reader, in memory",
    ("writes a file", "core/replayed.py"): "that erasures were done again: a time",
    (
        "writes a file",
        "core/ledger/exporting.py",
    ): "a case's chain for who must check it; asked for at a prompt, and named in it",
    ("writes a file", "core/ledger/verifier.py"): "what the check of an export found: numbers",
    ("writes a file", "correspondence/post_room.py"): "the post room of the demonstration: made-up people",
    ("writes a file", "correspondence/text_room.py"): "the text room of the demonstration: made-up people",
    ("writes a file", "engines/cleaning/office.py"): "makes a clean copy in memory; it leaves by release",
    ("writes a file", "exhibits/packing.py"): "one packed exhibit, on its way into the vault",
    ("writes a file", "seed/handed_over.py"): "the demonstration's made-up exhibits",
    ("writes a file", "cli/"): "an operator's own file, at a prompt of the agency's machine",
    ("writes a file", "court/paper/word.py"): "makes the paper in memory; it leaves by release",
    ("prints", "cli/"): "an operator's own terminal; opening a case at it is a look, and in the ledger",
    ("prints", "core/ledger/verifier.py"): "what the check of an export found: numbers",
}


def ways_in(tree: ast.AST) -> Iterator[str]:
    """Name each way out that a module holds."""
    for node in ast.walk(tree):
        names = set(imported(node))
        yield from ("connects" for _ in names & CONNECT)
        yield from ("starts a program" for _ in names & PROGRAMS)
        yield from ("mails" for _ in names & MAILS)
        yield from ("tells somebody" for _ in names & TELLS)
        if isinstance(node, ast.Call):
            yield from _called(node, ast.unparse(node.func))
        if isinstance(node, ast.Subscript) and ast.unparse(node) == "connections[FAMILY]":
            yield "outside reader"
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_told(node.value):
            yield "tells somebody"


def _called(node: ast.Call, name: str) -> Iterator[str]:
    last = name.rpartition(".")[2]
    if name == "downloads.attachment":
        yield "gives a file"
    if last in ANSWERS:
        yield "answers"
    if last in {"send_mail", "mail_admins", "mail_managers", "EmailMultiAlternatives"}:
        yield "mails"
    if last in {"write_text", "write_bytes", "copyfile", "copyfileobj", "copytree", "copy2"} or _opens_to_write(
        node, last
    ):
        yield "writes a file"
    if name in {"print", "sys.stdout.write", "sys.stdout.buffer.write"}:
        yield "prints"
    if name in {"os.execv", "os.execve", "os.spawnv", "os.posix_spawn", "os.fork"}:
        yield "starts a program"


def _opens_to_write(node: ast.Call, last: str) -> bool:
    modes = [each for each in [*node.args, *(word.value for word in node.keywords)] if isinstance(each, ast.Constant)]
    texts = [each.value for each in modes if isinstance(each.value, str) and 0 < len(each.value) <= 3]
    return last in {"open", "fdopen", "ZipFile"} and any(set(text) & set("wax") for text in texts)


def _is_told(words: str) -> bool:
    return "BEGIN:VCALENDAR" in words or words in {"text/calendar", "text/vcard"} or words.startswith("https://hooks.")


@functools.cache
def found() -> frozenset[tuple[str, str]]:
    return frozenset((way, inside(path)) for path in FILES for way in ways_in(tree_of(path)))


def named(way: str, file: str) -> bool:
    """Tell whether a way out is named: by its file, or by a folder that says one thing of all its files."""
    folders = {key for key in BESIDES if key[0] == way and key[1].endswith("/") and file.startswith(key[1])}
    return (way, file) in BESIDES or (way, file) in BEHIND or bool(folders)


def test_every_way_out_stands_behind_the_one_exit_or_is_named_with_its_reason() -> None:
    loose = sorted(f"{file} {way}" for way, file in found() if not named(way, file))
    assert loose == [], "put it behind record.actions.release, or say in BESIDES why nothing of a family leaves by it"


def test_nothing_is_named_that_is_not_there() -> None:
    there = found()
    gone = [
        key
        for key in BESIDES | dict.fromkeys(BEHIND, "")
        if not any(
            way == key[0] and (file == key[1] or key[1].endswith("/") and file.startswith(key[1]))
            for way, file in there
        )
    ]
    assert gone == []


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("import requests", "connects"),
        ("from urllib.request import urlopen", "connects"),
        ("from django.core.mail import send_mail", "mails"),
        ("import subprocess", "starts a program"),
        ("return downloads.attachment(data, name='x')", "gives a file"),
        ("return FileResponse(data)", "answers"),
        ("path.write_text(words)", "writes a file"),
        ("open(path, 'wb')", "writes a file"),
        ("print(words)", "prints"),
        ("import icalendar", "tells somebody"),
        ("kind = 'text/calendar'", "tells somebody"),
        ("import pywebpush", "tells somebody"),
    ],
)
def test_a_new_way_out_is_found(words: str, way: str) -> None:
    assert way in set(ways_in(ast.parse(words)))


def calls(name: str, *, of: str = "") -> set[str]:
    """Name the files, or (with `of`) the functions of one, that call something by this name."""
    there = set()
    for path in [SOURCE / of] if of else FILES:
        for part in ast.walk(tree_of(path)):
            if not isinstance(part, ast.FunctionDef):
                continue
            for node in ast.walk(part):
                if isinstance(node, ast.Call) and (
                    ast.unparse(node.func) == name or ast.unparse(node.func).endswith(f".{name}")
                ):
                    there.add(part.name if of else inside(path))
    return there


def test_only_the_exit_makes_releases_and_only_a_release_is_frozen() -> None:
    assert calls("Release.objects.create") == {"record/actions/leaving.py"}
    assert calls("ReleasedCopy.objects.create") == {"record/actions/leaving.py"}
    assert calls("StatementRelease.objects.create") == {"court/actions/releasing.py"}


def test_what_a_channel_gets_is_read_from_a_frozen_copy() -> None:
    assert calls("hand_over", of="correspondence/jobs.py") == {"send"}
    assert calls("channel.hand_over") == {"correspondence/jobs.py"}
    assert calls("take_up", of="correspondence/jobs.py") == {"send"}
    assert calls("Load") == {"correspondence/queries/standing.py"}
    assert calls("load_of") == {"correspondence/actions/handing_over.py", "correspondence/queries/sent.py"}
    assert "load_of" in calls("frozen_copies", of="correspondence/queries/standing.py")


def test_only_the_channels_ask_a_service() -> None:
    """`asking.ask` sends whatever it is given. Its callers are the adapters, which are given a load; and the job of the
    learning room, which knows no case and sends what a worker chose to have told (docs/adr/0026).
    """
    asking = {
        inside(path)
        for path in FILES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom | ast.Import)
        and "asking" in ast.unparse(node)
        and "core" in ast.unparse(node)
    }
    assert asking == {"correspondence/channels/gateway.py", "correspondence/channels/notify.py", "learning/jobs.py"}


def test_a_file_that_a_view_gives_away_was_frozen() -> None:
    for file, view in (("correspondence/views/sending.py", "frozen_copy"), ("court/views/papers.py", "copy")):
        assert calls("attachment", of=file) == calls("copy_of", of=file) == {view}
    for file in ("correspondence/queries/sent.py", "court/queries/papers.py"):
        assert "copy_of" in calls("frozen_copies", of=file)


def test_accounts_send_no_mail() -> None:
    settings = (SOURCE / "config" / "settings.py").read_text()
    assert 'EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"' in settings
