"""Checks a story whole: compiled, and every path walked. What was tried last is remembered."""

from functools import lru_cache

from kith.core.reference.reading import shipped
from kith.engines.dilemmas import Known, NotAStory, Problem, Story, Walk, load, walk
from kith.learning.ink.compiling import NotInk, compile_ink


def check(ink: str, known: Known | None = None) -> Walk:
    """Compile a story and walk its every path.

    Args:
        known: which standards and so on there are; those that ship without it.

    Raises:
        NotInk: it cannot be compiled.
        NoCompiler: not here.
    """
    return walk(_loaded(compile_ink(ink)), known or known_as_shipped(), ink)


@lru_cache(maxsize=8)
def compiled(ink: str) -> str:
    """Compile a story that can be loaded.

    Raises:
        NotInk, NoCompiler.
    """
    made = compile_ink(ink)
    _loaded(made)
    return made


@lru_cache(maxsize=8)
def walked(ink: str, known: Known) -> Walk:
    """Compile a story and walk its every path, once for the same words.

    Raises:
        NotInk, NoCompiler.
    """
    return walk(load(compiled(ink)), known, ink)


def _loaded(made: str) -> Story:
    try:
        return load(made)
    except NotAStory as refusal:
        raise NotInk([Problem(1, str(refusal))]) from None


def known_as_shipped() -> Known:
    """Give the keys of the sets that ship."""
    return Known(
        standards=_keys("swe_standards"),
        pcf=_keys("pcf_domains"),
        capabilities=_keys("digital_capabilities"),
        laws=_keys("law_snippets"),
    )


def _keys(name: str) -> frozenset[str] | None:
    there = shipped().get(name)
    return frozenset(row.key for row in there.rows) if there else None
