"""A first look at parts of a chat: the style of its heads, its line ends, and who stands before the colons."""

import codecs
import re
from collections import Counter
from typing import BinaryIO

import msgspec

from kith.engines.readers import heads, senders
from kith.engines.readers.bodies import MARK, WORDS, classify, names_the_app, needs_a_look
from kith.engines.readers.evidence import Line, Names
from kith.engines.readers.heads import Found, Styles
from kith.engines.readers.items import CALL, MESSAGE
from kith.engines.readers.limits import Damaged
from kith.engines.readers.notices import SYSTEM_NAMES
from kith.engines.readers.source import Member, Source
from kith.engines.readers.stamps import plain
from kith.engines.readers.zips import BROKEN

_FIRST = 1 << 19
_PATCH = 1 << 16
_PATCHES = 16
_STEP = 1 << 16
_MOST_SHOWN = 160
_SEEN_OFTEN = 3  # the app does not say the same thing, word for word up to a colon, so often
LONGEST_MORE = 40
"""The most a name is thought to go on after a colon."""

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class Survey(msgspec.Struct):
    """What the whole file will be read with."""

    encoding: str
    bom: int  # bytes
    styles: Styles
    pattern: re.Pattern[bytes]
    parting: re.Pattern[bytes]
    ends_lines_with: bytes  # b"\r\n" where only heads after it count
    names: Names
    rules: senders.Rules
    notes: list[str]


def look(source: Source, member: Member) -> Survey | None:
    """Look at the beginning of a chat and at patches all along it; None if no line looks like a message."""
    if member.path not in source.notebook:
        source.notebook[member.path] = _look(source, member)
    found = source.notebook[member.path]
    return found if isinstance(found, Survey) else None


def _look(source: Source, member: Member) -> Survey | None:
    with source.open(member) as file:
        beginning = _read(file, _FIRST)
        encoding, bom = encoding_of(beginning)
        patches = [beginning[bom:], *_further(file, member.size)]
    texts = [b"\n" + _in_utf8(patch, encoding) for patch in patches]
    texts = texts[:1] + [text[text.find(b"\n", 1) :] for text in texts[1:]]
    found = Found()
    for text in texts:
        found.look_at(text.replace(b"\r\n", b"\n").split(b"\n"))
    styles = found.settle()
    if styles is None:
        return None
    newline, pasted = _line_end(texts, heads.compiled(styles))
    names = _names(texts, heads.parting(styles, newline))
    rules = senders.rules_of(names)
    whole_names = rules.names_with_colons()
    return Survey(
        encoding=encoding,
        bom=bom,
        styles=styles,
        pattern=heads.compiled(styles, newline, whole_names),
        parting=heads.parting(styles, newline, whole_names),
        ends_lines_with=newline,
        names=names,
        rules=rules,
        notes=_notes(found, styles, pasted),
    )


def encoding_of(beginning: bytes) -> tuple[str, int]:
    """Tell the encoding from the byte-order mark, and the mark's length; UTF-8 where there is none."""
    for mark, name in BOMS:
        if beginning.startswith(mark):
            return name, len(mark)
    return "utf-8", 0


def _read(file: BinaryIO, size: int) -> bytes:
    parts = []
    try:
        while size > 0 and (part := file.read(min(size, _STEP))):
            parts.append(part)
            size -= len(part)
    except (*BROKEN, Damaged):
        pass  # told of when the file is read from end to end
    return b"".join(parts)


