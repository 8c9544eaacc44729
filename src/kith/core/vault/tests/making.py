"""What the tests of the store make and look at, in a folder or in a bucket."""

from pathlib import Path
from typing import NamedTuple

from kith.core.vault import CaseKey, Disk, ObjectName, Writer, open_file
from kith.core.vault.s3 import key_of
from kith.core.vault.s3_client import client

CASE_KEY = CaseKey(bytes(range(32, 64)))
SMALL = 1024


class Lying(NamedTuple):
    """Something that lies in a store, or waits to: its name, and its bytes."""

    name: str
    data: bytes


def put(store, content, *, segment_bytes=SMALL, case_key=CASE_KEY, piece=700):
    with Writer(store, segment_bytes=segment_bytes) as writer:
        for at in range(0, len(content), piece):
            writer.write(content[at : at + piece])
        return writer.commit(case_key)


def opened(store, stored, case_key=CASE_KEY):
    return open_file(store, stored.name, case_key.unwrap_file_key(stored.name, stored.wrapped_file_key))


def files_in(store):
    """Give all that lies in a store: objects, strangers, and what is being written."""
    if isinstance(store, Disk):
        folder = store.path_of_files().parent
        return [Lying(path.name, path.read_bytes()) for path in folder.rglob("*") if path.is_file()]
    ask, at = client(store.bucket), {"Bucket": store.bucket.name}
    listed = ask.list_objects_v2(**at).get("Contents", [])
    objects = [Lying(each["Key"].rpartition("/")[2], _whole(ask, at, each["Key"])) for each in listed]
    return objects + [Lying(path.name, path.read_bytes()) for path in store._incoming.iterdir()]


def _whole(ask, at, key):
    return ask.get_object(Key=key, **at)["Body"].read()


def bytes_of(store, name: ObjectName):
    """Give an object's bytes as they lie there."""
    [found] = [each.data for each in files_in(store) if each.name == str(name)]
    return found


def change(store, stored, altered):
    """Alter an object behind the store's back."""
    if isinstance(store, Disk):
        path = store.path_of(stored.name)
        path.chmod(0o600)
        path.write_bytes(altered)
    else:
        client(store.bucket).put_object(Bucket=store.bucket.name, Key=key_of(stored.name), Body=altered)


def leave_a_stranger(store, beside: ObjectName):
    """Put something beside an object that is none."""
    if isinstance(store, Disk):
        store.path_of(beside).with_name("notes.txt").write_text("a stranger")
    else:
        for key in (f"files/{beside.address[:2]}/notes.txt", f"elsewhere/{beside}", f"files/zz/{beside}"):
            client(store.bucket).put_object(Bucket=store.bucket.name, Key=key, Body=b"a stranger")


def open_descriptors():
    """How many descriptors this process holds."""
    return len(list(Path("/dev/fd").iterdir()))
