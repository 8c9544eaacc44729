"""The archive's process, `python -m kith.cli.archive`: receives the database's log while Kith serves.

It is given a public key and the password of one role that may copy the server; no installation key.
"""

import os
import sys
from pathlib import Path

from kith.cli.children import end_with_parent


def main() -> int:
    """Receive until the server stops, to be started again."""
    end_with_parent()
    import psycopg

    from kith.config.file_store import is_in_bucket
    from kith.core.backup.archive import Archive, generation_of
    from kith.core.backup.damage import BackupProblem, room
    from kith.core.backup.locks import PUBLIC_KEY
    from kith.core.backup.streaming import Objects, Receiver
    from kith.core.cluster import attached
    from kith.core.vault import Disk

    folder, target = Path(os.environ["KITH_FOLDER"]), Path(os.environ["KITH_ARCHIVE"])
    cluster = attached(folder / "postgres")
    if cluster is None:
        return 1
    archive, generation = Archive(target), generation_of(folder)
    waits = "What is being saved waits until it can be archived: nothing is lost, and nothing new is taken on."
    try:
        with room(target, waits):
            archive.ensure(generation)
            objects = Objects(None if is_in_bucket() else Disk(folder / "files"), folder, archive)
            Receiver(cluster, archive, generation, folder / PUBLIC_KEY, objects).run()
    except (BackupProblem, psycopg.Error) as problem:
        print(f"kith archive: {str(problem).strip()}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
