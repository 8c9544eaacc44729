"""Finishing what was erased: the list outside the database, and the store."""

from contextlib import suppress

from kith.core import erasures
from kith.core.jobs import job, sweep
from kith.core.vault import NoAnswer


@job(name="home.finish_erasing")
def finish_erasing() -> None:
    """Write down what was erased, and rid the store of it. May run twice."""
    erasures.finish()


@sweep
def take_up_erasing() -> None:
    """Do the same for what a killed process left, or a file store that was away."""
    with suppress(NoAnswer):
        erasures.finish()
