"""Kith without what it costs to be safe: no access note, no scope told to the database. For the bench alone.

The bench serves the same pages with these settings and as the owner role, which no policy binds.
"""

from kith.config.settings import *  # noqa: F403

CASE_OPENER = "bench.bare.open_case"
