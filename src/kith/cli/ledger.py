"""`kith ledger verify`: does every chain of the ledger hold, from its first line to its end?"""

import argparse
from uuid import UUID

from kith.cli import session


def ledger(argv: list[str]) -> int:
    """Verify the ledger: each line follows from the one before, none is missing, and the words kept are those written.

    Ends 0 only if all of it holds, 1 otherwise.
    """
    parser = argparse.ArgumentParser(prog="kith ledger", description=ledger.__doc__)
    words = parser.add_subparsers(dest="what", required=True)
    words.add_parser("verify", help="walk every chain")
    parser.parse_args(argv)
    session.attach(as_owner=True)  # no worker may read every chain
    return verify()


def verify() -> int:
    """Walk every chain as one moment saw it, print what was found, and give the exit code. Django is ready."""
    from django.db import connection, transaction

    from kith.core import ledger as chains

    faults = 0
    with transaction.atomic():
        with connection.cursor() as cursor:
            # One snapshot: lines that are added meanwhile would look like a chain whose end was moved.
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SELECT count(DISTINCT chain), count(*) FROM core_ledger")
            chain_count, line_count = cursor.fetchone()
        for fault in chains.verify():
            faults += 1
            print(f"DOES NOT HOLD: {_named(fault.chain)}, line {fault.seq}: {fault.why}")
    print(f"{line_count:,} lines in {chain_count:,} chains. " + ("All hold." if not faults else f"{faults} faults."))
    return 1 if faults else 0


def _named(chain: UUID) -> str:
    from kith.core.ledger import AGENCY

    return "the agency's chain" if chain == AGENCY else f"chain {chain}"
