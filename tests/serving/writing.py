"""Writes to a running Kith and reads it again, as processes: `python -m tests.serving.writing write|read`.

`write` starts a case, then again and again keeps a file and notes it, and prints its number once that is committed.
`read` prints each file's number with the hash of what it holds when opened, and what the ledger's lines say.
"""

import hashlib
import os
import sys
import time
from datetime import date

EMAIL = "amal@agency.example.org"
REFERENCE = "TB-00001"


def content(number: int) -> bytes:
    """Give what the file of this number holds: some of one segment, some of three."""
    return f"file {number} ".encode() * (10 if number % 5 else 250_000)


def write() -> None:
    from kith.core import clock, files, ledger
    from kith.core.models import StoredFile, Worker
    from kith.core.transactions import scoped
    from kith.record import actions
    from kith.record.models import Case

    by = Worker.objects.get(email=EMAIL)
    with scoped(worker_id=by.id):
        case = Case.objects.filter(reference=REFERENCE).first()
    if case is None:
        case = actions.start_case(
            reference=REFERENCE,
            family_name="Marrow",
            kind="private_law",
            opened_on=date(2026, 3, 2),
            by=by,
            at=clock.now(),
        )
    with scoped(worker_id=by.id, case_id=case.id):
        number = StoredFile.objects.count()
    while True:
        with scoped(worker_id=by.id, case_id=case.id):
            kept = files.keep_bytes(content(number), case_id=case.id, at=clock.now())
            ledger.note("test.kept", by=by.id, at=clock.now(), case_id=case.id, about=kept, facts={"number": number})
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        number += 1
        time.sleep(0.02)


def read() -> None:
    from kith.core import files
    from kith.core.models import StoredFile, Worker
    from kith.core.transactions import scoped
    from kith.record.models import Case

    by = Worker.objects.get(email=EMAIL)
    with scoped(worker_id=by.id):
        case = Case.objects.get(reference=REFERENCE)
    with scoped(worker_id=by.id, case_id=case.id):
        for file in StoredFile.objects.order_by("stored_at"):
            with files.open_stored(file) as reader:
                data = reader.read()
            sys.stdout.write(f"{data.split()[1].decode()} {hashlib.sha256(data).hexdigest()}\n")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    from kith.cli import session

    session.attach()
    {"write": write, "read": read}[sys.argv[1]]()
