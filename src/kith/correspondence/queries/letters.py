"""One message to one reader: by which ways it may go, and its exact bytes."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from kith.core import files
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.correspondence import channels, paper, rules
from kith.correspondence.models import Enclosure, LeftOut
from kith.record.models import Case, Participant
from kith.record.queries import contact_plan, leaving, second_looks
from kith.record.queries.leaving import MAIL, WORDS, Address, Mail, Outgoing, OutgoingFile

PDF = "application/pdf"
#: Channels whose messages have a subject line.
WITH_SUBJECT = frozenset({"email", "letter"})
#: Others of the case who have the same number or mailbox would read what comes there.
_READ_BY_WHO_HAS_IT = frozenset({"email", "phone"})


class CannotWrite(Refusal):
    """This participant cannot be written to now; the text says why and the mend."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to a reader: a channel, and the address, number or mailbox it goes to."""

    channel: str
    address: Address

    @property
    def key(self) -> str:
        """Name it as a form does."""
        return f"{self.channel}:{self.address.id}"

    @property
    def says(self) -> str:
        """Say where it goes, for somebody who chooses."""
        value = ", ".join(lines_of(self.address.value))
        return value if self.channel == "email" else f"{channels.NAMES[self.channel]} to {value}"


@dataclass(frozen=True, slots=True)
class Words:
    """What is to be sent: a subject (for what has one), words and files.

    Args:
        reply_to: the address that answers to an e-mail go to, where it is not that of the sender.
        by_itself: no person wrote it.
    """

    subject: str
    text: str
    enclosures: Sequence[Enclosure] = ()
    reply_to: str = ""
    by_itself: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as it would leave: its bytes, and the same as its reader is shown it."""

    outgoing: Outgoing
    mail: Mail
    address: str
    fingerprint: tuple[tuple[str, str], ...]  # name and SHA-256 of each file

    @property
    def data(self) -> bytes:
        """Give the exact bytes."""
        return self.outgoing.files[0].data


def ways_to(case: Case, reader: Participant, known: Sequence[Address] | None = None) -> list[Way]:
    """List the ways by which this participant may be written to: what they have, and what is set up here.

    Args:
        known: the case's contact details, where they have been opened already.

    Raises:
        CannotWrite: there is none, with what to do about it.
    """
    known = leaving.addresses(case) if known is None else known
    own = [each for each in known if each.participant_id == reader.id]
    usable = [each for each in own if each.may_write and not each.is_ended]
    apart = [each for each in usable if not is_shared(each, known)]
    found = [
        Way(channel, each)
        for channel, kind in channels.KINDS.items()
        for each in apart
        if each.kind == kind and channels.is_on(channel)
    ]
    if not found:
        raise CannotWrite(_why_none(reader.known_as, own, usable, apart))
    return _as_planned(case, reader, found)


def _as_planned(case: Case, reader: Participant, found: Sequence[Way]) -> list[Way]:
    """Leave, of each channel, only the addresses that the reader's contact plan names, where it names any."""
    named = {channel: contact_plan.named_details(case, reader, channel) for channel in {way.channel for way in found}}
    planned = [way for way in found if not named[way.channel] or way.address.id in named[way.channel]]
    if not planned:
        what = "an e-mail address" if found[0].channel == "email" else "an address"
        raise CannotWrite(
            f"The contact plan of {reader.known_as} names {what} that may not be written to. Ask them which address is"
            " safe, and change the plan under People."
        )
    return planned


def numbers_of(case: Case, reader: Participant) -> list[str]:
    """List the telephone numbers that are recorded as somebody's, still used, and nobody else's on the case."""
    known = leaving.addresses(case)
    own = [each for each in known if each.participant_id == reader.id and each.kind == "phone" and not each.is_ended]
    return [each.value for each in own if not is_shared(each, known)]


def _as_looked_at(reader: Participant, printed: Callable[..., bytes], at: datetime) -> bytes | None:
    """Print a letter with the date of the day on which a second person was asked about it, where it is that letter.

    What they look at is what leaves, to the byte: a letter passed on the next day bears the day it was asked about.
    """
    for asked_at, sha256 in second_looks.frozen_on(reader, "letter", at).items():
        data = printed(on=timezone.localdate(asked_at))
        if sha256 == hashlib.sha256(data).digest():
            return data
    return None


def is_shared(address: Address, known: Sequence[Address]) -> bool:
    """Tell whether somebody else on the case has the same mailbox or number, and would read what comes there."""
    others = (each for each in known if each.participant_id != address.participant_id and not each.is_ended)
    return address.kind in _READ_BY_WHO_HAS_IT and any(
        each.kind == address.kind and _folded(each) == _folded(address) for each in others
    )


def _folded(address: Address) -> str:
    if address.kind == "phone":
        return re.sub(r"\D", "", address.value).removeprefix("00").removeprefix("44").removeprefix("0")
    return address.value.casefold()


def _why_none(known_as: str, own: Sequence[Address], usable: Sequence[Address], apart: Sequence[Address]) -> str:
    if usable and not apart:
        what = "e-mail address" if usable[0].kind == "email" else "phone number"
        return (
            f"Somebody else on this case uses the same {what} as {known_as}, so both would read it."
            f" Ask {known_as} for one of their own and add it under People."
        )
    mails = [each for each in own if each.kind == "email"]
    if any(not each.is_ended for each in mails):
        return (
            f"It is not recorded that it is safe to write to {known_as} by e-mail."
            " Ask them, then add the address under People as one that may be written to."
        )
    if mails:
        return f"The e-mail address of {known_as} is no longer used. Add the one they use now under People."
    if any(map(channels.is_on, ("sms", "letter", "phone"))):
        return (
            f"No e-mail address of {known_as} is recorded, and no other way that may be used to reach them."
            " Add one under People."
        )
    return f"No e-mail address of {known_as} is recorded. Add one under People."


