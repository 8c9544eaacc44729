"""A text-message gateway that sends nothing on: it keeps what it is handed, for a demonstration to show."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from kith.core import clock


class TextRoom:
    """A gateway (`channels.gateway`) on the loopback, in threads of its own, for as long as a `with` block lasts.

    Every text message is kept in the folder as `<time>.text`: who it is to and from, its words, its reference, when.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        handler = type("Handler", (_Handler,), {"room": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/messages"

    def __enter__(self) -> Self:
        """Start."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        threading.Thread(target=self._server.serve_forever, name="text room", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def keep(self, said: dict[str, Any]) -> None:
        """Keep a text message; it is seen only when it is whole."""
        path = self.folder / f"{time.time_ns():020d}.text"
        half = path.with_suffix(".half")
        half.write_text(json.dumps({**said, "at": clock.now().isoformat()}))
        half.rename(path)


class _Handler(BaseHTTPRequestHandler):
    room: TextRoom

    def do_POST(self) -> None:  # http.server's own name
        """Take a text message."""
        self.room.keep(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(202)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *words: Any) -> None:
        """Say nothing: the address of a request could name somebody."""
