"""`python -m kith.correspondence.tests.nursery`: a worker process for each line sent, forked once all is imported.

The workers are those of `kith worker` (`kith.config.jobs.work`). Each line is answered with the process's id.
"""

import os
import signal
import sys

import django


def main() -> None:
    django.setup()
    from kith.config import jobs
    from kith.core import jobs as core

    jobs.find_jobs()
    # All is noticed sooner than in service, so that a run is short; a live worker may even be taken for a dead one.
    jobs.SWEEP_SECONDS, jobs.HEARTBEAT_SECONDS, jobs.STALLED_SECONDS, core.STALLED_SECONDS = 1.0, 0.5, 2.0, 2.0
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _work(jobs)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


def _work(jobs) -> None:
    try:
        jobs.work()
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
