"""Pointing at words: which of those that the guard shows are the ones that tell, in the finding and in the letter."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kith.engines import guard
from kith.record.models import Case, Participant
from kith.record.queries import leaving

#: Beyond this many places, words are marked with those around them: trimming each costs some twenty small checks.
MOST_TRIMMED = 20
_PLACES = {"body": "the message", "subject": "the subject"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words, marked if the check points at it."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Found:
    """One place where something protected would be told: the fact is shown to the team alone."""

    kind: str
    value: str
    where: str
    shown: list[Piece]
    disguise: str
    is_block: bool


@dataclass(frozen=True, slots=True)
class Pointed:
    """What was found, once for each fact and place, and the words to mark wherever they stand."""

    found: list[Found]
    words: list[str]


def pointed(case: Case, reader: Participant, verdict: guard.Verdict) -> Pointed:
    """Say what a verdict points at: the strongest finding of each fact in each place, strongest first."""
    if not verdict.findings:
        return Pointed([], [])
    labels, facts = leaving.facts_in_words(case), {fact.id: fact for fact in leaving.facts_of(case)}
    found, words = [], []
    for number, each in enumerate(_once_each(verdict.findings)):
        fact = facts.get(each.fact)
        core = _telling(each, fact, str(reader.id)) if fact and number < MOST_TRIMMED else _bare(each.shown)
        kind, value = labels.get(each.fact, ("", ""))
        is_block = each.level == guard.Level.BLOCK
        where = _PLACES.get(each.where, each.where)
        found.append(Found(kind, value, where, marked(each.shown, [core]), _in_plain_words(each.disguise), is_block))
        words.append(core)
    return Pointed(found, words)


def _once_each(findings: Sequence[guard.Finding]) -> list[guard.Finding]:
    best: dict[tuple[str, str], guard.Finding] = {}
    for each in findings:
        held = best.get((each.fact, each.where))
        if held is None or (held.part != "whole" and _weight(each) > _weight(held)):
            best[each.fact, each.where] = each
    return sorted(best.values(), key=lambda each: each.level != guard.Level.BLOCK)


def _weight(finding: guard.Finding) -> tuple[bool, bool]:
    return finding.level == guard.Level.BLOCK, finding.part == "whole"


def _telling(finding: guard.Finding, fact: guard.Fact, audience: str) -> str:
    """Take away words before and after, one by one, for as long as the guard still finds the same in the rest."""
    matcher = guard.compile_facts([fact])

    def tells(words: Sequence[str]) -> bool:
        verdict = matcher.check(guard.Outgoing("", audience, " ".join(words)))
        return any(each.part == finding.part and each.level == finding.level for each in verdict.findings)

    words = _bare(finding.shown).split()
    if not tells(words):
        return " ".join(words)
    return " ".join(_shortest(words, tells)).strip(".,;:!?()“”\"'")


def _shortest(words: list[str], tells: Callable[[Sequence[str]], bool]) -> list[str]:
    start, end = 0, len(words)
    while end - start > 1 and tells(words[start + 1 : end]):
        start += 1
    while end - start > 1 and tells(words[start : end - 1]):
        end -= 1
    return words[start:end]


def _bare(shown: str) -> str:
    return shown.removeprefix("… ").removesuffix(" …")


def _in_plain_words(disguise: str) -> str:
    """Say how words were disguised; nothing where they stand as recorded."""
    return "" if disguise == "exact" else disguise.replace("normalised: ", "written another way: ")


def marked(text: str, words: Sequence[str]) -> list[Piece]:
    """Cut a text where some words stand in it. The guard folds spaces when it shows words, so any space matches any."""
    patterns = {r"\s+".join(re.escape(word) for word in each.split()) for each in words if each.split()}
    if not patterns:
        return [Piece(text, False)]
    pieces = re.split(f"({'|'.join(sorted(patterns, key=len, reverse=True))})", text)
    return [Piece(piece, place % 2 == 1) for place, piece in enumerate(pieces) if piece]
