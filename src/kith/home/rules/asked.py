"""What was typed into a search box, as terms that must each occur, and as PostgreSQL's tsquery."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as changed

from kith.home.rules.folding import SET_ASIDE, fold, words_in

LONGEST = 200
_MOST_TERMS = 12
_QUOTES = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'))
_UNUSABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")  # PostgreSQL's text holds no zero and no half of a pair
_TERM = re.compile(r'"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must occur: a word, the beginning of a word, or a phrase; all in small letters without accents.

    `is_unknown` says that it occurs nowhere; `near` are the words that do occur and stand in for it.
    """

    text: str
    begins: bool = False
    is_phrase: bool = False
    is_unknown: bool = False
    near: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Give the words of the term, in order."""
        return tuple(word for word, _, _ in words_in(self.text))

    @property
    def may_be_mistyped(self) -> bool:
        """Tell whether a near word may stand in: never for a phrase, the beginning of a word, or a number."""
        return not (self.begins or self.is_phrase) and self.text.isalpha()

    @property
    def patterns(self) -> tuple[tuple[str, ...], ...]:
        """Give the runs of words that satisfy the term."""
        return tuple((word,) for word in self.near) or (self.words,)


def terms_of(typed: str) -> tuple[Term, ...]:
    """Read what was typed: words, "phrases in quotes", beginnings* of words. What holds no letter or digit is nothing.

    At most 200 characters and 12 terms are read.
    """
    text = fold(_UNUSABLE.sub(" ", typed)).translate(_QUOTES)[:LONGEST]
    found = (_term(match["phrase"], match["word"]) for match in _TERM.finditer(text))
    return tuple(dict.fromkeys(term for term in found if term.words))[:_MOST_TERMS]


def _term(phrase: str | None, word: str | None) -> Term:
    if phrase is not None:
        return Term(" ".join(phrase.translate(SET_ASIDE).split()), is_phrase=True)
    whole = word or ""
    parts = whole.replace("*", " ").translate(SET_ASIDE).split()
    return Term(" ".join(parts), begins=whole.endswith("*"))


def replaced(terms: Sequence[Term], near: Mapping[str, Sequence[str]]) -> tuple[Term, ...]:
    """Put near words in the place of those that do not occur.

    Args:
        near: what the database knows for each word: the word itself if it occurs, near words, or none.
    """
    return tuple(_settled(term, near.get(term.text, ())) if term.may_be_mistyped else term for term in terms)


def _settled(term: Term, known: Sequence[str]) -> Term:
    return term if term.text in known else changed(term, is_unknown=True, near=tuple(known))


def tsquery(terms: Sequence[Term]) -> str:
    """Write the terms for `to_tsquery('simple', ...)`: each must occur. Empty for none.

    Every word stands in quotes of its own, so that nothing typed is an operator.
    """
    return " & ".join(_operand(term) for term in terms)


def _operand(term: Term) -> str:
    """Write one term. What PostgreSQL parts into several words must stand in a row."""
    if term.near:
        return f"({' | '.join(_quoted(word) for word in term.near)})"
    return _quoted(term.text) + ":*" * term.begins


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


def words_to_walk_by(terms: Sequence[Term]) -> list[str]:
    """Give the words by which the database guesses how common the whole is: each must occur; "begin*" for a beginning.

    None where they say too little: words in a row are much rarer than each of them.
    """
    if any(term.is_phrase or term.near or term.words != (term.text,) for term in terms):
        return []
    return [term.text + "*" * term.begins for term in terms]
