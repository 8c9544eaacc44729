"""Stories as words: compiled by inkjs in Node, and those that ship with Kith. Needs no Django (`checking` does)."""

from kith.learning.ink.compiling import NoCompiler, NotInk, compile_each, compile_ink, missing
from kith.learning.ink.shipping import Shipped, build, key_of, shipped

__all__ = ["NoCompiler", "NotInk", "Shipped", "build", "compile_each", "compile_ink", "key_of", "missing", "shipped"]
