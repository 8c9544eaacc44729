"""What the tests of the record's pages stand on."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.record.tests import asking
from kith.record.tests.borough import Borough


@pytest.fixture
def desk(db: None) -> asking.Desk:
    """Amal's and Cara's desks."""
    return asking.desk()


@pytest.fixture
def lasting_desk(committed: str) -> asking.Desk:
    """The desks in a database where commits are real: access given now holds from the next transaction on."""
    return asking.desk()


@pytest.fixture
def borough(db: None) -> Borough:
    """Amal's case in Ben's team, and who else works there."""
    return Borough()


@pytest.fixture
def asked_of():
    """Count what a page asks of the database: each query, but not where transactions begin and end."""

    def count(client, url: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        kept = [
            each["sql"] for each in captured if not each["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))
        ]
        return len(kept)

    return count
