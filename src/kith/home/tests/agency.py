"""A case full of everything, with those who decide and confirm what is destroyed; and what is left in the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from html import unescape
from uuid import UUID

import psycopg
from django.db import connections
from django.db.transaction import atomic
from django.test import Client
from psycopg import sql
from tests import database

from kith.core import files, ledger
from kith.core.cluster import Cluster
from kith.core.models import Worker
from kith.core.permissions import Role
from kith.core.transactions import scoped
from kith.correspondence import actions as letters
from kith.court import testing as court
from kith.exhibits import testing as handed_over
from kith.exhibits.models import Exhibit, Item
from kith.exhibits.testing import found
from kith.home import actions
from kith.home.tests.world import World, build
from kith.record import actions as record
from kith.record import testing as make
from kith.record.models import Case, Draft, Entry, Participant, Review

#: Stands in every word that is written in the case, and nowhere else.
MARKER = "Zebulonquay"
CLOSED = date(2026, 3, 3)
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
CHAT = f"""\
25/03/2026, 09:16 - Mum: Are they at {MARKER} today?
25/03/2026, 22:40 - Tom: No, at {MARKER} school
26/03/2026, 02:05 - Mum: please stop, {MARKER} is asleep
""".encode()


@dataclass
class Agency:
    """The world of the front hall's tests, with Iris (who decides), Gwen (who confirms) and Jo (who does both)."""

    world: World
    iris: Worker
    gwen: Worker
    jo: Worker
    cluster: Cluster
    name: str

    @property
    def case(self) -> Case:
        return self.world.case

    @property
    def amal(self) -> Worker:
        return self.world.amal

    def fill(self) -> Exhibit:
        """Write the marker wherever words are kept; gives the chat that was taken in."""
        world, case, amal = self.world, self.case, self.amal
        quoted = self.chat_quoted()
        world.entry(f"She said {MARKER}", about=[world.lena], happened_text=MARKER, citations=[quoted[1]])
        record.save_draft(case=case, place="entry", words={"text": f"{MARKER} again"}, version=0, by=amal, at=NOW)
        child = record.add_participant(
            case=case, known_as=MARKER, full_name=MARKER, part="child", born_on=date(1990, 2, 28), by=amal, at=NOW
        )
        make.protected_address(case, amal, value=f"1 {MARKER} Lane")
        record.record_decision(
            case=case,
            question=f"{MARKER}?",
            options=[MARKER, "No"],
            chosen=0,
            childs_view=MARKER,
            reasons=MARKER,
            decided_on=NOW.date(),
            review_on=date(2027, 1, 1),
            by=amal,
            at=NOW,
        )
        statement = court.statement(case, amal)
        court.paragraph(statement, amal, f"I saw {MARKER}.")
        sent = letters.send_message(
            case=case, reader=world.lena, subject=MARKER, text=f"About {MARKER}", by=amal, at=NOW, accept_warnings=True
        )
        assert sent.message is not None
        _, token = handed_over.link(case, amal, world.lena, authority=MARKER, question=MARKER)
        handed_over.drop(token, f"{MARKER} through a link".encode(), f"{MARKER}.txt")
        connections["family"].close()  # a database that somebody has open cannot be copied
        hold = record.place_hold(
            case=case, kind="court", who=MARKER, why=MARKER, from_on=NOW.date(), by=amal, at=NOW - timedelta(days=3)
        )
        record.end_hold(hold=hold, why=MARKER, by=amal, at=NOW - timedelta(days=2))
        assert child.id
        self._before_leaving(world.entry(f"He told me of {MARKER}"), child)
        return quoted[0]

    def _before_leaving(self, entry: Entry, teller: Participant) -> None:
        """Ask a second person, leave something out of a copy, and mark words that are asked about first."""
        typed = {"by": self.amal, "at": NOW}
        record.protect_fact(case=self.case, kind="person", value="Dora Finch", why=MARKER, since_on=NOW.date(), **typed)
        letter = record.OutgoingFile("letter.txt", "text/plain", f"Dora Finch knows {MARKER}.".encode())
        stopped = record.Outgoing(channel="email", files=(letter,))
        look = record.ask_second_person(case=self.case, reader=self.world.lena, outgoing=stopped, why=MARKER, **typed)
        record.leave_out(
            case=self.case,
            reader=self.world.lena,
            holder_id=look.id,
            source_id=entry.id,
            words=MARKER,
            ground="harm",
            why=MARKER,
            **typed,
        )
        record.mark_ask_first(of=entry, teller=teller, why=MARKER, **typed)

    def chat_quoted(self, data: bytes = CHAT) -> tuple[Exhibit, UUID]:
        """Take in a chat, read it, and keep its second message as a quotation."""
        from kith.exhibits.actions import quote_item

        chat = self.world.chat(data)
        with scoped(worker_id=self.amal.id):
            item = Item.objects.filter(case=self.case, exhibit=chat).order_by("start")[1]
        kept = quote_item(case=self.case, exhibit=chat, member=0, start=item.start, by=self.amal, at=NOW)
        return found(chat, self.amal), kept.id

    def close(self, schedule: str = "private_law") -> None:
        """Close the case and choose its schedule: counted from a child born in 1990 it is long due."""
        record.close_case(case=self.case, since_on=CLOSED, why=MARKER, by=self.amal, at=NOW - timedelta(days=5))
        record.choose_schedule(
            case=self.case, schedule=schedule, counted_from_on=None, why=MARKER, by=self.amal, at=NOW
        )

    def decided(self) -> Review:
        """Have Iris decide that the case is destroyed."""
        return actions.decide_case(case_id=self.case.id, decision="destroy", why=MARKER, by=self.iris, at=NOW)

    def ask(self, what: str, thing: UUID) -> Review:
        """Have Amal ask for one thing to be erased, and Iris decide that it is."""
        asked = record.ask_erasure(
            case=self.case, what=what, thing=thing, ground="mistake", why=MARKER, by=self.amal, at=NOW
        )
        return actions.decide_review(review=asked, decision="destroy", why=MARKER, by=self.iris, at=NOW)

    def erase(self, what: str, thing: UUID) -> UUID:
        """Ask, decide, confirm."""
        return actions.confirm_erasure(review=self.ask(what, thing), by=self.gwen, at=NOW)

    def left(self, words: str = MARKER) -> dict[str, int]:
        """Look for words in every column of every table, as text and as bytes: table -> rows that hold them."""
        with psycopg.connect(self.cluster.superuser_url(self.name)) as connection:
            return {table: many for table in tables(connection) if (many := holding(connection, table, words))}

    def faults(self) -> list[ledger.Fault]:
        """Verify the ledger, as the owner."""
        with self.as_owner(), atomic():
            return list(ledger.verify())

    @contextmanager
    def as_owner(self) -> Iterator[None]:
        """Use the database as its owner does at a prompt."""
        before = dict(connections["default"].settings_dict)
        connections["default"].close()
        connections["default"].settings_dict.update(database.settings_for(self.cluster, self.name, "kith_owner"))
        try:
            yield
        finally:
            connections["default"].close()
            connections["default"].settings_dict.update(before)

    def drafts(self) -> list[Draft]:
        with scoped(worker_id=self.amal.id):
            return list(Draft.objects.filter(case=self.case))


