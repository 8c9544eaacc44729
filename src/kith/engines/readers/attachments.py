"""Which file a chat line means, among the files that were handed over with it."""

import re
import unicodedata
from collections.abc import Iterable

from kith.engines.readers.evidence import Dates, Files, Line
from kith.engines.readers.items import Item

_MOST_SHOWN = 50
_ENOUGH_NAMES = 500
_named_day = re.compile(r"(?:IMG|VID|PTT|AUD|STK|DOC)-((?:20)\d{6})-WA\d+")


class Attachments:
    """The files beside a chat, found by name."""

    def __init__(self, paths: Iterable[str], files: Files) -> None:
        self._files = files
        self._exact: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        self._mentioned: set[str] = set()
        for path in paths:
            name = path.rpartition("/")[2]
            self._exact.setdefault(name, path)
            self._folded.setdefault(_fold(name), path)
            files.handed_over += 1

    def find(self, name: str) -> str | None:
        """Find the path of a named file: exactly, else whatever the accents' form and the capitals."""
        return self._exact.get(name) or self._folded.get(_fold(name))

    def see(self, name: str) -> None:
        """Count a file that a line names."""
        self._files.named += 1
        path = self.find(name) if self._exact else None
        if path is not None:
            self._files.found += 1
            self._mentioned.add(path)
            return
        self._files.missing += 1
        if len(self._files.missing_names) < _MOST_SHOWN:
            self._files.missing_names.append(name)

    def mentions(self, path: str) -> bool:
        """Tell whether any line so far named this file."""
        return path in self._mentioned


def see_named_day(dates: Dates, name: str, item: Item) -> None:
    """Note the date in a file's name (IMG-20241201-WA0001.jpg) as a hint at the day order."""
    if dates.named_seen >= _ENOUGH_NAMES or item.stamp is None:
        return
    match = _named_day.match(name)
    if match is not None:
        dates.see_named_day(item.stamp.fields, match[1], Line(item.line, f"{item.stamp.text} {item.sender}: {name}"))


def _fold(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
