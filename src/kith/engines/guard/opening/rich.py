"""Rich text (RTF): every group of it, hidden ones and properties too, and the pictures and objects packed inside.

References:
    Rich Text Format Specification 1.9.1: "Conventions of an RTF reader", "Unicode RTF", "Pictures", "Objects".
"""

import re
from dataclasses import dataclass, field

from kith.engines.guard.opening.gathering import Gathering

_PIECE = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+"
)
_GAPS = frozenset({b"par", b"line", b"sect", b"page", b"row", b"tab", b"cell", b"column"})
_PACKED = {b"pict": "picture inside", b"objdata": "object inside"}
_DEEPEST = 5_000


@dataclass(slots=True)
class _Group:
    """One pair of braces: how many letters follow each \\u for older readers, and what is packed in it, if anything."""

    skipped: int = 1
    packed: str = ""
    digits: list[bytes] = field(default_factory=list)


def open_rich_text(gathering: Gathering, name: str, data: bytes, where: str) -> None:
    """Open a rich-text file."""
    words, groups, at, skip = list[str](), [_Group()], 0, 0
    while match := _PIECE.match(data, at):
        at = match.end()
        word, number, code, sign, brace, text = match.groups()
        if brace == b"{" and len(groups) > _DEEPEST:
            return gathering.cannot(where, "its groups are packed too deep in each other")
        if brace == b"{":
            groups.append(_Group(groups[-1].skipped, groups[-1].packed))
        elif brace:
            _close(gathering, groups, where)
        elif word == b"bin":
            at = _keep_binary(gathering, data, at, int(number or 0), where)
        elif word:
            skip = _obey(groups[-1], words, word, int(number or 0)) or (0 if word == b"u" else skip)
        elif groups[-1].packed and text:
            groups[-1].digits.append(text)
        else:
            said = bytes([int(code, 16)]) if code else sign or text or b""
            skip, said = max(0, skip - len(said)), said[skip:]
            words.append(said.decode("cp1252", "replace"))
    for _ in range(len(groups)):
        _close(gathering, groups, where)
    return gathering.words(where, "".join(words))


def _obey(group: _Group, words: list[str], word: bytes, number: int) -> int:
    """Do what a control word says; gives how many letters after it are for older readers."""
    if word in _PACKED:
        group.packed = _PACKED[word]
    elif word == b"uc":
        group.skipped = max(0, number)
    elif word == b"u":
        words.append(chr(number % 0x10000))
        return group.skipped
    elif word in _GAPS:
        words.append("\n")
    return 0


def _close(gathering: Gathering, groups: list[_Group], where: str) -> None:
    group = groups.pop()
    digits = b"".join(b"".join(group.digits).split())
    if len(digits) > 1:
        packed = bytes.fromhex(re.sub(rb"[^0-9a-fA-F]", b"", digits)[: len(digits) // 2 * 2].decode())
        gathering.piece("", packed, f"{where}, {group.packed}")
    if not groups:
        groups.append(_Group())


def _keep_binary(gathering: Gathering, data: bytes, at: int, size: int, where: str) -> int:
    end = at + max(0, min(size, len(data) - at))
    gathering.piece("", data[at:end], f"{where}, packed inside")
    return end
