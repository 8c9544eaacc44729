"""People, how to reach them, and what is protected: what the pages do, and what they show."""

import uuid

import pytest
from lxml.html import fromstring

from kith.record import actions, testing
from kith.record.models import ContactDetail, FactAudience, Participant, ParticipantName, ProtectedFact

DAY = {"since_on-day": "1", "since_on-month": "3", "since_on-year": "2026"}


@pytest.fixture
def lena(desk):
    return testing.participant(desk.case, desk.amal, known_as="Lena", part="mother")


def test_the_people_page_of_a_new_case_says_what_to_do_first(desk):
    page = desk.get("people")
    assert "Nobody is in this case yet" in page
    assert "Nothing is protected yet" in page


def test_adding_somebody_keeps_part_side_and_every_name(desk):
    typed = {
        "known_as": "Joss",
        "part": "child",
        "side": "child",
        "full_name": "Jocelyn Marrow",
        "aliases": "J\nJossie",
    }
    answer = desk.post("add_participant", **typed)
    row = desk.rows(Participant.objects.filter(case=desk.case))[0]
    assert answer.url == desk.url("participant", row.id)
    assert (row.part, row.side, row.known_as) == ("child", "child", "Joss")
    assert {name.value for name in desk.rows(ParticipantName.objects.all())} == {"Jocelyn Marrow", "J", "Jossie"}
    assert desk.notes("participant.added")[0]["about"] == f"record.participant:{row.id}"
    page = desk.get("participant", row.id)
    assert "Jocelyn Marrow" in page
    assert "Jossie" in page
    assert "They were added to the case." in page


def banner(page):
    """Give the words of the page's green notification; none where there is none."""
    found = fromstring(page).xpath("//div[contains(@class, 'govuk-notification-banner--success')]")
    return " ".join(found[0].text_content().split()) if found else ""


def test_another_person_can_be_added_straight_away_on_an_empty_form_that_names_the_last(desk):
    answer = desk.post("add_participant", known_as="Joss", part="child", next="another")
    row = desk.rows(Participant.objects.filter(case=desk.case))[0]
    assert answer.url == f"{desk.url('add_participant')}?added={row.id}"  # an id, and no name
    assert not any("Joss" in cookie.value for cookie in desk.client.cookies.values())

    answer = desk.client.get(answer.url)
    page = answer.content.decode()
    assert banner(page) == "Done Joss was added to the case."
    assert not any("Joss" in cookie.value for cookie in answer.cookies.values())
    assert fromstring(page).xpath("//input[@id='id_known_as']/@value") in ([], [""])
    assert 'data-disable-auto-focus="true"' not in page  # the news is read out, and the first box is the next stop

    answer = desk.client.post(
        answer.wsgi_request.get_full_path(), {"submit_key": uuid.uuid4(), "known_as": "Wren", "part": "child"}
    )
    wren = desk.rows(Participant.objects.filter(case=desk.case, known_as="Wren"))[0]
    assert answer.url == desk.url("participant", wren.id)
    assert banner(desk.client.get(answer.url).content.decode()) == "Done They were added to the case."


def test_save_and_add_another_comes_second_so_that_enter_saves_and_goes_on(desk, lena):
    for name, args in (("add_participant", ()), ("add_contact", (lena.id,))):
        buttons = fromstring(desk.get(name, *args)).xpath("//main//form//button")
        assert [(each.get("name"), each.get("value"), each.get("type")) for each in buttons] == [
            (None, None, "submit"),
            ("next", "another", "submit"),
        ]
        assert buttons[1].text_content().strip() == "Save and add another"


def test_a_fault_in_the_next_one_does_not_name_the_last_again(desk, lena):
    address = f"{desk.url('add_participant')}?added={lena.id}"
    page = desk.client.post(address, {"submit_key": uuid.uuid4(), "known_as": "", "next": "another"}).content.decode()
    assert "Enter what they are known as" in page
    assert banner(page) == ""


@pytest.mark.parametrize("added", ["", "x", "7d0f9a52-6c1a-4d6e-9a55-0c9a5b3f7c11"])
def test_nothing_is_named_that_is_not_of_this_case(desk, added):
    elsewhere = testing.participant(testing.case(desk.amal), desk.amal, known_as="Rob", part="father")
    for each in (added, elsewhere.id):
        answer = desk.client.get(f"{desk.url('add_participant')}?added={each}")
        assert answer.status_code == 200
        assert banner(answer.content.decode()) == ""


def test_another_way_to_reach_somebody_can_be_added_straight_away(desk, lena):
    typed = {"kind": "phone", "value": "07700 900123", "is_confidential": "yes", "may_write": "no"}
    answer = desk.post("add_contact", lena.id, **typed, next="another")
    row = desk.rows(ContactDetail.objects.filter(participant=lena))[0]
    assert answer.url == f"{desk.url('add_contact', lena.id)}?added={row.id}"
    page = desk.client.get(answer.url).content.decode()
    assert banner(page) == "Done Phone number added for Lena."
    assert "07700" not in page

    desk.client.get(desk.post("end_contact", row.id, why="He reads it").url)
    again = desk.client.get(answer.url)  # by the browser's own way back
    assert (again.status_code, banner(again.content.decode())) == (200, "")


