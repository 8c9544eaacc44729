"""Two exports of one conversation in one case: what an item's page knows of the other."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kith.core.transactions import scoped
from kith.exhibits import actions, queries, testing
from kith.exhibits.models import Item, Question, Speaker
from kith.exhibits.queries.both_ends import Stands
from kith.exhibits.tests import samples, two_ends
from kith.record import testing as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def take(case, amal):
    """Take a file in and read it."""

    def taken(data, name="WhatsApp Chat.txt"):
        return testing.read(testing.exhibit(case, amal, data, name), amal)

    return taken


@pytest.fixture
def page_of(case, amal, rows):
    """Give the page of the line with these words, as Amal sees it."""

    def found(one, words, which=0, around=(5, 5)):
        row = sorted(row.start for row in rows(Item, exhibit_id=one.id) if row.text == words)[which]
        with scoped(worker_id=amal.id, case_id=case.id):
            return queries.item_page(case, one, queries.item_at(one, 0, row), None, around)

    return found


def words(items):
    return [item.text for item in items]


def test_the_same_line_is_found_in_the_other_export(take, page_of):
    hers, his = take(two_ends.android()), take(two_ends.iphone())
    (end,) = page_of(hers, "Tell her she fell").ends
    assert (end.stands, end.label, end.hours) == (Stands.SAME, "E2", 0)
    assert (end.item.exhibit_id, end.item.text, end.item.name_text) == (his.id, "Tell her she fell", "Me")
    assert end.is_worded_alike

    (back,) = page_of(his, "Tell her she fell").ends
    assert (back.stands, back.item.exhibit_id, back.item.line) == (Stands.SAME, hers.id, 6)


def test_a_line_that_the_other_export_lacks_is_said_to_be_missing_there(take, page_of):
    hers = take(two_ends.android())
    take(two_ends.iphone(without=(two_ends.FELL,)))
    page = page_of(hers, "Tell her she fell")
    (end,) = page.ends
    assert (end.stands, end.item.text) == (Stands.MISSING, "Thank you")
    assert page.marks == {}

    page = page_of(hers, "Please do not come to the house")
    assert page.ends[0].stands is Stands.SAME
    assert [page.marks.get(item.key) for item in page.before][-1] == ("Not in E2",)


def test_what_only_the_other_export_holds_stands_in_its_place(take, page_of):
    take(two_ends.android())
    his = take(two_ends.iphone(without=(two_ends.FELL,)))
    page = page_of(his, "Please do not come to the house")
    assert words(page.before)[-2:] == ["Thank you", "Tell her she fell"]
    only = page.before[-1]
    assert (only.label, page.marks[only.key]) == ("E1", ("Only in E1",))
    assert [page.marks.get(item.key) for item in page.after] == [None] * len(page.after)


def test_a_short_line_that_comes_again_is_not_taken_for_the_missing_one(take, page_of):
    hers = take(two_ends.android())
    take(two_ends.iphone(without=(two_ends.SECOND_OK,)))
    assert page_of(hers, "Ok", 0).ends[0].stands is Stands.SAME
    assert page_of(hers, "Ok", 1).ends[0].stands is Stands.MISSING


def test_a_clock_that_stands_hours_away_is_allowed_for_and_said(take, page_of):
    hers = take(two_ends.android())
    take(two_ends.iphone(without=(two_ends.HOUSE,), hours=5))
    assert (page_of(hers, "Tell her she fell").ends[0].stands) is Stands.SAME
    (end,) = page_of(hers, "Please do not come to the house").ends
    assert (end.stands, end.hours) == (Stands.MISSING, -5)


def test_a_long_stretch_that_is_missing_does_not_hide_the_conversation(take, page_of):
    talk = [
        (f"2024-04-25 {10 + number // 30}:{number % 30:02}:00", "LC"[number % 2], f"They argue, part {number} of many")
        for number in range(300)
    ]
    said = (*two_ends.SAID[:4], *talk, *two_ends.SAID[4:])
    hers = take(two_ends.android(said=said))
    his = take(two_ends.iphone(said=said, without=tuple(range(4, 304))))
    (end,) = page_of(hers, "They argue, part 150 of many").ends
    assert (end.stands, end.item.text) == (Stands.MISSING, "Thank you")

    page = page_of(his, "Tell her she fell")
    assert words(page.before)[-2:] == ["They argue, part 298 of many", "They argue, part 299 of many"]
    assert words(page.before)[-11] == "Thank you"
    assert page.ends[0].more_before.text == "They argue, part 289 of many"
    assert page.ends[0].more_after is None


def test_what_lies_outside_the_other_export_is_not_called_missing(take, page_of):
    hers = take(two_ends.android())
    take(two_ends.iphone(without=(0, 1, 9, 10)))
    first, last = page_of(hers, two_ends.SAID[0][2]), page_of(hers, two_ends.SAID[10][2])
    assert (first.ends[0].stands, first.ends[0].item.text) == (Stands.EARLIER, two_ends.SAID[2][2])
    assert (last.ends[0].stands, last.ends[0].item.text) == (Stands.LATER, two_ends.SAID[8][2])


def test_the_same_words_at_another_time_are_shown_as_that(take, page_of):
    late = tuple((at.replace("21:40", "22:55"), who, text) for at, who, text in two_ends.SAID)
    hers = take(two_ends.android())
    take(two_ends.iphone(said=tuple(sorted(late))))
    (end,) = page_of(hers, "Tell her she fell").ends
    assert (end.stands, end.item.text) == (Stands.ELSEWHERE, "Tell her she fell")


def test_what_telephones_word_differently_is_one_line_and_shown_as_worded_there(take, page_of):
    call = ("2024-04-25 12:00:10", "C", "Missed voice call")
    hers = take(two_ends.android(said=(*two_ends.SAID[:4], call, *two_ends.SAID[4:])))
    told = (call[0], "C", "\u200eVoice call, \u200eNo answer")
    take(two_ends.iphone(said=(*two_ends.SAID[:4], told, *two_ends.SAID[4:])))
    (end,) = page_of(hers, "Missed voice call").ends
    assert (end.stands, end.is_worded_alike) == (Stands.SAME, False)
    assert "No answer" in end.item.text


def test_a_chat_inside_a_zip_is_found_too(case, amal, take, page_of, rows):
    his = take(two_ends.iphone())
    hers = take(
        samples.zip_of([("a.jpg", b"\xff\xd8"), ("WhatsApp Chat with Callum.txt", two_ends.android())]), "e.zip"
    )
    (end,) = page_of(his, "Tell her she fell").ends
    assert (end.stands, end.item.exhibit_id, end.item.line) == (Stands.SAME, hers.id, 6)

    (picture,) = rows(Item, exhibit_id=hers.id, kind="file")
    with scoped(worker_id=amal.id, case_id=case.id):
        item = queries.item_at(hers, picture.member, picture.start)
        assert queries.item_page(case, hers, item, None).ends == ()


def test_a_line_of_the_app_itself_is_not_compared(take, page_of):
    hers = take(two_ends.android())
    take(two_ends.iphone())
    (end,) = page_of(hers, "Messages and calls are end-to-end encrypted.").ends
    assert (end.stands, end.item) == (Stands.APART, None)


def test_another_conversation_of_the_same_days_is_left_alone(take, page_of):
    hers = take(two_ends.android())
    other = tuple((at, who, f"Something else, number {place}") for place, (at, who, _) in enumerate(two_ends.SAID))
    take(two_ends.iphone(said=(*other[:4], two_ends.SAID[6], *other[5:])))
    page = page_of(hers, "Tell her she fell")
    assert page.ends == ()
    assert len(page.after) == 5


def test_lines_of_different_participants_are_not_one(case, amal, take, page_of, rows):
    hers = take(two_ends.android())
    take(two_ends.iphone(names=("Me", "Lena Q")))
    lena, callum = make.participant(case, amal), make.participant(case, amal, known_as="Callum", part="father")
    assert page_of(hers, "Tell her she fell").ends[0].stands is Stands.SAME
    for speaker in rows(Speaker):
        who = lena if speaker.name_text.startswith("Lena") else callum
        actions.say_who(speaker=speaker, participant=who, by=amal, at=make.AT)
    assert page_of(hers, "Tell her she fell").ends == ()


def test_an_export_without_dates_is_named_with_its_questions(case, amal, take, page_of, rows):
    hers = take(two_ends.android())
    his = take(two_ends.android().replace(b"25/04/2024", b"05/04/2024").replace(b"26/04/2024", b"06/04/2024"))
    assert page_of(hers, "Tell her she fell").undated == ((str(his.id), "E2"),)
    (order,) = rows(Question, exhibit_id=his.id, key="order")
    actions.answer_question(question=order, answer="dmy", by=amal, at=make.AT)
    testing.place(his, amal)
    page = page_of(hers, "Tell her she fell")
    assert (page.undated, page.ends) == ((), ())


def test_the_same_file_twice_is_no_other_end(take, page_of):
    hers = take(two_ends.android())
    take(two_ends.android())
    assert page_of(hers, "Tell her she fell").ends == ()


def test_an_export_of_another_case_is_never_laid_beside_one(amal, take, page_of):
    hers = take(two_ends.android())
    elsewhere = make.case(amal)
    testing.read(testing.exhibit(elsewhere, amal, two_ends.iphone()), amal)
    assert page_of(hers, "Tell her she fell").ends == ()


def test_one_line_that_two_others_hold_stands_once(take, page_of):
    hers = take(two_ends.android(without=(two_ends.FELL,)))
    take(two_ends.iphone())
    take(two_ends.iphone(without=(0,)))
    page = page_of(hers, "Please do not come to the house")
    assert words(page.before)[-2:] == ["Thank you", "Tell her she fell"]
    assert page.marks[page.before[-1].key] == ("Only in E2 and E3",)


def test_a_page_asks_the_same_few_questions_however_long_the_exports(take, page_of):
    def asked(one, text):
        with CaptureQueriesContext(connection) as seen:
            page = page_of(one, text)
        assert page.ends
        return len([each for each in seen if not each["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))])

    hers = take(two_ends.android())
    take(two_ends.iphone())
    few = asked(hers, "Tell her she fell")
    long = two_ends.SAID + tuple(
        (f"2024-05-{1 + number // 60:02} {12 + number % 10}:{number % 60:02}:00", "LC"[number % 2], f"Number {number}")
        for number in range(1_500)
    )
    longer = take(two_ends.android(said=long, names=("Lena", "Callum")))
    take(two_ends.iphone(said=long))
    assert asked(longer, "Tell her she fell") == few
    assert few <= 18


def test_the_page_says_it_in_plain_words(client_of, case, take, rows):
    hers, his = take(two_ends.android()), take(two_ends.iphone(without=(two_ends.FELL,), hours=1), "Chat - Lena.txt")
    start = {row.text: row.start for row in rows(Item, exhibit_id=hers.id)}
    page = client_of().get(reverse("exhibits:item", args=[case.id, hers.id, 0, start["Tell her she fell"]]))
    said = " ".join(page.content.decode().split())
    assert "Not in E2" in said
    assert "does not say which" in said
    assert "the clock of E2 stands 1 hour ahead of E1" in said
    assert "E2, line 5" in said
    assert reverse("exhibits:questions", args=[case.id, his.id]) in said

    start = {row.text: row.start for row in rows(Item, exhibit_id=his.id)}
    page = client_of().get(reverse("exhibits:item", args=[case.id, his.id, 0, start["Thank you"]])).content.decode()
    assert "The same line in E1" in page
    assert "Only in E1" in page


def test_cara_finds_nothing(client_of, cara, case, take):
    one = take(two_ends.android())
    take(two_ends.iphone())
    assert client_of(cara).get(reverse("exhibits:item", args=[case.id, one.id, 0, 0])).status_code == 404


@pytest.fixture
def client_of(amal):
    def signed_in(worker=amal):
        client = Client()
        client.force_login(worker)
        return client

    return signed_in
