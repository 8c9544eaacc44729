"""A team votes: the facilitator leads, phones answer without a name, and only counts are left."""

import re
import uuid
from datetime import timedelta

import psycopg
import pytest
from django.test import Client
from django.urls import reverse

from kith.core import clock
from kith.core.errors import NotFound
from kith.core.transactions import scoped
from kith.learning import joining
from kith.learning.actions import phones, votes
from kith.learning.models import Gathering
from kith.learning.queries import votes as queries
from kith.learning.testing import dilemma, gathering, signed_in, worker
from kith.learning.tests.test_dilemmas import sent, words

FORM = {"content_type": "application/x-www-form-urlencoded"}


@pytest.fixture
def amal(committed):
    return worker()


@pytest.fixture
def owner(cluster, committed):
    """The database as its superuser sees it, past every wall."""
    with psycopg.connect(cluster.superuser_url(committed), autocommit=True) as connection:
        yield connection


def phone(code: str, place: str = "10.0.0.9") -> Client:
    """Give a phone that has come in."""
    client = Client(REMOTE_ADDR=place)
    assert client.get(f"/vote/{code}/").status_code == 200
    return client


def choose(client: Client, code: str, chosen: object, turn: object = 1):
    return client.post(f"/vote/{code}/", f"turn={turn}&chosen={chosen}", **FORM)


def address(name: str, made: Gathering, *more: object) -> str:
    return reverse(f"learning:{name}", args=[made.id, *more])


def fresh(made: Gathering, by) -> Gathering:
    with scoped(worker_id=by.id):
        return Gathering.objects.select_related("dilemma").get(id=made.id)


def test_a_team_goes_through_a_dilemma(amal):
    screen, story = signed_in(amal), dilemma(amal)
    opened = sent(screen, reverse("learning:open_vote", args=[story.id]))
    shown = words(screen.get(opened.url))
    code = re.search(r"\b([BCDFGHJKMPRTWXZ]{3}) ([BCDFGHJKMPRTWXZ]{3})\b", shown)
    assert "Nobody has answered yet" in shown and "Everybody can see it" in shown and "testserver/vote" in shown
    code = f"{code[1]}{code[2]}"
    team = [phone(code) for _ in range(3)]
    for each, chosen in zip(team, (0, 1, 0), strict=True):
        assert "Look at the phone" in words(each.get(f"/vote/{code}/"))
        assert choose(each, code, chosen).url == f"/vote/{code}/"
    assert "3 have answered" in words(screen.get(opened.url))
    sent(screen, f"{opened.url}close/", turn=1)
    split = words(screen.get(opened.url))
    assert re.search(r"Look at the phone 2 67% .* 1 33%", split) and "To talk about" in split
    assert "Look at the phone : What did you want to know when you looked?" in split
    assert "This question is closed" in words(team[0].get(f"/vote/{code}/"))
    sent(screen, f"{opened.url}on/", turn=2, chosen=0)
    assert "Marek opens the door" in words(screen.get(opened.url))
    sent(screen, f"{opened.url}close/", turn=3)
    sent(screen, f"{opened.url}on/", turn=4, chosen=1)
    assert "The story ends here" in words(screen.get(opened.url))
    assert "Nobody has answered" not in words(screen.get(opened.url))
    told = [words(screen.get(f"{opened.url}after/{number}/")) for number in range(1, 8)]
    assert "You looked at my phone" in told[0] and "Theo chose" in told[5 - 1] + told[6 - 1]
    assert "What did you want to know when you looked?" in told[6]
    assert screen.get(f"{opened.url}after/8/").status_code == screen.get(f"{opened.url}after/0/").status_code == 404
    sent(screen, f"{opened.url}end/")
    over = words(screen.get(opened.url))
    assert "These counts are deleted on" in over and "Question 1 Choice Answers" in over and "67%" in over
    ended = team[0].get(f"/vote/{code}/")
    assert "This vote has ended" in words(ended) and ended.cookies["vote"]["max-age"] == 0


