"""What `kith doctor` says of where the files lie."""

from collections.abc import Iterator
from pathlib import Path

from kith.cli.seen import Found
from kith.config.env import OddSetting
from kith.config.file_store import bucket_in_use

MOST_SECONDS_APART = 60.0  # a store refuses what is signed a quarter of an hour away
_VERSIONS = (
    "Kith deletes every version of what is erased, but not what other means put into this bucket. If versions are kept"
    " against mistakes, have them expire within the time that docs/governance/retention.md gives for backups."
)
_LOCKED = "What is locked cannot be erased until its time is over: take the lock away, or make it shorter than a month."


def files_lie(folder: Path) -> Iterator[Found]:
    """Look at the bucket, where there is one."""
    try:
        bucket = bucket_in_use()
    except OddSetting as odd:
        yield Found("files", "cannot be used", str(odd), is_unsafe=True)
        return
    if bucket is None:
        yield Found("files", f"on this machine's disk, {folder / 'files'}")
        return
    from kith.core import clock
    from kith.core.vault import NoAnswer
    from kith.core.vault.s3_state import state_of

    called = f"bucket {bucket.name} of {bucket.endpoint}"
    try:
        state = state_of(bucket, clock.now())
    except NoAnswer as problem:
        mend = "Until it does, files can neither be taken in nor opened; pages that need none work."
        yield Found("files", f"{called} does not answer ({problem.why})", mend, is_unsafe=True)
        return
    yield Found("files", f"{called} answers")
    if state.is_public:
        mend = "Take away every right of strangers to this bucket: they see how many files there are, and fetch them."
        yield Found("bucket", "strangers may read it, without any key", mend, is_unsafe=True)
    else:
        yield Found("bucket", "strangers are refused, as far as can be told")
    yield Found("bucket's versions", state.versions.lower() or "none kept", _VERSIONS if state.versions else "")
    locked = {None: "it does not say", True: "there is one", False: "none"}[state.is_locked]
    yield Found("bucket's lock", locked, _LOCKED if state.is_locked else "")
    apart = state.seconds_apart
    if apart is not None:
        mend = "Keep both clocks (NTP): a store refuses what seems to be signed long ago, or in the future."
        yield Found("bucket's clock", f"{apart:.0f} s apart", mend if apart > MOST_SECONDS_APART else "")
