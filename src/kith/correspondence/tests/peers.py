"""`python -m kith.correspondence.tests.peers smtp|notify PLACE PORT`: a service in a process of its own, to be killed.

What it has taken it keeps on disk before it answers, as services do: one that is started again has it.
"""

import asyncio
import sys
import time
from pathlib import Path
from typing import Any

from kith.correspondence.post_room import PostRoom
from kith.correspondence.tests.services import NotifyStandIn

SECONDS = 0.004  # an answer takes a while: most of what is killed is killed within one


class Room(PostRoom):
    """A mail server that keeps a message, and says so a moment later."""

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        """Take a message."""
        self.keep(envelope)
        await asyncio.sleep(SECONDS)
        return "250 OK"


def main() -> None:
    kind, place, port = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    made = Room(place, port=port) if kind == "smtp" else NotifyStandIn(port=port, store=place)
    if isinstance(made, NotifyStandIn):
        made.seconds = SECONDS
    with made:
        sys.stdout.write(f"{made.port if isinstance(made, Room) else made.server.server_port}\n")
        sys.stdout.flush()
        while True:
            time.sleep(3600)


if __name__ == "__main__":
    main()