def test_opening_is_told_to_the_ledger_and_nothing_else_is(amal, owner):
    made = gathering(amal)
    choose(phone(made.code), made.code, 0)
    for turn, change in enumerate((votes.close_question, votes.back, votes.close_question), start=1):
        change(gathering_id=made.id, turn=turn, by=amal, at=clock.now())
    votes.go_on(gathering_id=made.id, turn=4, chosen=1, by=amal, at=clock.now())
    votes.end(gathering_id=made.id, by=amal, at=clock.now())
    ((line,),) = owner.execute("SELECT body FROM core_ledger").fetchall()
    assert "vote.opened" in line and f"learning.gathering:{made.id}" in line and made.code not in line


def test_a_mind_is_changed_while_the_question_is_open_and_counted_once(amal, owner):
    made = gathering(amal)
    mine, other = phone(made.code), phone(made.code)
    for chosen in (0, 1, 1):
        choose(mine, made.code, chosen)
    choose(other, made.code, 0)
    assert "Your answer: " in words(mine.get(f"/vote/{made.code}/"))
    with scoped(worker_id=amal.id):
        assert queries.answered(made) == 2
    votes.close_question(gathering_id=made.id, turn=1, by=amal, at=clock.now())
    assert fresh(made, amal).splits == [{"answered": 2, "counts": [1, 1]}]
    assert owner.execute("SELECT count(*) FROM learning_vote").fetchone() == (0,)
    assert "whoever was one of them knows" in words(signed_in(amal).get(address("gathering", made)))


@pytest.mark.parametrize(
    ("many", "says"), [(0, "Nobody answered."), (1, "1 answered. Fewer than two answered: no split")]
)
def test_no_split_is_kept_of_fewer_than_two(amal, many, says):
    made = gathering(amal)
    for _ in range(many):
        choose(phone(made.code), made.code, 1)
    votes.close_question(gathering_id=made.id, turn=1, by=amal, at=clock.now())
    assert fresh(made, amal).splits == [{"answered": many, "counts": None}]
    shown = words(signed_in(amal).get(address("gathering", made)))
    assert says in shown and "How the answers split" in shown and "%" not in shown


def test_what_most_chose_is_offered_first_and_any_other_may_be_taken(amal):
    made = gathering(amal)
    for chosen in (1, 1, 0):
        choose(phone(made.code), made.code, chosen)
    votes.close_question(gathering_id=made.id, turn=1, by=amal, at=clock.now())
    with scoped(worker_id=amal.id):
        page = queries.screen_page(fresh(made, amal), "https://kith.example.org/")
    assert [each.number for each in page.ways] == [1, 0]
    votes.go_on(gathering_id=made.id, turn=2, chosen=0, by=amal, at=clock.now())
    assert fresh(made, amal).choices == [0]


def test_going_back_walks_from_a_question_to_the_one_before(amal):
    made = gathering(amal)
    for chosen in (1, 0):
        choose(phone(made.code), made.code, chosen)
    votes.close_question(gathering_id=made.id, turn=1, by=amal, at=clock.now())
    votes.go_on(gathering_id=made.id, turn=2, chosen=1, by=amal, at=clock.now())
    choose(phone(made.code), made.code, 0, turn=3)
    votes.back(gathering_id=made.id, turn=3, by=amal, at=clock.now())
    now = fresh(made, amal)
    assert (now.choices, now.is_open, now.splits) == ([], False, [{"answered": 2, "counts": [1, 1]}])
    votes.back(gathering_id=made.id, turn=4, by=amal, at=clock.now())
    again = fresh(made, amal)
    assert (again.is_open, again.splits, again.turn) == (True, [], 5)
    with scoped(worker_id=amal.id):
        assert queries.answered(again) == 0, "what was answered to the question before is not counted for this one"
    with pytest.raises(votes.Elsewhere):
        votes.back(gathering_id=made.id, turn=5, by=amal, at=clock.now())


def test_a_screen_opened_twice_says_that_the_vote_moved_on(amal):
    made, screen = gathering(amal), signed_in(amal)
    for name, fields in (("close_question", {"turn": 1}), ("close_question", {"turn": 1}), ("go_on", {"turn": 1})):
        sent(screen, address(name, made), **fields)
    assert "This vote has moved on" in words(screen.get(address("gathering", made)))
    now = fresh(made, amal)
    assert (now.turn, now.choices, len(now.splits)) == (2, [], 1)
    sent(screen, address("go_on", made), turn=2, chosen=7)
    assert "Choose what you do" in words(screen.get(address("gathering", made)))


