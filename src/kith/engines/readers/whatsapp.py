"""WhatsApp's "Export chat": a text file, alone or in a folder or zip with the files sent."""

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from kith.engines.readers.attachments import Attachments
from kith.engines.readers.evidence import Evidence
from kith.engines.readers.items import FILE, SYSTEM, Item, Piece, Unread
from kith.engines.readers.limits import Damaged, NotThisFormat
from kith.engines.readers.scanning import Scanner
from kith.engines.readers.source import Member, Source
from kith.engines.readers.survey import Survey, encoding_of, look

_chat_name = re.compile(r"(?:^|/)(?:_chat\.txt|[^/]*whatsapp[^/]*\.txt)$", re.IGNORECASE)
_MOST_TEXTS = 20
_SNIFFED = 1 << 14


class Reading:
    """One pass over an export: iterate for its pieces, then read `evidence`.

    The pieces of the chat come in file order, and their spans tile its bytes; then every other file of the folder
    or zip, whole. Nothing is dropped.
    """

    def __init__(self, source: Source, chat: Member, survey: Survey) -> None:
        self.source = source
        self.chat = chat
        self.survey = survey
        self.evidence = Evidence(notes=list(survey.notes), doubts=list(survey.rules.doubts))
        style = survey.styles.accepted[0]
        self.evidence.device = "iPhone" if style.bracketed else "Android" if "-" in style.close else ""
        self.evidence.dates.year_digits = style.year_width
        self.evidence.dates.year_first = style.year_first
        others = [m.path for m in source.members() if m.path and m is not chat and m.opened is not None]
        self._attachments = Attachments(others, self.evidence.files)
        self._pieces = chain.from_iterable(self._all())  # quicker, piece by piece, than a generator of our own

    def __iter__(self) -> Iterator[Piece]:
        return self._pieces

    def __next__(self) -> Piece:
        return next(self._pieces)

    def _all(self) -> Iterator[Iterable[Piece]]:
        chat = self._chat() if self.survey.encoding == "utf-8" else self._chat_in_utf16()
        begun = False
        for pieces in chat:
            if pieces and not begun:
                pieces[0].start, begun = 0, True  # a byte-order mark belongs to what it stands before
            self._note_ends(pieces)
            yield pieces
            del pieces  # what is read next then takes the place of these in the processor's cache
        yield self._other_files()

    def _chat(self) -> Iterator[list[Piece]]:
        """Read UTF-8. A newline is put before the first byte, so that every head has one before it."""
        scanner = Scanner(self.survey, self.chat.path, self.evidence, self._attachments)
        bom = self.survey.bom
        data, base, read, enough = b"\n", bom - 1, 0, 0
        for block in self._blocks():
            data += block if read else block[bom:]
            read += len(block)
            if len(data) < enough:
                continue  # a long message: looking again at every block would take for ever
            pieces, done = scanner.feed(data, base, final=False)
            data, base = data[done:], base + done
            enough = 2 * len(data)
            yield pieces
            del pieces
        pieces, _ = scanner.feed(data, base, final=True)
        yield pieces + self._damage(read)

    def _chat_in_utf16(self) -> Iterator[list[Piece]]:
        """Read UTF-16 by way of UTF-8, and put each span back to the bytes of the file."""
        scanner = Scanner(self.survey, self.chat.path, self.evidence, self._attachments)
        decoder = codecs.getincrementaldecoder(self.survey.encoding)("surrogatepass")
        spans = _Spans(self.survey.bom)
        data, base, read = b"\n", -1, 0
        for block in self._blocks():
            text = decoder.decode(block[self.survey.bom :] if not read else block).encode("utf-8", "surrogatepass")
            read += len(block)
            spans.add(text)
            pieces, done = scanner.feed(data + text, base, final=False)
            data, base = (data + text)[done:], base + done
            yield spans.put_back(pieces)
        pieces, _ = scanner.feed(data, base, final=True)
        pieces = spans.put_back(pieces)
        if spans.at < read:
            pieces.append(self._unread(spans.at, read, "half a character"))
        yield pieces + self._damage(read)

    def _blocks(self) -> Iterator[bytes]:
        """Give the blocks; damage ends them, and is told of afterwards."""
        self.source.check_size(self.chat)
        try:
            yield from self.source.blocks(self.chat)
        except Damaged as damage:
            self.evidence.damage = str(damage)

    def _damage(self, read: int) -> list[Piece]:
        if self.chat.trouble and not self.evidence.damage:
            self.evidence.damage = (
                f"{self.chat.path} in {self.source.name}: {self.chat.trouble}; {read} bytes were read."
            )
        if not self.evidence.damage:
            return []
        return [self._unread(read, max(read, self.chat.size), self.evidence.damage)]

    def _unread(self, start: int, end: int, why: str) -> Unread:
        self.evidence.see_unread(0, why)
        return Unread(self.chat.path, start, end, 0, why)

    def _note_ends(self, pieces: list[Piece]) -> None:
        items = [piece for piece in (pieces[:2] + pieces[-2:]) if isinstance(piece, Item) and piece.stamp is not None]
        for item in items:
            assert item.stamp is not None
            stamp = (item.stamp.text, item.stamp.fields, item.stamp.seconds)
            if self.evidence.first_stamp is None:
                self.evidence.first_stamp = stamp
                self.evidence.opens_with_notice = item.kind == SYSTEM
            self.evidence.last_stamp = stamp

    def _other_files(self) -> Iterator[Piece]:
        for member in self.source.members():
            if member is self.chat:
                continue
            if member.opened is None or member.trouble:
                why = f"{member.path}: {member.trouble}"
                self.evidence.see_unread(0, why)
                yield Unread(member.path, 0, member.size, 0, why)
            else:
                yield self._other_file(member)
        if self.source.trouble and not self.evidence.damage:
            self.evidence.damage = self.source.trouble

    def _other_file(self, member: Member) -> Item:
        path = member.path or ""
        mentioned = self._attachments.mentions(path)
        self.evidence.files.unmentioned += not mentioned
        flags = ("named",) if mentioned else ("unmentioned",)
        self.evidence.count(FILE, ())
        return Item(FILE, path, 0, member.size, 0, None, None, path.rpartition("/")[2], flags)


