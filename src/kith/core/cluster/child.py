"""Become PostgreSQL: run by itself as a script, before anything of Kith's is imported.

    python -I -S child.py PARENT UID GID PROGRAM ARGUMENT...

Takes a session of its own (Ctrl-C reaches Kith, which then stops the server in order), gives up root (UID and GID are
`-` to stay who we are), asks Linux for a fast shutdown should Kith be killed, and becomes the program. It is a script
and not a function between fork and exec, as Kith has threads.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1  # linux/prctl.h


def main(parent: str, uid: str, gid: str, *command: str) -> None:
    """Become the command, or end at once if the parent has gone already."""
    os.setsid()
    os.umask(0o077)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if uid != "-":
        os.setgroups([])
        os.setgid(int(gid))
        os.setuid(int(uid))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(signal.SIGINT))
        if os.getppid() != int(parent):
            raise SystemExit("Kith has ended")
    os.chdir("/")
    os.execv(command[0], command)


if __name__ == "__main__":
    main(*sys.argv[1:])