def test_somebody_without_a_part_is_asked_for_it_and_the_typed_words_stay(desk):
    answer = desk.post("add_participant", known_as="Joss", aliases="Jossie")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Select their part in the case" in page
    assert 'value="Joss"' in page
    assert "Jossie" in page
    assert desk.rows(Participant.objects.all()) == []


def test_a_contact_detail_is_kept_sealed_and_shown_with_its_warnings(desk, lena):
    answer = desk.post(
        "add_contact",
        lena.id,
        kind="phone",
        value="07700 900123",
        is_confidential="yes",
        may_write="no",
        verified_how="she read it out",
    )
    assert answer.url == desk.url("participant", lena.id)
    row = desk.rows(ContactDetail.objects.filter(participant=lena))[0]
    assert b"07700" not in bytes(row.value_sealed)
    assert (row.is_confidential, row.may_write) == (True, False)
    note = desk.notes("contact.added")[0]
    assert "07700" not in str(note)
    page = desk.get("participant", lena.id)
    for words in ("07700 900123", "Confidential", "Do not write to it", "she read it out"):
        assert words in page


def test_a_contact_detail_is_never_private_or_safe_by_silence(desk, lena):
    page = desk.post("add_contact", lena.id, kind="email", value="lena@example").content.decode()
    assert "Select whether it is confidential" in page
    assert "Select whether it is safe to write to" in page
    assert "name@example.org" in page  # what an address looks like
    assert "lena@example</textarea>" in page
    assert desk.rows(ContactDetail.objects.all()) == []


def test_ending_a_contact_detail_needs_a_reason_and_keeps_the_row(desk, lena):
    detail = testing.email_of(lena, desk.amal)
    assert "Enter why it is no longer used" in desk.post("end_contact", detail.id, why="").content.decode()
    assert desk.post("end_contact", detail.id, why="He reads it").url == desk.url("participant", lena.id)
    row = desk.rows(ContactDetail.objects.all())[0]
    assert row.ended_at is not None
    assert row.may_write is False
    assert "why" in desk.notes("contact.ended")[0]["words"]
    assert "No longer used" in desk.get("participant", lena.id)
    assert desk.client.get(desk.url("end_contact", detail.id)).status_code == 404


def test_a_fact_with_nobody_ticked_says_plainly_that_nobody_may_know_it(desk, lena):
    typed = {"kind": "school", "value": "Fennby Primary", "aliases": "the Fennby school\n\nFPS", "why": "fled"}
    answer = desk.post("protect_fact", about=str(lena.id), **typed, **DAY)
    fact = desk.rows(ProtectedFact.objects.all())[0]
    assert answer.url == desk.url("fact", fact.id)
    assert b"Fennby" not in bytes(fact.value_sealed)
    assert "Fennby" not in str(desk.notes("fact.protected"))
    page = desk.get("fact", fact.id)
    for words in ("Fennby Primary", "the Fennby school", "FPS", "Nobody outside the team", "Lena"):
        assert words in page
    assert "Nobody outside the team" in desk.get("people")
    assert "Fennby Primary" in desk.get("participant", lena.id)


def test_a_fact_without_a_reason_is_refused_and_the_typed_words_stay(desk, lena):
    typed = {"kind": "school", "value": "Fennby Primary", "may_know": [str(lena.id)]}
    page = desk.post("protect_fact", **typed).content.decode()
    assert "Enter why it is protected" in page
    assert "Fennby Primary" in page
    assert f'value="{lena.id}" checked' in page
    assert desk.rows(ProtectedFact.objects.all()) == []


def test_letting_somebody_know_later_needs_a_reason_and_shows(desk, lena):
    fact = testing.protected_address(desk.case, desk.amal)
    assert (
        "Enter why they may know it" in desk.post("allow_to_know", fact.id, participant=str(lena.id)).content.decode()
    )
    answer = desk.post("allow_to_know", fact.id, participant=str(lena.id), why="It is her own address")
    assert answer.url == desk.url("fact", fact.id)
    assert [row.participant_id for row in desk.rows(FactAudience.objects.all())] == [lena.id]
    assert desk.notes("fact.shared")[0]["facts"] == {"participant": str(lena.id)}
    assert "Nobody outside the team" not in desk.get("fact", fact.id)


def test_a_fact_cannot_be_told_to_somebody_of_another_case(desk, lena):
    fact = testing.protected_address(desk.case, desk.amal)
    stranger = testing.participant(testing.case(desk.amal), desk.amal, known_as="Rob", part="father")
    answer = desk.post("allow_to_know", fact.id, participant=str(stranger.id), why="no reason")
    assert answer.status_code == 200
    assert desk.rows(FactAudience.objects.all()) == []


def test_the_people_page_asks_as_often_for_twenty_people_as_for_two(desk, asked_of):
    def fill(many):
        for number in range(many):
            person = testing.participant(desk.case, desk.amal, known_as=f"P{number}")
            testing.email_of(person, desk.amal)
            actions.protect_fact(
                case=desk.case,
                kind="place",
                value="x",
                why="y",
                since_on=testing.AT.date(),
                by=desk.amal,
                at=testing.AT,
                about=person,
                may_know=[person],
            )

    fill(2)
    few = asked_of(desk.client, desk.url("people"))
    fill(20)
    assert asked_of(desk.client, desk.url("people")) == few
