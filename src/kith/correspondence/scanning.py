"""Asking the agency's own virus scanner (clamd) about a file, where one is set up. It decides nothing but the lock."""

import socket
import struct
from contextlib import closing

SECONDS = 60.0
_PIECE = 1 << 16
NOT_ASKED = "The virus scanner did not answer, so it stays locked within the message. It is kept whole."


def why_locked(scanner: str, data: bytes) -> str:
    """Say why a file stays locked; empty where nothing was found, or no scanner is set up.

    Args:
        scanner: "host:port", or the path of the scanner's socket; empty for none.

    References:
        clamd(8), INSTREAM: pieces with their length before them, a length of nothing at the end.
    """
    if not scanner:
        return ""
    try:
        answer = _ask(scanner, data)
    except OSError:
        return NOT_ASKED
    if answer.endswith("OK"):
        return ""
    if answer.endswith("FOUND"):
        return "The virus scanner found something harmful in it, so it stays locked within the message."
    return NOT_ASKED


def answers(scanner: str) -> bool:
    """Tell whether the scanner answers."""
    try:
        with closing(_connect(scanner)) as link:
            link.sendall(b"zPING\0")
            return link.recv(16).startswith(b"PONG")
    except OSError:
        return False


def _connect(scanner: str) -> socket.socket:
    if scanner.startswith("/"):
        link = socket.socket(socket.AF_UNIX)
        link.settimeout(SECONDS)
        link.connect(scanner)
        return link
    host, _, port = scanner.rpartition(":")
    return socket.create_connection((host, int(port) if port.isdigit() else 3310), timeout=SECONDS)


def _ask(scanner: str, data: bytes) -> str:
    with closing(_connect(scanner)) as link:
        link.sendall(b"zINSTREAM\0")
        for at in range(0, len(data), _PIECE):
            piece = data[at : at + _PIECE]
            link.sendall(struct.pack(">I", len(piece)) + piece)
        link.sendall(struct.pack(">I", 0))
        said = bytearray()
        while len(said) < 4096 and (more := link.recv(4096)):
            said += more
        return said.decode("utf-8", "replace").strip("\0\r\n ")
