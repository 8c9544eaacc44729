"""Search and timeline beside their floors: one million items, of which a worker may see 25,000.

The floor of a search is the same scoped query written plainly and run by the owner role, which no policy binds. The
floor of a timeline page is the same page of a case with ten items.

`python -m bench search` prints the figures.
"""

import os
import random
import statistics
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import psycopg
from tests import database

from kith.core.cluster import APP, OWNER, Cluster

ITEMS = 1_000_000
VISIBLE = 25_000
CASES = 25
ROUNDS = 31
PAGE = 51
NAME = "bench_search"
WORDS = {"many": "common", "some": "middling", "few": "seldom"}

AMAL, BEN = uuid.UUID(int=1), uuid.UUID(int=2)
BIG, SMALL = uuid.UUID(int=100), uuid.UUID(int=101)

_PEOPLE = """
INSERT INTO core_worker (id, email, name, role, team, office_text, is_active, password)
SELECT id, email, email, 'la_social_worker', '', '', true, ''
FROM (VALUES (%(amal)s::uuid, 'amal@agency.example.org'), (%(ben)s::uuid, 'ben@agency.example.org')) AS w (id, email)
"""
_CASES = """
CREATE TABLE bench_case AS
    SELECT n, gen_random_uuid() AS case_id, gen_random_uuid() AS exhibit_id, %(each)s::int AS items
    FROM generate_series(1, %(cases)s::int) AS n
    UNION ALL SELECT 0, %(big)s, gen_random_uuid(), %(rest)s
    UNION ALL SELECT -1, %(small)s, gen_random_uuid(), 10;
ALTER TABLE bench_case OWNER TO kith_owner;
INSERT INTO record_case (id, reference, family_name, kind, court_text, court_number, opened_on, opened_by_id, opened_at,
                         next_exhibit)
    SELECT case_id, 'TB-' || n, 'Marrow', 'private_law', '', '', '2026-03-02', %(ben)s, '2026-03-02T09:30Z', 2
    FROM bench_case;
INSERT INTO record_access (id, case_id, worker_id, why, from_at, given_by_id, given_at)
    SELECT gen_random_uuid(), case_id, CASE WHEN n > 0 THEN %(amal)s::uuid ELSE %(ben)s::uuid END, 'allocated',
           '2026-03-02T09:30Z', %(ben)s, '2026-03-02T09:30Z'
    FROM bench_case;
INSERT INTO exhibits_exhibit (id, case_id, number, name_text, file_id, sha256, size_bytes, from_text, how,
        handed_over_on, authority, question, taken_in_by_id, taken_in_at, state, says, format_id, packed_text,
        read_with, isolation, total_bytes, done_bytes, done_items, loaded_to, counts, attachments, notes,
        merkle_root, order_text, zone_text, clock_notes, undated)
    SELECT exhibit_id, case_id, 1, 'chat.txt', gen_random_uuid(), decode(repeat('00', 32), 'hex'), 1, 'Lena', 'email',
           '2026-03-02', 'x', 'x', %(ben)s, '2026-03-02T09:30Z', 'read', '', '', '',
           '', '', 0, 0, items, '{}', '{}', '{}', '[]',
           '', '', '', '[]', 0
    FROM bench_case;
INSERT INTO exhibits_speaker (id, case_id, exhibit_id, number, name_text, items, is_outside)
    SELECT gen_random_uuid(), case_id, exhibit_id, speaker, 'Speaker ' || speaker, items / 4, false
    FROM bench_case, generate_series(0, 3) AS speaker;
"""
# The common word stands in half of all items, the middling one in a fiftieth, the seldom one in a ten-thousandth.
_ITEMS = """
INSERT INTO exhibits_item (case_id, exhibit_id, member, start, "end", line, kind, speaker, text, flags)
SELECT case_id, exhibit_id, 0, line * 80, line * 80 + 80, line, 'message', mod(line, 4),
       concat_ws(' ', {words},
                 CASE WHEN random() < 0.5 THEN 'common' END,
                 CASE WHEN random() < 0.02 THEN 'middling' END,
                 CASE WHEN random() < 0.0001 THEN 'seldom' END), '{{}}'
FROM bench_case, generate_series(1, items) AS line
"""
_TIMELINE = """
INSERT INTO record_timelinerow (case_id, at, kind, source_id, member, position, speaker, hour)
SELECT case_id, at, 'item', exhibit_id, member, start, speaker, extract(hour FROM at)
FROM (SELECT *, '2020-01-01T00:00Z'::timestamptz + line / 2 * interval '3 minutes' AS at FROM exhibits_item) AS i
"""
_WRITTEN = """
CREATE TABLE bench_entry AS
    SELECT gen_random_uuid() AS id, case_id, '2026-03-02T09:30Z'::timestamptz + hour * interval '1 hour' AS at,
           concat_ws(' ', {words}, CASE WHEN random() < 0.5 THEN 'common' END) AS text
    FROM bench_case, generate_series(1, 40) AS hour;
INSERT INTO record_entry (id, case_id, kind, text, happened_text, happened_from, happened_until, precision, allegation,
                          recorded_by_id, recorded_at)
    SELECT id, case_id, 'note', text, 'then', at, at, 'exact', '', '{ben}', at FROM bench_entry;
INSERT INTO record_timelinerow (case_id, at, kind, source_id, member, position, hour)
    SELECT case_id, at, 'entry', id, 0, 0, extract(hour FROM at) FROM bench_entry;
"""
_LEXICON = """
INSERT INTO exhibits_lexicon (case_id, word, items)
SELECT case_id, word, count(*) FROM exhibits_item, unnest(tsvector_to_array(words)) AS word GROUP BY case_id, word
"""
_ORDER = "ORDER BY t.at DESC, t.source_id DESC, t.member DESC, t.position DESC LIMIT %(page)s"
_ROW = "t.case_id, t.kind, t.at, t.source_id, t.member, t.position, t.hour"
_GATHERING = f"""
    SELECT {_ROW} FROM exhibits_item i JOIN record_timelinerow t ON t.case_id = i.case_id
        AND t.source_id = i.exhibit_id AND t.member = i.member AND t.position = i.start
    WHERE i.case_id = ANY (%(visible)s) AND i.words @@ to_tsquery('simple', %(asked)s) AND t.at IS NOT NULL
"""
# As somebody would write it who knows that the word is common: each case from its newest row.
_WALKING = f"""
    SELECT t.* FROM unnest(%(visible)s) AS c (id) CROSS JOIN LATERAL (
        SELECT {_ROW} FROM record_timelinerow t
        WHERE t.case_id = c.id AND t.kind = 'item' AND t.at IS NOT NULL AND (
            SELECT i.words @@ to_tsquery('simple', %(asked)s) FROM exhibits_item i WHERE i.case_id = t.case_id
            AND i.exhibit_id = t.source_id AND i.member = t.member AND i.start = t.position)
        {_ORDER}) AS t
"""
_WRITTEN_WITH = f"""
    SELECT {_ROW} FROM (
        SELECT case_id, id FROM record_entry
        WHERE case_id = ANY (%(visible)s) AND kith_words(text) @@ to_tsquery('simple', %(asked)s)
        UNION ALL
        SELECT case_id, id FROM record_decision WHERE case_id = ANY (%(visible)s) AND kith_words(kith_decision_text(
            question, options, evidence_for, evidence_against, childs_view, reasons)) @@ to_tsquery('simple', %(asked)s)
        UNION ALL
        SELECT case_id, id FROM correspondence_message
        WHERE case_id = ANY (%(visible)s) AND kith_words(subject || E'\\n' || text) @@ to_tsquery('simple', %(asked)s)
    ) AS e JOIN record_timelinerow t ON t.case_id = e.case_id AND t.source_id = e.id AND t.member = 0 AND t.position = 0
    WHERE t.at IS NOT NULL
"""
_FLOORS = tuple(
    f"SELECT {_ROW} FROM (({items}) UNION ALL ({_WRITTEN_WITH})) AS t {_ORDER}" for items in (_GATHERING, _WALKING)
)
_SEARCH = """
SELECT * FROM kith_search(asked => %(asked)s, words => ARRAY[%(asked)s], kinds => NULL, sources => NULL,
    who_sources => NULL, who_speakers => NULL, about => NULL, from_at => NULL, until_at => NULL, hours => NULL,
    dated => true, descending => true, after_at => NULL, after_source => NULL, after_member => NULL,
    after_position => NULL, page => %(page)s)
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One kind of work: how long it takes, how long its floor takes, and how many floors it may take."""

    work: str
    ms: float
    floor_ms: float
    goal: float

    @property
    def ratio(self) -> float:
        """Give how many floors the work takes."""
        return self.ms / self.floor_ms


