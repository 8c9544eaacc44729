"""A text message: how many fragments it is sent in, what it costs, and whom it can go to."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kith.correspondence.rules.words import NotSendable

#: The alphabet of a text message, and the signs that take the room of two (3GPP TS 23.038, 6.2.1).
_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_TWICE = frozenset("^{}\\[~]|€\f")
#: Alone a message holds more: in a chain each fragment gives room to its number.
_ALONE, _CHAINED = {True: 160, False: 70}, {True: 153, False: 67}
MOST_FRAGMENTS = 6

_NUMBER = re.compile(r"\+?\d{7,15}")
_APART = re.compile(r"[\s().\-]")


@dataclass(frozen=True, slots=True)
class Fragments:
    """How a text message is cut: its length in units of its alphabet, and what is odd in it."""

    count: int
    units: int
    is_plain: bool
    odd: tuple[str, ...]  # the signs, each once, for which every fragment holds fewer than half


def fragments(text: str) -> Fragments:
    """Count the fragments of a text message.

    160 units of the plain alphabet go alone and 153 in each fragment of several; if one sign is not in it, all is
    written in UCS-2: 70 and 67. A sign of two units is never parted between fragments.
    """
    odd = tuple(dict.fromkeys(sign for sign in text if sign not in _GSM and sign not in _TWICE))
    is_plain = not odd
    widths = [_width(sign, is_plain) for sign in text]
    units = sum(widths)
    count = 1 if units <= _ALONE[is_plain] else _packed(widths, _CHAINED[is_plain])
    return Fragments(count, units, is_plain, odd)


def _width(sign: str, is_plain: bool) -> int:
    if is_plain:
        return 2 if sign in _TWICE else 1
    return 2 if ord(sign) > 0xFFFF else 1


def _packed(widths: list[int], room: int) -> int:
    count, used = 1, 0
    for width in widths:
        if used + width > room:
            count, used = count + 1, 0
        used += width
    return count


def check_length(text: str) -> None:
    """Check that a text message is short enough to be one.

    Raises:
        NotSendable: with how long it is.
    """
    count = fragments(text).count
    if count > MOST_FRAGMENTS:
        raise NotSendable(
            f"This is {count} text messages in one; {MOST_FRAGMENTS} is the most. Shorten it, or send it another way."
        )


def price_in_words(pence: Decimal, count: int, vat_percent: Decimal) -> str:
    """Say what a number of fragments or sheets costs, such as "4.8p and VAT (5.76p)"."""
    net = pence * count
    gross = (net * (100 + vat_percent) / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{net.normalize():f}p and VAT ({gross.normalize():f}p)"


def number_of(value: str) -> str:
    """Give a telephone number as networks take it: digits alone, after a plus where it names its country.

    Raises:
        NotSendable: it is no telephone number.
    """
    bare = _APART.sub("", value)
    if bare.startswith("00"):
        bare = f"+{bare[2:]}"
    if not _NUMBER.fullmatch(bare):
        raise NotSendable("This is not a telephone number that can be reached. Correct it under People.")
    return bare


def is_mobile(value: str) -> bool:
    """Tell whether a text message can go to a number."""
    try:
        return bool(check_mobile(value))
    except NotSendable:
        return False


def check_mobile(value: str) -> str:
    """Give a number that a text message can go to: a British mobile in full, or one that names its country.

    Raises:
        NotSendable: a landline, or no number at all.
    """
    bare = number_of(value)
    if bare.startswith("07") and len(bare) == 11:
        return f"+44{bare[1:]}"
    if bare.startswith("+44") and not bare.startswith("+447"):
        raise NotSendable("This is a landline: it takes no text messages. Choose another way.")
    if bare.startswith("+"):
        return bare
    raise NotSendable("This number takes no text messages: it is no mobile number. Choose another way.")
