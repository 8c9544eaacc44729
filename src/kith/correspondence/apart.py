"""The parent's side of opening what came: a child is given the mail and what our mail server is called. No database."""

import json
import os
from dataclasses import dataclass

import msgspec

from kith.core.isolation import ChildFailed, Limits, run_isolated
from kith.correspondence.opening import opened
from kith.correspondence.rules.heard import MOST_TEXT, Heard, HeardFile, line, tidied

CHILD = "kith.correspondence.opening"
#: A mail of 50 MB needs about 400 MB while it is taken apart.
LIMITS = Limits(memory_bytes=2 << 30, cpu_seconds=60, wait_seconds=120)
NOT_OPENED = "This e-mail could not be opened safely, so none of it is shown. It is kept whole."


@dataclass(frozen=True, slots=True)
class Opened:
    """What came, opened: what was heard, its files, and its exact bytes."""

    heard: Heard
    files: tuple[HeardFile, ...]
    data: bytes


def open_apart(data: bytes, *, believed: str) -> Opened:
    """Take a mail apart in a child that can reach nothing; one that breaks the child is kept and says so."""
    mail, told = _in_memory(data), _in_memory(believed.encode())
    try:
        with run_isolated(CHILD, give={"mail": mail, "believed": told}, limits=LIMITS) as child:
            heard, files = opened(child)
    except (ChildFailed, msgspec.MsgspecError):
        return Opened(Heard(trouble=NOT_OPENED), (), data)
    finally:
        os.close(mail)
        os.close(told)
    return Opened(heard, tuple(files), data)


def _in_memory(data: bytes) -> int:
    handle = os.memfd_create("kith", os.MFD_CLOEXEC)
    with os.fdopen(os.dup(handle), "wb") as file:
        file.write(data)
    os.lseek(handle, 0, os.SEEK_SET)
    return handle


def open_text(data: bytes) -> Opened:
    """Open a text message as GOV.UK Notify hands it over: JSON, each value of which is taken as plain words."""
    try:
        told = json.loads(data)
        sender, words = str(told["source_number"]), str(told["message"])
    except (ValueError, KeyError, TypeError):
        return Opened(Heard(trouble="This text message could not be read. It is kept whole."), (), data)
    sent = line(str(told.get("date_received", "")))[:120]
    return Opened(Heard(sender=line(sender)[:30], text=tidied(words)[:MOST_TEXT], sent_text=sent), (), data)
