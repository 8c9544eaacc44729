"""One character folded: case, accents, width, other alphabets' look-alikes, digits of any script.

The table of look-alikes is our own and modest: letters drawn like a Latin one in common fonts. A letter has one fold
in both its cases, so that a name truly written in that alphabet still matches itself.
"""

import unicodedata
from functools import cache

_DRAWN_LIKE = {
    "a": "аАαΑɑᴀ",
    "b": "вВβΒЬь",
    "c": "сСᴄϲ",
    "d": "ԁԀᴅđĐ",
    "e": "еЕёЁεΕᴇ",
    "g": "ɡԌԍ",
    "h": "нНηΗһҺհħĦ",
    "i": "іІїЇιΙıɩɪ",
    "j": "јЈȷᴊ",
    "k": "кКκΚᴋ",
    "l": "ӏӀǀłŁʟ",
    "m": "мМᴍ",
    "n": "ոɴ",
    "o": "оОοΟօᴏøØ",
    "p": "рРρΡᴘ",
    "q": "ԛԚգ",
    "r": "ʀ",
    "s": "ѕЅꜱ",
    "t": "тТτΤᴛŧŦ",
    "u": "սᴜ",
    "v": "νΝѵѴᴠ",
    "w": "ԝԜωᴡ",
    "x": "хХχΧ",
    "y": "уУγυΥʏ",
    "z": "ζΖᴢ",
}
_LOOK = {drawn: letter for letter, alike in _DRAWN_LIKE.items() for drawn in alike}
_BOXED_ALPHABETS = (0x1F130, 0x1F150, 0x1F170, 0x1F1E6)


@cache
def fold_character(character: str) -> str:
    """Fold one character to small letters and digits, or to one space when it is neither.

    Gives more than one character only where the compatible form is longer (a ligature, a sharp s).
    """
    if character in _LOOK:
        return _LOOK[character]
    for first in _BOXED_ALPHABETS:
        if first <= ord(character) < first + 26:
            return chr(ord("a") + ord(character) - first)
    return "".join(map(_plain, unicodedata.normalize("NFKD", character))) or " "


def _plain(piece: str) -> str:
    if piece in _LOOK:
        return _LOOK[piece]
    digit = unicodedata.decimal(piece, None)
    if digit is not None:
        return str(digit)
    return "".join(letter for letter in piece.casefold() if letter.isalnum())
