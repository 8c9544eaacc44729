"""The exports that rows read, made once and kept in build/bench."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench import whatsapp
from bench.figures import MADE, Asked


def export(style: str, asked: Asked, *, mb: float | None = None) -> tuple[Path, dict[str, Any]]:
    """Give an export of this layout and its truth, made if it is not there."""
    mb = mb or asked.mb
    source = Path(asked.generator).stem if asked.generator else "ours"
    out = MADE / "exports" / f"{style}-{mb:g}MB-{source}.txt"
    truth = Path(f"{out}.truth.json")
    if not truth.exists():
        out.parent.mkdir(parents=True, exist_ok=True)
        if asked.generator:
            words = [asked.generator, out, "--mb", f"{mb:g}", "--style", style]
            subprocess.run([sys.executable, *map(str, words)], check=True, stdout=subprocess.DEVNULL)
        else:
            whatsapp.make(out, mb=mb, style=style)
    return out, json.loads(truth.read_text())
