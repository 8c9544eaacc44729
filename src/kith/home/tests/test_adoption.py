"""A case sealed on an adoption: no link left, and nothing of the new case found from the old one."""

from datetime import date

import psycopg
import pytest
from django.db import DatabaseError, connection

from kith.core import erasures
from kith.core.transactions import scoped
from kith.home.tests import agency as made
from kith.home.tests.agency import NOW
from kith.record import actions as record
from kith.record import queries
from kith.record import testing as make
from kith.record.actions.adoption import SealedAlready
from kith.record.models import Case, PersonLink


def test_sealing_on_adoption_leaves_no_link_and_few_who_may_open_it(agency):
    old, new = agency.case, make.case(agency.world.cara, family_name="Newname")
    ben = make.worker("Ben Manager", "team_manager")
    record.give_access(case=old, worker=ben, why="manages", by=agency.amal, at=NOW)
    child = make.participant(old, agency.amal, known_as="Kim", part="child")
    same = make.participant(new, agency.world.cara, known_as="Kim", part="child")
    person = child.id
    for participant, by in ((child, agency.amal), (same, agency.world.cara)):
        with scoped(worker_id=by.id):
            PersonLink.objects.create(
                case_id=participant.case_id, participant=participant, person_id=person, linked_by=by, linked_at=NOW
            )
    record.seal_for_adoption(
        case=old, ordered_on=date(2026, 10, 1), why="order", keep_access=[], by=agency.amal, at=NOW
    )
    with scoped(worker_id=agency.amal.id):
        assert not PersonLink.objects.filter(case=old).exists()
        assert queries.closed_on(old) == NOW.date()
        page = queries.keeping_page(old, agency.amal, NOW.date())
        assert page.clock.due_on == date(2126, 10, 1)
    with scoped(worker_id=ben.id):
        assert not Case.objects.filter(id=old.id).exists()
    with pytest.raises(DatabaseError, match="linked with no other"), scoped(worker_id=agency.amal.id):
        PersonLink.objects.create(case=old, participant=child, person_id=person, linked_by=agency.amal, linked_at=NOW)
    with pytest.raises(SealedAlready):
        record.seal_for_adoption(
            case=old, ordered_on=date(2026, 10, 1), why="order", keep_access=[], by=agency.amal, at=NOW
        )
    assert [line.what for line in erasures.listing(erasures.folder())] == ["links"]
    assert agency.faults() == []


def test_the_adopted_childs_new_case_cannot_be_found_from_the_old_one(agency):
    """Not by search, by suggestion, by an id of the old case, nor by the same file."""
    from kith.exhibits.testing import exhibit, read

    old, new = agency.case, make.case(agency.world.cara, family_name="Newname")
    one = agency.world.chat(made.CHAT)
    two = read(exhibit(new, agency.world.cara, made.CHAT), agency.world.cara)
    agency.world.entry("Kim is called Rowanberry now", by=agency.world.cara, case=new)
    record.seal_for_adoption(
        case=old, ordered_on=date(2026, 10, 1), why="order", keep_access=[], by=agency.amal, at=NOW
    )
    with scoped(worker_id=agency.amal.id), connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM kith_search('''rowanberry''', '{}', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
            " true, false, NULL, NULL, NULL, NULL, 50)"
        )
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT count(*) FROM kith_near_words('rowanbery', 5)")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT address FROM core_stored_file")
        of_old = {address for (address,) in cursor.fetchall()}
    with scoped(worker_id=agency.world.cara.id), connection.cursor() as cursor:
        cursor.execute("SELECT address FROM core_stored_file")
        of_new = {address for (address,) in cursor.fetchall()}
    assert of_old and of_new and not of_old & of_new
    assert bytes(one.sha256) == bytes(two.sha256)
    with psycopg.connect(agency.cluster.superuser_url(agency.name)) as whole:
        both = [
            table
            for table in made.tables(whole)
            if whole.execute(
                f"SELECT count(*) FROM {table} t WHERE t::text LIKE %s AND t::text LIKE %s",
                [f"%{old.id}%", f"%{new.id}%"],
            ).fetchone()[0]
        ]
    assert both == []
