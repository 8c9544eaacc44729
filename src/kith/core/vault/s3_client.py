"""How a bucket is asked: by botocore, which signs and tries again, and is kept from everything but the one endpoint.

It reads no file and no variable of its own (no ~/.aws, no AWS_..., no proxy of the environment), asks no metadata
service since it is given keys, and a request to any other host is refused before it is sent.
"""

import contextlib
import logging
import os
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

import botocore.session
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from .backend import NoAnswer, NoRoom, NotAllowed
from .bucket import Bucket

__all__ = ["BotoCoreError", "ClientError", "answered", "client", "said"]

log = logging.getLogger(__name__)

TRIES = 3
CONNECT_SECONDS = 3
#: A page waits for a piece; an upload's last answer may come only when a store has put its parts together.
READ_SECONDS, PUT_SECONDS = 10, 60
_CONNECTIONS = 16
_FULL = {"QuotaExceeded", "InsufficientStorage", "XMinioStorageFull", "EntityTooLarge", "507"}


class Elsewhere(BotoCoreError):
    """A request would have gone to another host than the endpoint."""

    fmt = "A request to another host was not sent."


def client(bucket: Bucket, *, read_seconds: int = READ_SECONDS, signed: bool = True) -> Any:
    """Give a client of this process's own; one is made when it is first asked for, and shared by all threads."""
    at = (bucket.endpoint, bucket.region, bucket.key_id, bucket.secret, bucket.ca_file or True)
    return _client(*at, read_seconds, signed, os.getpid())


@lru_cache(maxsize=8)
def _client(
    endpoint: str, region: str, key_id: str, secret: str, verify: str | bool, read_seconds: int, signed: bool, _: int
) -> Any:
    made = _session().create_client(
        "s3",
        region_name=region,
        endpoint_url=endpoint,
        aws_access_key_id=key_id,
        aws_secret_access_key=secret,
        verify=verify,
        config=Config(
            # over http too, what is sent is hashed and the hash is signed: a byte that changes on the way is refused
            s3={"addressing_style": "path", "payload_signing_enabled": True, "use_arn_region": False},
            signature_version="s3v4" if signed else UNSIGNED,
            request_checksum_calculation="when_required",  # newer sums are not known to every store
            response_checksum_validation="when_required",  # every segment is authenticated
            retries={"mode": "standard", "total_max_attempts": TRIES},
            connect_timeout=CONNECT_SECONDS,
            read_timeout=read_seconds,
            max_pool_connections=_CONNECTIONS,
            proxies={},
            ignore_configured_endpoint_urls=True,
            defaults_mode="legacy",  # "auto" would ask a metadata service
            user_agent="Kith",
            parameter_validation=False,
        ),
    )
    made.meta.events.register("before-send.s3", _only_to(urlsplit(endpoint).netloc))
    return made


def _session() -> Any:
    """Make a session whose every variable has its default: nothing of the environment or of ~/.aws is read."""
    given = {name: (None, None, kind[2], kind[3]) for name, kind in botocore.session.Session.SESSION_VARIABLES.items()}
    for file in ("config_file", "credentials_file"):
        given[file] = (None, None, os.devnull, None)
    return botocore.session.Session(session_vars=given)


def _only_to(host: str) -> Callable[..., None]:
    def look(request: Any, **_: Any) -> None:
        if urlsplit(request.url).netloc != host:
            raise Elsewhere

    return look


@contextlib.contextmanager
def answered() -> Iterator[None]:
    """Turn what a store says, or that it says nothing, into what a backend raises."""
    try:
        yield
    except ClientError as error:
        code, status = said(error)
        if code in _FULL or status == 507:
            raise NoRoom(
                "There is no room left in the file store. Nothing was kept of this file: have room made, then hand it"
                " over again."
            ) from None
        raise _noticed(NotAllowed if status == 403 else NoAnswer, f"it answers {status} {code}") from None
    except BotoCoreError as error:
        raise _noticed(NoAnswer, type(error).__name__) from None


def said(error: ClientError) -> tuple[str, int]:
    """Give the store's own word for what is wrong, and the status of its answer."""
    return str(error.response["Error"].get("Code", "")), int(error.response["ResponseMetadata"]["HTTPStatusCode"])


def _noticed(kind: type[NoAnswer], why: str) -> NoAnswer:
    log.warning("file store does not answer", extra={"why": why})
    return kind(why)
