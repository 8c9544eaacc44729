"""Copies every object of one store into another, disk to bucket or back, and reads each where it has arrived.

It may be killed and run again: what is there already is passed over. Nothing is taken away from where it came from.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Final

from kith.core.backup.objects import blocks, hash_of
from kith.core.vault import Backend, Missing, ObjectName, Tampered, WrongKey, open_file

_PIECE_BYTES: Final = 1 << 20


@dataclass(slots=True)
class Carried:
    """What was done. `opened` with their own key, every segment checked; `compared` byte for byte, having none here."""

    copied: int = 0
    copied_bytes: int = 0
    there: int = 0
    opened: int = 0
    compared: int = 0
    faults: list[str] = field(default_factory=list)


def carry_all(
    source: Backend,
    target: Backend,
    *,
    key_of: Callable[[ObjectName], bytes | None],
    even_those_there: bool = False,
    said: Callable[[Carried], None] = lambda so_far: None,
) -> Carried:
    """Copy what the target lacks, and read it there.

    Args:
        key_of: gives a file's key, or None if it cannot be had: sealed, or named by no case.
        even_those_there: read what was there already too.
        said: told after each object.

    Raises:
        NoAnswer, NoRoom: run it again, it goes on.
    """
    done = Carried()
    sizes = {each.name: each.object_bytes for each in target.listing()}
    for each in source.listing():
        is_there = sizes.get(each.name) == each.object_bytes
        if is_there:
            done.there += 1
        elif each.name in sizes:
            done.faults.append(f"{each.name} has another size there: nothing was put over it")
            continue
        elif not _copied(source, target, each.name):
            continue  # erased since it was listed
        else:
            done.copied, done.copied_bytes = done.copied + 1, done.copied_bytes + each.object_bytes
        if not is_there or even_those_there:
            _read_there(source, target, each.name, key_of(each.name), done)
        said(done)
    return done


def _copied(source: Backend, target: Backend, name: ObjectName) -> bool:
    part = target.begin()
    try:
        with closing(blocks(source, name)) as data:
            for block in data:
                part.write(block)
        part.keep(name)
    except Missing:
        return False
    finally:
        part.drop()
    if source.exists(name):
        return True
    target.delete(name)  # erased while it was copied: it must not come back by this
    return False


def _read_there(source: Backend, target: Backend, name: ObjectName, key: bytes | None, done: Carried) -> None:
    try:
        if key is None:
            done.compared += 1
            if hash_of(blocks(target, name)) != hash_of(blocks(source, name)):
                done.faults.append(f"{name} is another there")
            return
        done.opened += 1
        for _ in _pieces(target, name, key):
            pass
    except (Missing, Tampered, WrongKey) as problem:
        done.faults.append(str(problem))


def _pieces(store: Backend, name: ObjectName, key: bytes) -> Iterator[bytes]:
    with open_file(store, name, key) as reader:
        while piece := reader.read(_PIECE_BYTES):
            yield piece