def tables(connection: psycopg.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1"
    )
    return [name for (name,) in rows]


def holding(connection: psycopg.Connection, table: str, words: str) -> int:
    """Count the rows of a table that hold words in any column, whatever its type."""
    whole = sql.SQL("SELECT count(*) FROM {} AS t WHERE t::text ILIKE %s OR t::text ILIKE %s")
    found = connection.execute(whole.format(sql.Identifier(table)), [f"%{words}%", f"%{words.encode().hex()}%"])
    return int(found.fetchone()[0])


def agency(cluster: Cluster, name: str) -> Agency:
    """Make it."""
    iris = make.worker("Iris Lead", Role.INFORMATION_GOVERNANCE_LEAD)
    gwen = make.worker("Gwen Manager", Role.SERVICE_MANAGER)
    jo = make.worker("Jo Lead", Role.INFORMATION_GOVERNANCE_LEAD)
    return Agency(build(), iris, gwen, jo, cluster, name)


def objects() -> set[str]:
    """List what the store holds, by name."""
    return {str(each.name) for each in files.store().listing()}


def words(answer) -> str:
    """Give a page's HTML with its entities opened, so that words can be looked for as they read."""
    return unescape(answer.content.decode())


def signed_in(worker: Worker) -> Client:
    """Give a browser in which somebody is signed in."""
    client = Client()
    client.force_login(worker, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
