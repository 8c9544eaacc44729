"""What the tests of the store make and look at."""

from pathlib import Path
from uuid import UUID

from kith.core.vault import CaseKey, ObjectName, Writer, open_file

CASE_KEY = CaseKey(bytes(range(32, 64)))
SMALL = 1024


def put(store, content, *, segment_bytes=SMALL, case_key=CASE_KEY, piece=700):
    with Writer(store, segment_bytes=segment_bytes) as writer:
        for at in range(0, len(content), piece):
            writer.write(content[at : at + piece])
        return writer.commit(case_key)


def opened(store, stored, case_key=CASE_KEY):
    return open_file(store, stored.name, case_key.unwrap_file_key(stored.name, stored.wrapped_file_key))


def files_in(store):
    return [path for path in store.path_of(ObjectName("0" * 64, UUID(int=0))).parents[2].rglob("*") if path.is_file()]


def change(store, stored, altered):
    path = store.path_of(stored.name)
    path.chmod(0o600)
    path.write_bytes(altered)


def open_descriptors():
    """How many descriptors this process holds."""
    return len(list(Path("/dev/fd").iterdir()))
