"""Jobs are asked for once, and none is left lying by a process that was killed."""

import pytest
from django.db import connection, transaction
from procrastinate.jobs import Status

from kith.core import jobs

pytestmark = pytest.mark.django_db


def rows() -> list[tuple[int, str, int]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, status::text, attempts FROM procrastinate_jobs ORDER BY id")
        return cursor.fetchall()


def run_by_a_worker(job_id: int, *, beat_seconds_ago: int, attempts: int = 0) -> int:
    """Have a worker process be at a job, and beat for the last time a while ago."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat)"
            " VALUES (now() - make_interval(secs => %s)) RETURNING id",
            [beat_seconds_ago],
        )
        worker = int(cursor.fetchone()[0])
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s, attempts = %s WHERE id = %s",
            [worker, attempts, job_id],
        )
    return worker


def test_the_same_job_is_asked_for_once_while_it_waits() -> None:
    jobs.ask("exhibits.read_export", once="a", exhibit_id="a")
    jobs.ask("exhibits.read_export", once="a", exhibit_id="a")
    jobs.ask("exhibits.read_export", once="b", exhibit_id="b")
    assert [status for _, status, _ in rows()] == ["todo", "todo"]


def test_an_action_that_is_rolled_back_leaves_no_job() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        jobs.ask("exhibits.read_export", once="a")
        raise ZeroDivisionError
    assert rows() == []


def test_the_job_of_a_killed_worker_is_taken_up_and_that_of_a_living_one_is_not() -> None:
    for once in "ab":
        jobs.ask("exhibits.read_export", once=once)
    dead, alive = (each[0] for each in rows())
    run_by_a_worker(dead, beat_seconds_ago=60)
    run_by_a_worker(alive, beat_seconds_ago=1)
    jobs.take_up_stalled()
    assert rows() == [(dead, "todo", 1), (alive, "doing", 0)]


def test_the_job_of_a_worker_that_is_no_longer_known_is_taken_up() -> None:
    jobs.ask("exhibits.read_export", once="a")
    [(job_id, _, _)] = rows()
    worker = run_by_a_worker(job_id, beat_seconds_ago=0)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_workers WHERE id = %s", [worker])
    jobs.take_up_stalled()
    assert rows() == [(job_id, "todo", 1)]


def test_a_killed_job_that_was_asked_for_anew_gives_way_and_the_next_is_taken_up() -> None:
    for once in "ab":
        jobs.ask("exhibits.read_export", once=once)
    first, other = (each[0] for each in rows())
    for each in (first, other):
        run_by_a_worker(each, beat_seconds_ago=60)
    jobs.ask("exhibits.read_export", once="a")
    jobs.take_up_stalled()
    assert [(job_id, status) for job_id, status, _ in rows()][:2] == [(first, "aborted"), (other, "todo")]
    assert [status for _, status, _ in rows()].count("todo") == 2


def test_a_job_that_ends_every_process_is_given_up() -> None:
    jobs.ask("exhibits.read_export", once="a")
    [(job_id, _, _)] = rows()
    run_by_a_worker(job_id, beat_seconds_ago=60, attempts=jobs.MOST_ATTEMPTS)
    jobs.take_up_stalled()
    assert [(each, status) for each, status, _ in rows()] == [(job_id, "failed")]


def test_what_another_process_has_ended_or_taken_up_meanwhile_is_left_as_it_is() -> None:
    jobs.ask("exhibits.read_export", once="a")
    [(job_id, _, _)] = rows()
    run_by_a_worker(job_id, beat_seconds_ago=60)
    for _ in range(2):  # both processes found it lying
        jobs._end(job_id, Status.ABORTED)
    assert [status for _, status, _ in rows()] == ["aborted"]
    jobs.ask("exhibits.read_export", once="a")
    waiting = rows()[-1][0]
    jobs._end(waiting, Status.FAILED)
    assert [status for _, status, _ in rows()] == ["aborted", "todo"]
