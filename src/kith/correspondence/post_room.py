"""A mail server that sends nothing on: it keeps what it is handed, so that a demonstration can show what left."""

import asyncio
import json
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from aiosmtpd.smtp import SMTP, Envelope, Session

from kith.core import clock

NOBODY = "nobody.example.org"


class PostRoom:
    """An SMTP server (RFC 5321) on the loopback, in a thread of its own, for as long as a `with` block lasts.

    Every message is kept in the folder as it came, byte for byte, as `<time>.eml`; who the sending server named
    as its sender and readers stands beside it, as `<time>.json`.
    """

    def __init__(self, folder: Path, *, host: str = "127.0.0.1", port: int = 0) -> None:
        self.folder, self.host, self.port = folder, host, port
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._problem: OSError | None = None
        self._thread = threading.Thread(target=self._run, name="post room", daemon=True)

    def __enter__(self) -> Self:
        """Start; `port` is then the one it listens on.

        Raises:
            OSError: the port is taken.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._thread.start()
        self._ready.wait()
        if self._problem is not None:
            raise self._problem
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def arrived(self) -> list[Path]:
        """List the messages that arrived, oldest first."""
        return sorted(self.folder.glob("*.eml"))

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            server = self._loop.run_until_complete(self._loop.create_server(self._conversation, self.host, self.port))
        except OSError as problem:
            self._problem = problem
            self._ready.set()
            self._loop.close()
            return
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        self._finish()

    def _conversation(self) -> SMTP:
        return SMTP(self, hostname="post-room.kith.invalid", loop=self._loop, ident="Kith post room")

    def _finish(self) -> None:
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a reader; not one of a domain that nobody reads, so that a demonstration can show what then happens."""
        if address.lower().endswith(f"@{NOBODY}"):
            return "550 5.1.1 There is no such mailbox here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # aiosmtpd's own name
        """Keep a message."""
        self.keep(envelope)
        return "250 OK"

    def keep(self, envelope: Any) -> Path:
        """Keep a message as it came; it is seen only when it is whole."""
        path = self.folder / f"{time.time_ns():020d}.eml"
        about = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "at": clock.now().isoformat()}
        path.with_suffix(".json").write_text(json.dumps(about))
        half = path.with_suffix(".half")
        half.write_bytes(envelope.original_content)
        half.rename(path)
        return path
