"""How what is written to be read is marked: paragraphs, `## ` headings, `- ` lists, and nothing else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_HEADING, _ITEM = "## ", "- "


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, or a list; `items` are the lines of a list, else the one text."""

    kind: str
    items: tuple[str, ...]


def blocks_of(text: str) -> list[Block]:
    """Take a text apart, in its order: an empty line ends a paragraph, and so does a heading or a list."""
    found: list[Block] = []
    for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        found += _runs([line.strip() for line in part.splitlines() if line.strip()])
    return found


def _runs(lines: Sequence[str]) -> list[Block]:
    """Put lines that follow each other and are of one kind together; each heading stands alone."""
    found: list[Block] = []
    for line in lines:
        kind = _kind(line)
        words = line.removeprefix(_HEADING if kind == "heading" else _ITEM if kind == "list" else "").strip()
        if found and found[-1].kind == kind != "heading":
            found[-1] = _longer(found[-1], words)
        else:
            found.append(Block(kind, (words,)))
    return found


def _longer(block: Block, words: str) -> Block:
    if block.kind == "list":
        return Block("list", (*block.items, words))
    return Block(block.kind, (f"{block.items[0]} {words}",))


def _kind(line: str) -> str:
    return "heading" if line.startswith(_HEADING) else "list" if line.startswith(_ITEM) else "paragraph"


def topic_of(typed: str) -> str:
    """Give a topic's key as it is kept, however the address writes it: mobile-forensics, Mobile_Forensics."""
    return typed.strip().lower().replace("-", "_").replace(" ", "_")


def has_words(typed: str, said: Sequence[str]) -> bool:
    """Tell whether each word that was typed begins a word of what is said; capitals do not matter."""
    there = re.findall(r"\w+", " ".join(said).lower())
    return all(any(word.startswith(wanted) for word in there) for wanted in re.findall(r"\w+", typed.lower()))
