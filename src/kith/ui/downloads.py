"""Bytes that somebody saves: the only way in which a view gives a file.

What was uploaded, or made from it, must never run in our name. So it is always saved and never shown, its type is one
that no browser runs, and, should a browser show it all the same, it may do nothing there.
"""

from __future__ import annotations

import re

from django.http import HttpResponse
from django.utils.http import content_disposition_header

#: Types that a browser runs nothing of. Everything else is only bytes.
SAFE = frozenset(
    {
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/json",
        "application/zip",
        "image/jpeg",
        "image/png",
        "text/csv",
        "text/plain",
    }
)
BYTES = "application/octet-stream"
POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"


def attachment(data: bytes, *, name: str, media_type: str = BYTES) -> HttpResponse:
    """Answer with bytes to be saved under a name.

    Args:
        name: any words; what cannot stand in a file's name or in a header is left out.
        media_type: said only if it is `SAFE`.
    """
    kind = media_type.partition(";")[0].strip().lower()
    answer = HttpResponse(data, content_type=kind if kind in SAFE else BYTES)
    plain = re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|]', "", name).strip(". ")
    answer["Content-Disposition"] = content_disposition_header(True, plain[:150] or "file") or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = POLICY
    answer["Cache-Control"] = "no-store"
    return answer