def way_to(
    case: Case, reader: Participant, chosen: str | UUID | None = None, known: Sequence[Address] | None = None
) -> Way:
    """Find the way to use: the one chosen, or the newest e-mail address, or else the newest of the next channel.

    Args:
        chosen: `Way.key`, or the id of a contact detail (its first channel).

    Raises:
        CannotWrite: none may be used, or not the one chosen.
        rules.NotSendable: what is recorded is no address of that kind.
    """
    usable = ways_to(case, reader, known)
    if chosen:
        fitting = [each for each in usable if str(chosen) in (each.key, str(each.address.id))][:1]
    else:
        fitting = [each for each in usable if each.channel == usable[0].channel]
    if not fitting:
        raise CannotWrite("The address that was chosen may no longer be used. Choose another.")
    destination(fitting[-1])
    return fitting[-1]


def destination(way: Way) -> str:
    """Give the address as its channel takes it.

    Raises:
        rules.NotSendable: it is none of that kind.
    """
    value = way.address.value
    match way.channel:
        case "email":
            rules.check_address(value)
        case "sms":
            return rules.check_mobile(value)
        case "phone":
            return rules.number_of(value)
    return value


def lines_of(address: str) -> list[str]:
    """Cut a postal address into lines."""
    return [line.strip() for line in re.split(r"[\n,]", address) if line.strip()]


def enclosures_of(case: Case, reader: Participant, by: Worker) -> list[Enclosure]:
    """List the files that wait with this worker's words to this reader, in the order they were attached."""
    rows = Enclosure.objects.filter(case=case, reader_id=reader.id, added_by=by)
    return list(rows.filter(message__isnull=True, removed_at__isnull=True).order_by("added_at", "id"))


def letter(*, reader: Participant, way: Way, words: Words, reference: str, at: datetime) -> Letter:
    """Make the exact bytes that would leave, and read them back: what comes out must be what went in.

    Raises:
        rules.NotSendable: with the mend.
    """
    text = rules.tidy(words.text)
    rules.check_text(text)
    subject = words.subject.strip() if way.channel in WITH_SUBJECT else ""
    if way.channel in WITH_SUBJECT:
        rules.check_subject(subject)
    if words.enclosures and not channels.carries_files(way.channel):
        raise rules.NotSendable(
            f"No file can go by {channels.NAMES[way.channel].lower()} here. Take the files off, or choose another way."
        )
    make: Callable[..., Letter] = {"email": _mail, "letter": _print}.get(way.channel, _say)
    return make(reader, way, replace(words, subject=subject, text=text), reference, at)


def _mail(reader: Participant, way: Way, words: Words, reference: str, at: datetime) -> Letter:
    rules.check_size([each.size_bytes for each in words.enclosures])
    _check_nothing_waits(words.enclosures)
    enclosed = [rules.Enclosed(each.name_text, each.media_type, content_of(each)) for each in words.enclosures]
    to = destination(way)
    data = rules.write_mail(
        sender=settings.SMTP_FROM,
        to=to,
        subject=words.subject,
        text=words.text,
        enclosed=enclosed,
        reference=reference,
        at=at,
        reply_to=words.reply_to,
        by_itself=words.by_itself,
    )
    mail = leaving.taken_apart(data)
    if mail is None or not _is_faithful(mail, to, words.subject, words.text, enclosed):
        raise rules.NotSendable("An e-mail cannot carry these words unchanged. Type them without odd characters.")
    outgoing = Outgoing(channel="email", files=(OutgoingFile("message.eml", MAIL, data),))
    files_sent = tuple((each.name_text, bytes(each.sha256).hex()) for each in words.enclosures)
    return Letter(outgoing, mail, to, files_sent)


def _check_nothing_waits(enclosures: Sequence[Enclosure]) -> None:
    """Refuse a file of which somebody chose to leave something out: its copy is what leaves."""
    for each in enclosures:
        if LeftOut.objects.filter(case_id=each.case_id, enclosure=each, undone_at__isnull=True).exists():
            raise rules.NotSendable(
                f"Something is to be left out of {each.name_text}: attach the copy without it, or put it back in."
            )


def _say(reader: Participant, way: Way, words: Words, reference: str, at: datetime) -> Letter:
    """Make a text message, or what may be said in a call: words alone."""
    if way.channel == "sms":
        rules.check_length(words.text)
    to = destination(way)
    file = OutgoingFile("message.txt", WORDS, words.text.encode())
    headers = (("From", settings.SMS_FROM), ("To", to)) if way.channel == "sms" else (("Number", to),)
    return Letter(Outgoing(channel=way.channel, files=(file,)), Mail("", words.text, headers, ()), to, ())


def _print(reader: Participant, way: Way, words: Words, reference: str, at: datetime) -> Letter:
    to = [reader.known_as, *lines_of(way.address.value)]
    sender = lines_of(settings.LETTER_FROM)
    printed = partial(paper.letter, sender=sender, to=to, subject=words.subject, text=words.text)
    data = _as_looked_at(reader, printed, at) or printed(on=timezone.localdate(at))
    file = OutgoingFile("letter.pdf", PDF, data)
    mail = Mail(words.subject, words.text, (("From", ", ".join(sender)), ("To", ", ".join(to))), ())
    return Letter(Outgoing(channel="letter", files=(file,)), mail, destination(way), ())


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
