"""What can be told of a bucket from outside: that it answers, who else may read it, what it keeps of the erased."""

import contextlib
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from .bucket import Bucket
from .s3 import PREFIX
from .s3_client import BotoCoreError, ClientError, answered, client


@dataclass(frozen=True, slots=True)
class BucketState:
    """What was found. None where the store does not say."""

    seconds_apart: float | None
    is_public: bool
    versions: str
    is_locked: bool | None


def state_of(bucket: Bucket, now: datetime) -> BucketState:
    """Ask a bucket for its first object, with the keys and as a stranger, and how it is set.

    Raises:
        NoAnswer: it does not answer, or refuses the keys.
    """
    ask = client(bucket)
    with answered():
        first = ask.list_objects_v2(Bucket=bucket.name, Prefix=PREFIX, MaxKeys=1)
    versions = _told(lambda: ask.get_bucket_versioning(Bucket=bucket.name))
    lock = _told(lambda: ask.get_object_lock_configuration(Bucket=bucket.name))
    return BucketState(
        seconds_apart=_seconds_apart(first, now),
        is_public=_is_public(bucket, [each["Key"] for each in first.get("Contents", ())]),
        versions=str((versions or {}).get("Status", "")),
        is_locked=None if lock is None else bool(lock.get("ObjectLockConfiguration")),
    )


def _is_public(bucket: Bucket, keys: list[str]) -> bool:
    """Ask as a stranger, without keys."""
    stranger = client(bucket, signed=False)
    listed = _told(lambda: stranger.list_objects_v2(Bucket=bucket.name, MaxKeys=1))
    looked = [_told(lambda key=key: stranger.head_object(Bucket=bucket.name, Key=key)) for key in keys]
    return listed is not None or any(each is not None for each in looked)


def _told(ask: Any) -> dict[str, Any] | None:
    with contextlib.suppress(ClientError, BotoCoreError):
        return dict(ask())
    return None


def _seconds_apart(answer: dict[str, Any], now: datetime) -> float | None:
    stamp = answer["ResponseMetadata"]["HTTPHeaders"].get("date", "")
    try:
        return abs((parsedate_to_datetime(stamp) - now).total_seconds())
    except (ValueError, TypeError):
        return None
