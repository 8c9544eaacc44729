"""Checks a story whole: compiled, and every path walked."""

from kith.core.reference.reading import shipped
from kith.engines.dilemmas import Known, NotAStory, Problem, Walk, load, walk
from kith.learning.ink.compiling import NotInk, compile_ink


def check(ink: str, known: Known | None = None) -> Walk:
    """Compile a story and walk its every path.

    Args:
        known: which standards and so on there are; those that ship without it.

    Raises:
        NotInk: it cannot be compiled.
        NoCompiler: not here.
    """
    try:
        story = load(compile_ink(ink))
    except NotAStory as refusal:
        raise NotInk([Problem(1, str(refusal))]) from None
    return walk(story, known or known_as_shipped(), ink)


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
