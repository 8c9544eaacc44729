"""Where what came in belongs: to a thread, to nobody we know of, and who wrote it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum


class Writer(StrEnum):
    """Whose words something that came in is taken to be."""

    THEIRS = "theirs"
    SOMEBODY_ELSE = "somebody else"


class Check(StrEnum):
    """Whether our own mail server could confirm who sent it."""

    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not confirmed"
    NOT_ASKED = "not asked"


#: Offices open at half past eight and close at six on working days, unless the agency's data says otherwise.
OPENS, CLOSES = time(8, 30), time(18, 0)

CHECK_SAYS = {
    Check.CONFIRMED: "The mail server confirmed that it came from this address.",
    Check.NOT_CONFIRMED: "The mail server could not confirm who sent this.",
    Check.NOT_ASKED: "Nobody checked who sent this: no mail server is set up to confirm it.",
}


def checked(results: Mapping[str, str], *, is_set_up: bool) -> Check:
    """Say what the results of our own mail server mean: passed for the very domain it says it is from, or not.

    References:
        RFC 7489, 3.1 (alignment): a signature of another domain confirms nothing about the sender.
    """
    if not is_set_up:
        return Check.NOT_ASKED
    if "dmarc" in results:
        return Check.CONFIRMED if results["dmarc"] == "pass" else Check.NOT_CONFIRMED
    is_signed = results.get("dkim") == "pass" and results.get("aligned") == "yes"
    return Check.CONFIRMED if is_signed else Check.NOT_CONFIRMED


def whose(sender: str, addresses: Sequence[str]) -> Writer:
    """Say whose words they are: theirs only if the sender's address is one of the addresses known to be theirs."""
    is_known = bool(sender) and sender.casefold() in {each.casefold() for each in addresses}
    return Writer.THEIRS if is_known else Writer.SOMEBODY_ELSE


def is_out_of_hours(local: datetime, *, is_working_day: bool, opens: time = OPENS, closes: time = CLOSES) -> bool:
    """Tell whether nobody is at the office at this local time."""
    return not is_working_day or not opens <= local.time() < closes


def night_of(local: datetime, closes: time = CLOSES) -> str:
    """Name the night (or weekend day) a local time falls in, by the day it began: the small hours belong to the eve."""
    day = local.date() if local.time() >= closes else local.date() - timedelta(days=1)
    return day.isoformat()


#: Who wrote so little time ago is still at that address.
JUST_NOW = timedelta(minutes=15)


def has_just_written(received_at: datetime, sent_text: str, at: datetime) -> bool:
    """Tell whether something was written just now: it came a moment ago, and says itself that it was sent then.

    Args:
        sent_text: its own Date, as found; without one that can be read, it may have been on its way for hours.
    """
    try:
        sent_at = parsedate_to_datetime(sent_text)
    except (ValueError, OverflowError):
        return False
    sent_at = sent_at if sent_at.tzinfo else sent_at.replace(tzinfo=UTC)  # RFC 5322, 3.3: "-0000" is universal time
    return all(abs(at - each) <= JUST_NOW for each in (received_at, sent_at))


ACKNOWLEDGED = "We have your message"


def acknowledgement(duty: str, helps: Sequence[str]) -> str:
    """Write the one answer that is sent at night: neutral, the same for everybody, nothing of any case.

    Args:
        duty: the duty number, as the agency's reference data says it; empty where it says none.
        helps: lines of the help directory: "Anybody in danger now: ring 999".
    """
    ring = f"If it cannot wait, ring our duty line: {duty}.\n" if duty else ""
    lines = "".join(f"- {each}\n" for each in helps)
    return (
        "Your message has arrived. The office is closed, and nobody reads messages at night or at the weekend.\n"
        "Somebody will read it on the next working day.\n\n"
        f"{ring}If somebody is in danger now, ring 999.\n\n"
        + (f"Others who can help:\n{lines}\n" if lines else "")
        + "This answer was sent by itself, once. You do not need to do anything.\n"
    )
