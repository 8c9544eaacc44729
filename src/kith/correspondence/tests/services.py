"""Stand-ins for services at Kith's edge: GOV.UK Notify as its public documentation says it behaves, and a gateway.

Neither remembers a reference it was given before: a message handed over twice is there twice, and shows.
"""

import base64
import hashlib
import hmac
import json
import random
import re
import threading
import time
from collections import deque
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

SERVICE, SECRET = "11111111-2222-4333-8444-555555555555", "66666666-7777-4888-9999-aaaaaaaaaaaa"
KEY = f"tests-{SERVICE}-{SECRET}"
TOKEN = "a token between machines"
TEMPLATES = {"sms": "bbbbbbbb-1111-4111-8111-111111111111", "email": "cccccccc-1111-4111-8111-111111111111"}
#: What becomes of a message to these numbers, as the documentation has it.
FATES = {"07700900003": "temporary-failure", "07700900002": "permanent-failure"}


class Service:
    """An HTTP server on the loopback, in threads of its own, for as long as a `with` block lasts.

    `next` holds what it does with the coming requests: an HTTP status to answer, "break" (it takes the message and
    hangs up without an answer) or "lose" (it hangs up and takes nothing).
    """

    def __init__(self, *, port: int = 0, store: Path | None = None) -> None:
        self.next: deque[int | str] = deque()
        self.taken: list[dict] = []
        self.by_reference: dict[str, list[dict]] = {}
        self.store = store
        if store is not None and store.exists():
            for line in store.read_bytes().splitlines():
                self._keep(json.loads(line))
        self.limit = 10**9
        self.seconds = 0.0
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                owner.answer(self, json.loads(self.rfile.read(int(self.headers["Content-Length"])) or b"null"))

            def do_GET(self):
                owner.answer(self, None)

            def log_message(self, *words):
                pass

        ThreadingHTTPServer.allow_reuse_address = True
        self.server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *trouble):
        self.server.shutdown()
        self.server.server_close()

    def answer(self, request, body):
        does = self.next.popleft() if self.next else ""
        if does == "lose":
            request.close_connection = True
            return
        status, said = (
            (does, self.error("ServerError", "told to")) if isinstance(does, int) else self.hear(request, body)
        )
        time.sleep(self.seconds)
        if does == "break":
            request.close_connection = True
            return
        data = json.dumps(said).encode()
        with suppress(OSError):  # whoever asked has been killed
            request.send_response(status)
            request.send_header("Content-Length", str(len(data)))
            request.end_headers()
            request.wfile.write(data)

    def take(self, row):
        """Keep a message, on disk first where there is a store: whoever is killed then has it."""
        if self.store is not None:
            with self.store.open("ab", buffering=0) as file:
                file.write(json.dumps(row, default=lambda data: data.hex()).encode() + b"\n")
        self._keep(row)

    def _keep(self, row):
        self.taken.append(row)
        self.by_reference.setdefault(row["reference"], []).append(row)

    def error(self, kind, message):
        return {"status_code": 400, "errors": [{"error": kind, "message": message}]}

    def references(self):
        return [each["reference"] for each in self.taken]


class NotifyStandIn(Service):
    """GOV.UK Notify: authentication, messages, looking up by reference, and the receipts it would send."""

    def hear(self, request, body):
        if not _is_token(request.headers.get("Authorization", "")):
            return 403, self.error("AuthError", "Invalid token: signature, api token not found")
        parts = urlsplit(request.path)
        if request.command == "GET":
            asked = parse_qs(parts.query).get("reference", [""])[0]
            return 200, {"notifications": self.by_reference.get(asked, []), "links": {}}
        if len(self.taken) >= self.limit:
            return 429, self.error(
                "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds"
            )
        return self._take(parts.path.rpartition("/")[2], body)

    def _take(self, kind, body):
        problem = self._problem(kind, body)
        if problem:
            return 400, self.error(*problem)
        to = body.get("phone_number") or body.get("email_address") or ""
        words = body.get("personalisation", {})
        row = {"id": str(uuid4()), "reference": body["reference"], "type": kind, "to": to, "status": "created", **words}
        if kind == "letter":
            row["content"] = base64.b64decode(body["content"])
        self.take(row)
        return 201, {"id": row["id"], "reference": row["reference"]}

    def _problem(self, kind, body):
        if kind == "letter":
            is_pdf = base64.b64decode(body.get("content", "")).startswith(b"%PDF-")
            return None if is_pdf else ("ValidationError", "content is not a PDF")
        if body.get("template_id") != TEMPLATES.get(kind):
            return "BadRequestError", "Template not found"
        if "message" not in body.get("personalisation", {}):
            return "BadRequestError", "Missing personalisation: message"
        if kind == "sms" and not re.fullmatch(r"\+447\d{9}|07\d{9}", body["phone_number"]):
            return "ValidationError", "phone_number Not a UK mobile number"
        return None

    def receipts(self, reference, *statuses):
        """Give the bodies that would be posted for a message, in order: sending, and what its number stands for."""
        row = next(each for each in self.taken if each["reference"] == reference)
        bare = row["to"].replace("+44", "0")
        found = statuses or ("sending", FATES.get(bare, "delivered"))
        return [
            {
                "id": row["id"],
                "reference": reference,
                "to": row["to"],
                "status": status,
                "created_at": "2026-03-02T09:30:00.000000Z",
                "completed_at": f"2026-03-02T09:3{number}:00.000000Z",
                "notification_type": row["type"],
            }
            for number, status in enumerate(found)
        ]


def _is_token(header):
    head, _, rest = header.removeprefix("Bearer ").partition(".")
    claims, _, signed = rest.partition(".")
    if not signed:
        return False
    wanted = base64.urlsafe_b64encode(hmac.digest(SECRET.encode(), f"{head}.{claims}".encode(), "sha256")).rstrip(b"=")
    said = json.loads(base64.urlsafe_b64decode(claims + "=="))
    fresh = said["iss"] == SERVICE and abs(time.time() - said["iat"]) <= 30
    return hmac.compare_digest(wanted, signed.encode()) and fresh


class GatewayStandIn(Service):
    """A text-message gateway that checks signatures and can be asked for a reference."""

    SECRET = "between us"

    def hear(self, request, body):
        data = json.dumps(body).encode() if body is not None else b""
        second = request.headers.get("X-Kith-Time", "")
        wanted = hmac.new(self.SECRET.encode(), second.encode() + b"." + data, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(wanted, request.headers.get("X-Kith-Signature", "")):
            return 403, {}
        if request.command == "GET":
            return (200 if urlsplit(request.path).path.rpartition("/")[2] in self.by_reference else 404), {}
        self.take(body)
        return 202, {}


def shuffled(receipts, seed):
    """Give receipts late, twice and out of order, as networks do."""
    chance = random.Random(seed)
    found = [*receipts, *chance.choices(receipts, k=len(receipts))]
    chance.shuffle(found)
    return found
