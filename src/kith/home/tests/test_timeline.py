"""The timeline of a case: what stands on it, in which words, narrowed how, a page at a time."""

import html
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kith.core.transactions import scoped
from kith.home import forms
from kith.home.queries.filters import choices_of
from kith.home.queries.timeline import SHOWN, timeline_page
from kith.home.rules import Filters
from kith.home.tests import world as worlds
from kith.record import testing as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return worlds.build()


@pytest.fixture
def look(world, client):
    """Open the timeline as Amal; gives its words as a reader sees them."""
    client.force_login(world.amal)

    def get(_address="", **asked):
        answer = client.get(_address or reverse("home:timeline", args=[world.case.id]), asked)
        assert answer.status_code == 200
        return answer.content.decode()

    return get


def page(world, **asked):
    """Give the page as the view asks for it."""
    place = {"after": asked.pop("after", None), "before": asked.pop("before", None)}
    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        return timeline_page(world.case, Filters(**asked), choices_of(world.case), world.amal, **place)


def said(row):
    return "".join(piece.text for piece in [*row.opening, *row.rest])


def texts(world, **asked):
    return [said(row) for row in page(world, **asked).rows]


def main_part(content):
    return content[content.index("<main") : content.index("</main>")]


def plain(content):
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", main_part(content))))


def link(content, words):
    """Find the address of a link by its words."""
    for href, inner in re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', content, re.DOTALL):
        if words in re.sub(r"<[^>]*>", "", inner):
            return html.unescape(href)
    raise AssertionError(f"no link says {words!r}")


def test_everything_stands_in_order_with_its_source(world, look):
    world.everything()

    shown = plain(look())
    assert re.search(r"Tom .*Message .*26 March 2026, 14:02 GMT .*see you at the schools fair.*\[E1, line 7\]", shown)
    assert "Lena (“Mum”)" in shown
    assert "Message to Lena" in shown and "[Message]" in shown
    assert "Where does Kim sleep? Chosen: At Lena's Not chosen: At her aunt's Child's view: With Mum" in shown
    assert "The child's words" in shown and "about Lena; recorded by Amal Tester" in shown
    when = [row.at for row in page(world).rows]
    assert when == sorted(when, reverse=True)
    assert [row.at for row in page(world, order="oldest").rows] == sorted(when)


def test_an_item_leads_to_its_place_in_the_exhibit(world, look):
    one = world.everything()

    assert link(look(), "[E1, line 2]").startswith(f"/cases/{world.case.id}/exhibits/{one.id}/items/0/")


def test_words_are_escaped(world, look):
    world.everything()
    world.entry("<img src=x onerror=alert(1)>")

    for content in (look(), look(words="alert"), look(words="script")):
        assert "<script>alert" not in content and "<img src=x" not in content
    assert "&lt;script&gt;<mark>alert</mark>(&#34;school&#34;)&lt;/script&gt;" in look(words="alert")


def test_flags_and_missing_files_are_said(world, look):
    world.chat()

    shown = plain(look())
    assert "Edited" in shown
    assert "File left out" in shown


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "5 January 2026, 08:00 GMT"),
        ({"precision": "exact", "days": 1}, "5 January 2026"),
        (
            {"precision": "approximate", "days": 4, "happened_text": "around Epiphany"},
            "About: around Epiphany (between 5 January 2026 and 8 January 2026)",
        ),
        (
            {"precision": "approximate", "days": 1, "happened_text": "that Monday"},
            "About: that Monday (5 January 2026)",
        ),
    ],
)
def test_when_is_said_as_precisely_as_it_is_known(world, look, values, words):
    from kith.record.rules import Span

    days = values.pop("days", None)
    midnight = datetime(2026, 1, 5, tzinfo=UTC)
    span = {"happened": Span(midnight, midnight + timedelta(days=days))} if days else {}
    world.entry("Something", **values, **span)

    shown = re.search(r'moj-timeline__date">(.*?)</p>', look(), re.DOTALL).group(1)
    assert re.sub(r"<[^>]*>", "", shown).strip() == words


