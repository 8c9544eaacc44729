"""Two S3-compatible stores of others, on this machine, for as long as a test lasts.

rclone keeps buckets as folders on a disk, so it can be killed and started again; it knows neither `If-None-Match` nor
versions. moto knows both, and keeps all in memory. Neither is told of a network.
"""

import contextlib
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from kith.core.vault import Bucket
from kith.core.vault.s3_client import client

KEY_ID, SECRET = "kith-tests", "not-a-secret-of-anybody"
BIN = Path(sys.executable).parent


class Peer:
    """One store, running; `bucket()` makes a bucket in it."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.kind, self.folder, self.port = kind, folder, _free_port()
        self.process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                _command(self.kind, self.folder, self.port),
                env={"PATH": os.defpath, "HOME": str(self.folder), "LANG": "C.UTF-8"},
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 0.2):
                return
            assert self.process.poll() is None, (self.folder / "log").read_text()
            time.sleep(0.02)
        raise AssertionError(f"{self.kind} does not listen")

    def kill(self) -> None:
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def bucket(self, **more: str) -> Bucket:
        given = {"endpoint": f"http://127.0.0.1:{self.port}", "key_id": KEY_ID, "secret": SECRET, **more}
        bucket = Bucket(name=f"kith-{secrets.token_hex(4)}", **given)
        client(bucket).create_bucket(Bucket=bucket.name)
        return bucket

    def settings(self, bucket: Bucket) -> dict[str, str]:
        return {
            "KITH_FILES": "s3",
            "KITH_S3_ENDPOINT": bucket.endpoint,
            "KITH_S3_BUCKET": bucket.name,
            "KITH_S3_KEY_ID": bucket.key_id,
            "KITH_S3_SECRET": bucket.secret,
        }


@contextlib.contextmanager
def peer(kind: str) -> Iterator[Peer]:
    """Run a store until the block ends."""
    with tempfile.TemporaryDirectory(prefix=f"kith-{kind}-") as folder:
        running = Peer(kind, Path(folder))
        try:
            yield running
        finally:
            running.kill()


def _command(kind: str, folder: Path, port: int) -> list[str]:
    if kind == "moto":
        return [sys.executable, "-W", "ignore", "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    (folder / "buckets").mkdir(exist_ok=True)
    words = ["serve", "s3", "--config", os.devnull, "--addr", f"127.0.0.1:{port}", "--vfs-cache-mode", "off"]
    return [str(BIN / "rclone"), *words, "--auth-key", f"{KEY_ID},{SECRET}", str(folder / "buckets")]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])