@pytest.mark.parametrize("said", ["turn=2&chosen=0", "turn=1&chosen=9", "turn=1", "turn=x&chosen=-1", "chosen=0"])
def test_an_answer_to_another_question_is_not_counted_and_the_phone_says_so(amal, said):
    made = gathering(amal)
    answer = phone(made.code).post(f"/vote/{made.code}/", said, **FORM)
    assert answer.status_code == 409 and "It was not counted" in words(answer)
    with scoped(worker_id=amal.id):
        assert queries.answered(made) == 0


def test_a_phone_that_keeps_no_cookie_is_told_and_not_counted(amal):
    made = gathering(amal)
    answer = choose(Client(), made.code, 0)
    assert "Your browser did not keep" in words(answer) and answer.cookies["vote"].value
    with scoped(worker_id=amal.id):
        assert queries.answered(made) == 0


def test_a_token_of_one_meeting_is_worth_nothing_in_another(amal):
    one, other = gathering(amal), gathering(worker())
    client = phone(one.code)
    token = client.cookies["vote"].value
    assert joining.phone_of(token, one.code) and not joining.phone_of(token, other.code)
    client.get(f"/vote/{other.code}/")
    assert client.cookies["vote"].value != token


def test_a_vote_takes_two_hundred_phones_and_those_may_still_change_their_minds(amal):
    made = gathering(amal)
    for each in range(200):
        phones.vote(code=made.code, phone=each.to_bytes(32, "big"), turn=1, chosen=0)
    with pytest.raises(phones.NothingCounted, match="Two hundred"):
        phones.vote(code=made.code, phone=b"\xff" * 32, turn=1, chosen=0)
    phones.vote(code=made.code, phone=bytes(32), turn=1, chosen=1)
    votes.close_question(gathering_id=made.id, turn=1, by=amal, at=clock.now())
    assert fresh(made, amal).splits[0]["counts"] == [199, 1]


def test_one_worker_has_one_vote_open_and_the_agency_thirty(amal):
    story = dilemma(amal)
    made = gathering(amal, story)
    with pytest.raises(votes.NotOpened, match="of yours is open"):
        gathering(amal, story)
    votes.end(gathering_id=made.id, by=amal, at=clock.now())
    for _ in range(30):
        gathering(worker(), story)
    refused = sent(signed_in(amal), reverse("learning:open_vote", args=[story.id]), follow=True)
    assert refused.url == reverse("learning:votes")
    with pytest.raises(votes.NotOpened, match="30 votes are open"):
        gathering(amal, story)


def test_a_vote_is_its_facilitators_alone(amal, owner):
    made, other = gathering(amal), worker(role="service_manager")
    choose(phone(made.code), made.code, 0)
    for name in ("gathering", "gathering_now", "end_vote"):
        assert signed_in(other).get(address(name, made)).status_code == 404
    for change in (votes.close_question, votes.back):
        with pytest.raises(NotFound):
            change(gathering_id=made.id, turn=1, by=other, at=clock.now())
    with scoped(worker_id=other.id):
        assert not Gathering.objects.exists()
        with pytest.raises(psycopg.errors.NoDataFound), _cursor() as cursor:
            cursor.connection.execute("SELECT kith_vote_closes(%s)", [made.id])
    assert owner.execute("SELECT count(*) FROM learning_vote").fetchone() == (1,)


def _cursor():
    from django.db import connection

    return connection.cursor()


