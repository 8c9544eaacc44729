"""What `kith doctor` says of the agency's own learning store."""

from collections.abc import Iterator
from pathlib import Path

from kith.cli.seen import Found


def learning_store(folder: Path) -> Iterator[Found]:
    """Say whether what workers learn can be told to a store, and what is wrong with its settings; nothing is sent."""
    from kith.config.env import env_text
    from kith.learning.rules.telling import check_store

    url, home = env_text("KITH_XAPI_URL", ""), env_text("KITH_XAPI_HOME", "")
    if not url:
        yield Found("learning store", "none is named: what workers learn is told to nobody")
    elif problem := check_store(url, home):
        yield Found("learning store", "cannot be used: nothing is told", problem)
    else:
        yield Found("learning store", f"{url}, for each worker who switches it on for themselves")