def test_times_are_said_with_the_zone_of_their_day(world, look):
    world.entry("in summer", datetime(2026, 7, 1, 8, 0, tzinfo=UTC))

    assert "1 July 2026, 09:00 BST" in plain(look())


def test_what_has_no_date_is_counted_and_reached_and_given_none(world, look):
    world.everything()
    shown = look()
    assert "Somebody rang" not in shown

    without = look(link(shown, "1 thing without a date"))
    assert "Somebody rang about the school" in without
    assert "nobody remembers when" in without
    assert "<time" not in main_part(without)
    assert link(without, "Back to the timeline") == reverse("home:timeline", args=[world.case.id])


def test_undated_items_show_their_stamp_as_found(world, look):
    world.chat(
        worlds.CHAT.replace(b"25/03", b"05/03").replace(b"26/03", b"06/03")
    )  # the order of day and month is open

    shown = look()
    assert "Nothing with a date yet" in shown and "Exhibits" in shown
    assert "05/03/2026, 09:16" in look(link(shown, "7 things without a date"))


def test_a_long_text_is_clamped_and_whole(world, look):
    world.entry("word " * 400)

    content = look()
    assert "Show all" in content
    assert said(page(world).rows[0]) == "word " * 400
    assert len("".join(piece.text for piece in page(world).rows[0].opening)) <= 600


# Filters, each alone


def test_person_is_what_they_say_what_is_about_them_and_what_is_sent_to_them(world):
    world.everything()
    person = f"p-{world.lena.id}"

    assert [row.title for row in page(world, person=person, order="oldest").rows] == [
        "The child's words",
        "Lena (“Mum”)",
        "Lena (“Mum”)",
        "Lena (“Mum”)",
        "Message to Lena",
    ]


def test_a_speaker_nobody_mapped_is_found_by_the_name_as_found(world):
    world.everything()
    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        people = dict(choices_of(world.case).people)
    (value,) = [value for value, words in people.items() if "Uncle Bo" in words]

    assert people[value] == "“Uncle Bo” (as found in E1)"
    assert texts(world, person=value) == ["I can pick her up from the half-term club, lena@example.org knows"]


def test_kind(world):
    world.everything()

    assert {row.source.text for row in page(world, kind=("decision", "message")).rows} == {"[Decision]", "[Message]"}
    assert len(page(world, kind=("item",)).rows) == 7


def test_source(world):
    one = world.everything()
    worlds.lay_out(world.case, world.amal, ["from another"])

    assert len(page(world, source=str(one.id)).rows) == 7


def test_days_are_those_of_the_agencys_clocks(world):
    world.chat()

    assert len(texts(world, from_on=date(2026, 3, 26))) == 4
    assert len(texts(world, until_on=date(2026, 3, 25))) == 3
    assert len(texts(world, from_on=date(2026, 3, 25), until_on=date(2026, 3, 25))) == 3


def test_hours_wrap_past_midnight(world):
    world.chat()

    assert texts(world, from_hour=22, until_hour=6) == [
        "please stop, Zoë is asleep",
        '<script>alert("school")</script> & more',
    ]
    assert texts(world, from_hour=2, until_hour=3) == ["please stop, Zoë is asleep"]


def test_words(world):
    world.chat()

    assert texts(world, words="zoe asleep") == ["please stop, Zoë is asleep"]
    assert texts(world, words='"asleep zoe"') == []


def test_filters_together(world):
    one = world.everything()
    asked = {"person": f"p-{world.lena.id}", "kind": ("item",), "source": str(one.id), "from_on": date(2026, 3, 26)}
    asked |= {"until_on": date(2026, 3, 26), "from_hour": 22, "until_hour": 6}

    assert texts(world, **asked) == ["please stop, Zoë is asleep"]
    assert texts(world, **asked, words="stop") == ["please stop, Zoë is asleep"]
    assert texts(world, **asked, words="school") == []


