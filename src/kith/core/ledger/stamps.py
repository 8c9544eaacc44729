"""Time stamps on checkpoints (RFC 3161): an authority outside witnesses that a checkpoint existed.

Off unless an administrator names an authority (KITH_TSA_URL). It is sent a hash and nothing else. A checkpoint waits
for its stamp in the database, so that an authority that cannot be reached is asked again.

References:
    RFC 3161; docs/adr/0009-ledger-proof.md
"""

import hashlib
import urllib.error
import urllib.request
from datetime import datetime, timedelta

import rfc3161_client as rfc3161
from cryptography import x509
from django.db import connection, transaction

from kith.core.ledger import checkpoints

#: One that waited longer is left: a later stamp covers it too, as every checkpoint names the one before.
WAITS = timedelta(days=7)
ANSWER_SECONDS = 20.0
MOST_ANSWER_BYTES = 1_000_000
_QUERY, _REPLY = "application/timestamp-query", "application/timestamp-reply"


class NoStamp(Exception):
    """The authority gave no stamp; the text says why."""


def stamp_waiting(*, url: str, at: datetime) -> int:
    """Have the authority stamp every checkpoint that waits, oldest first; give how many it stamped.

    Raises:
        NoStamp: it could not be reached or refused; what it stamped before is kept, the rest waits.
    """
    done = 0
    for waiting in checkpoints.unstamped(at - WAITS):
        _keep(waiting.number, asked(url, waiting.stamped_words), at)
        done += 1
    return done


def asked(url: str, words: bytes) -> bytes:
    """Ask an authority for a stamp on these words, and give its answer, checked to be for them.

    Raises:
        NoStamp: it could not be reached, refused, or answered for something else.
    """
    request = rfc3161.TimestampRequestBuilder().data(words).hash_algorithm(rfc3161.HashAlgorithm.SHA256).build()
    answer = _sent(url, request.as_bytes())
    try:
        found = rfc3161.decode_timestamp_response(answer)
    except ValueError:
        raise NoStamp("the authority's answer is not a time stamp") from None
    if found.status != rfc3161.PKIStatus.GRANTED:
        raise NoStamp(f"the authority refused (status {found.status})")
    if found.tst_info.message_imprint.message != hashlib.sha256(words).digest():
        raise NoStamp("the authority stamped something else")
    if found.tst_info.nonce != request.nonce:
        raise NoStamp("the authority answered another request")
    return answer


def _sent(url: str, query: bytes) -> bytes:
    if not url.startswith(("https://", "http://")):
        raise NoStamp("KITH_TSA_URL must begin with https:// or http://")
    request = urllib.request.Request(url, query, {"Content-Type": _QUERY, "Accept": _REPLY})
    try:
        with urllib.request.urlopen(request, timeout=ANSWER_SECONDS) as answer:
            return bytes(answer.read(MOST_ANSWER_BYTES))
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "reason", problem)
        raise NoStamp(f"the authority cannot be reached ({reason})") from None


def _keep(number: int, response: bytes, at: datetime) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_checkpoint_stamp VALUES (%s, %s, %s) ON CONFLICT DO NOTHING", [number, response, at]
        )


def stamp_on(number: int) -> bytes | None:
    """Give the authority's answer for a checkpoint, if it has one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT response FROM core_checkpoint_stamp WHERE number = %s", [number])
        found = cursor.fetchone()
    return bytes(found[0]) if found else None


def witnessed(response: bytes, words: bytes, certificates: bytes) -> datetime:
    """Check a stamp offline against an authority's certificates, and give the time it tells.

    Args:
        certificates: PEM; the self-signed ones are what is trusted, the others lead there.

    Raises:
        NoStamp: it does not hold.
    """
    builder = rfc3161.VerifierBuilder()
    try:
        for each in x509.load_pem_x509_certificates(certificates):
            is_root = each.issuer == each.subject
            builder = builder.add_root_certificate(each) if is_root else builder.add_intermediate_certificate(each)
        found = rfc3161.decode_timestamp_response(response)
        builder.build().verify_message(found, words)
    except (ValueError, rfc3161.VerificationError) as problem:
        raise NoStamp(f"the time stamp does not hold: {problem}") from None
    return found.tst_info.gen_time