@pytest.mark.parametrize("table", ["learning_vote", "learning_votetry"])
@pytest.mark.parametrize("role", ["kith_app", "kith_family"])
def test_no_role_that_serves_may_touch_votes(table, role, amal, cluster, committed):
    with (
        psycopg.connect(cluster.url(role, committed)) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(f"SELECT count(*) FROM {table}")


def test_votes_are_in_no_log_of_the_database_that_backups_are_made_of(amal, owner):
    kind = owner.execute("SELECT relpersistence FROM pg_class WHERE relname = 'learning_vote'").fetchone()
    assert kind in {("u",), (b"u",)}


def test_what_ran_out_ends_by_itself_and_is_gone_a_day_later(amal, owner):
    made = gathering(amal)
    client = phone(made.code)
    choose(client, made.code, 0)
    owner.execute(
        "UPDATE learning_gathering SET opened_at = opened_at - interval '5 hours',"
        " until_at = until_at - interval '5 hours'"
    )
    assert "This vote has ended" in words(client.get(f"/vote/{made.code}/"))
    assert "This vote has ended" in words(signed_in(amal).get(address("gathering", made)))
    with pytest.raises(votes.Elsewhere):
        votes.close_question(gathering_id=made.id, turn=1, by=amal, at=clock.now())
    queries.forget_old()
    assert owner.execute("SELECT count(*) FROM learning_vote").fetchone() == (0,)
    assert (fresh(made, amal).code, fresh(made, amal).is_open) == (None, False)
    with pytest.raises(NotFound):
        queries.gathering_of(made.id, amal, clock.now() + timedelta(days=1))
    owner.execute("UPDATE learning_gathering SET ended_at = ended_at - interval '1 day'")
    queries.forget_old()
    assert owner.execute("SELECT count(*) FROM learning_gathering").fetchone() == (0,)


def test_guessing_is_slowed_for_its_place_and_locks_out_nobody_who_scanned_or_is_in(amal):
    made = gathering(amal)
    inside = phone(made.code, "10.0.0.9")
    guesser = Client(REMOTE_ADDR="10.0.0.9")
    said = [words(guesser.get(f"/vote/{code}/")) for code in ["BCDFGH"] * 61]
    assert all("No vote is open under this code" in each for each in said)
    assert "Many wrong codes came from this network" in words(guesser.get(f"/vote/{made.code}/"))
    assert "vote" not in guesser.cookies
    assert "What do you do?" in words(inside.get(f"/vote/{made.code}/"))
    assert choose(inside, made.code, 0).status_code == 302
    scanned = Client(REMOTE_ADDR="10.0.0.9").get(f"/vote/{made.code}/?from={joining.scanned(made.code)}")
    assert "What do you do?" in words(scanned)
    elsewhere = Client(REMOTE_ADDR="10.7.0.1").get(f"/vote/{made.code}/")
    assert "What do you do?" in words(elsewhere)


def test_an_unknown_an_ended_and_an_impossible_code_are_answered_alike(amal):
    made = gathering(amal)
    votes.end(gathering_id=made.id, by=amal, at=clock.now())
    said = {
        re.sub("value=.*?>", "", Client().get(f"/vote/{code}/").content.decode())
        for code in (made.code, "BCDFGH", "nothing", "' --")
    }
    assert len(said) == 1


def test_a_phones_page_knows_no_session_and_says_nothing_of_the_agency(amal):
    made, client = gathering(amal), signed_in(amal)
    shown = client.get(f"/vote/{made.code}/")
    assert amal.name not in shown.content.decode() and "Kith" not in words(shown)
    assert set(Client().get(f"/vote/{made.code}/").cookies) == {"vote"}
    assert set(shown.cookies) == {"vote"} and shown["Referrer-Policy"] == "no-referrer"
    with scoped(worker_id=amal.id):
        title = fresh(made, amal).dilemma.title
    assert title not in words(shown)


def test_a_code_is_taken_however_it_is_typed(amal):
    made = gathering(amal)
    typed = f" {made.code[:3].lower()} -{made.code[3:]} "
    assert Client().post("/vote/", f"code={typed}", **FORM).url == f"/vote/{made.code}/"
    assert "Enter the 6 letters" in words(Client().post("/vote/", "code=ABCDEF", **FORM))


def test_what_a_waiting_phone_and_the_screen_ask_again_is_small(amal):
    made = gathering(amal)
    client, screen = phone(made.code), signed_in(amal)
    choose(client, made.code, 0)
    assert client.get(f"/vote/{made.code}/now/").json() == {"turn": 1}
    assert screen.get(address("gathering_now", made)).json() == {"turn": 1, "words": "1 has answered"}
    votes.end(gathering_id=made.id, by=amal, at=clock.now())
    assert client.get(f"/vote/{made.code}/now/").json() == {"turn": 0}
    assert screen.get(address("gathering_now", made)).json()["turn"] == 0


def test_a_dilemma_that_is_not_on_offer_is_not_voted_on(amal):
    story = dilemma(amal, published_at=None)
    with pytest.raises(NotFound):
        votes.open_gathering(dilemma_id=story.id, by=amal, at=clock.now())
    assert signed_in(amal).get(reverse("learning:open_vote", args=[uuid.uuid4()])).status_code == 404