def test_filters_are_chips_that_can_be_cleared_one_by_one(world, look):
    world.everything()
    asked = {"person": f"p-{world.lena.id}", "kind": ["item", "entry"], "from_on-day": "1", "from_on-month": "3"}
    asked |= {"from_on-year": "2026", "from_hour": "22", "until_hour": "6", "words": "stop"}

    content = look(**asked)
    assert len(re.findall("moj-filter__tag", content)) == 6
    left = look(link(content, "Between 22:00 and 06:00"))
    assert "Between 22:00" not in left and "Person: Lena (mother)" in left
    assert "moj-filter__tag" not in look(link(content, "Clear filters"))


def test_an_address_says_what_the_form_says(world):
    filters = Filters(
        words='a "b c"',
        person=f"p-{world.lena.id}",
        kind=("entry", "item"),
        from_on=date(2026, 3, 1),
        until_on=date(2026, 3, 9),
        from_hour=22,
        until_hour=0,
        order="oldest",
        undated=True,
    )
    from django.http import QueryDict

    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        form = forms.TimelineFilter(choices_of(world.case), QueryDict(filters.address("").lstrip("?")))
        assert form.is_valid(), form.errors
        assert form.filters() == filters


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"from_on-day": "31", "from_on-month": "2", "from_on-year": "2026"}, "From must be a real date"),
        ({"from_hour": "6", "until_hour": "6"}, "The two hours must differ"),
        ({"person": "p-nobody"}, "Select"),
        ({"source": "x'; DROP TABLE record_case"}, "Select"),
    ],
)
def test_what_cannot_be_read_filters_nothing_and_says_so(world, look, asked, error):
    world.entry("still here")

    content = look(**asked)
    assert error in content and "There is a problem" in content
    assert "still here" in content and "Showing only" not in content


def test_until_before_from_is_refused(world, look):
    asked = {"from_on-day": "2", "from_on-month": "3", "from_on-year": "2026"}
    asked |= {"until_on-day": "1", "until_on-month": "3", "until_on-year": "2026"}

    content = look(**asked)
    assert "Until must be the same as or after From" in content and "Showing only" not in content


# Typing mistakes, and nothing


def test_a_mistyped_word_is_mended_and_said(world, look):
    world.chat()

    content = look(words="skool")
    assert "No “skool”; looked for: school, schools." in content
    assert re.findall("<mark>(.*?)</mark>", content) == ["schools", "school", "school"]


def test_a_word_like_none_is_said(world, look):
    world.chat()

    content = look(words="xyzzyx school")
    assert "No “xyzzyx” and no word like it" in content and "Nothing found" in content


def test_signs_alone_are_no_words(world, look):
    world.chat()

    content = look(words="&&& !!!")
    assert "Type at least one word" in content and "Are they at school" in content


def test_an_empty_case_says_what_to_do(look):
    content = look()
    assert "Nothing here yet" in content and link(main_part(content), "Write an entry")


def test_filters_that_leave_nothing_say_how_to_clear_them(world, look):
    world.chat()

    content = look(kind="decision")
    assert "Nothing found" in content
    assert "Are they at school" in look(link(main_part(content), "Clear filters"))


# Pages


def walk(world, **asked):
    """Read all pages forwards, then back; gives both as lists of rows' ids."""
    forwards, back, place = [], [], None
    while True:
        seen = page(world, after=place, **asked)
        forwards.append([row.id for row in seen.rows])
        if not seen.pager.older:
            break
        place = place_of(seen.pager.older)
    place = place_of(seen.pager.newer) if seen.pager.newer else None
    while place is not None:
        seen = page(world, before=place, **asked)
        back.append([row.id for row in seen.rows])
        place = place_of(seen.pager.newer) if seen.pager.newer else None
    return forwards, back


def place_of(address):
    from urllib.parse import parse_qs, urlsplit

    from kith.home.rules import place_from

    asked = parse_qs(urlsplit(address).query)
    return place_from((asked.get("after") or asked.get("before"))[0])


