"""Who works in which team is said at the command line; what stood as text became rows."""

from pathlib import Path

import psycopg
import pytest

from kith.core import staff, teams
from kith.core.cluster import Cluster
from kith.core.models import Membership
from kith.core.tests.test_staff import BO, verbs
from kith.record.testing import AT

MOVE = Path(teams.__file__).parent / "migrations" / "teams.sql"


@pytest.mark.django_db
def test_somebody_let_in_stands_in_their_team() -> None:
    bo = staff.let_in(**BO, team="Tidebank duty team")
    assert teams.names_of([bo.id], AT) == {bo.id: "Tidebank duty team"}
    found = teams.own_team(bo, AT)
    assert found is not None and found.name == "Tidebank duty team"


@pytest.mark.django_db
def test_joining_again_changes_whether_they_manage_and_keeps_what_was() -> None:
    bo = staff.let_in(**BO, team="Tidebank")
    teams.join(worker=bo, team="Tidebank", manages=True, at=AT)
    rows = Membership.objects.filter(worker=bo).order_by("is_manager")
    assert [(row.is_manager, row.until_at is None) for row in rows] == [(False, False), (True, True)]
    teams.leave(worker=bo, team="tidebank", at=AT)
    assert teams.names_of([bo.id], AT) == {}
    with pytest.raises(teams.NotInATeam, match="is not in a team called"):
        teams.leave(worker=bo, team="Tidebank", at=AT)


@pytest.mark.django_db
def test_in_two_teams_neither_is_the_own_one() -> None:
    bo = staff.let_in(**BO, team="Tidebank")
    teams.join(worker=bo, team="Fennby", at=AT)
    assert teams.own_team(bo, AT) is None
    assert teams.names_of([bo.id], AT) == {bo.id: "Fennby, Tidebank"}


@pytest.mark.django_db
@pytest.mark.parametrize("role", sorted(teams.NEVER_MANAGE))
def test_some_roles_manage_no_team(role: str) -> None:
    with pytest.raises(teams.NotInATeam, match="does not manage"):
        staff.let_in(**{**BO, "role": role}, team="Tidebank", manages=True)


def test_the_agencys_chain_is_told_of_teams(cluster: Cluster, committed: str) -> None:
    bo = staff.let_in(**BO, team="Tidebank")
    teams.leave(worker=bo, team="Tidebank", at=AT)
    assert verbs(cluster, committed) == ["worker.let_in", "team.joined", "team.left"]


def test_what_stood_as_text_becomes_teams(cluster: Cluster, committed: str) -> None:
    with psycopg.connect(cluster.superuser_url(committed), autocommit=True) as connection:
        for number, team in enumerate(("Fennby", "Fennby", "")):
            connection.execute(
                "INSERT INTO core_worker (id, email, name, role, team, office_text, is_active, password)"
                " VALUES (gen_random_uuid(), %s, 'x', 'duty_worker', %s, '', true, '')",
                [f"{number}@agency.example.org", team],
            )
        for _ in range(2):  # a second time changes nothing
            connection.execute(MOVE.read_text())
        rows = connection.execute(
            "SELECT t.name, m.is_manager FROM core_membership m JOIN core_team t ON t.id = team_id"
        )
        assert rows.fetchall() == [("Fennby", False), ("Fennby", False)]
