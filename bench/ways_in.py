"""What deciding costs: `kith_cases()` in a borough of 500 workers and 20,000 cases, beside what stood before teams.

`python -m bench.ways_in`. No row of `make bench`: the design gives it no budget of its own; the case page has one.
"""

import sys
import time
from collections.abc import Iterator
from statistics import median

import psycopg

from bench.databases import Ground, ground

CALLS, ROUNDS = 500, 5
#: 25 teams of 20, one manager each; 40 cases a worker, as many ended; each 101st case restricted; 1,000 conflicts.
_BOROUGH = """
SET session_replication_role = replica;
CREATE TABLE bench_worker AS SELECT gen_random_uuid() AS id, n, (n - 1) / 20 AS team FROM generate_series(1, 500) AS n;
CREATE TABLE bench_team AS SELECT gen_random_uuid() AS id, n FROM generate_series(0, 24) AS n;
CREATE TABLE bench_case AS SELECT gen_random_uuid() AS id, n, 1 + mod(n, 500) AS worker
    FROM generate_series(1, 20000) AS n;
INSERT INTO core_worker (id, email, name, role, office_text, is_active, password)
    SELECT id, n || '@bench.example.org', 'Bench',
           CASE WHEN mod(n, 20) = 1 THEN 'team_manager' ELSE 'la_social_worker' END,
           '', true, '' FROM bench_worker;
INSERT INTO core_team (id, name, made_at) SELECT id, 'Team ' || n, now() FROM bench_team;
INSERT INTO core_membership (id, team_id, worker_id, is_manager, from_at)
    SELECT gen_random_uuid(), t.id, w.id, mod(w.n, 20) = 1, now() - interval '1 year'
    FROM bench_worker w JOIN bench_team t ON t.n = w.team;
INSERT INTO record_case (id, reference, family_name, kind, court_text, court_number, opened_on, opened_by_id, opened_at,
                         next_exhibit, team_id, is_restricted)
    SELECT c.id, 'BW-' || c.n, 'Bench', 'private_law', '', '', current_date, w.id, now(), 1, t.id, mod(c.n, 101) = 0
    FROM bench_case c JOIN bench_worker w ON w.n = c.worker JOIN bench_team t ON t.n = w.team;
INSERT INTO record_access (id, case_id, worker_id, why, from_at, until_at, given_by_id, given_at)
    SELECT gen_random_uuid(), c.id, w.id, 'allocated', now() - interval '1 year', NULL, w.id, now()
    FROM bench_case c JOIN bench_worker w ON w.n = c.worker;
INSERT INTO record_access (id, case_id, worker_id, why, from_at, until_at, given_by_id, given_at)
    SELECT gen_random_uuid(), c.id, w.id, 'supports', now() - interval '1 year', now() - interval '1 day', w.id, now()
    FROM bench_case c JOIN bench_worker w ON w.n = 1 + mod(c.worker + 250, 500);
INSERT INTO record_conflict (id, case_id, worker_id, why, declared_by_id, declared_at, ended_why)
    SELECT gen_random_uuid(), c.id, w.id, 'x', w.id, now(), ''
    FROM bench_case c JOIN bench_worker w ON w.n = 1 + mod(c.n, 7) WHERE mod(c.n, 20) = 3;
SET session_replication_role = origin;
"""
_BEFORE = """
CREATE FUNCTION kith_cases_before() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp
AS $$
BEGIN
    RETURN (
        SELECT coalesce(array_agg(DISTINCT a.case_id), '{}')
        FROM record_access a
        WHERE a.worker_id = kith_worker()
          AND a.from_at <= clock_timestamp() + interval '5 seconds'
          AND (a.until_at IS NULL OR a.until_at > clock_timestamp())
          AND (kith_case() IS NULL OR a.case_id = kith_case())
    );
END $$;
GRANT EXECUTE ON FUNCTION kith_cases_before TO kith_app;
"""


def main() -> None:
    """Measure, and print a table."""
    with ground("bench_ways_in") as found:
        with psycopg.connect(found.cluster.superuser_url(found.name), autocommit=True) as connection:
            connection.execute(_BOROUGH)
            connection.execute("VACUUM ANALYZE")
            worker, manager = (connection.execute(_ONE, [n]).fetchone() for n in (2, 1))
        with found.owner() as owner:
            owner.execute(_BEFORE)
        if "--explain" in sys.argv:
            _explain(found, worker[0])
        print(f"{'':<44}{'before':>12}{'now':>12}   median microseconds a call")
        for line in _lines(found, worker, manager):
            print(line)


_ONE = "SELECT w.id, c.id FROM bench_worker w JOIN bench_case c ON c.worker = w.n WHERE w.n = %s AND mod(c.n, 101) <> 0"


def _explain(found: Ground, who: object) -> None:
    with found.owner() as owner:
        owner.execute("SET plan_cache_mode = force_generic_plan")
        owner.execute("PREPARE asked (uuid) AS SELECT array_agg(DISTINCT case_id) FROM kith_open WHERE worker_id = $1")
        for (line,) in owner.execute(f"EXPLAIN ANALYZE EXECUTE asked ('{who}')"):  # type: ignore[call-overload]
            print(line)


def _lines(found: Ground, worker: tuple, manager: tuple) -> Iterator[str]:  # type: ignore[type-arg]
    for says, (who, case) in (("a worker of 40 cases", worker), ("a manager of 800", manager)):
        for asked, meant in (("one case is meant", case), ("all of them", None)):
            with psycopg.connect(found.app_url, autocommit=True) as connection:
                connection.execute("SELECT set_config('kith.worker', %s, false)", [str(who)])
                connection.execute("SELECT set_config('kith.case', %s, false)", [str(meant or "")])
                before, now = (_micros(connection, f"PERFORM {name}()") for name in ("kith_cases_before", "kith_cases"))
                found_cases = len(connection.execute("SELECT kith_cases()").fetchone()[0])  # type: ignore[index]
            yield f"{says}, {asked} ({found_cases})".ljust(44) + f"{before:>12.0f}{now:>12.0f}"
    for name in ("kith_cases_before", "kith_cases"):
        firsts = []
        for _ in range(ROUNDS):
            with psycopg.connect(found.app_url, autocommit=True) as connection:
                connection.execute("SELECT set_config('kith.worker', %s, false)", [str(worker[0])])
                connection.execute("SELECT set_config('kith.case', %s, false)", [str(worker[1])])
                began = time.perf_counter()
                connection.execute(f"SELECT {name}()").fetchone()  # type: ignore[call-overload]
                firsts.append(time.perf_counter() - began)
        yield f"the first call of a connection, {name}: {median(firsts) * 1e6:.0f}"


def _micros(connection: psycopg.Connection, call: str) -> float:
    loop = f"DO $$ BEGIN FOR n IN 1..{CALLS} LOOP {call}; END LOOP; END $$"
    seen = []
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        connection.execute(loop)  # type: ignore[call-overload]
        seen.append((time.perf_counter() - began) / CALLS * 1e6)
    return median(seen[1:])


if __name__ == "__main__":
    main()
