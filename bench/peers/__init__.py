"""What others offer for reading a WhatsApp export, each in an environment of its own under build/bench."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.children import Ran, run
from bench.figures import BENCH, MADE, ROOT

HERE = Path(__file__).resolve().parent
LOCK = ROOT / "requirements" / "bench.txt"
PYTHON = MADE / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
NPM = MADE / "npm"


@dataclass(frozen=True, slots=True)
class Peer:
    """A library and the few lines that call it as its own guide says."""

    name: str
    script: str


PEERS = (
    Peer("whatstk", "read_whatstk.py"),
    Peer("chat-miner", "read_chat_miner.py"),
    Peer("WhatsApp-Chat-Exporter", "read_exporter.py"),
    Peer("whatsapp-chat-parser (Node)", "read_parser.mjs"),
)


def read(peer: Peer, path: Path, *, limit_seconds: float) -> Ran:
    """Have a peer read an export to its end; where it cannot be installed, that is what it says."""
    try:
        program = _node() if peer.script.endswith(".mjs") else _python()
    except (OSError, subprocess.CalledProcessError) as error:
        return Ran(0.0, 0.0, 0.0, "", f"could not be installed here: {type(error).__name__}")
    script = NPM / peer.script if peer.script.endswith(".mjs") else HERE / peer.script
    return run([program, script, path], limit_seconds=limit_seconds, folder=MADE)


def _python() -> Path:
    """Give the Python of the peers' environment, made if it is missing or older than its lock."""
    done = MADE / "venv" / "locked"
    if not done.exists() or done.stat().st_mtime < LOCK.stat().st_mtime:
        subprocess.run([sys.executable, "-m", "venv", MADE / "venv"], check=True)
        words = ["-m", "pip", "--disable-pip-version-check", "-q", "install", "--require-hashes", "-r"]
        subprocess.run([str(PYTHON), *words, str(LOCK)], check=True, stderr=subprocess.DEVNULL)
        done.touch()
    return PYTHON


def _node() -> str:
    """Give Node, with the npm peer installed from its lock."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise FileNotFoundError("node and npm")
    NPM.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(BENCH / name, NPM / name)
    shutil.copy(ROOT / ".npmrc", NPM / ".npmrc")
    shutil.copy(HERE / "read_parser.mjs", NPM / "read_parser.mjs")
    if not (NPM / "node_modules" / "whatsapp-chat-parser").exists():
        subprocess.run([npm, "ci"], cwd=NPM, check=True, capture_output=True)
    return node
