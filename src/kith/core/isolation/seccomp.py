"""The filter that the kernel asks at every call this process makes (seccomp, a classic BPF program).

A call that is denied fails with "not permitted"; a call made as another kind of machine ends the process.

References:
    Linux Documentation/userspace-api/seccomp_filter.rst; include/uapi/linux/seccomp.h and bpf_common.h
"""

import ctypes
import errno
import os
import struct

from . import linux
from .calls import DENIED, number_of

_ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_SECCOMP = {"x86_64": 317, "aarch64": 277}
_SET_MODE_FILTER, _ALL_THREADS = 1, 1

_ALLOW, _KILL_PROCESS = 0x7FFF0000, 0x80000000
_REFUSE, _NO_SUCH_CALL = 0x00050000 | errno.EPERM, 0x00050000 | errno.ENOSYS
_LOAD, _RETURN = 0x20, 0x06
_IF_EQUAL, _IF_AT_LEAST, _IF_ANY_BIT = 0x15, 0x35, 0x45
_AT_NUMBER, _AT_ARCHITECTURE, _AT_ARGUMENTS = 0, 4, 16
_X32_CALLS = 0x40000000
_CLONE_THREAD = 0x00010000
# Written for x86-64 and aarch64, which agree on these; the last is O_TMPFILE without its O_DIRECTORY.
_OPEN_TO_WRITE = 0o1 | 0o2 | 0o100 | 0o1000 | 0o2000 | 0o20000000

_Step = tuple[int, int, int, int]


def program(machine: str, *, pid: int, threads: bool) -> bytes:
    """Make the filter for one process on one kind of machine (x86_64 or aarch64)."""
    steps: list[_Step] = [
        (_LOAD, 0, 0, _AT_ARCHITECTURE),
        (_IF_EQUAL, 1, 0, _ARCHITECTURE[machine]),
        (_RETURN, 0, 0, _KILL_PROCESS),
        (_LOAD, 0, 0, _AT_NUMBER),
        (_IF_AT_LEAST, 0, 1, _X32_CALLS),
        (_RETURN, 0, 0, _KILL_PROCESS),
    ]
    for name, answer in _looked_into(pid, threads).items():
        steps += _when(number_of(name, machine), answer)
    for name in DENIED:
        steps += _when(number_of(name, machine), [(_RETURN, 0, 0, _REFUSE)])
    steps.append((_RETURN, 0, 0, _ALLOW))
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


def install(machine: str, *, threads: bool) -> None:
    """Put the filter on this process, all its threads, for good.

    Raises:
        OSError: the kernel will not.
    """
    code = ctypes.create_string_buffer(program(machine, pid=os.getpid(), threads=threads))
    length = (len(code) - 1) // 8
    pointer = ctypes.create_string_buffer(struct.pack("@HP", length, ctypes.addressof(code)))
    if linux.syscall(_SECCOMP[machine], _SET_MODE_FILTER, _ALL_THREADS, pointer):
        raise OSError(errno.ESRCH, "a thread could not be brought under the filter")


def _looked_into(pid: int, threads: bool) -> dict[str, list[_Step]]:
    return {
        "open": _refuse_bits(1, _OPEN_TO_WRITE),
        "openat": _refuse_bits(2, _OPEN_TO_WRITE),
        "openat2": [(_RETURN, 0, 0, _NO_SUCH_CALL)],
        "clone": _need_bits(0, _CLONE_THREAD) if threads else [(_RETURN, 0, 0, _REFUSE)],
        "clone3": [(_RETURN, 0, 0, _NO_SUCH_CALL)],
        "kill": _need_value(0, pid),
        "tkill": _need_value(0, pid),
        "tgkill": _need_value(0, pid),
        # Reading a limit is fine; setting one passes an address.
        "prlimit64": [*_need_value(2, 0)[:-1], *_need_value(2, 0, high=True)],
    }


def _when(number: int | None, answer: list[_Step]) -> list[_Step]:
    return [] if number is None else [(_IF_EQUAL, 0, len(answer), number), *answer]


def _argument(index: int, *, high: bool = False) -> _Step:
    return (_LOAD, 0, 0, _AT_ARGUMENTS + 8 * index + (4 if high else 0))


def _refuse_bits(index: int, bits: int) -> list[_Step]:
    return [_argument(index), (_IF_ANY_BIT, 0, 1, bits), (_RETURN, 0, 0, _REFUSE), (_RETURN, 0, 0, _ALLOW)]


def _need_bits(index: int, bits: int) -> list[_Step]:
    return [_argument(index), (_IF_ANY_BIT, 1, 0, bits), (_RETURN, 0, 0, _REFUSE), (_RETURN, 0, 0, _ALLOW)]


def _need_value(index: int, value: int, *, high: bool = False) -> list[_Step]:
    return [
        _argument(index, high=high),
        (_IF_EQUAL, 1, 0, value),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]
