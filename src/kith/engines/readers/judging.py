"""The close look: whose a line is, and whether it is words, a call, a file, or the app's own notice."""

from kith.engines.readers.attachments import Attachments, see_named_day
from kith.engines.readers.bodies import (
    MARK,
    WORDS,
    Says,
    classify,
    edit_mark,
    names_the_app,
    needs_a_look,
    plainly_a_file,
    plainly_edited,
    speaks_to_you,
)
from kith.engines.readers.evidence import Evidence, Line
from kith.engines.readers.items import CALL, MESSAGE, SYSTEM, Item
from kith.engines.readers.notices import SYSTEM_NAMES
from kith.engines.readers.senders import split_again
from kith.engines.readers.stamps import plain
from kith.engines.readers.survey import Survey, is_whole, longer_name

_MOST_SHOWN = 160
_MOST_CACHED = 50_000
_ENOUGH = 50
_SHORT = 60
_REPLACED = "\ufffd".encode()
_FILE = Says(MESSAGE, ("media",), own=True)
_EDITED = Says(MESSAGE, ("edited",))


class Judge:
    """Fills in the kind, sender, words, flags and file of one item, and notes what it tells about the whole."""

    def __init__(self, survey: Survey, evidence: Evidence, attachments: Attachments) -> None:
        self._rules = survey.rules
        self._seen_first = survey.names.lines
        self._evidence = evidence
        self._attachments = attachments
        self._standing: dict[bytes, Says] = {}
        self._seen: dict[bytes, str] = {}
        self.senders: dict[bytes | None, str] = {}
        """Names, as bytes, whose plain words need no close look; each has a count in the evidence."""

    def item(self, name: bytes | None, body: bytes, item: Item) -> None:
        """Fill in one item, and count it and its sender; `name` is what stands before the first ": ", if anything does.

        Args:
            body: the bytes of `item.text`, which are the words with the mark before them.
        """
        sender, text = self._whose(name, item.text)
        if "\ufffd" in text and body.find(_REPLACED) < 0:
            item.flags = ("undecodable",)
        if sender is None:
            self._app(item, text, classify(text, False))
        else:
            self._person(item, sender, text)
        self._evidence.count(item.kind, item.flags)

    def at_once(self, body: bytes, item: Item) -> bool:
        """Fill in an item of a well-known sender where it is a named file, words edited, or the app's own seen before.

        Its sender is left for the caller to count.
        """
        says, file = self._standing.get(body), None
        if says is None:
            if (mark := plainly_edited(item.text)) >= 0:
                item.text, says = item.text[:mark], _EDITED
            elif file := plainly_a_file(body):
                says = _FILE
            else:
                return False
        item.kind, item.flags = says.kind, says.flags
        if file is not None:
            self._named(item, file)
        self._evidence.count(says.kind, says.flags)
        return True

    def _named(self, item: Item, file: str) -> None:
        item.attachment = file
        self._attachments.see(file)
        if item.stamp is not None:
            see_named_day(self._evidence.dates, file, item)

    def _note_longer(self, sender: str, more: str, sure: bool, item: Item, text: str) -> None:
        names = self._evidence.names
        if names.see_longer(sender, more, sure) <= 2:
            names.example.setdefault(f"{sender}: {more}", _shown(item, sender, text))

    def _whose(self, name: bytes | None, text: str) -> tuple[str | None, str]:
        """Part the name from the words; None, and the whole line, where the app itself speaks."""
        known = self.senders.get(name) or self._seen.get(name or b"")
        if known is None and name is None:
            known, text = self._odd_name(text)
        elif known is None and name is not None:
            known = plain(name.decode("utf-8", "replace"))
            if not known or (known not in self._seen_first and names_the_app(known)):
                return None, f"{name.decode('utf-8', 'replace')}: {text}"
        if known is None:
            return None, text
        if name is not None:
            self._remember(name, known)
        return split_again(known, text, self._rules.joined)

    def _remember(self, name: bytes, sender: str) -> None:
        """Spare a name further close looks once enough of its lines were seen, here or in the first look."""
        if name in self.senders or len(self._seen) > _MOST_CACHED:
            return
        self._seen[name] = sender
        lines = self._evidence.names.lines
        special = sender in self._rules.titles or sender in self._rules.joined or sender.casefold() in SYSTEM_NAMES
        often = max(lines.get(sender, 0), self._seen_first.get(sender, 0)) >= _ENOUGH
        if often and not special and sender in lines:
            self.senders[name] = sender

    def _odd_name(self, text: str) -> tuple[str | None, str]:
        """Find a name where the first colon has no space after it: a colon inside the name, or no words at all."""
        first, newline, more = text.partition("\n")
        name, colon, rest = first.partition(": ")
        if colon and plain(name) in self._seen_first:
            return plain(name), rest + newline + more
        name, colon, rest = first.partition(":")
        is_name = plain(name) in self._seen_first or (colon and not plain(rest) and not names_the_app(name))
        if colon and plain(name) and is_name:
            return plain(name), rest + newline + more
        return None, text

    def _app(self, item: Item, text: str, says: Says) -> None:
        item.kind = CALL if says.kind == CALL else SYSTEM
        item.text = text
        item.flags += says.flags
        if item.kind == SYSTEM and speaks_to_you(text):
            self._evidence.you.see(_shown(item, None, text))

    def _person(self, item: Item, sender: str, text: str) -> None:
        says = classify(text, True) if needs_a_look(text.encode("utf-8", "replace")) else WORDS
        names = self._evidence.names
        if sender.casefold() in SYSTEM_NAMES and classify(text, False).notice:
            self._app(item, text, classify(text, False))
            return
        by_app = "by_app" in says.flags
        if says.kind == SYSTEM or (by_app and sender in self._rules.titles):
            if names.room_for(sender):
                names.by_app.setdefault(sender, 0)
            self._app(item, text, says)
            return
        counts = names.by_app if by_app else names.lines
        if names.room_for(sender):
            counts[sender] = counts.get(sender, 0) + 1
        item.kind, item.sender, item.text = says.kind, sender, text
        item.flags += says.flags or (() if text else ("empty",))
        self._marks(item, says)
        if ": " in text and (more := longer_name(text)):
            self._note_longer(sender, more, is_whole(text[len(more) + 2 :]), item, text)

    def _marks(self, item: Item, says: Says) -> None:
        """Note an edit, a file and a deletion."""
        sender, text = item.sender or "", item.text
        if text.rstrip().endswith((">", MARK)) and (mark := edit_mark(text)) >= 0:
            item.text = text[:mark]
            item.flags = (*(flag for flag in item.flags if flag != "by_app"), "edited")
        elif says.own and not says.attachment and "by_you" not in says.flags and len(text) < _SHORT:
            self._stand(text.encode("utf-8", "replace"), says)
        if says.attachment is not None:
            self._named(item, says.attachment)
        if "by_you" in says.flags:
            you = self._evidence.you
            you.see(_shown(item, sender, text))
            you.deleted_by[sender] = you.deleted_by.get(sender, 0) + 1
            if MARK in text:
                you.marked[sender] = you.marked.get(sender, 0) + 1

    def _stand(self, body: bytes, says: Says) -> None:
        """Keep what words of the app's own say; what is plainly a file is that first."""
        if len(self._standing) > _MOST_CACHED:
            self._standing = {}
        if plainly_a_file(body) is None:
            self._standing[body] = says


def _shown(item: Item, sender: str | None, text: str) -> Line:
    stamp = item.stamp.text if item.stamp else ""
    name = f"{sender}: " if sender else ""
    return Line(item.line, f"{stamp} {name}{text.partition(chr(10))[0]}"[:_MOST_SHOWN])
