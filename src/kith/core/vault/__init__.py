"""The encrypted file store: what a family hands over is kept here, and only here, in a form that cannot be altered.

Plain Python: no Django and no database. The caller keeps four values of each file in its own tables (address, object
name, wrapped file key, size) and one of each case (wrapped case key); everything else is in the store. The format and
the reasons for it are in docs/adr/0003-file-store.md.
"""

from pathlib import Path

from .backend import Backend, Blob, Listed, Missing, NoAnswer, NoRoom, NotAllowed, Part
from .bucket import Bucket, OddBucket
from .disk import Disk
from .format import SEGMENT_BYTES, Tampered
from .keyfile import write_key_file
from .keys import (
    SEALED_SECRET,
    CaseKey,
    InstallationKey,
    InstallationKeys,
    KeyProblem,
    WrongKey,
    new_installation_key,
)
from .memory import as_memfd, memory_of, plaintext_state
from .names import ObjectName
from .reader import Reader, open_file
from .sealing import SEALED_BYTES, new_sealing_pair, open_sealed, public_of, seal_key, seal_to, sealed_to, unseal_key
from .sealing_keys import read_private, read_public, write_pair
from .shares import Share, join_shares, split_key
from .writer import Stored, Writer

__all__ = [
    "SEALED_BYTES",
    "SEALED_SECRET",
    "SEGMENT_BYTES",
    "Backend",
    "Blob",
    "Bucket",
    "CaseKey",
    "Disk",
    "InstallationKey",
    "InstallationKeys",
    "KeyProblem",
    "Listed",
    "Missing",
    "NoAnswer",
    "NoRoom",
    "NotAllowed",
    "ObjectName",
    "OddBucket",
    "Part",
    "Reader",
    "Share",
    "Stored",
    "Tampered",
    "Writer",
    "WrongKey",
    "as_memfd",
    "memory_of",
    "join_shares",
    "new_installation_key",
    "new_sealing_pair",
    "open_file",
    "open_sealed",
    "plaintext_state",
    "public_of",
    "read_private",
    "read_public",
    "seal_key",
    "seal_to",
    "sealed_to",
    "split_key",
    "store_in",
    "unseal_key",
    "write_key_file",
    "write_pair",
]


def store_in(folder: Path, bucket: Bucket | None) -> Backend:
    """Give the store: a bucket where one is named, with `folder` for what is being written; else the folder itself."""
    if bucket is None:
        return Disk(folder)
    from .s3 import S3  # not above: who keeps files on a disk need not load what asks a bucket

    return S3(folder, bucket)
