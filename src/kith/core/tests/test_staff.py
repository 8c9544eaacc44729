"""Who works here is let in and ended by command, and the agency's chain is told."""

import json

import psycopg
import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from kith.core import staff
from kith.core.cluster import OWNER, Cluster
from kith.core.models import Worker
from kith.record.testing import AT

in_a_database = pytest.mark.django_db

BO = {
    "email": "Bo@Agency.example.org",
    "name": "Bo Tester",
    "role": "duty_worker",
    "password": "six green herons",
    "at": AT,
}


def verbs(cluster: Cluster, database: str) -> list[str]:
    """Read the agency's chain, which no worker may."""
    with psycopg.connect(cluster.url(OWNER, database)) as connection:
        lines = connection.execute("SELECT body FROM core_ledger ORDER BY id").fetchall()
    return [json.loads(body)["verb"] for (body,) in lines]


def test_the_agencys_chain_is_told_who_was_let_in_and_who_left(cluster: Cluster, committed: str) -> None:
    staff.let_in(**BO)
    staff.end(email="bo@agency.example.org", at=AT)
    assert verbs(cluster, committed) == ["worker.let_in", "worker.ended"]


@in_a_database
def test_somebody_let_in_signs_in_and_may_enrol_a_second_factor() -> None:
    bo = staff.let_in(**BO)
    assert Client().login(email="bo@agency.example.org", password=BO["password"])
    assert EmailAddress.objects.get(user=bo).verified


@in_a_database
@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"email": "nowhere"}, "e-mail address"),
        ({"name": " "}, "name"),
        ({"role": "boss"}, "There is no role 'boss'. The roles are: family_court_adviser, "),
        ({"password": "short"}, "too short"),
        ({"password": "password1234"}, "too common"),
    ],
)
def test_what_is_wrong_is_said_and_nobody_is_let_in(wrong: dict[str, str], says: str) -> None:
    with pytest.raises(staff.NotLetIn, match=says):
        staff.let_in(**{**BO, **wrong})
    assert not Worker.objects.exists()


@in_a_database
def test_an_address_is_given_once_however_it_is_written() -> None:
    staff.let_in(**BO)
    with pytest.raises(staff.NotLetIn, match="already"):
        staff.let_in(**{**BO, "email": "BO@agency.example.ORG"})


@in_a_database
def test_somebody_who_left_is_signed_out_and_cannot_sign_in() -> None:
    staff.let_in(**BO)
    browser = Client()
    assert browser.login(email="bo@agency.example.org", password=BO["password"])
    staff.end(email="BO@AGENCY.example.org", at=AT)
    assert browser.get("/accounts/password/change/").status_code == 302
    assert not Client().login(email="bo@agency.example.org", password=BO["password"])
    with pytest.raises(staff.NobodyThere):
        staff.end(email="bo@agency.example.org", at=AT)


@in_a_database
def test_who_lost_a_telephone_gets_a_new_password_and_begins_anew() -> None:
    bo = staff.let_in(**BO)
    TOTP.activate(bo, generate_totp_secret())
    client = Client()
    client.force_login(bo)
    staff.begin_anew(email="BO@agency.example.org", password="nine grey badgers", at=AT)
    assert not Authenticator.objects.filter(user=bo).exists()
    assert client.get("/").status_code == 302
    assert not Client().login(email=bo.email, password=BO["password"])
    assert Client().login(email=bo.email, password="nine grey badgers")


@in_a_database
def test_who_is_not_there_or_a_password_that_is_too_easy_changes_nothing() -> None:
    bo = staff.let_in(**BO)
    with pytest.raises(staff.NobodyThere):
        staff.begin_anew(email="nobody@agency.example.org", password="nine grey badgers", at=AT)
    with pytest.raises(staff.NotLetIn, match="too short"):
        staff.begin_anew(email=bo.email, password="short", at=AT)
    assert Client().login(email=bo.email, password=BO["password"])


def test_the_agencys_chain_is_told_who_began_anew(cluster: Cluster, committed: str) -> None:
    staff.let_in(**BO)
    staff.begin_anew(email=BO["email"], password="nine grey badgers", at=AT)
    assert verbs(cluster, committed) == ["worker.let_in", "worker.began_anew"]
