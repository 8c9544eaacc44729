"""Makers for tests and the demonstration: messages sent as workers send them, and an awkward mail server."""

import asyncio
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.message import EmailMessage
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

from kith.core import clock
from kith.core.models import Worker
from kith.core.transactions import scoped
from kith.correspondence import actions, jobs, queries
from kith.correspondence.models import Message, Outbox, Received
from kith.correspondence.post_room import PostRoom
from kith.record.models import Case, Participant
from kith.record.queries import leaving

#: What a child process runs: it makes itself ready, waits for a line, then hands the message over.
CHILD = """
import sys, django
django.setup()
from kith.correspondence import jobs
print("ready", flush=True)
sys.stdin.readline()
jobs.send(case_id=sys.argv[1], outbox_id=sys.argv[2], worker_id=sys.argv[3])
"""


class AwkwardPostRoom(PostRoom):
    """A post room that answers as it is told, one answer a message, and takes its time.

    An answer that does not begin with 2 keeps nothing. Without an answer left, it takes every message.
    """

    def __init__(
        self,
        folder: Path,
        *,
        answers: Iterable[str] = (),
        readers: Iterable[str] = (),
        seconds: float = 0,
        port: int = 0,
    ) -> None:
        super().__init__(folder, port=port)
        self.answers, self.readers, self.seconds = deque(answers), deque(readers), seconds

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        """Take a reader, or not."""
        answer = self.readers.popleft() if self.readers else "250 OK"
        if answer.startswith("2"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        """Take a message, or not, and say so after a while."""
        answer = self.answers.popleft() if self.answers else "250 OK"
        await asyncio.sleep(self.seconds / 2)
        if answer.startswith("2"):
            self.keep(envelope)
        await asyncio.sleep(self.seconds / 2)
        return answer


def message(
    case: Case, reader: Participant, by: Worker, *, text: str = "I will come on Thursday at four.", **more: Any
) -> Outbox:
    """Send a message as a worker does; gives its row in the outbox."""
    sent = actions.send_message(
        case=case, reader=reader, subject=more.pop("subject", "Thursday"), text=text, by=by, at=clock.now(), **more
    )
    assert sent.message is not None, sent.verdict
    return row_of(case, by, message=sent.message)


def row_of(case: Case, by: Worker, **which: Any) -> Outbox:
    """Read a row of the outbox anew."""
    with scoped(worker_id=by.id):
        return Outbox.objects.select_related("message").get(case=case, **which)


def hand_over(row: Outbox, by: Worker) -> Outbox:
    """Run the job of a message now, in this process; gives the row as it is then."""
    jobs.send(case_id=str(row.case_id), outbox_id=str(row.id), worker_id=str(by.id))
    with scoped(worker_id=by.id):
        return Outbox.objects.get(id=row.id)


@dataclass(frozen=True, slots=True)
class Kill:
    """One process that was killed while it handed a message over: what became of the message."""

    after_seconds: float
    state: str
    arrived: int


def kill_while_sending(
    rows: Iterable[Outbox], by: Worker, room: AwkwardPostRoom, *, environment: Mapping[str, str], seed: int
) -> Iterator[Kill]:
    """Kill -9 a process at a random moment of each handing over, then let the sweep and the jobs go on.

    Args:
        environment: what a process needs to reach the database, the vault and the post room.
    """
    chance = Random(seed)
    for row in rows:
        after = chance.uniform(0, room.seconds * 1.3)
        arguments = [str(row.case_id), str(row.id), str(by.id)]
        child = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", CHILD, *arguments],
            env=dict(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        with child:
            assert child.stdout is not None and child.stdin is not None
            assert child.stdout.readline() == b"ready\n"
            child.stdin.write(b"\n")
            child.stdin.flush()
            time.sleep(after)
            child.kill()
        time.sleep(room.seconds * 1.5)  # what the server was still writing is written
        yield _after(row, by, room, after)


def _after(row: Outbox, by: Worker, room: AwkwardPostRoom, after: float) -> Kill:
    """Do what a worker process does when it starts again, twice; then count."""
    for _ in range(2):
        jobs.take_up_again()
        hand_over(row, by)
    with scoped(worker_id=by.id):
        found = Outbox.objects.get(id=row.id)
    mark = row.reference.encode()
    return Kill(after, found.state, sum(mark in path.read_bytes() for path in room.arrived()))


def mail(text: str, *, sender: str, subject: str = "Re: Thursday", answers: str = "", file: bytes = b"") -> bytes:
    """Write an e-mail as somebody's mail program does, with a file where one is given."""
    message = EmailMessage(policy=policy.SMTP)
    message["From"], message["To"], message["Subject"] = sender, "replies@agency.example.org", subject
    message["Message-ID"] = f"<{uuid4()}@example.org>"
    if answers:
        message["In-Reply-To"] = answers
    message.set_content(text)
    if file:
        message.add_attachment(file, maintype="text", subtype="plain", filename="chat.txt")
    return message.as_bytes()


def arrive(data: bytes, *, at: datetime | None = None) -> UUID:
    """Keep an e-mail as the job does once it has fetched it; gives its id in the tray."""
    kept = actions.keep_arrived(
        channel="email", place=f"imap:INBOX:1:{uuid4()}", data=data, by=actions.POST_ROOM, at=at or clock.now()
    )
    assert kept is not None
    return kept.id


def reply(
    row: Outbox,
    by: Worker,
    *,
    text: str,
    subject: str = "Re: Thursday",
    sender: str = "",
    file: bytes = b"",
    at: datetime | None = None,
) -> Received:
    """Have the person that a message was written to answer it: from their own address, unless another is named."""
    with scoped(worker_id=by.id):
        message = Message.objects.get(id=row.message_id)
        ways = leaving.mail_addresses(Case.objects.get(id=row.case_id))
    own = next(each.value for each in ways if each.id == message.contact_id)
    arrived_id = arrive(mail(text, sender=sender or own, subject=subject, answers=row.reference, file=file), at=at)
    with scoped(worker_id=actions.POST_ROOM.id):
        found = queries.belongs(arrived_id)
    assert found is not None and found.thread is not None
    filed = actions.file_to_case(
        arrived_id=arrived_id, opened=found.opened, thread=found.thread, by=by, at=at or clock.now()
    )
    assert filed is not None
    return filed


def stray(*, text: str = "Hello", subject: str = "A question") -> UUID:
    """Have a stranger write; it is in the tray."""
    arrived_id = arrive(mail(text, sender="Stranger <stranger@example.net>", subject=f"{subject}"))
    jobs.file_new()
    return arrived_id
