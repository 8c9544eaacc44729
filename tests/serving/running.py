"""Runs `kith serve` as its users do, and looks at what the machine then holds."""

import contextlib
import http.client
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

from kith.core.cluster.processes import living_in

SOURCE = Path(__file__).parents[2] / "src"
EMAIL, PASSWORD = "amal@agency.example.org", "a made-up password"


def a_new_place() -> Path:
    """Give a folder the service user can reach: pytest's own are closed to it when root runs the tests."""
    place = Path("/tmp") / f"kith-serve-{secrets.token_hex(6)}"
    place.mkdir(mode=0o755)
    return place


def a_free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def environment(place: Path, **more: str) -> dict[str, str]:
    """Give a user's environment: none of what the tests have set for themselves."""
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("KITH_", "DATABASE_", "DJANGO_", "PYTEST"))}
    return {**ours, "KITH_DATA": str(place), "PYTHONPATH": str(SOURCE), **more}


def kith(place: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    command = [sys.executable, "-m", "kith.cli", *words]
    return subprocess.run(
        command, env=environment(place, **more), capture_output=True, text=True, check=False, timeout=200
    )


def until(holds: Callable[[], object], seconds: float = 15.0) -> float:
    """Wait until something holds; give how long it took."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < seconds, f"did not hold within {seconds:.0f} seconds"
        time.sleep(0.05)
    return time.monotonic() - began


def processes_of(place: Path) -> dict[int, str]:
    """List what lives (zombies apart) and names this place in its command or its environment."""
    found = {}
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            command = (entry / "cmdline").read_bytes()
            known_by = command + (entry / "environ").read_bytes()
            state = (entry / "stat").read_text(errors="replace").rpartition(") ")[2][:1]
            if str(place).encode() in known_by and state not in "ZX":
                found[int(entry.name)] = command.replace(b"\0", b" ").decode().strip()
    return found


class Kith:
    """A running `kith serve`, and a browser of sorts."""

    def __init__(self, place: Path, *words: str, command: str = "serve", port: int = 0, **more: str) -> None:
        self.place, self.port = place, port or a_free_port()
        self.log = place / "out"
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "kith.cli", command, "--port", str(self.port), *words],
                env=environment(place, **more),
                stdout=out,
                stderr=subprocess.STDOUT,
            )
        self.cookies: dict[str, str] = {}

    def __enter__(self) -> "Kith":
        try:
            until(lambda: "Kith serves http" in self.says() or self.process.poll() is not None, 60)
            assert self.process.poll() is None, self.says()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self.stop()

    def says(self) -> str:
        return self.log.read_text(errors="replace")

    def stop(self, number: int = signal.SIGTERM) -> int:
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(40)

    def ask(self, method: str, path: str, **form: str) -> tuple[int, str, str]:
        """Ask for a page; give its status, where it sends to, and its words."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        body = None
        if form:
            body = urllib.parse.urlencode(form)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        with contextlib.closing(connection):
            connection.request(method, path, body=body, headers=headers)
            answer = connection.getresponse()
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    key, _, rest = value.partition("=")
                    self.cookies[key] = rest.partition(";")[0]
            return answer.status, answer.headers.get("Location", ""), answer.read().decode()

    def get(self, path: str) -> tuple[int, str]:
        status, _, words = self.ask("GET", path)
        return status, words

    def is_up(self) -> bool:
        """Tell whether a page answers: the sign-in page, or where it sends those who are signed in."""
        try:
            return self.get("/accounts/login/")[0] in {200, 302}
        except OSError:
            return False

    def sign_in(self, email: str = EMAIL, password: str = PASSWORD) -> int:
        """Sign in as a person does: the form, its token, the form sent back. 302 is being let in."""
        _, page = self.get("/accounts/login/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert token, page
        form = {"login": email, "password": password, "csrfmiddlewaretoken": token[1]}
        return self.ask("POST", "/accounts/login/", **form)[0]

    def is_signed_in(self) -> bool:
        """Tell whether a page that needs a signed-in worker answers one."""
        status, where, _ = self.ask("GET", "/accounts/password/change/")
        assert status == 200 or "/accounts/login/" in where, (status, where)
        return status == 200

    def pids(self, module: str) -> list[int]:
        """List the processes of one kind, the first started first: `kith.cli.web`, `kith.cli.jobs`."""
        return sorted(pid for pid, command in processes_of(self.place).items() if command.endswith(module))

    def postmaster(self) -> int:
        found = self.postmaster_now()
        assert found
        return found

    def postmaster_now(self) -> int | None:
        with contextlib.suppress(FileNotFoundError, ValueError):
            return int((self.place / "agency" / "postgres" / "postmaster.pid").read_text().split("\n")[0])
        return None


@contextlib.contextmanager
def a_place_with_amal() -> Iterator[Path]:
    """A Kith that was started once, let one person in, and was stopped."""
    place = a_new_place()
    password = place / "password"
    password.write_text(PASSWORD)
    try:
        with Kith(place):
            added = kith(
                place, "people", "add", "--email", EMAIL, "--name", "Amal", "--role", "la_social_worker",
                "--password-file", str(password),
            )  # fmt: skip
            assert added.returncode == 0, added.stderr
        yield place
    finally:
        clear_away(place)


@contextlib.contextmanager
def a_copy_of(made: Path) -> Iterator[Path]:
    """The same Kith in a folder of its own, to spare each test the making."""
    place = a_new_place()
    try:
        subprocess.run(["cp", "-a", made / "agency", place / "agency"], check=True)
        yield place
    finally:
        clear_away(place)


def lose_everything(place: Path) -> Path:
    """The data folder is gone; only the key, which lay elsewhere, is left."""
    key = place / "the-key-from-the-safe"
    shutil.copy(place / "agency" / "secrets" / "installation-key", key)
    until(lambda: not living_in(place / "agency" / "postgres"), 30)  # a killed Kith's server ends a little later
    shutil.rmtree(place / "agency")
    return key


def clear_away(place: Path) -> None:
    """End what runs there, and remove the folder."""
    for pid in processes_of(place):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    until(lambda: not processes_of(place))
    shutil.rmtree(place)