class _Spans:
    """Puts spans counted in UTF-8 back to the UTF-16 they came from, piece after piece."""

    def __init__(self, bom: int) -> None:
        self.at = 0
        self._bom = bom
        self._waiting = b""
        self._from = 0

    def add(self, text: bytes) -> None:
        self._waiting += text

    def put_back(self, pieces: list[Piece]) -> list[Piece]:
        for piece in pieces:
            text = self._waiting[piece.start - self._from : piece.end - self._from].decode("utf-8", "surrogatepass")
            piece.start = self.at
            self.at += len(text.encode("utf-16-le", "surrogatepass")) + self._bom
            self._bom = 0
            piece.end, used = self.at, piece.end - self._from
            self._used = used
        if pieces:
            self._waiting, self._from = self._waiting[self._used :], self._from + self._used
        return pieces

    _used = 0


def read(source: Source) -> Reading:
    """Read a WhatsApp text export in one pass.

    Yields:
        The chat's items and unread pieces in file order, then the other files handed over with it.

    Raises:
        NotThisFormat: no line looks like a message; the sentence shows the first lines.
        TooLarge: before anything is yielded.

    References:
        No vendor specification; samples/whatsapp_txt/README.md says how each sample was made.
    """
    chat = chat_in(source)
    survey = look(source, chat) if chat is not None else None
    if chat is None or survey is None:
        raise NotThisFormat(unknown(source))
    source.check_size(chat)
    reading = Reading(source, chat, survey)
    others = [member.path for member in chats_in(source) if member is not chat] if source.kind != "file" else []
    if others:
        reading.evidence.notes.append(
            f"{source.name} holds {len(others) + 1} chats; only {chat.path} was read. Give the others one by one."
        )
    return reading


def sniff(source: Source) -> bool:
    """Tell whether some text in the source has lines that begin as WhatsApp's do."""
    chat = chat_in(source)
    return chat is not None and look(source, chat) is not None


def chat_in(source: Source) -> Member | None:
    """Find the chat's own text: the file itself, or the member that is named or looks like one."""
    if source.kind == "file":
        return source.members()[0]
    texts = [m for m in source.members() if m.opened is not None and (m.path or "").lower().endswith(".txt")]
    texts.sort(key=lambda m: (not _chat_name.search(m.path or ""), (m.path or "").count("/"), m.path))
    return next((member for member in texts[:_MOST_TEXTS] if look(source, member) is not None), None)


def chats_in(source: Source) -> list[Member]:
    """List every text in the source that looks like a chat; more than one means several exports."""
    texts = [m for m in source.members() if m.opened is not None and (m.path or "").lower().endswith(".txt")]
    return [member for member in texts[:_MOST_TEXTS] if look(source, member) is not None]


def unknown(source: Source) -> str:
    """Say that no messages were found, and show how the file begins."""
    if source.kind != "file":
        return (
            f"No WhatsApp chat was found in {source.name}: none of its text files has a line that begins with a date."
        )
    with source.open() as file:
        beginning = file.read(_SNIFFED)
    encoding, bom = encoding_of(beginning)
    lines = [line.strip()[:80] for line in beginning[bom:].decode(encoding, "replace").splitlines() if line.strip()]
    shown = " / ".join(lines[:3]) if lines else "(nothing)"
    return f"No messages were found in {source.name}: no line begins with a date and time. It begins: {shown}"
