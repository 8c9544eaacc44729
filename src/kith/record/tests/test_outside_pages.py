"""Who outside may read, as the team decides and sees it. Cara, of another team, finds none of these pages."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import localdate

from kith.core.permissions import Role
from kith.record import actions, rules, testing
from kith.record.actions import AlreadyIn
from kith.record.models import Reader, ReleasedCopy, Withheld
from kith.record.tests.asking import signed_in, words


def day(on):
    return {"until_on-day": on.day, "until_on-month": on.month, "until_on-year": on.year}


def in_days(days):
    return localdate() + timedelta(days=days)


def person(desk, part="mother", known_as="Lena"):
    return testing.participant(desk.case, desk.amal, known_as=known_as, part=part)


def released(desk, reader, name="letter.txt"):
    return actions.release(
        case=desk.case,
        reader=reader,
        outgoing=actions.Outgoing(
            channel="document", files=(actions.OutgoingFile(name, "text/plain", str(uuid.uuid4()).encode()),)
        ),
        purpose="to tell her",
        by=desk.amal,
        at=datetime.now(UTC),
        accept_warnings=True,
    ).release


def test_nobody_outside_reads_until_somebody_lets_them(desk):
    page = desk.get("readers")
    assert "Nobody outside the agency may read anything here" in page
    assert "Nobody outside can sign in to Kith yet" in page
    assert "Nobody is left to let in" in desk.get("let_in")
    assert desk.url("readers") in desk.get("access")


def test_family_is_let_in_until_somebody_ends_it(desk):
    lena = person(desk)
    assert "Lena (Mother)" in desk.get("let_in")
    answer = desk.post("let_in", participant=lena.id)
    (row,) = desk.rows(Reader.objects.all())
    assert answer.url == desk.url("reader", row.id)
    assert (row.kind, row.until_at) == ("family", None)
    facts = desk.notes("reader.let_in")[0]["facts"]
    assert facts == {"participant": str(lena.id), "kind": "family", "until": ""}
    assert "until somebody ends it" in desk.get("readers")
    assert "Lena (Mother)" not in desk.get("let_in")


def test_a_partner_has_a_last_day_within_the_limit(desk, settings):
    settings.PARTNER_DAYS = 30
    guardian = person(desk, "solicitor", "Mr Ferro")
    assert "A partner always has one" in words(desk.post("let_in", participant=guardian.id))
    assert "The last day must be within 30 days" in words(
        desk.post("let_in", participant=guardian.id, **day(in_days(31)))
    )
    assert "today or later" in words(desk.post("let_in", participant=guardian.id, **day(in_days(-1))))
    assert desk.rows(Reader.objects.all()) == []
    assert desk.post("let_in", participant=guardian.id, **day(in_days(30))).status_code == 302
    (row,) = desk.rows(Reader.objects.all())
    assert row.kind == "partner"
    assert row.until_at == rules.end_of_day(in_days(30), "Europe/London")
    page = desk.get("readers")
    assert "until the end of" in page
    assert f"{in_days(30):%-d %B %Y}" in page


def test_who_may_read_already_is_not_let_in_twice(desk):
    lena = person(desk)
    testing.outside_reader(desk.case, desk.amal, lena)
    with pytest.raises(AlreadyIn):
        testing.outside_reader(desk.case, desk.amal, lena)
    assert len(desk.rows(Reader.objects.all())) == 1


def test_the_page_says_what_they_can_see_and_when_it_was_opened(lasting_desk):
    desk = lasting_desk
    lena, callum = person(desk), person(desk, "father", "Callum")
    released(desk, lena, "plan.txt")
    released(desk, callum, "his.txt")
    reader = testing.outside_reader(desk.case, desk.amal, lena)
    page = desk.get("reader", reader.id)
    assert "plan.txt" in page
    assert "to tell her" in page
    assert "his.txt" not in page
    assert "Not opened here" in page
    (copy,) = actions.look_in(reader_id=reader.id).copies
    actions.open_copy(reader_id=reader.id, copy_id=copy.id)
    actions.write_own_words(reader_id=reader.id, words="Thank you. <b>Fridays</b> are better.")
    page = words(desk.client.get(desk.url("reader", reader.id)))
    assert "Not opened here" not in page
    assert "It does not say who sat at the screen" in page
    assert "Fridays" in page
    assert "<b>Fridays" not in desk.client.get(desk.url("reader", reader.id)).content.decode()


def test_ending_it_is_noted_with_its_reason_and_moves_them_down(desk):
    reader = testing.outside_reader(desk.case, desk.amal, person(desk))
    assert "cannot be unread" in desk.get("end_reader", reader.id)
    assert "Enter why it ends" in words(desk.post("end_reader", reader.id, why=""))
    assert desk.post("end_reader", reader.id, why="her phone is read").url == desk.url("readers")
    (note,) = desk.notes("reader.ended")
    assert list(note["words"]) == ["why"]
    page = desk.get("readers")
    assert "Nobody outside the agency may read" in page
    assert "no longer may" in page
    assert "What they could see" in desk.get("reader", reader.id)


def test_a_release_is_withheld_with_its_reason(desk):
    lena = person(desk)
    release = released(desk, lena, "plan.txt")
    reader = testing.outside_reader(desk.case, desk.amal, lena)
    assert "cannot be taken back" in desk.get("withhold_release", reader.id, release.id)
    assert "Enter why it is shown no more" in words(desk.post("withhold_release", reader.id, release.id, why=""))
    desk.post("withhold_release", reader.id, release.id, why="the new school is in it")
    assert len(desk.rows(Withheld.objects.all())) == 1
    assert desk.notes("release.withheld")[0]["facts"] == {"release": str(release.id), "reader": str(lena.id)}
    page = desk.get("reader", reader.id)
    assert "Nothing that was released to them is shown" in page
    assert "No longer shown: the new school is in it" in page
    assert len(desk.rows(ReleasedCopy.objects.all())) == 1


def test_what_was_protected_from_them_since_is_said_beside_the_release(desk):
    lena = person(desk)
    testing.protected_address(desk.case, desk.amal, value="9 Rope Walk, Tarn, TB4 4AA")
    released(desk, lena, "plan.txt")
    reader = testing.outside_reader(desk.case, desk.amal, lena)
    assert "Read it again" not in desk.get("reader", reader.id)
    facts = [
        actions.protect_fact(
            case=desk.case,
            kind="school",
            value=value,
            why="fled",
            since_on=localdate(),
            by=desk.amal,
            at=datetime.now(UTC),
        )
        for value in ("Lark Rise", "Owl Hill")
    ]
    assert "2 facts were protected from them after this was released" in desk.get("reader", reader.id)
    for fact in facts:
        actions.allow_to_know(fact=fact, participant=lena, by=desk.amal, at=datetime.now(UTC), why="it is hers")
    assert "Read it again" not in desk.get("reader", reader.id)


def test_anothers_release_is_not_withheld_from_here(desk):
    lena, callum = person(desk), person(desk, "father", "Callum")
    his = released(desk, callum)
    reader = testing.outside_reader(desk.case, desk.amal, lena)
    assert desk.client.get(desk.url("withhold_release", reader.id, his.id)).status_code == 404
    assert desk.client.get(desk.url("reader", uuid.uuid4())).status_code == 404


def test_who_may_not_give_access_sees_and_changes_nothing(desk):
    release = released(desk, lena := person(desk))
    reader = testing.outside_reader(desk.case, desk.amal, lena)
    adviser = testing.worker(role=Role.LEGAL_ADVISER)
    actions.give_access(case=desk.case, worker=adviser, why="supports", by=desk.amal, at=testing.AT)
    client = signed_in(adviser)
    assert "Let somebody outside read" not in words(client.get(desk.url("readers")))
    page = words(client.get(desk.url("reader", reader.id)))
    assert "Stop showing it" not in page
    for url in (
        desk.url("let_in"),
        desk.url("end_reader", reader.id),
        desk.url("withhold_release", reader.id, release.id),
    ):
        assert client.get(url).status_code == 404
