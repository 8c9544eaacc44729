"""The bytes an item came from, shown as they were handed over."""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from kith.core import files, isolation, ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.core.vault import Missing, Tampered
from kith.engines.readers.survey import encoding_of
from kith.exhibits import apart, reading, rules
from kith.exhibits.actions.custody import open_original
from kith.exhibits.models import CustodyEvent, Exhibit, Member
from kith.exhibits.queries.items import ItemShown


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of one item.

    `shown` is their beginning as text with everything invisible made visible; `sha256` is of all of them; `holds` is
    whether the words and the stamp that Kith shows stand in them; `trouble` says why they cannot be shown.
    """

    shown: str = ""
    raw: bytes = b""
    sha256: str = ""
    size_bytes: int = 0
    is_cut: bool = False
    holds: bool = False
    trouble: str = ""


@action
def original_of(*, exhibit: Exhibit, item: ItemShown, by: Worker, at: datetime) -> Original:
    """Show the bytes an item came from, read again from the file that was handed over.

    Every part of the file is authenticated as it is read, so bytes that were altered are never shown. A file inside a
    zip is taken out of it in an isolated child.
    """
    ledger.nothing_changed()
    detail = f"Line {item.line}."
    try:
        reader = open_original(exhibit=exhibit, verb=CustodyEvent.Verb.SHOWN, by=by, at=at, detail=detail)
        with reader:
            span = _of_zip(exhibit, item, reader) if item.member else _of_file(item, reader)
    except Tampered:
        return Original(
            trouble="The stored bytes are not those that were handed over: a check failed. Tell your manager."
        )
    except Missing:
        return Original(
            trouble="The stored file is not there. Tell whoever runs Kith: it must come back from a backup."
        )
    except (Refusal, isolation.ChildFailed, msgspec.MsgspecError) as reason:
        return Original(trouble=str(reason))
    return _shown(item, span)


def _of_file(item: ItemShown, reader: files.Reader) -> reading.Span:
    encoding, _ = encoding_of(reader.read(4))
    return reading.Span(*reading.beginning_and_hash(reader, item.start, item.end), encoding)  # type: ignore[arg-type]


def _of_zip(exhibit: Exhibit, item: ItemShown, reader: files.Reader) -> reading.Span:
    path = Member.objects.get(case_id=exhibit.case_id, exhibit=exhibit, number=item.member).path_text
    about = reading.About(exhibit.name_text, bytes(exhibit.sha256).hex(), (path, item.start, item.end))
    with apart.given_to_child(reader, about) as given, isolation.run_isolated(apart.CHILD, give=given) as child:
        frame = b"".join(child)
    if frame[:1] == reading.REFUSED:
        raise Refusal(frame[1:].decode("utf-8", "replace"))
    return reading.span_in(frame[1:])


def _shown(item: ItemShown, span: reading.Span) -> Original:
    text = span.beginning.decode(span.encoding, "replace").lstrip("\ufeff")
    size = item.end - item.start
    return Original(
        shown=rules.visible(text),
        raw=span.beginning,
        sha256=span.sha256,
        size_bytes=size,
        is_cut=len(span.beginning) < size,
        holds=rules.holds(text, item.text, item.stamp_text or ""),
    )
