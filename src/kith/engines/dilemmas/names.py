"""Finds names that a story uses and does not declare: words with a capital letter within a sentence."""

import re
from collections.abc import Iterable, Iterator

#: Where a sentence begins: at the start, after a stop, a colon, a quotation mark or an opening bracket.
_BEGINS = re.compile(r"(?:^|[.!?…:][\"'”’)\]]*\s+|[\"“‘(\[]|(?<=\s)['‘]|[-–—]\s+)")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OF = re.compile(r"['’](?:s|d|ll|m|re|ve)?$")

#: Words that have a capital letter and name nobody. Letters that stand for words (NHS) need not be here.
ORDINARY = frozenset(
    word
    for line in (
        "I I'm I'd I'll I've January February March April May June July August September October November December",
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter Eid Ramadan Diwali Hanukkah",
        "Mum Mummy Dad Daddy Mam Nan Nana Nanny Gran Grandma Grandad Granddad Grandpa Auntie Aunty Aunt Uncle God",
        "Mr Mrs Ms Miss Dr Sir England English Britain British Wales Welsh Scotland Scottish Ireland Irish London",
        "Europe European Africa African Asia Asian Muslim Christian Hindu Sikh Jewish Catholic Polish Romanian Bengali",
        "Punjabi Urdu Arabic Somali French Spanish Act Article Section Part Code Principle Regulation Schedule Chapter",
        "Convention Order Standard Standards Year Key Stage Cafcass Ofsted Social Work Children Human Rights",
        "Data Protection Investigatory Powers Care Working Together Children's Instagram WhatsApp Snapchat YouTube",
        "Google Twitter Messenger Discord Roblox Minecraft Zoom Teams Signal Telegram Reddit Pinterest LinkedIn",
        "Facebook TikTok FaceTime Skype Outlook Word Excel Wi-Fi Internet Bluetooth Kith",
    )
    for word in line.split()
)


def undeclared(texts: Iterable[str], declared: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give each name that is neither declared nor ordinary, once, with the text in which it stands."""
    known = ORDINARY | {part for words in declared for word in _WORD.findall(words) for part in (word, _bare(word))}
    seen: set[str] = set()
    for text in texts:
        begins = {found.end() for found in _BEGINS.finditer(text)}
        for found in _WORD.finditer(text):
            word = _bare(found.group())
            is_name = word[0].isupper() and not word.isupper() and found.start() not in begins
            if is_name and word not in seen and word not in known and found.group() not in known:
                seen.add(word)
                yield word, text


def _bare(word: str) -> str:
    """Take what follows an apostrophe off: "Imani's" is Imani."""
    return _OF.sub("", word.replace("’", "'")) if "'" in word or "’" in word else word
