"""The `kith` command: thin; it calls actions, queries and engines."""

from kith.cli.main import main

__all__ = ["main"]
