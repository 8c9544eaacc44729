import errno
import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest

import kith
from kith.core.isolation import isolation_state, linux, seccomp
from kith.core.isolation.calls import DENIED, LOOKED_INTO, NETWORK, number_of

ALLOW, KILL, REFUSE, NONE = 0x7FFF0000, 0x80000000, 0x50000 | errno.EPERM, 0x50000 | errno.ENOSYS
ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}


def ask(machine, number, *arguments, architecture=None, pid=42, threads=False):
    """Run the filter as the kernel does and give its answer."""
    code = seccomp.program(machine, pid=pid, threads=threads)
    steps = [struct.unpack_from("=HBBI", code, at) for at in range(0, len(code), 8)]
    padded = [*arguments, 0, 0, 0, 0, 0, 0][:6]
    data = struct.pack("=IIQ6Q", number, architecture or ARCHITECTURE[machine], 0, *(a % (1 << 64) for a in padded))
    at = held = 0
    while True:
        what, yes, no, value = steps[at]
        at += 1
        if what == 0x06:
            return value
        if what == 0x20:
            (held,) = struct.unpack_from("=I", data, value)
        else:
            met = {0x15: held == value, 0x35: held >= value, 0x45: bool(held & value)}[what]
            at += yes if met else no


both = pytest.mark.parametrize("machine", ["x86_64", "aarch64"])


@both
def test_every_denied_call_is_refused_and_others_are_let_through(machine):
    denied = {number_of(name, machine) for name in DENIED} - {None}
    looked_into = {number_of(name, machine) for name in LOOKED_INTO} - {None}
    for number in range(500):
        if number not in looked_into:
            assert ask(machine, number) == (REFUSE if number in denied else ALLOW)


@both
@pytest.mark.parametrize(
    ("flags", "answer"),
    [
        (0, ALLOW),
        (0o2000000, ALLOW),
        (0o1, REFUSE),
        (0o2, REFUSE),
        (0o100, REFUSE),
        (0o1000, REFUSE),
        (0o20200000, REFUSE),
    ],
)
def test_opening_is_for_reading_only(machine, flags, answer):
    assert ask(machine, number_of("openat", machine), -100, 0, flags) == answer
    if machine == "x86_64":
        assert ask(machine, number_of("open", machine), 0, flags) == answer
    assert ask(machine, number_of("openat2", machine)) == NONE


@both
def test_a_process_may_signal_only_itself(machine):
    for name in ("kill", "tkill", "tgkill"):
        assert ask(machine, number_of(name, machine), 42) == ALLOW
        for other in (0, 1, 43, -1, -42):
            assert ask(machine, number_of(name, machine), other) == REFUSE


@both
def test_limits_may_be_read_and_never_set(machine):
    number = number_of("prlimit64", machine)
    assert ask(machine, number, 0, 7, 0, 0x7FFF0000) == ALLOW
    for address in (1, 0x7FFF_0000_0000, 0x1_0000_0000):
        assert ask(machine, number, 0, 7, address) == REFUSE


@both
def test_threads_are_started_only_where_allowed_and_processes_never(machine):
    number, thread, process = number_of("clone", machine), 0x003D0F00, 0x01200011
    assert ask(machine, number, thread) == REFUSE
    assert ask(machine, number, thread, threads=True) == ALLOW
    assert ask(machine, number, process, threads=True) == REFUSE
    assert ask(machine, number_of("clone3", machine), threads=True) == NONE


@both
def test_calls_as_another_machine_end_the_process(machine):
    other = ARCHITECTURE["aarch64" if machine == "x86_64" else "x86_64"]
    assert ask(machine, 0, architecture=other) == KILL
    assert ask(machine, 0, architecture=0x40000003) == KILL
    assert ask(machine, 0x40000000 | 41) == KILL


@both
def test_no_number_is_given_twice_and_the_program_is_of_a_size_the_kernel_takes(machine):
    numbers = [number_of(name, machine) for name in {**DENIED, **LOOKED_INTO}]
    numbers = [number for number in numbers if number is not None]
    assert len(numbers) == len(set(numbers))
    assert len(seccomp.program(machine, pid=1, threads=True)) // 8 < 4096


@pytest.mark.parametrize(
    ("machine", "header"),
    [("x86_64", "/usr/include/x86_64-linux-gnu/asm/unistd_64.h"), ("aarch64", "/usr/include/asm-generic/unistd.h")],
)
def test_the_numbers_are_those_of_the_kernels_own_headers(machine, header):
    if not Path(header).is_file():
        pytest.skip("the kernel's headers are not installed here")
    known = dict(re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", Path(header).read_text()))
    checked = [name for name in {**DENIED, **LOOKED_INTO} if name in known]
    assert {name: number_of(name, machine) for name in checked} == {name: int(known[name]) for name in checked}
    assert set(NETWORK) <= set(checked)


# --- machines that cannot


def locked_down(lines):
    """Lock a process of its own down and give the state it says."""
    start = "from kith.core.isolation import landlock, linux, lock_down, seccomp\n"
    environment = {"PYTHONPATH": str(Path(kith.__file__).parents[1])}
    run = [sys.executable, "-B", "-c", f"{start}{lines}\nimport os\nos.write(1, lock_down().encode())"]
    return subprocess.run(run, env=environment, capture_output=True, text=True, check=True, timeout=30).stdout


def test_a_machine_of_another_kind_is_said_to_be_not_isolated():
    assert locked_down("linux.machine = lambda: ''").startswith("not isolated: no filter is known for ")


@pytest.mark.skipif(not linux.machine(), reason="needs Linux on a known machine")
def test_a_system_that_refuses_the_filter_is_said_to_be_not_isolated():
    lines = "def refuse(*a, **k): raise OSError(22, 'Invalid argument')\nseccomp.install = refuse"
    assert locked_down(lines) == "not isolated: the system refused the filter (Invalid argument)"


@pytest.mark.skipif(isolation_state().startswith("not isolated"), reason="needs the filter")
def test_a_system_without_landlock_is_said_to_be_partly_isolated():
    lines = "def refuse(*a): raise OSError(38, 'Function not implemented')\nlandlock.restrict = refuse"
    assert locked_down(lines).startswith("partly isolated: it may read what this account can read")


@pytest.mark.skipif(isolation_state().startswith("not isolated"), reason="needs the filter")
def test_a_limit_that_the_system_will_not_take_is_named():
    lines = "from kith.core.isolation import limits\nlimits.apply = lambda within: ['memory']"
    assert locked_down(lines) == "partly isolated: no limit on memory"


@pytest.mark.skipif(not Path("/proc/sys/kernel/seccomp/actions_avail").is_file(), reason="this kernel has no seccomp")
@pytest.mark.skipif(not linux.machine(), reason="no filter is known for this machine")
def test_a_kernel_that_can_isolate_does():
    """Without this, a fault in the filter would only skip the tests that need it."""
    state = isolation_state()
    assert not state.startswith("not isolated")
    try:
        linux.syscall(444, None, 0, 1)
    except OSError:
        return
    assert state == "isolated"
