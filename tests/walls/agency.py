"""A whole agency to try the walls on: a case of each kind with everything in it, and everybody about each."""

import re
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import psycopg
from django.http import HttpResponse
from django.test import Client
from psycopg import sql

from kith.core.models import Team, Worker
from kith.learning import testing as learning
from kith.record import testing as make
from kith.seed import keeping
from tests.walls import cast, filling
from tests.walls.cast import Somebody
from tests.walls.places import Place
from tests.walls.planting import tables

#: What a request may write whoever asks: the trace of a look, its session, the key of a form.
TRACES = {
    "core_ledger",
    "core_ledger_words",
    "core_ledger_head",
    "core_session",
    "core_submission",
    "core_failed_sign_in",
    "exhibits_custodyevent",  # reading an original is an event of custody: `told` counts them
}
#: The mark in a planted word: zq, the kind of its case, what it is, zq.
LETTERS = {"plain": "p", "restricted": "r", "made up": "m"}
MARK = re.compile(r"zq([prm])([a-z]+?)zq", re.IGNORECASE)


def marked(kind: str) -> filling.Words:
    """Give words with the mark of a case of this kind in them."""
    return lambda place: f"{place.capitalize().replace('_', ' ')} zq{LETTERS[kind]}{place.replace('_', '')}zq"


@dataclass
class Agency:
    """A database, its cases by kind (the word of an address -> its value), and its people by what they are called."""

    database: str
    superuser: str
    cases: dict[str, dict[str, Any]]
    people: dict[str, uuid.UUID]
    clients: dict[str, Client] = field(default_factory=dict)
    not_found: dict[str, bytes] = field(default_factory=dict)

    def client(self, who: Somebody) -> Client:
        """Give somebody's browser, signed in if they may be."""
        if who.called not in self.clients:
            browser = Client(raise_request_exception=False)
            if who.role:
                browser.force_login(
                    Worker.objects.get(id=self.people[who.called]),
                    backend="allauth.account.auth_backends.AuthenticationBackend",
                )
            elif who.person.relation == "outside":
                browser.cookies["sessionid"] = browser.cookies["kith_session"] = "a" * 32
            self.clients[who.called] = browser
        return self.clients[who.called]

    def path(self, address: str, place: Place, kind: str, case_id: uuid.UUID | None = None) -> str:
        """Write an address about the case of a kind, or about another id with the same things in it."""
        values = {**self.cases[kind], **({"case_id": case_id} if case_id else {})}
        names = dict(place.means)

        def value(found: re.Match[str]) -> str:
            return str(values[names.get(found[1], found[1])])

        return "/" + re.sub(r"<\w+:(\w+)>", value, address)

    def ask(self, who: Somebody, method: str, path: str, **more: Any) -> HttpResponse:
        """Ask for a path as somebody."""
        return self.client(who).generic(method, path, **more)  # type: ignore[return-value]

    def unknown(self, who: Somebody) -> bytes:
        """Give what somebody is answered for a case that nobody ever had."""
        if who.called not in self.not_found:
            answer = self.ask(who, "GET", f"/cases/{uuid.uuid4()}/")
            assert answer.status_code == 404
            self.not_found[who.called] = answer.content
        return self.not_found[who.called]

    def digest(self) -> dict[str, tuple[int, int]]:
        """Count and sum up the rows of every table, those of traces apart."""
        found = {}
        with psycopg.connect(self.superuser) as connection:
            for table in tables(connection):
                if table not in TRACES:
                    query = "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) FROM {} t"
                    found[table] = connection.execute(sql.SQL(query).format(sql.Identifier(table))).fetchone()
        return found  # type: ignore[return-value]

    def told(self) -> Counter[tuple[str, str]]:
        """Count the lines of the ledger and the events of custody: who, and which verb."""
        with psycopg.connect(self.superuser) as connection:
            rows = connection.execute(
                "SELECT body::jsonb ->> 'by', body::jsonb ->> 'verb', count(*) FROM core_ledger GROUP BY 1, 2"
                " UNION ALL SELECT by_id::text, 'custody', count(*) FROM exhibits_custodyevent GROUP BY 1"
            ).fetchall()
        return Counter({(by, verb): many for by, verb, many in rows})


def build(superuser: str, database: str) -> Agency:
    """Fill the database that is in use: three cases with everything in them, and the rows of everybody."""
    holder, manager = make.worker("Holder"), make.worker("Manager", "team_manager")
    colleague, cara = make.worker("Colleague"), make.worker("Cara Elsewhere")
    gone, cases = keeping.make({"cara": cara}), {}
    shared = {**_reference(superuser), "which": gone.id, "kind": "pdf", "place": "entry", **_learning(holder)}
    shared |= {"topic": "cookies", "trouble": "fake_account"}
    for kind in cast.KINDS:
        team = make.team(holder, managers=[manager])
        made = filling.start(kind, holder, team, marked(kind))
        cases[kind] = {**shared, **filling.fill(made, holder, manager, colleague, marked(kind))}
        cases[kind] |= {"shift_id": make.shift(colleague, manager, team=team).id, "team": team.id}
        if kind == "restricted":
            make.restriction(made, holder, why=marked(kind)("restriction"))
    agency = Agency(database, superuser, cases, {})
    agency.people = {**_everybody(agency), "holder": holder.id, "manager": manager.id, "nobody": cara.id}
    return agency


def _reference(superuser: str) -> dict[str, Any]:
    with psycopg.connect(superuser) as connection:
        row = connection.execute("SELECT name, line FROM core_reference_row ORDER BY name, line LIMIT 1").fetchone()
    assert row is not None
    learning = {"framework": "digital_capabilities", "statement": "skills", "form": "json"}
    nobodys = {name: uuid.uuid4() for name in ("team_id", "piece_id", "part_id")}
    return {"name": row[0], "line": row[1], **learning, **nobodys}


def _learning(holder: Worker) -> dict[str, Any]:
    """A dilemma that everybody may begin, the holder's play and vote of it, and a draft of the authors'."""
    story = learning.dilemma(holder)
    play, vote = learning.played(holder, [0, 1], of=story), learning.gathering(holder, story)
    draft = learning.draft(learning.author())
    return {
        "dilemma_id": story.id,
        "play_id": play.id,
        "gathering_id": vote.id,
        "number": 1,
        "draft_id": draft.id,
    }


def _everybody(agency: Agency) -> dict[str, uuid.UUID]:
    """Make a worker of every role in every relation, and write their rows past every action."""
    all = [each for role in cast.ROLES for each in cast.everybody(role)]
    workers = {
        each.called: Worker(email=f"cast{number}@agency.example.org", name=f"Cast {number}", role=each.role)
        for number, each in enumerate(all)
    }
    Worker.objects.bulk_create(workers.values())
    other = make.team(name="Another team")
    with psycopg.connect(agency.superuser, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        for each in all:
            case = agency.cases[each.kind]
            cast.write(connection, each, workers[each.called].id, case["case_id"], case["team"], other.id)
    return {called: each.id for called, each in workers.items()}


def everyone() -> Iterator[Somebody]:
    """Give the whole cast, those who are not signed in with them."""
    yield from cast.SIGNED_OUT
    for role in cast.ROLES:
        yield from cast.everybody(role)


__all__ = ["LETTERS", "MARK", "Agency", "Team", "build", "everyone", "marked"]
