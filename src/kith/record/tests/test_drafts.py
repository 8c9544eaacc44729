"""Words that save themselves: they come back, versions stay, nothing is written over, and the record uses them up."""

import json

from kith.record import actions, testing
from kith.record.models import Draft, Entry
from kith.record.tests.test_writing_pages import DECISION, ENTRY


def save(desk, place="entry", version=0, editor="", **fields):
    """Send words as the page's script does."""
    return desk.client.post(
        desk.url("save_draft", place),
        json.dumps({"version": version, "editor": editor, "fields": fields}),
        content_type="application/json",
        headers={"X-Kith-Draft": "1"},
    )


def test_words_are_saved_and_the_form_opens_on_them_again(desk):
    answer = save(desk, text="I saw Joss at", kind="visit", about=[], **{"on-day": "3", "on-month": "M"}).json()
    assert answer["version"] == 1
    assert answer["saved_at"].count(":") == 1
    page = desk.get("write_entry")
    assert "I saw Joss at" in page
    assert 'value="M"' in page  # half a date stays half a date
    assert 'data-draft-version="1"' in page
    assert f'data-draft-url="{desk.url("save_draft", "entry")}"' in page
    assert "Saved" in page


def test_saving_words_is_no_look_and_no_line_of_the_ledger(desk):
    save(desk, text="one")
    assert desk.notes("case.opened") == []


def test_words_of_another_window_are_not_written_over(desk):
    assert save(desk, version=0, text="first").json()["version"] == 1
    answer = save(desk, version=0, text="second")
    assert answer.status_code == 409
    assert answer.json()["url"] == desk.url("versions", "entry")
    assert "nothing was overwritten" in answer.json()["says"]
    assert [row.words["text"] for row in desk.rows(Draft.objects.all())] == ["first"]


def test_the_window_that_wrote_the_newest_words_is_never_behind_itself(desk):
    save(desk, version=0, editor="one window", text="first")
    assert save(desk, version=0, editor="one window", text="second").json()["version"] == 2


def test_what_is_not_a_draft_is_refused_in_words(desk):
    assert save(desk, place="No such place", text="x").status_code == 400
    for sent in (
        b"",
        b"[]",
        b'{"version": "1", "fields": {}}',
        b'{"version": 1, "fields": []}',
        b'{"version": true, "fields": {}}',
    ):
        answer = desk.client.post(
            desk.url("save_draft", "entry"), sent, content_type="application/json", headers={"X-Kith-Draft": "1"}
        )
        assert answer.status_code == 400
        assert "not saved" in answer.json()["says"]
    assert desk.rows(Draft.objects.all()) == []


def test_words_with_a_nul_are_kept_without_it(desk):
    assert save(desk, text="a\x00b").json()["version"] == 1
    assert desk.rows(Draft.objects.all())[0].words["text"] == "ab"


def test_another_team_cannot_save_words_in_the_case(desk):
    answer = desk.caras.post(
        desk.url("save_draft", "entry"),
        json.dumps({"version": 0, "fields": {}}),
        content_type="application/json",
        headers={"X-Kith-Draft": "1"},
    )
    assert answer.status_code == 404


def test_writing_the_entry_uses_its_draft_up(desk):
    save(desk, version=0, editor="w", text="Joss showed me")
    desk.post("write_entry", **ENTRY)
    page = desk.get("write_entry")
    assert "Joss showed me" not in page
    assert 'data-draft-version="1"' in page  # the next words build on what was there
    assert save(desk, version=1, text="next words").json()["version"] == 2


def test_a_save_that_was_under_way_when_the_form_was_sent_makes_no_new_draft(desk):
    save(desk, version=0, editor="w", text="Joss showed me")
    desk.post("write_entry", **ENTRY)
    assert save(desk, version=1, editor="w", text="Joss showed me her room").json()["version"] == 1
    assert "Joss showed me her room" not in desk.get("write_entry")


def test_earlier_versions_are_listed_and_can_be_gone_on_from(desk):
    for number, words in enumerate(["first words", "second words"]):
        save(desk, version=number, text=words)
    page = desk.get("versions", "entry")
    assert page.index("second words") < page.index("first words")
    again = desk.client.get(desk.url("write_entry") + "?version=1").content.decode()
    assert "first words" in again
    assert 'data-draft-version="2"' in again


def test_words_put_away_leave_the_form_empty_and_stay_among_the_versions(desk):
    save(desk, text="not these")
    assert desk.post("put_draft_away", "entry").url == desk.url("versions", "entry")
    assert "not these" not in desk.get("write_entry")
    assert "not these" in desk.get("versions", "entry")


def test_a_colleague_on_the_same_case_never_sees_another_workers_unfinished_words(desk):
    save(desk, text="my own words")
    actions.give_access(case=desk.case, worker=desk.cara, why="allocated", by=desk.amal, at=testing.AT)
    assert "my own words" not in desk.caras.get(desk.url("write_entry")).content.decode()
    assert desk.caras.get(desk.url("versions", "entry")).status_code == 404


def test_a_decision_opens_again_with_every_option_that_was_typed(desk):
    save(desk, place="decision", question="Go on?", option_0="a", option_1="b", option_2="c", option_3="d", chosen="3")
    page = desk.get("record_decision")
    assert 'value="d"' in page
    assert "Option 4: d" in page
    desk.post("record_decision", **DECISION)
    assert "Option 4: d" not in desk.get("record_decision")


def test_an_amendment_and_a_new_entry_keep_their_words_apart(desk):
    desk.post("write_entry", **ENTRY)
    old = desk.rows(Entry.objects.all())[0]
    save(desk, place=f"amend:{old.id}", text="words of the amendment")
    assert "words of the amendment" in desk.get("amend_entry", old.id)
    assert "words of the amendment" not in desk.get("write_entry")


def test_somebody_signed_out_is_not_told_that_words_were_saved(desk):
    desk.client.logout()
    answer = save(desk, text="lost?")
    assert answer.status_code == 302
    assert answer.url.startswith("/accounts/login/")


def test_words_that_came_back_with_a_fault_are_saved_also_without_script(desk):
    page = desk.post("write_entry", **{**ENTRY, "kind": "", "text": "typed without script"}).content.decode()
    assert 'data-draft-version="1"' in page
    assert "typed without script" in desk.get("write_entry")
    kept = desk.rows(Draft.objects.all())[0].words
    assert "submit_key" not in kept
    assert kept["on-day"] == "27"
