"""Pages of the timeline by key, forwards and back, and what a page costs however large the case."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.core.transactions import scoped
from kith.home.queries.filters import choices_of
from kith.home.queries.timeline import SHOWN, timeline_page
from kith.home.rules import Filters, place_from
from kith.home.tests import world as worlds
from kith.home.tests.reading import link, page

pytestmark = pytest.mark.django_db


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
