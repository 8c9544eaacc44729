"""The sources, parsed once for every test that looks into them."""

import ast
import functools
from collections.abc import Sequence
from pathlib import Path


@functools.cache
def tree_of(path: Path) -> ast.Module:
    """Give a module of Python as its tree."""
    return ast.parse(path.read_text())


@functools.cache
def nodes_of(path: Path) -> Sequence[ast.AST]:
    """Give every node of a module."""
    return tuple(ast.walk(tree_of(path)))
