"""Entries and decisions: written once, never edited, with their quotations."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from kith.record import actions, testing
from kith.record.models import Citation, Decision, Entry, EntryAbout, TimelineRow

ENTRY = {
    "kind": "visit",
    "text": "Joss showed me her room.",
    "precision": "exact",
    "on-day": "27",
    "on-month": "3",
    "on-year": "2026",
    "clock": "14:05",
}
DECISION = {
    "question": "Should Sunday contact go on?",
    "option_0": "Go on",
    "option_1": "",
    "option_2": "Stop",
    "chosen": "2",
    "evidence_for": "the messages",
    "childs_view": "Not known, because I have not seen her yet",
    "reasons": "safety",
    "review_on-day": "1",
    "review_on-month": "12",
    "review_on-year": "2030",
}


def kept(desk, text="I will be there at 3", line=214):
    """Keep a quotation as the exhibits would."""
    quoted = actions.Quoted(
        kind="item",
        source_id=uuid4(),
        label="E1",
        sha256=b"\x01" * 32,
        member=0,
        member_text="",
        span_start=line * 10,
        span_end=line * 10 + 9,
        line=line,
        said_by_text="Rob",
        said_at_text="3 March 2026, 21:04",
        text=text,
        before=[{"by": "Lena", "at": "21:02", "text": "When do you come?", "line": line - 1}],
        after=[{"by": "Lena", "at": "21:06", "text": "No, please", "line": line + 1}],
    )
    return actions.keep_quotation(case=desk.case, quoted=quoted, by=desk.amal, at=testing.AT)


def written(desk, **more):
    desk.post("write_entry", **{**ENTRY, **more})
    return desk.rows(Entry.objects.order_by("-recorded_at"))[0]


def test_an_entry_is_written_with_its_time_its_people_and_a_place_on_the_timeline(desk):
    joss = testing.participant(desk.case, desk.amal, known_as="Joss", part="child")
    answer = desk.post("write_entry", **ENTRY, about=[str(joss.id)], allegation="alleged")
    entry = desk.rows(Entry.objects.all())[0]
    assert answer.url == desk.url("entry", entry.id)
    assert entry.happened_from == datetime(2026, 3, 27, 14, 5, tzinfo=UTC)
    assert entry.happened_text == "27 March 2026, 14:05"
    assert [row.participant_id for row in desk.rows(EntryAbout.objects.all())] == [joss.id]
    assert [row.kind for row in desk.rows(TimelineRow.objects.all())] == ["entry"]
    assert desk.notes("entry.written")[0]["about"] == f"record.entry:{entry.id}"
    page = desk.get("entry", entry.id)
    for words in ("Joss showed me her room.", "27 March 2026, 14:05", "About Joss", "Alleged", "Amal Tester"):
        assert words in page
    assert "Joss showed me her room." in desk.get("case")


def test_what_is_known_only_roughly_keeps_the_workers_words_and_a_range(desk):
    entry = written(
        desk,
        precision="approximate",
        clock="",
        happened_text="around Easter",
        **{"until_on-day": "30", "until_on-month": "3", "until_on-year": "2026"},
    )
    assert entry.happened_text == "around Easter"
    assert entry.happened_until == datetime(2026, 3, 30, 23, tzinfo=UTC)  # the end of that day, in summer time


def test_what_is_not_known_has_no_date_even_if_one_was_left_in_the_boxes(desk):
    entry = written(desk, precision="unknown")
    assert (entry.happened_from, entry.happened_until) == (None, None)
    assert entry.happened_text == "Not known when"


def test_an_entry_with_faults_is_not_written_and_comes_back_as_typed(desk):
    page = desk.post("write_entry", **{**ENTRY, "kind": "", "on-month": "13"}).content.decode()
    assert "Select what it is" in page
    assert "Date it happened must be a real date" in page
    assert "Joss showed me her room." in page
    assert 'value="13"' in page
    assert desk.rows(Entry.objects.all()) == []


def test_a_range_that_ends_before_it_begins_is_refused(desk):
    last = {"until_on-day": "1", "until_on-month": "3", "until_on-year": "2026"}
    page = desk.post("write_entry", **{**ENTRY, "precision": "approximate", **last}).content.decode()
    assert "The last day cannot be before the first day." in page


def test_amending_writes_a_new_entry_and_each_names_the_other(desk):
    old = written(desk)
    page = desk.client.get(desk.url("amend_entry", old.id)).content.decode()
    assert "Joss showed me her room." in page
    assert 'value="14:05"' in page
    desk.post("amend_entry", old.id, **{**ENTRY, "text": "Joss showed me her brother's room."})
    entries = desk.rows(Entry.objects.order_by("recorded_at"))
    assert [entry.text for entry in entries] == ["Joss showed me her room.", "Joss showed me her brother's room."]
    new = entries[1]
    assert new.amends_id == old.id
    assert desk.url("entry", new.id) in desk.get("entry", old.id)
    assert desk.url("entry", old.id) in desk.get("entry", new.id)
    assert "Amended later" in desk.get("case")


def test_an_entry_that_was_amended_cannot_be_amended_again(desk):
    old = written(desk)
    desk.post("amend_entry", old.id, **{**ENTRY, "text": "second"})
    page = desk.post("amend_entry", old.id, **{**ENTRY, "text": "third"}).content.decode()
    assert "amended this entry already" in page
    assert "third" in page
    assert len(desk.rows(Entry.objects.all())) == 2
    assert desk.url("amend_entry", old.id) not in desk.get("entry", old.id)


def test_quotations_stand_in_the_order_asked_for_with_what_was_said_around_them(desk):
    first, second = kept(desk, "first kept", 10), kept(desk, "second kept", 20)
    form = desk.get("write_entry")
    assert "When do you come?" in form
    assert "[E1, line 10]" in form
    places = {f"place_{first.id}": "2", f"place_{second.id}": "1"}
    entry = written(desk, citations=[str(first.id), str(second.id)], **places)
    rows = desk.rows(Citation.objects.filter(holder_id=entry.id).order_by("position"))
    assert [row.text for row in rows] == ["second kept", "first kept"]
    page = desk.get("entry", entry.id)
    assert page.index("second kept") < page.index("first kept")
    for words in ("When do you come?", "No, please", "[E1, line 20]"):
        assert words in page
    assert "[E1, line 10]" not in desk.get("write_entry")  # used: no longer kept


def test_an_amendment_may_quote_again_what_the_old_entry_quoted(desk):
    old = written(desk, citations=[str(kept(desk).id)])
    again = desk.rows(Citation.objects.filter(holder_id=old.id))[0]
    page = desk.client.get(desk.url("amend_entry", old.id)).content.decode()
    assert f'id="cite-{again.id}" checked' in page
    desk.post("amend_entry", old.id, **ENTRY, citations=[str(again.id)])
    holders = {row.holder_id for row in desk.rows(Citation.objects.all())}
    assert old.id in holders
    assert len(holders) == 2


def test_a_quotation_that_was_kept_can_be_put_back_from_the_case_page(desk):
    citation = kept(desk)
    assert desk.url("drop_quotation", citation.id) in desk.get("case")
    assert desk.post("drop_quotation", citation.id).url == desk.url("case")
    assert desk.rows(Citation.objects.all()) == []
    assert desk.notes("quotation.dropped")


def test_a_colleague_does_not_see_the_quotations_another_worker_kept(desk):
    citation = kept(desk)
    actions.give_access(case=desk.case, worker=desk.cara, why="allocated", by=desk.amal, at=testing.AT)
    assert "[E1, line 214]" not in desk.caras.get(desk.url("write_entry")).content.decode()
    sent = {"submit_key": str(uuid4())}
    assert desk.caras.post(desk.url("drop_quotation", citation.id), sent).status_code == 404


def test_a_decision_keeps_what_was_typed_and_counts_only_the_options_that_were(desk):
    answer = desk.post("record_decision", **DECISION)
    decision = desk.rows(Decision.objects.all())[0]
    assert answer.url == desk.url("decision", decision.id)
    assert decision.options == ["Go on", "Stop"]
    assert decision.chosen == 1
    assert decision.review_on == date(2030, 12, 1)
    assert desk.notes("decision.recorded")[0]["facts"]["options"] == 2
    page = desk.get("decision", decision.id)
    for words in ("Should Sunday contact go on?", "Chosen", "Not known, because", "the messages", "1 December 2030"):
        assert words in page
    assert "Should Sunday contact go on?" in desk.get("case")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"childs_view": ""}, "Enter what the child says about it"),
        ({"option_2": "", "chosen": "0"}, "Enter at least two options"),
        ({"chosen": "1"}, "Select the option that was chosen"),
        ({"chosen": ""}, "Select which option was chosen"),
        ({"reasons": " "}, "Enter the reasons"),
        ({"review_on-year": "2020"}, "The review date cannot be before"),
    ],
)
def test_a_decision_with_a_fault_is_not_recorded_and_comes_back_as_typed(desk, change, says):
    page = desk.post("record_decision", **{**DECISION, **change}).content.decode()
    assert says in page
    assert "Should Sunday contact go on?" in page
    assert 'value="Go on"' in page
    assert desk.rows(Decision.objects.all()) == []


def test_more_rows_for_options_are_given_without_script_and_without_losing_a_word(desk):
    citation = kept(desk)
    page = desk.post("record_decision", **DECISION, more="yes", citations=[str(citation.id)]).content.decode()
    assert "option_2" in page
    assert 'name="option_5"' in page
    assert 'value="Stop"' in page
    assert "Should Sunday contact go on?" in page
    assert f'id="cite-{citation.id}" checked' in page
    assert "There is a problem" not in page
    assert desk.rows(Decision.objects.all()) == []


def test_a_review_is_a_new_decision_and_the_old_one_is_due_no_longer(desk):
    desk.post("record_decision", **DECISION)
    old = desk.rows(Decision.objects.all())[0]
    page = desk.client.get(desk.url("review_decision", old.id)).content.decode()
    assert 'value="Stop"' in page
    desk.post("review_decision", old.id, **DECISION)
    new = desk.rows(Decision.objects.exclude(id=old.id))[0]
    assert new.amends_id == old.id
    assert desk.url("decision", new.id) in desk.get("decision", old.id)
    assert desk.url("decision", old.id) in desk.get("decision", new.id)
    assert desk.get("case").count("1 December 2030") == 1
    assert "reviewed this decision already" in desk.post("review_decision", old.id, **DECISION).content.decode()


def test_an_entry_of_another_case_of_the_same_worker_is_not_found_in_this_one(desk):
    entry = written(desk)
    other = testing.case(desk.amal)
    assert desk.client.get(f"/cases/{other.id}/entries/{entry.id}/").status_code == 404
