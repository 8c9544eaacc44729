"""How these tests sign in, and read what came of it."""

import uuid
from html import unescape
from urllib.parse import urlencode

from django.test import Client

PASSWORD = "six green herons"
LOGIN = "/accounts/login/"
AMAL = "amal@agency.example.org"


def sign_in(client: Client, email: str = AMAL, password: str = PASSWORD, **more: str):
    return send(client, LOGIN, {"login": email, "password": password, **more})


def send(client: Client, where: str, typed: dict[str, object]):
    """Send a form as a browser does that carries no file."""
    return client.post(where, urlencode(typed, doseq=True), content_type="application/x-www-form-urlencoded")


def words(answer) -> str:
    """Give a page's words with its entities opened."""
    return unescape(answer.content.decode())


def keyed(**typed: object) -> dict[str, object]:
    """Give what a form of a page sends: what was typed, and its own key."""
    return {"submit_key": str(uuid.uuid4()), **typed}