def _further(file: BinaryIO, size: int) -> list[bytes]:
    """Read patches spread over the rest of the file; where it cannot be sought in, only what comes next."""
    if size <= _FIRST:
        return []
    if not file.seekable() or size <= _FIRST + _PATCH * _PATCHES:
        return [_read(file, _PATCH * _PATCHES)]
    step = (size - _FIRST) // _PATCHES
    patches = []
    for number in range(_PATCHES):
        try:
            file.seek(_FIRST + (number * step) // 4 * 4)
        except BROKEN:
            break
        patches.append(_read(file, _PATCH))
    return patches


def _in_utf8(patch: bytes, encoding: str) -> bytes:
    if encoding == "utf-8":
        return patch
    return patch[: len(patch) // 2 * 2].decode(encoding, "replace").encode()


def _line_end(texts: list[bytes], pattern: re.Pattern[bytes]) -> tuple[bytes, int]:
    """Find whether heads follow CR LF while lines inside messages end in LF alone, as iPhones write them.

    Then a head-like line after a bare LF was pasted into a message and is text.
    """
    if all(text.find(b"\r\n") < 0 for text in texts):
        return b"", 0
    after_crlf = after_lf = all_crlf = all_lf = 0
    for text in texts:
        before = [text[match.start() - 1 : match.start()] for match in pattern.finditer(text) if match.start()]
        crlf = before.count(b"\r")
        after_crlf += crlf
        after_lf += len(before) - crlf
        all_crlf += text.count(b"\r\n")
        all_lf += text.count(b"\n") - 1
    inside_lf = all_lf - all_crlf - after_lf
    inside_crlf = max(0, all_crlf - after_crlf - len(texts))
    clear = after_crlf >= 20 and after_lf * 20 <= after_crlf and inside_lf > inside_crlf * 4
    return (b"\r\n", after_lf) if clear and after_lf else (b"", 0)


def _names(texts: list[bytes], parting: re.Pattern[bytes]) -> Names:
    names = Names()
    odd: Counter[str] = Counter()
    known: dict[bytes, str] = {}
    for text in texts:
        _names_in(text, text is texts[0], parting, (names, odd, known))
    for name in [name for name, count in names.lines.items() if count < _SEEN_OFTEN and names_the_app(name)]:
        del names.lines[name]
        names.longer.pop(name, None)
    for name, count in odd.items():
        if count > 1 and not names_the_app(name):
            names.lines.setdefault(name, count)
    return names


def _names_in(
    text: bytes, is_first: bool, parting: re.Pattern[bytes], noted: tuple[Names, Counter[str], dict[bytes, str]]
) -> None:
    """Note the names in one part of a chat; lines are numbered only where they can be, in the first part."""
    names, odd, known = noted
    parts, width = parting.split(text), heads.width(parting)
    line, counted, start = int(is_first), 1, len(parts[0])
    columns = (parts[column::width] for column in (1, width - 2, width - 1, width))
    for head, found, mark, body in zip(*columns, strict=True):
        rest = mark + body.partition(b"\n")[0].rstrip(b"\r")
        if found is None:
            _see_odd(odd, rest)
        else:
            name = known.get(found)
            if name is None:
                name = known[found] = plain(found.decode("utf-8", "replace"))
            if rest.find(b": ") >= 0 or needs_a_look(rest) or name not in names.lines:
                line += text.count(b"\n", counted, start + 1) if is_first else 0
                counted = start + 1
                shown = text[counted : text.find(b"\n", start + len(head))].decode("utf-8", "replace")
                see_name(names, name, rest.decode("utf-8", "replace"), Line(line, shown[:_MOST_SHOWN]))
            else:
                names.lines[name] += 1
        start += len(head) + len(body)


def _see_odd(odd: Counter[str], rest: bytes) -> None:
    name, colon, _ = rest.partition(b": ")
    if colon:
        odd[plain(name.decode("utf-8", "replace"))] += 1


def see_name(names: Names, name: str, rest: str, line: Line) -> None:
    """Note what one line tells about its would-be sender."""
    if not names.room_for(name):
        return
    says = classify(rest, True) if needs_a_look(rest.encode("utf-8", "replace")) else WORDS
    if "by_app" in says.flags:
        names.by_app[name] = names.by_app.get(name, 0) + 1
    elif says.kind in (MESSAGE, CALL) and name.casefold() not in SYSTEM_NAMES:
        names.lines[name] = names.lines.get(name, 0) + 1
        more = longer_name(rest)
        if more and names.see_longer(name, more, is_whole(rest[len(more) + 2 :])) == 1:
            names.example.setdefault(f"{name}: {more}", line)
    elif says.notice and rest.startswith(MARK):
        names.by_app.setdefault(name, 0)


def longer_name(text: str) -> str:
    """Find what stands before a second colon in the first line, where a name could go on to; else nothing."""
    more, colon, _ = text.partition("\n")[0].partition(": ")
    return more if colon and len(more) <= LONGEST_MORE and not more.startswith((MARK, "<")) else ""


def is_whole(body: str) -> bool:
    """Tell whether a body is the app's own words from its first character on."""
    if not needs_a_look(body.encode("utf-8", "replace")):
        return False
    says = classify(body, True)
    bare = plain(body)
    if says.attachment is not None:
        return bare.startswith((says.attachment, "<"))
    return says.own and bool({"omitted", "deleted"} & set(says.flags) or says.kind == CALL)


def _notes(found: Found, styles: Styles, pasted: int) -> list[str]:
    notes = []
    turned_down = sum(count for style, count in found.styles.items() if style not in styles.accepted)
    if turned_down:
        notes.append(
            f"In the parts looked at first, {_lines(turned_down)} like the beginning of a message but in another style "
            "than this file's own: read as part of the message above. If two exports were joined by hand, give them "
            "one by one."
        )
    if pasted:
        notes.append(
            f"In the parts looked at first, {_lines(pasted)} like the beginning of a message but follow a line break "
            "that this file has only inside messages: read as pasted into the message above."
        )
    return notes


def _lines(count: int) -> str:
    return "1 line looks" if count == 1 else f"{count} lines look"
