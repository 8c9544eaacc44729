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
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from kith.core.vault import Bucket
from kith.core.vault.s3_client import client

KEY_ID, SECRET = "kith-tests", "not-a-secret-of-anybody"
BIN = Path(sys.executable).parent


class Peer:
    """One store, running; `bucket()` makes a bucket in it."""

    def __init__(self, kind: str, folder: Path, *, tls: bool = False) -> None:
        self.kind, self.folder, self.port = kind, folder, _free_port()
        self.certificate = _certificate(folder) if tls else None
        self.process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                _command(self.kind, self.folder, self.port, self.certificate),
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

    def bucket(self, *, locks: bool = False, **more: str) -> Bucket:
        scheme = "https" if self.certificate else "http"
        given = {"endpoint": f"{scheme}://127.0.0.1:{self.port}", "key_id": KEY_ID, "secret": SECRET, **more}
        bucket = Bucket(name=f"kith-{secrets.token_hex(4)}", **given)
        client(bucket).create_bucket(Bucket=bucket.name, **({"ObjectLockEnabledForBucket": True} if locks else {}))
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
def peer(kind: str, *, tls: bool = False) -> Iterator[Peer]:
    """Run a store until the block ends."""
    with tempfile.TemporaryDirectory(prefix=f"kith-{kind}-") as folder:
        running = Peer(kind, Path(folder), tls=tls)
        try:
            yield running
        finally:
            running.kill()


def _command(kind: str, folder: Path, port: int, certificate: Path | None) -> list[str]:
    if kind == "moto":
        return [sys.executable, "-W", "ignore", "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    (folder / "buckets").mkdir(exist_ok=True)
    words = ["serve", "s3", "--config", os.devnull, "--addr", f"127.0.0.1:{port}", "--vfs-cache-mode", "off"]
    if certificate:
        words += ["--cert", str(certificate), "--key", str(certificate)]
    return [str(BIN / "rclone"), *words, "--auth-key", f"{KEY_ID},{SECRET}", str(folder / "buckets")]


def _certificate(folder: Path) -> Path:
    """Make a certificate for this machine, signed by itself, with its key in the same file."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    here = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    made = made.add_extension(here, critical=True).add_extension(x509.BasicConstraints(True, None), critical=True)
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = folder / "certificate.pem"
    path.write_bytes(made.sign(key, hashes.SHA256()).public_bytes(pem) + private)
    return path


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])
