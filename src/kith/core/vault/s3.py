"""The store in a bucket of an S3-compatible store: the same names and bytes as on a disk.

    files/<first two digits>/<address>.<file id>     one object each
    <folder>/incoming/<random>.part                  on this machine's disk while it is written; already encrypted

An object's name is known when its last byte is, so it is gathered on the disk and then put: in one piece, or, when it
is large, in parts that become visible together. `If-None-Match: *` refuses a second object of one name; a store that
does not know it is asked first whether there is one, and a name holds a random id that no other writer has.

References:
    https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html, API_CompleteMultipartUpload.html
    docs/adr/0027-files-in-a-bucket.md
"""

import contextlib
import errno
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from .backend import Listed, Missing, NoAnswer
from .bucket import Bucket
from .half import Half, room, sweep_halves
from .names import ObjectName
from .s3_blob import S3Blob
from .s3_client import PUT_SECONDS, BotoCoreError, ClientError, answered, client, said

PREFIX = "files/"
#: Up to here an object is put in one piece; a larger one in parts, of which a store takes 10,000.
ONE_PIECE_BYTES = 32 << 20
PART_BYTES = 16 << 20
_MOST_PARTS = 9_000
_ENDS = (64, 16)  # an object's header and the tag of its last segment: no two objects share them


class S3Part(Half):
    """A file in `incoming` that becomes an object by being put into the bucket."""

    def __init__(self, store: "S3", incoming: Path) -> None:
        super().__init__(incoming)
        self._store = store

    def keep(self, name: ObjectName) -> None:
        """Put it; when this returns, the store has said that it keeps it, and of the right size."""
        size = os.fstat(self.handle).st_size
        self._store.put(self.path, size, name)
        self.drop()


