"""Statements for the agency's own learning store (xAPI 1.0.3): that something was learnt, never what was chosen in it.

References:
    ADL, Experience API 1.0.3, parts two (2.4 statements) and three (1.4 headers, 2.1 statements resource)
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

VERSION = "1.0.3"
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Verb(StrEnum):
    """What somebody did. There is none for answering or choosing."""

    EXPERIENCED = "experienced"
    COMPLETED = "completed"

    @property
    def address(self) -> str:
        """Give the verb's own identifier, as ADL lists it."""
        return f"http://adlnet.gov/expapi/verbs/{self}"


class Told(StrEnum):
    """What became of one try to tell."""

    KEPT = "kept"
    AGAIN = "again"  # the store did not answer, or not now
    REFUSED = "refused"  # it will not take this, however often it is asked


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was learnt: its kind and key make its address, its title is what people read."""

    kind: str  # "dilemma", "bite", "course", "cpd"
    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Store:
    """The agency's own store as the settings name it, and the home page whose account names the actors."""

    url: str
    home: str


def statement(*, id: UUID, verb: Verb, learnt: Learnt, account: str, store: Store, at: datetime) -> dict[str, Any]:
    """Build one statement. The actor is an account on the agency's home page; no e-mail, no name."""
    return {
        "id": str(id),
        "actor": {"objectType": "Agent", "account": {"homePage": store.home, "name": account}},
        "verb": {"id": verb.address, "display": {"en-GB": str(verb)}},
        "object": {
            "objectType": "Activity",
            "id": place(learnt, store.home),
            "definition": {
                "name": {"en-GB": learnt.title},
                "type": f"{store.home.rstrip('/')}/learning/kinds/{learnt.kind}",
            },
        },
        "timestamp": at.isoformat(),
    }


def place(learnt: Learnt, home: str) -> str:
    """Give the address of what was learnt, below the agency's home page: a name for it; no page need be there."""
    return f"{home.rstrip('/')}/learning/{learnt.kind}" + (f"/{learnt.key}" if learnt.key else "")


def check_store(url: str, home: str) -> str:
    """Say what is wrong with the settings of a store, with the mend; empty if nothing is."""
    parts, page = urlsplit(url), urlsplit(home)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        return "KITH_XAPI_URL must begin with https://."
    if not parts.hostname or parts.username or parts.query or parts.fragment:
        return "KITH_XAPI_URL must be an address and no more: https://store.example.org/xapi."
    if page.scheme not in ("https", "http") or not page.hostname:
        return "Set KITH_XAPI_HOME to your agency's home page: https://www.example.org."
    return ""


def address_of(url: str, statement_id: str) -> str:
    """Give where one statement is put: below the address that the settings name, and nowhere else."""
    return f"{url.rstrip('/')}/statements?statementId={UUID(statement_id)}"


def judged(status: int) -> Told:
    """Say what a store's answer means. 409: it has a statement of this id; ours are made once, so it is this one or
    never will be.
    """
    if status in (200, 204):
        return Told.KEPT
    if status in (408, 425, 429) or status >= 500:
        return Told.AGAIN
    return Told.REFUSED