@pytest.mark.parametrize(
    "asked", [{}, {"order": "oldest"}, {"undated": True}, {"words": "all"}, {"words": "third"}, {"kind": ("item",)}]
)
def test_pages_go_on_and_back_through_equal_times_and_none(world, asked):
    count = SHOWN * 5
    when = [None if n % 2 else worlds.BEGIN + timedelta(hours=n // 40) for n in range(count)]
    worlds.lay_out(world.case, world.amal, [f"all {'third' * (n % 3 == 0)} {n}" for n in range(count)], at=when)
    world.entry("all third among them", worlds.BEGIN)

    forwards, back = walk(world, **asked)
    seen = [each for ids in forwards for each in ids]
    assert len(forwards) >= (1 if asked.get("words") == "third" else 3)
    assert len(seen) == len(set(seen))
    assert len(seen) == {"third": 43}.get(asked.get("words"), 125 + (not asked.get("undated") and "kind" not in asked))
    assert back[::-1] == forwards[:-1]


def test_filters_survive_paging(world, look):
    worlds.lay_out(world.case, world.amal, ["all"] * (SHOWN + 5), speakers=("Mum", "Tom"))

    onward = link(look(kind="item", order="oldest"), "Newer")
    assert "kind=item" in onward and "order=oldest" in onward
    assert link(look(onward), "Older")


def test_an_old_link_to_a_page_that_is_gone_shows_the_first(world, look):
    world.entry("still here")

    assert "still here" in look(before=f"9999999999999999.{'f' * 32}.0.0")
    assert "still here" in look(after="nonsense")


# How much it costs


def queries_for(world, **asked):
    with CaptureQueriesContext(connection) as seen, scoped(worker_id=world.amal.id, case_id=world.case.id):
        timeline_page(world.case, Filters(**asked), choices_of(world.case), world.amal, after=None, before=None)
    return [each["sql"] for each in seen if "SAVEPOINT" not in each["sql"] and "set_config" not in each["sql"]]


@pytest.mark.parametrize(
    "asked", [{}, {"words": "school"}, {"words": "skool bus", "kind": ("item", "entry")}, {"undated": True}]
)
def test_a_page_asks_at_most_twelve_queries_however_large_the_case(world, asked):
    world.everything()
    few = len(queries_for(world, **asked))
    for number in range(6):
        worlds.lay_out(world.case, world.amal, ["school bus"] * 40, speakers=("Mum", "Tom", f"Speaker {number}"))
        world.entry("the school bus", about=[world.lena])
        world.message("the school bus")

    many = queries_for(world, **asked)
    assert len(many) <= 12
    assert len(many) <= few + 4  # a kind that was not on the page before
    person = queries_for(world, **asked, person=f"p-{world.lena.id}")
    assert len(person) <= 12


@pytest.mark.parametrize("asked", [{}, {"order": "oldest"}, {"undated": True}])
def test_a_page_reads_its_own_rows_alone(world, asked):
    """PostgreSQL itself says how many rows of the line of time it looked at, with its policy in force.

    Sorting is made dear, since a table this small and without statistics is sorted as quickly; bench/search.py shows
    what is chosen by itself in a case of a million.
    """
    count = 3000
    when = [None if n % 2 else worlds.BEGIN + timedelta(minutes=n) for n in range(count)]
    worlds.lay_out(world.case, world.amal, ["word"] * count, at=when)
    with scoped(worker_id=world.amal.id, case_id=world.case.id), connection.cursor() as cursor:
        (statement,) = [
            sql for sql in queries_for(world, **asked) if "FROM record_timelinerow" in sql and "count" not in sql
        ]
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off")
        cursor.execute("EXPLAIN (ANALYZE, FORMAT JSON) " + statement)
        plan = cursor.fetchone()[0][0]["Plan"]
    scan = plan["Plans"][-1] if "Plans" in plan and plan["Node Type"] == "Limit" else plan
    assert scan["Index Name"] == "timeline_in_order"
    assert scan["Actual Rows"] <= SHOWN + 1
    assert scan.get("Rows Removed by Filter", 0) == 0


# Who may look


def test_another_worker_finds_no_timeline(world, client):
    world.everything()
    client.force_login(world.cara)

    assert client.get(reverse("home:timeline", args=[world.case.id])).status_code == 404


def test_a_person_or_source_of_another_case_is_no_choice(world, look):
    other = make.case(world.cara)
    theirs = make.participant(other, world.cara)

    content = look(person=f"p-{theirs.id}")
    assert "There is a problem" in content