class S3:
    """A bucket of objects.

    Args:
        folder: of this machine's own, for what is being written. Made 0700 if it is not there.
    """

    def __init__(self, folder: Path, bucket: Bucket) -> None:
        self._incoming, self.bucket = folder / "incoming", bucket
        with room():
            for each in (folder, self._incoming):
                each.mkdir(mode=0o700, parents=True, exist_ok=True)

    def where(self, name: ObjectName) -> str:
        """Say where an object lies."""
        return f"s3://{self.bucket.name}/{key_of(name)}"

    def begin(self) -> S3Part:
        """Begin an object in `incoming`."""
        return S3Part(self, self._incoming)

    def open(self, name: ObjectName) -> S3Blob:
        """Open an object: its first piece comes with its size."""
        return S3Blob(self._ask, self._at(name), name)

    def exists(self, name: ObjectName) -> bool:
        """Tell whether the object is there."""
        return self._size_of(name) is not None

    def delete(self, name: ObjectName) -> bool:
        """Delete an object for good: in a bucket that keeps versions, every one of them."""
        was_there = self.exists(name)
        with answered():
            if was_there:
                if self._ask.delete_object(**self._at(name)).get("DeleteMarker"):
                    self._delete_versions(key_of(name))
            else:  # versions may be left by a deletion that was cut short or refused; no second marker is put over them
                with _none_such():
                    self._delete_versions(key_of(name))
        return was_there

    def listing(self) -> Iterator[Listed]:
        """Give every object; other keys of the bucket are passed over."""
        with answered():
            for page in self._pages("list_objects_v2"):
                for each in page.get("Contents", ()):
                    with contextlib.suppress(ValueError):
                        yield Listed(_name_in(each["Key"]), int(each["Size"]), each["LastModified"])

    def sweep(self, before: datetime) -> int:
        """Delete what a crash left on this machine's disk, and end unfinished uploads of any machine's."""
        return sweep_halves(self._incoming, before) + self._end_uploads(before)

    def put(self, path: Path, size: int, name: ObjectName) -> None:
        """Put a finished file under its name. Never over another.

        Raises:
            FileExistsError: there is one of this name.
            NoAnswer, NoRoom: nothing can be seen of it, or what can is found as an orphan.
        """
        if self.exists(name):
            raise _there_already(name)
        at, once = self._at(name), {"IfNoneMatch": "*"}
        send = self._put_whole if size <= ONE_PIECE_BYTES else self._put_in_parts
        with answered():
            try:
                send(path, size, at, once)
            except ClientError as error:
                if said(error)[1] != 501:
                    self._judge(error, path, size, name)
                else:  # a store that does not know the condition: that there is none was asked a moment ago
                    send(path, size, at, {})
        if self._size_of(name) != size:
            raise NoAnswer("what it keeps has not the size of what was put")

    def _put_whole(self, path: Path, size: int, at: dict[str, str], once: dict[str, str]) -> None:
        with path.open("rb") as file:
            self._put.put_object(Body=file, ContentLength=size, **at, **once)

    def _put_in_parts(self, path: Path, size: int, at: dict[str, str], once: dict[str, str]) -> None:
        upload = {**at, "UploadId": self._put.create_multipart_upload(**at)["UploadId"]}
        try:
            parts = [
                {"PartNumber": number, "ETag": self._put.upload_part(Body=piece, PartNumber=number, **upload)["ETag"]}
                for number, piece in enumerate(_pieces(path, size), start=1)
            ]
            self._put.complete_multipart_upload(MultipartUpload={"Parts": parts}, **upload, **once)
        except BaseException:
            with contextlib.suppress(BotoCoreError, ClientError):
                self._ask.abort_multipart_upload(**upload)
            raise

    def _judge(self, error: ClientError, path: Path, size: int, name: ObjectName) -> None:
        """Look whether what stands there is what was just put: an answer was lost, and the second try refused."""
        code, status = said(error)
        if status == 412 or code == "NoSuchUpload":
            if self._is_ours(path, size, name):
                return
            if status == 412:
                raise _there_already(name)
        raise error

    def _is_ours(self, path: Path, size: int, name: ObjectName) -> bool:
        head, tail = bytearray(_ENDS[0]), bytearray(_ENDS[1])
        try:
            blob = self.open(name)
        except Missing:
            return False
        with contextlib.closing(blob), path.open("rb") as file:
            if blob.object_bytes != size:
                return False
            blob.read_into(0, head)
            blob.read_into(size - len(tail), tail)
            same = file.read(len(head)) == head
            file.seek(-len(tail), os.SEEK_END)
            return same and file.read() == tail

    def _size_of(self, name: ObjectName) -> int | None:
        with answered():
            try:
                return int(self._ask.head_object(**self._at(name))["ContentLength"])
            except ClientError as error:
                if said(error)[1] == 404:
                    return None
                raise

    def _delete_versions(self, key: str) -> None:
        for page in self._pages("list_object_versions", key):
            for each in (*page.get("Versions", ()), *page.get("DeleteMarkers", ())):
                if each["Key"] == key:
                    self._ask.delete_object(Bucket=self.bucket.name, Key=key, VersionId=each["VersionId"])

    def _end_uploads(self, before: datetime) -> int:
        ended = 0
        with answered():
            for each in [found for found in self._uploads() if found["Initiated"] < before]:
                at = {"Bucket": self.bucket.name, "Key": each["Key"], "UploadId": each["UploadId"]}
                with _none_such():  # it came to its end meanwhile
                    self._ask.abort_multipart_upload(**at)
                    ended += 1
        return ended

    def _uploads(self) -> Iterator[dict[str, Any]]:
        with _none_such():
            for page in self._pages("list_multipart_uploads"):
                yield from page.get("Uploads", ())

    def _pages(self, what: str, prefix: str = PREFIX) -> Iterator[dict[str, Any]]:
        yield from self._ask.get_paginator(what).paginate(Bucket=self.bucket.name, Prefix=prefix)

    def _at(self, name: ObjectName) -> dict[str, str]:
        return {"Bucket": self.bucket.name, "Key": key_of(name)}

    @property
    def _ask(self) -> Any:
        return client(self.bucket)

    @property
    def _put(self) -> Any:
        return client(self.bucket, read_seconds=PUT_SECONDS)


@contextlib.contextmanager
def _none_such() -> Iterator[None]:
    """Pass over that there is no such upload, or that a store cannot list such things: then it has none of ours."""
    try:
        yield
    except ClientError as error:
        code, status = said(error)
        if code != "NoSuchUpload" and status != 501:
            raise


def key_of(name: ObjectName) -> str:
    """Give an object's key."""
    return f"{PREFIX}{name.address[:2]}/{name}"


def _name_in(key: str) -> ObjectName:
    name = ObjectName.parse(key.rpartition("/")[2])
    if key_of(name) != key:
        raise ValueError("this is not where such an object lies")
    return name


def _pieces(path: Path, size: int) -> Iterator[bytes]:
    part_bytes = max(PART_BYTES, -(-size // _MOST_PARTS))
    with path.open("rb") as file:
        while piece := file.read(part_bytes):
            yield piece


def _there_already(name: ObjectName) -> FileExistsError:
    return FileExistsError(errno.EEXIST, "an object is never written twice", str(name))
