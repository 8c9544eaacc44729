"""Zip archives: each member's name, comment and bytes."""

import io
import zipfile
from collections.abc import Iterator

from kith.engines.guard.opening.blocks import text_in
from kith.engines.guard.opening.gathering import DAMAGE, Gathering


def open_zip(gathering: Gathering, name: str, data: bytes, where: str) -> None:
    """Open every member of a zip archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for member, content in members(gathering, packed, where):
            gathering.piece(member.filename, content, f"{where}, inside {member.filename}")


def members(gathering: Gathering, packed: zipfile.ZipFile, where: str) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
    """Give each member that can be read, keeping every name and comment as words.

    A member's stated size is not believed: reading stops where the room ends.
    """
    gathering.words(f"{where}, comment", packed.comment.decode("utf-8", "replace"))
    for member in packed.infolist():
        gathering.words(f"{where}, name of a member", member.filename)
        gathering.words(f"{where}, comment on a member", member.comment.decode("utf-8", "replace"))
        gathering.words(f"{where}, note on a member", text_in(member.extra))
        inside = f"{where}, inside {member.filename}"
        if member.is_dir():
            continue
        if member.flag_bits & 1:
            gathering.cannot(inside, "it is locked with a password")
        elif not gathering.room_for(member.file_size):
            gathering.cannot(inside, "the attachment unpacks to more than may be read")
        else:
            try:
                with packed.open(member) as stream:
                    content = stream.read(member.file_size + 1)
            except DAMAGE as damage:
                gathering.cannot(inside, f"it could not be unpacked ({type(damage).__name__})")
                continue
            yield member, content
