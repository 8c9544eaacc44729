"""The few calls of the Linux kernel that Python has no name for."""

import ctypes
import os
import platform
import struct
import sys

PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS = 1, 38

_libc = ctypes.CDLL(None, use_errno=True)
if sys.platform == "linux":
    _libc.syscall.restype = ctypes.c_long
    _libc.prctl.restype = ctypes.c_int

CallArgument = int | ctypes.Array[ctypes.c_char] | None


def machine() -> str:
    """Give the kind of machine this process runs as, or "" where its calls are not known to us."""
    name = platform.machine()
    known = sys.platform == "linux" and struct.calcsize("P") == 8 and sys.byteorder == "little"
    return name if known and name in ("x86_64", "aarch64") else ""


def syscall(number: int, *arguments: CallArgument) -> int:
    """Make a call of the kernel.

    Raises:
        OSError: what the kernel answered.
    """
    passed = [ctypes.c_long(each) if isinstance(each, int) else each for each in arguments]
    answer = int(_libc.syscall(ctypes.c_long(number), *passed))
    if answer < 0:
        raise _last_error()
    return answer


def prctl(option: int, value: int) -> None:
    """Set something about this process.

    Raises:
        OSError: what the kernel answered.
    """
    nothing = ctypes.c_ulong(0)
    if _libc.prctl(ctypes.c_int(option), ctypes.c_ulong(value), nothing, nothing, nothing):
        raise _last_error()


def drop_capabilities() -> None:
    """Give up every special right, so that running as root is no worse than running as anyone."""
    number = {"x86_64": 126, "aarch64": 91}[machine()]
    version_3_of_ourselves = ctypes.create_string_buffer(struct.pack("=Ii", 0x20080522, 0))
    syscall(number, version_3_of_ourselves, ctypes.create_string_buffer(bytes(24)))


def _last_error() -> OSError:
    number = ctypes.get_errno()
    return OSError(number, os.strerror(number))
