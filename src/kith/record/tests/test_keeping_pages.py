"""Closing, schedule, holds and asking for an erasure, on the pages of the case. Cara gets nothing of any."""

import uuid

import pytest

from kith.core import files
from kith.record import testing as make
from kith.record.models import Closing, Hold, Keeping, Review
from kith.record.tests.asking import signed_in, words


def on(field, day):
    return {f"{field}-day": day.day, f"{field}-month": day.month, f"{field}-year": day.year}


def today():
    from django.utils import timezone

    return timezone.localdate()


def test_an_open_case_says_what_is_usual_and_that_nobody_chose(desk):
    page = desk.get("keeping")
    assert "Nobody has chosen yet. Usual for such a case: private law." in page
    assert "Nobody has checked this against its source yet" in page
    assert "No legal hold" in page
    assert "Nothing is asked for" in page
    assert "Nothing was erased in this case" in page


def test_the_case_page_leads_to_it(desk):
    assert desk.url("keeping") in desk.get("case")


def test_closing_and_opening_again_are_rows_of_history(desk):
    answer = desk.post("close_case", why="The family moved away", **on("since_on", today()))
    assert answer.status_code == 302
    assert "Closed since" in desk.get("keeping")
    assert desk.post("reopen_case", why="They came back", **on("since_on", today())).status_code == 302
    page = desk.get("keeping")
    assert "The family moved away" in page and "They came back" in page
    assert [row.state for row in desk.rows(Closing.objects.order_by("said_at"))] == ["closed", "reopened"]
    assert [len(desk.notes(verb)) for verb in ("case.closed", "case.reopened")] == [1, 1]


def test_closing_a_closed_case_is_refused_in_words(desk):
    desk.post("close_case", why="x", **on("since_on", today()))
    answer = desk.post("close_case", why="x", **on("since_on", today()))
    assert answer.status_code == 200
    assert "This case is closed already." in words(answer)


def test_a_schedule_is_chosen_with_a_reason_and_its_day_worked_out(desk):
    make.participant(desk.case, desk.amal, known_as="Kim", part="child")
    desk.post("close_case", why="x", **on("since_on", today()))
    answer = desk.post("choose_schedule", schedule="private_law", why="As usual")
    assert answer.status_code == 302
    page = desk.get("keeping")
    assert "Chosen by Amal Tester" in page
    assert "A child's date of birth is not known" in page
    [row] = desk.rows(Keeping.objects.all())
    assert row.schedule == "private_law"


def test_a_schedule_from_a_day_needs_the_day(desk):
    answer = desk.post("choose_schedule", schedule="adoption", why="x")
    assert "Enter the day from which this schedule is counted." in words(answer)
    assert desk.rows(Keeping.objects.all()) == []


def test_a_hold_is_placed_and_ended_and_both_are_told(desk):
    answer = desk.post("place_hold", kind="court", who="Tarnbrook court", why="ordered", **on("from_on", today()))
    assert answer.status_code == 302
    assert "A legal hold stands" in desk.get("keeping")
    [hold] = desk.rows(Hold.objects.all())
    assert desk.post("end_hold", hold.id, why="over").status_code == 302
    page = desk.get("keeping")
    assert "A legal hold stands" not in page and "ended by Amal Tester" in page
    assert [len(desk.notes(verb)) for verb in ("hold.placed", "hold.ended")] == [1, 1]
    assert desk.post("end_hold", hold.id, why="again").status_code == 404


def test_asking_says_what_would_go_and_what_would_stay(desk):
    lena = make.participant(desk.case, desk.amal)
    make.email_of(lena, desk.amal)
    page = desk.get("ask_erasure", "participant", lena.id)
    assert "Ways to reach them: 1" in page
    assert "Protected facts about them" in page
    answer = desk.post("ask_erasure", "participant", lena.id, ground="right", why="She asked us")
    assert answer.status_code == 302
    assert "Waits for the information governance lead" in desk.get("keeping")
    again = desk.post("ask_erasure", "participant", lena.id, ground="right", why="She asked us")
    assert "Somebody has asked for this already" in words(again)
    assert len(desk.rows(Review.objects.all())) == 1
    [note] = desk.notes("erasure.asked")
    assert note["words"] == {}


@pytest.mark.parametrize("what", ["case", "links", "entry", "nonsense", "quotation"])
def test_nothing_can_be_asked_for_that_is_not_there(desk, what):
    assert desk.client.get(desk.url("ask_erasure", what, uuid.uuid4())).status_code == 404


def test_a_colleague_who_only_reads_is_offered_nothing(desk):
    from kith.record import actions

    dora = make.worker("Dora Support", "business_support")
    actions.give_access(case=desk.case, worker=dora, why="supports", by=desk.amal, at=make.AT)
    theirs = signed_in(dora)
    page = words(theirs.get(desk.url("keeping")))
    assert "Close this case" not in page and "Place a legal hold" not in page
    for name in ("close_case", "place_hold", "choose_schedule", "seal_for_adoption"):
        assert theirs.get(desk.url(name)).status_code == 404


def test_somebody_elses_draft_is_not_theirs_to_ask_about(lasting_desk):
    from kith.record import actions

    desk = lasting_desk
    ben = make.worker("Ben Manager", "team_manager")
    actions.give_access(case=desk.case, worker=ben, why="manages", by=desk.amal, at=make.AT)
    saved = actions.save_draft(
        case=desk.case, place="entry", words={"text": "mine"}, version=0, by=desk.amal, at=make.AT
    )
    assert desk.client.get(desk.url("ask_erasure", "draft", saved.id)).status_code == 200
    assert signed_in(ben).get(desk.url("ask_erasure", "draft", saved.id)).status_code == 404


def test_sealing_on_adoption_is_one_page_with_its_warning(desk):
    assert "This cannot be undone" in desk.get("seal_for_adoption")
    answer = desk.post("seal_for_adoption", why="The order", **on("ordered_on", today()))
    assert answer.status_code == 302
    page = desk.get("keeping")
    assert "sealed on an adoption" in page
    assert "Adoption" in page


def test_a_file_that_is_not_there_any_more_is_refused_in_words(desk):
    with pytest.raises(files.Gone, match="erased"):
        files.stored_in(desk.case.id, None)
