"""Children for the tests: each does one thing, named by its first argument."""

import contextlib
import ctypes
import hashlib
import json
import os
import resource
import signal
import socket
import sqlite3
import sys
import threading
import time
from pathlib import Path

from kith.core.isolation import Work, serve


def echo(work: Work) -> None:
    for argument in work.arguments[1:]:
        work.send(argument.encode())


def state(work: Work) -> None:
    work.send(work.state.encode())


def flood(work: Work) -> None:
    """Send frames of every size from 1 byte to 1 MB, 100 MB in all, then their hash."""
    sent, seen, size, pattern = 0, hashlib.sha256(), 1, bytes(range(256)) * 4096
    while sent < 100_000_000:
        frame = pattern[size % 251 :][:size]
        work.send(frame)
        seen.update(frame)
        sent += len(frame)
        size = size * 3 % 1_000_003
    work.send(seen.digest())


def small(work: Work) -> None:
    for number in range(200_000):
        work.send(b"%d" % number)


def ahead(work: Work) -> None:
    """Fill the pipe; the parent looks at how far this came by the time it took the first frame."""
    for _ in range(1000):
        work.send(bytes(1 << 20))


def read(work: Work) -> None:
    with work.file("input") as file:
        work.send(hashlib.sha256(file.read()).digest())


def database(work: Work) -> None:
    with work.file("input") as file, contextlib.closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(file.read())
        work.send(opened.execute("select words from messages").fetchone()[0].encode())


def look_around(work: Work) -> None:
    open_now = []
    for handle in range(512):
        with contextlib.suppress(OSError):
            os.fstat(handle)
            open_now.append(handle)
    told = {"environment": dict(os.environ), "open": open_now, "given": work.given, "folder": str(Path.cwd())}
    work.send(json.dumps(told).encode())


def attempt(work: Work) -> None:
    """Try one thing and send what came of it."""
    libc = ctypes.CDLL(None, use_errno=True)

    def call(number, *arguments):
        answer = libc.syscall(ctypes.c_long(number), *[ctypes.c_long(each) for each in arguments])
        if answer < 0:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))

    victim = Path(work.arguments[2]) if len(work.arguments) > 2 else Path("/nowhere")
    tries = {
        "socket": lambda: socket.socket(),
        "unix socket": lambda: socket.socket(socket.AF_UNIX),
        "socketpair": lambda: socket.socketpair(),
        "connect": lambda: socket.create_connection(("127.0.0.1", 9), timeout=1),
        "look up a name": lambda: socket.getaddrinfo("example.org", 80),
        "execve": lambda: os.execv("/bin/true", ["true"]),
        "fork": lambda: os.fork(),
        "spawn": lambda: os.posix_spawn("/bin/true", ["true"], {}),
        "system": lambda: None if os.system("true") == 0 else os.kill(1, 0),
        "thread": lambda: threading.Thread(target=print).start(),
        "ptrace": lambda: call(101 if os.uname().machine == "x86_64" else 117, 16, os.getppid(), 0, 0),
        "signal the parent": lambda: os.kill(os.getppid(), signal.SIGTERM),
        "signal every process": lambda: os.kill(-1, 0),
        "io_uring": lambda: call(425, 4, 0),
        "memfd": lambda: os.memfd_create("x"),
        "raise a limit": lambda: resource.setrlimit(resource.RLIMIT_CPU, (9999, 9999)),
        "outlive the parent": lambda: call(157 if os.uname().machine == "x86_64" else 167, 1, 0, 0, 0, 0),
        "write": lambda: victim.write_text("altered"),
        "append": lambda: victim.open("a"),
        "open for both": lambda: victim.open("r+"),
        "make": lambda: (victim.parent / "made").touch(),
        "delete": lambda: victim.unlink(),
        "rename": lambda: victim.rename(victim.parent / "moved"),
        "mkdir": lambda: (victim.parent / "folder").mkdir(),
        "chmod": lambda: victim.chmod(0o777),
        "link": lambda: os.link(victim, victim.parent / "linked"),
        "read a file": lambda: victim.read_bytes(),
        "read the parent's environment": lambda: Path(f"/proc/{os.getppid()}/environ").read_bytes(),
        "list a folder": lambda: list(victim.parent.iterdir()),
        "import": lambda: __import__("xml.dom.minidom"),
        "time zone": lambda: __import__("zoneinfo").ZoneInfo("Europe/London"),
        "signal itself": lambda: os.kill(os.getpid(), 0),
        "read a limit": lambda: resource.getrlimit(resource.RLIMIT_CPU),
    }
    try:
        tries[work.arguments[1]]()
    except OSError as error:
        work.send(f"refused: {type(error).__name__}".encode())
    except (RuntimeError, ValueError) as error:  # what threading and resource make of "not permitted"
        work.send(f"refused: {type(error).__name__}".encode())
    else:
        work.send(b"done")


def other_machine(work: Work) -> None:
    """Make a call with the x32 bit set (x86-64 only)."""
    work.send(b"before")
    ctypes.CDLL(None).syscall(ctypes.c_long(0x40000000 | 39))


def hoard(work: Work) -> None:
    work.send(b"before")
    hoarded = []
    while True:
        hoarded.append(bytearray(8 << 20))


def spin(work: Work) -> None:
    work.send(b"before")
    while True:
        pass


def sleep(work: Work) -> None:
    work.send(b"x" * (1 << 16))
    time.sleep(600)


def fail(work: Work) -> None:
    work.send(b"before")
    sys.stdout.write("Fay-Marker on stdout\n")
    sys.stderr.write("Fay-Marker on stderr at ../../etc:1\n")
    raise ValueError("Fay-Marker said this")


def shout(work: Work) -> None:
    """Say more on stderr than any pipe holds."""
    for _ in range(40):
        sys.stderr.write("Fay-Marker " * 10_000)
    work.send(b"heard")


def segfault(work: Work) -> None:
    work.send(b"before")
    ctypes.string_at(0)


def leave_early(work: Work) -> None:
    work.send(b"x" * (1 << 16))
    os._exit(0)


def too_large(work: Work) -> None:
    work.send(bytes(2000))


def too_large_by_force(work: Work) -> None:
    os.write(out_of(work), (1 << 30).to_bytes(4, "big"))
    time.sleep(60)


def after_the_end(work: Work) -> None:
    os.write(out_of(work), bytes(4) + b"more")


def end_then_fail(work: Work) -> None:
    os.write(out_of(work), bytes(4))
    os._exit(3)


def empty(work: Work) -> None:
    work.send(b"")


def out_of(work: Work) -> int:
    return json.loads(os.environ["KITH_CHILD"])["out"]


def do(work: Work) -> None:
    globals()[work.arguments[0]](work)


if __name__ == "__main__":
    if "--unlocked" in sys.argv:
        sys.exit(0)
    serve(do)