def measure(cluster: Cluster, *, items: int = ITEMS) -> list[Figure]:
    """Build the database (about two minutes), measure, drop it."""
    with built(cluster, items):
        return [*_searches(cluster), *_timeline_pages(cluster)]


@contextmanager
def built(cluster: Cluster, items: int = ITEMS) -> Iterator[str]:
    """Have a database of this many items for as long as the block lasts; gives its name."""
    database.copy(cluster, NAME)
    try:
        fill(cluster, NAME, items)
        yield NAME
    finally:
        cluster.drop_database(NAME)


def fill(cluster: Cluster, name: str, items: int) -> None:
    """Write one large case, one of ten items, and 25 of a thousand each that Amal may open."""
    values = {"amal": AMAL, "ben": BEN, "big": BIG, "small": SMALL, "cases": CASES}
    values |= {"each": VISIBLE // CASES, "rest": items - VISIBLE - 10}
    made = _made_up_words()
    words = ", ".join("(%(made)s::text[])[1 + floor(4000 * power(random(), 3))::int]" for _ in range(9))
    with psycopg.connect(cluster.superuser_url(name), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")  # foreign keys are not what is measured
        connection.execute("SET maintenance_work_mem = '256MB'")
        connection.execute("DROP INDEX item_words")
        cursor = psycopg.ClientCursor(connection)
        cursor.execute(_PEOPLE, values)
        cursor.execute(_CASES, values)
        cursor.execute(_ITEMS.format(words=words), {"made": made})
        connection.execute("CREATE INDEX item_words ON exhibits_item USING gin (words)")
        for statement in (_TIMELINE, _LEXICON):
            connection.execute(statement)
        cursor.execute(_WRITTEN.format(words=words, ben=BEN), {"made": made})
        connection.execute("VACUUM ANALYZE")


def _made_up_words() -> list[str]:
    """Give 4,000 words that no language has, the same each time."""
    dice = random.Random(4000)
    parts = [first + second for first in "bdfgklmnprstvz" for second in ("a", "e", "i", "o", "u", "ar", "en", "ol")]
    return sorted({"".join(dice.choices(parts, k=3)) for _ in range(4400)})[:4000]


def medians_ms(*works: Callable[[], object]) -> list[float]:
    """Run pieces of work in turn, some rounds, two of them to warm up; give each one's middle time in milliseconds.

    In turn, so that whatever else the machine does meanwhile falls on all of them alike.
    """
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS + 2):
        for work, taken in zip(works, times, strict=True):
            begun = time.perf_counter()
            work()
            taken.append((time.perf_counter() - begun) * 1000)
    return [statistics.median(taken[2:]) for taken in times]


def _searches(cluster: Cluster) -> Iterator[Figure]:
    with (
        psycopg.connect(cluster.url(APP, NAME), autocommit=True) as app,
        psycopg.connect(cluster.url(OWNER, NAME), autocommit=True) as owner,
    ):
        app.execute("SELECT set_config('kith.worker', %s, false)", [str(AMAL)])
        owner.execute("SET max_parallel_workers_per_gather = 0")  # starting them costs more than they bring here
        for each in (app, owner):
            each.cursor_factory = psycopg.ClientCursor  # as Django asks: planned anew each time, with its values
        visible = [case for (case,) in owner.execute("SELECT case_id FROM bench_case WHERE n > 0")]
        for name, word in WORDS.items():
            values = {"asked": word, "page": PAGE, "visible": visible}
            found = app.execute(_SEARCH, values).fetchall()
            for floor in _FLOORS:
                assert owner.execute(floor, values).fetchall() == found, f"{name}: a plain query differs"
            counted = owner.execute("SELECT sum(items) FROM exhibits_lexicon WHERE word = %s", [word]).fetchone()
            least_work = min((_asking(owner, each, values) for each in _FLOORS), key=lambda work: medians_ms(work)[0])
            asked, least = medians_ms(_asking(app, _SEARCH, values), least_work)
            yield Figure(f"search, a word in {counted[0] if counted else 0:,} items", asked, least, goal=1.5)


def _asking(connection: psycopg.Connection, statement: str, values: dict[str, object]) -> Callable[[], object]:
    return lambda: connection.execute(statement, values).fetchall()


def _timeline_pages(cluster: Cluster) -> Iterator[Figure]:
    """Ask for whole pages as the view does, under the policies."""
    _point_django_at(cluster)
    from kith.core.models import Worker

    ben = Worker.objects.get(id=BEN)
    _check_plan()
    for name, asked in {"newest": {}, "oldest": {"order": "oldest"}, "a word": {"words": "common"}}.items():
        large, small = medians_ms(partial(_page, ben, BIG, asked), partial(_page, ben, SMALL, asked))
        yield Figure(f"timeline page ({name}) of a case of a million items", large, small, goal=2)


def _page(by: Any, case_id: uuid.UUID, asked: dict[str, str]) -> None:
    from kith.core.transactions import scoped
    from kith.home.queries.filters import choices_of
    from kith.home.queries.timeline import timeline_page
    from kith.home.rules import Filters
    from kith.record.queries import case_in

    with scoped(worker_id=by.id, case_id=case_id):
        case = case_in(case_id)
        page = timeline_page(case, Filters(**asked), choices_of(case), by, after=None, before=None)  # type: ignore[arg-type]
        assert page.rows


def _check_plan() -> None:
    """Check that the page's rows come out of the index in order, with the policy in force."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from kith.core.transactions import scoped
    from kith.home.queries.line import Asked, stretch_of
    from kith.home.rules import Stretch

    for stretch in (Stretch(True, True), Stretch(True, False), Stretch(False, False)):
        with scoped(worker_id=BEN, case_id=BIG), CaptureQueriesContext(connection) as seen:
            stretch_of(Asked(case_id=BIG), stretch, None, PAGE)
            with connection.cursor() as cursor:
                cursor.execute("EXPLAIN " + seen[-1]["sql"])
                plan = "\n".join(line for (line,) in cursor.fetchall())
        assert "timeline_in_order" in plan and "Sort" not in plan, plan


def _point_django_at(cluster: Cluster) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django
    from django.conf import settings
    from django.db import connections

    settings.DATABASES["default"].update(database.settings_for(cluster, NAME))
    django.setup()
    connections["default"].close()
    connections["default"].settings_dict.update(database.settings_for(cluster, NAME))
