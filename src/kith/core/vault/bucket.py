"""Which bucket of which S3-compatible store holds the objects, and with what keys it is asked."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_REGION = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


class OddBucket(ValueError):
    """A bucket cannot be asked as it is described; the text begins with the setting and says what is accepted."""


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket. Every value is checked here, so that an odd one stops the start.

    Args:
        endpoint: the store's address and nothing more: https://s3.example.org, or http on this machine.
        ca_file: certificates that the store's is checked against, in place of those of well-known authorities.
        plain_http: the network between is the operator's own, and trusted.

    Raises:
        OddBucket: names the setting.
    """

    endpoint: str
    name: str
    key_id: str = field(repr=False)
    secret: str = field(repr=False)
    region: str = "us-east-1"
    ca_file: str = ""
    plain_http: bool = False

    def __post_init__(self) -> None:
        self._check_endpoint()
        if not _NAME.fullmatch(self.name):
            raise OddBucket("KITH_S3_BUCKET must be a bucket's name: 3 to 63 small letters, digits, dots and hyphens.")
        if not _REGION.fullmatch(self.region):
            raise OddBucket("KITH_S3_REGION must be a region's name, such as eu-west-2.")
        for name, value in (("KITH_S3_KEY_ID", self.key_id), ("KITH_S3_SECRET", self.secret)):
            if not value or not value.isascii() or not value.isprintable() or " " in value:
                raise OddBucket(f"{name} must be one of the store's keys, without spaces; {name}_FILE names its file.")
        if self.ca_file and not Path(self.ca_file).is_file():
            raise OddBucket("KITH_S3_CA must be a file of certificates (PEM) that can be read.")

    def _check_endpoint(self) -> None:
        odd = OddBucket("KITH_S3_ENDPOINT must be the store's address alone: https://s3.example.org or with a :port.")
        try:
            parts = urlsplit(self.endpoint)
            host, _ = parts.hostname, parts.port
        except ValueError:
            raise odd from None
        more = parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc
        if parts.scheme not in {"http", "https"} or not host or more or not self.endpoint.isascii():
            raise odd
        if parts.scheme == "http" and host not in _THIS_MACHINE and not self.plain_http:
            raise OddBucket(
                "KITH_S3_ENDPOINT must begin with https:// unless the store is on this machine;"
                " KITH_S3_PLAIN_HTTP=1 says that the network between is trusted."
            )
