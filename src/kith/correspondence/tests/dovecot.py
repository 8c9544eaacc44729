"""A real Dovecot for tests: one mailbox on the loopback, in a folder of its own, gone when the block ends."""

import getpass
import grp
import imaplib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROGRAM = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin")
USER, PASSWORD = "replies", "only-for-tests"
CONFIG = """
protocols = imap
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/log
ssl = no
disable_plaintext_auth = no
default_internal_user = {internal}
default_internal_group = {group}
default_login_user = {login}
mail_location = maildir:~/Maildir
first_valid_uid = 1
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
namespace inbox {{
  inbox = yes
  mailbox Taken {{
    auto = create
  }}
}}
"""


@dataclass(frozen=True, slots=True)
class Running:
    """A running server: its port, and what a test does as another mail program would."""

    port: int

    @contextmanager
    def client(self) -> Iterator[imaplib.IMAP4]:
        """Sign in beside Kith."""
        with imaplib.IMAP4("127.0.0.1", self.port, timeout=20) as client:
            client.login(USER, PASSWORD)
            client.select("INBOX")
            yield client

    def deliver(self, *mails: bytes) -> None:
        """Put mails into the mailbox, byte for byte."""
        with self.client() as client:
            for mail in mails:
                assert client.append("INBOX", None, None, mail)[0] == "OK"

    def whole(self) -> list[bytes]:
        """Give the mails as the server has them: it tidies what it is handed (line ends, null bytes)."""
        with self.client() as client:
            uids = client.uid("SEARCH", "ALL")[1][0].split()
            return [client.uid("FETCH", uid, "(BODY.PEEK[])")[1][0][1] for uid in uids]

    def count(self, what: str, mailbox: str = "INBOX") -> int:
        """Count mails: "SEEN", "UNSEEN", "ALL"."""
        with self.client() as client:
            client.select(mailbox)
            return len(client.uid("SEARCH", what)[1][0].split())


@contextmanager
def running() -> Iterator[Running]:
    """Run the server for as long as the block lasts."""
    folder = Path(tempfile.mkdtemp(prefix="kith-dovecot-"))
    try:
        folder.chmod(0o755)
        port = _free_port()
        (folder / "mail").mkdir()
        (folder / "dovecot.conf").write_text(
            CONFIG.format(folder=folder, port=port, password=PASSWORD, **_people(folder))
        )
        program = subprocess.Popen([str(PROGRAM), "-F", "-c", str(folder / "dovecot.conf")], stderr=subprocess.DEVNULL)
        try:
            _wait_for(port, folder)
            yield Running(port)
        finally:
            program.terminate()
            program.wait(20)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _people(folder: Path) -> dict[str, object]:
    """Name the accounts it runs as: Debian's own where we are root, else ours alone."""
    if os.getuid() == 0:
        mail = pwd.getpwnam("nobody")
        os.chown(folder / "mail", mail.pw_uid, mail.pw_gid)
        return {"internal": "dovecot", "group": "dovecot", "login": "dovenull", "uid": mail.pw_uid, "gid": mail.pw_gid}
    me, group = getpass.getuser(), grp.getgrgid(os.getgid()).gr_name
    return {"internal": me, "group": group, "login": me, "uid": os.getuid(), "gid": os.getgid()}


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(port: int, folder: Path) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError((folder / "log").read_text() if (folder / "log").exists() else "dovecot did not start")
