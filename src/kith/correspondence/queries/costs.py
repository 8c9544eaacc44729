"""How large a message is as its channel counts it, and what it costs, before it is sent."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation

from django.utils import timezone

from kith.core import reference
from kith.correspondence import paper, rules
from kith.ui.formats import plural

PRICES = "message_prices"
_MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Weighed:
    """A message in fragments or sheets, which signs make it longer, what it costs, and what is unsure of the price."""

    size: str = ""
    odd: str = ""
    price: str = ""
    caution: str = ""


def weighed(channel: str, data: bytes, at: datetime) -> Weighed:
    """Weigh a message; nothing for a channel that counts nothing."""
    if channel == "sms":
        return _text(data.decode(), at)
    if channel == "letter":
        sheets = -(-paper.pages(data) // 2)
        return Weighed(plural(sheets, "sheet"), "", *_price(f"letter_{min(sheets, 5)}", 1, at))
    return Weighed()


def _text(words: str, at: datetime) -> Weighed:
    found = rules.fragments(words)
    size = f"{plural(found.units, 'character')}, {plural(found.count, 'text message')}"
    odd = ""
    if found.odd:
        shown = " ".join(found.odd[:_MOST_SHOWN])
        odd = f"These signs make each text message hold 70 characters, not 160: {shown}"
    return Weighed(size, odd, *_price("sms_fragment", found.count, at))


def _price(key: str, count: int, at: datetime) -> tuple[str, str]:
    """Say a price, and what to be careful about; nothing where the agency has ended the row."""
    today = timezone.localdate(at)
    row = reference.one(PRICES, key, on=today)
    if row is None:
        return "", ""
    try:
        pence, vat = Decimal(str(row.value["pence"])), Decimal(str(row.value["vat_percent"]))
    except InvalidOperation:
        return "", ""
    return rules.price_in_words(pence, count, vat), row.caution(today)
