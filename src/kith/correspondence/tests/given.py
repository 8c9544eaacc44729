"""What tests of what comes in share."""

from datetime import UTC, datetime
from email.message import EmailMessage

from kith.core.transactions import scoped
from kith.correspondence import actions, jobs
from kith.correspondence.models import Arrived, Received

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def tray():
    with scoped(worker_id=actions.POST_ROOM.id):
        return list(Arrived.objects.order_by("arrived_at"))


def received(world):
    with scoped(worker_id=world.amal.id):
        return list(Received.objects.filter(case=world.case).order_by("received_at", "id"))


def with_file(reference: str, data: bytes, name: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "lena@example.org", "replies@agency.example.org", "A file"
    message["In-Reply-To"] = reference
    message.set_content("See the file.")
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def arrive(mail: bytes, place: str = "imap:INBOX:1:1", channel: str = "email"):
    actions.keep_arrived(channel=channel, place=place, data=mail, by=actions.POST_ROOM, at=NOON)
    jobs.file_new()
