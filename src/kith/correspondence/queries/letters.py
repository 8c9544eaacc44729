"""One letter to one reader: where it may go, and its exact bytes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings

from kith.core import files
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.correspondence import rules
from kith.correspondence.models import Enclosure
from kith.record.models import Case, Participant
from kith.record.queries import contact_plan, leaving
from kith.record.queries.leaving import MAIL, Mail, MailAddress, Outgoing, OutgoingFile


class CannotWrite(Refusal):
    """This participant cannot be written to now; the text says why and the mend."""


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail as it would leave: its bytes, and the same taken apart again as its reader's program shows it."""

    outgoing: Outgoing
    mail: Mail
    address: str
    fingerprint: tuple[tuple[str, str], ...]  # name and SHA-256 of each file

    @property
    def data(self) -> bytes:
        """Give the exact bytes."""
        return self.outgoing.files[0].data


def ways_to(case: Case, reader: Participant, known: Sequence[MailAddress] | None = None) -> list[MailAddress]:
    """List the addresses that this participant may be written to.

    Args:
        known: the case's addresses, where they have been opened already.

    Raises:
        CannotWrite: there is none, with what to do about it.
    """
    known = leaving.mail_addresses(case) if known is None else known
    own = [each for each in known if each.participant_id == reader.id]
    usable = [each for each in own if each.may_write and not each.is_ended]
    if not usable:
        raise CannotWrite(_why_none(reader.known_as, own))
    others = {each.value.casefold() for each in known if each.participant_id != reader.id and not each.is_ended}
    apart = [each for each in usable if each.value.casefold() not in others]
    if not apart:
        raise CannotWrite(
            f"Somebody else on this case uses the same e-mail address as {reader.known_as}, so both would read it."
            f" Ask {reader.known_as} for an address of their own and add it under People."
        )
    return _as_planned(case, reader, apart)


def _as_planned(case: Case, reader: Participant, usable: list[MailAddress]) -> list[MailAddress]:
    """Leave only the addresses that the reader's contact plan names, where it names any."""
    named = contact_plan.named_details(case, reader, "email")
    planned = [each for each in usable if not named or each.id in named]
    if not planned:
        raise CannotWrite(
            f"The contact plan of {reader.known_as} names an e-mail address that may not be written to. Ask them which"
            " address is safe, and change the plan under People."
        )
    return planned


def _why_none(known_as: str, own: Sequence[MailAddress]) -> str:
    if any(not each.is_ended for each in own):
        return (
            f"It is not recorded that it is safe to write to {known_as} by e-mail."
            " Ask them, then add the address under People as one that may be written to."
        )
    if own:
        return f"The e-mail address of {known_as} is no longer used. Add the one they use now under People."
    return f"No e-mail address of {known_as} is recorded. Add one under People."


def way_to(
    case: Case, reader: Participant, contact_id: UUID | None = None, known: Sequence[MailAddress] | None = None
) -> MailAddress:
    """Find the address to use: the one chosen, or the newest that may be used.

    Raises:
        CannotWrite: none may be used, or not the one chosen.
        rules.NotSendable: it cannot stand in an e-mail.
    """
    usable = ways_to(case, reader, known)
    chosen = [each for each in usable if contact_id in (None, each.id)]
    if not chosen:
        raise CannotWrite("The address that was chosen may no longer be used. Choose another.")
    rules.check_address(chosen[-1].value)
    return chosen[-1]


def enclosures_of(case: Case, reader: Participant, by: Worker) -> list[Enclosure]:
    """List the files that wait with this worker's words to this reader, in the order they were attached."""
    rows = Enclosure.objects.filter(case=case, reader_id=reader.id, added_by=by)
    return list(rows.filter(message__isnull=True, removed_at__isnull=True).order_by("added_at", "id"))


def letter(
    *,
    way: MailAddress,
    subject: str,
    text: str,
    enclosures: Sequence[Enclosure],
    reference: str,
    at: datetime,
    reply_to: str = "",
    by_itself: bool = False,
) -> Letter:
    """Write the letter, and read it back: what comes out must be what went in.

    Args:
        reply_to: the address that answers go to, where it is not that of the sender.
        by_itself: no person wrote it.

    Raises:
        rules.NotSendable: with the mend.
    """
    words = rules.tidy(text)
    rules.check_subject(subject)
    rules.check_text(words)
    rules.check_size([each.size_bytes for each in enclosures])
    enclosed = [rules.Enclosed(each.name_text, each.media_type, content_of(each)) for each in enclosures]
    data = rules.write_mail(
        sender=settings.SMTP_FROM,
        to=way.value,
        subject=subject.strip(),
        text=words,
        enclosed=enclosed,
        reference=reference,
        at=at,
        reply_to=reply_to,
        by_itself=by_itself,
    )
    mail = leaving.taken_apart(data)
    if mail is None or not _is_faithful(mail, way.value, subject.strip(), words, enclosed):
        raise rules.NotSendable("An e-mail cannot carry these words unchanged. Type them without odd characters.")
    outgoing = Outgoing(channel="email", files=(OutgoingFile("message.eml", MAIL, data),))
    return Letter(outgoing, mail, way.value, tuple((each.name_text, bytes(each.sha256).hex()) for each in enclosures))


def _is_faithful(mail: Mail, to: str, subject: str, text: str, enclosed: Sequence[rules.Enclosed]) -> bool:
    headers = {name.lower(): value for name, value in mail.headers}
    return (
        mail.subject == subject
        and mail.text == text + "\n"
        and headers.get("to") == to
        and not headers.keys() & {"cc", "bcc", "resent-to", "disposition-notification-to"}
        and [(each.name, each.data) for each in mail.files] == [(each.name, each.data) for each in enclosed]
    )


def content_of(enclosure: Enclosure) -> bytes:
    """Read a file that waits, or went, with words."""
    with files.open_stored(files.stored_in(enclosure.case_id, enclosure.file_id)) as reader:
        return reader.read()
