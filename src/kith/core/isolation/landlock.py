"""Which files this process may still read (Landlock, Linux 5.13 and later): code and time zones, no one's data.

Without it a child that was taken over could read what its account can, the installation key among it, though it could
tell only its parent. What is already open stays open.

References:
    Linux Documentation/userspace-api/landlock.rst
"""

import contextlib
import ctypes
import os
import stat
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

from . import linux

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION, _PATH_BENEATH = 1, 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_EVERY_RIGHT = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1}
_EVERY_RIGHT_SINCE_5 = (1 << 16) - 1
_TCP, _OUTSIDE = 0b11, 0b11

_SYSTEM_FILES = (
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/usr/share/zoneinfo",
    "/etc/ld.so.cache",
    "/dev/null",
    "/dev/urandom",
)


def restrict(may_read: Iterable[str]) -> None:
    """Leave this process nothing but reading its own code and these files and folders, for good.

    Raises:
        OSError: the kernel will not, or is too old.
    """
    version = linux.syscall(_CREATE_RULESET, None, 0, _ASK_VERSION)
    rules = _ruleset(version)
    try:
        for path in {*_SYSTEM_FILES, *_own_code(), *may_read}:
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                _allow(rules, path)
        linux.syscall(_RESTRICT_SELF, rules, 0)
    finally:
        os.close(rules)


def _ruleset(version: int) -> int:
    files = _EVERY_RIGHT.get(version, _EVERY_RIGHT_SINCE_5)
    # The kernel takes the fields it knows of; older ones take fewer.
    fields = struct.pack("=QQQ", files, _TCP, _OUTSIDE)[: 8 if version < 4 else 16 if version < 6 else 24]
    return linux.syscall(_CREATE_RULESET, ctypes.create_string_buffer(fields), len(fields), 0)


def _allow(rules: int, path: str) -> None:
    handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        rights = _READ_FILE | _READ_FOLDER if folder else _READ_FILE
        rule = ctypes.create_string_buffer(struct.pack("=Qi", rights, handle))
        linux.syscall(_ADD_RULE, rules, _PATH_BENEATH, rule, 0)
    finally:
        os.close(handle)


def _own_code() -> set[str]:
    own = {str(Path(sys.base_prefix) / "lib"), str(Path(sys.prefix) / "lib")}
    return own | {each for each in sys.path if Path(each).is_absolute()}
