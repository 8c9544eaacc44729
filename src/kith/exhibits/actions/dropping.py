"""What somebody does at the public page of a link. Nobody is signed in: the link's secret is all that is known of them.

Each asks one function of the owner's over the families' connection (docs/adr/0023); no table is touched.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connections

from kith.core import files
from kith.core.actions import at_the_door
from kith.core.errors import Refusal
from kith.core.transactions import FAMILY
from kith.core.vault import Stored
from kith.exhibits import linking, rules
from kith.exhibits.queries.links import Answered, Opened


class AskWord(Refusal):
    """The code word must be given (again): nothing was kept."""


class Full(Refusal):
    """The link takes no more; nothing was kept."""


@at_the_door
def give_word(*, token: str, word: str, place: str) -> Answered:
    """Give a code word at a link; if it is right, this browser may send files for half an hour at a time.

    A link that is unknown, used, expired or withdrawn is answered like one whose word was wrong.
    """
    sitting = linking.new_secret()
    said = (
        linking.hash_of(token),
        linking.word_hash(token, word),
        linking.place_mark(place),
        linking.hash_of(sitting),
    )
    answer, seconds = _ask("SELECT answer, seconds FROM kith_drop_word(%s, %s, %s, %s)", *said)[0]
    return Answered(str(answer), int(seconds), sitting if answer == "yes" else "")


@at_the_door
def look(*, token: str, sitting: str) -> Opened | None:
    """Show what may be sent, to a browser that gave the word; None to any other."""
    rows = _ask(
        "SELECT asks, phone, files, room_files, room_bytes FROM kith_drop_shows(%s, %s)",
        linking.hash_of(token),
        linking.hash_of(sitting),
    )
    return Opened(*rows[0]) if rows else None


@at_the_door
def begin_sending(*, token: str, sitting: str, size_bytes: int) -> tuple[UUID, bytes]:
    """Let a sending of so many bytes begin, before any is taken; gives the case's id, and its key still wrapped.

    Raises:
        AskWord: this browser did not give the word, or too long ago; or the link is closed.
        Full: the link takes no more.
    """
    found = _ask(
        "SELECT answer, in_case, wrapped_case_key FROM kith_drop_begins(%s, %s, %s)",
        linking.hash_of(token),
        linking.hash_of(sitting),
        size_bytes,
    )
    if not found:
        raise AskWord("Enter the code word again. Nothing was kept.")
    answer, case_id, key = found[0]
    if answer != "yes":
        raise Full("That is more than this link takes. Nothing was kept. Send fewer or smaller files.")
    return case_id, bytes(key)


@at_the_door
def add_files(
    *, token: str, sitting: str, case_id: UUID, wrapped_case_key: bytes, sent: Sequence[files.Incoming]
) -> int:
    """Keep the files of one sending, all or none; gives how many.

    Raises:
        Full: the link takes no more.
        NoRoom: the disk is full.
    """
    made: list[Stored] = []
    try:
        for each in sent:
            made.append(files.keep_outside(each.writer, case_id=case_id, wrapped_case_key=wrapped_case_key))
            _add(token, sitting, made, rules.name_kept(each.name or ""))
    except BaseException:
        for stored in made:
            files.drop_outside(stored)
        raise
    return len(sent)


def _add(token: str, sitting: str, made: list[Stored], name: str) -> None:
    stored = made[-1]
    ((said,),) = _ask(
        "SELECT kith_drop_adds(%s, %s, %s, %s, %s, %s, %s, %s)",
        linking.hash_of(token),
        linking.hash_of(sitting),
        stored.name.file_id,
        stored.address,
        stored.wrapped_file_key,
        stored.sha256,
        stored.size_bytes,
        name,
    )
    if said is None:
        raise Full("That is more than this link takes. Nothing was kept. Send fewer or smaller files.")
    if said == "same":
        files.drop_outside(made.pop())


@at_the_door
def end(*, token: str, sitting: str) -> None:
    """Close the link: they said that was all. Nothing happens if it is closed, or this browser has not opened it."""
    _ask("SELECT kith_drop_ends(%s, %s)", linking.hash_of(token), linking.hash_of(sitting))


def _ask(question: str, *values: str | bytes | int | UUID) -> list[tuple[Any, ...]]:
    with connections[FAMILY].cursor() as cursor:
        cursor.execute(question, values)
        return list(cursor.fetchall())
