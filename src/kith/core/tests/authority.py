"""A time-stamping authority of our own: `openssl ts` behind a small web server on this machine."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

OPENSSL = shutil.which("openssl")
CONFIG = """
[ req ]
distinguished_name = name
prompt = no
[ name ]
CN = {name}
[ root ]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[ signer ]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[ tsa ]
default_tsa = here
[ here ]
serial = serial
crypto_device = builtin
signer_cert = signer.pem
signer_key = signer.key
signer_digest = sha256
default_policy = 1.3.6.1.4.1.55555.1
digests = sha256, sha512
ess_cert_id_alg = sha256
"""


class Authority:
    """A root, a signer it vouches for, and an address; `is_away` has it answer like a server that is down."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.url, self.asked, self.is_away = folder, "", 0, False
        (folder / "root.cnf").write_text(CONFIG.format(name="Root of a made-up authority"))
        (folder / "signer.cnf").write_text(CONFIG.format(name="A made-up authority"))
        (folder / "serial").write_text("01")
        self.openssl("req", "-x509", "-config", "root.cnf", "-extensions", "root", "-days", "3650", *self._new("root"))
        self.openssl("req", "-config", "signer.cnf", *self._new("signer", "csr"))
        self.openssl(
            "x509", "-req", "-in", "signer.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial",
            "-out", "signer.pem", "-days", "3650", "-extfile", "signer.cnf", "-extensions", "signer",
        )  # fmt: skip

    @property
    def certificates(self) -> Path:
        """What is trusted."""
        return self.folder / "root.pem"

    def _new(self, name: str, ending: str = "pem") -> list[str]:
        return ["-newkey", "rsa:2048", "-nodes", "-sha256", "-keyout", f"{name}.key", "-out", f"{name}.{ending}"]

    def openssl(self, *words: str) -> None:
        """Run openssl in this authority's folder."""
        subprocess.run([OPENSSL, *words], cwd=self.folder, check=True, capture_output=True)

    def answer(self, query: bytes) -> bytes:
        """Stamp a query."""
        (self.folder / "query.tsq").write_bytes(query)
        self.openssl(
            "ts", "-reply", "-config", "signer.cnf", "-section", "here", "-queryfile", "query.tsq", "-out", "reply.tsr"
        )
        return (self.folder / "reply.tsr").read_bytes()


@contextmanager
def serving(authority: Authority) -> Iterator[Authority]:
    """Have it answer at its address for as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = self.rfile.read(int(self.headers["Content-Length"]))
            authority.asked += 1
            if authority.is_away or self.headers["Content-Type"] != "application/timestamp-query":
                self.send_error(503)
                return
            body = authority.answer(query)
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        authority.url = f"http://127.0.0.1:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield authority
        server.shutdown()
        thread.join()
