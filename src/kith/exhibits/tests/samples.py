"""Made-up exports for the tests of this room, written here by hand or counted out by a seed."""

import io
import random
import zipfile

#: No number is above 12 and the lines stand so that neither reading runs backwards: only a person can say.
OPEN_ORDER = """\
03/04/2024, 09:15 - Messages and calls are end-to-end encrypted.
03/04/2024, 09:16 - Lena: Can you bring the blue coat on Friday?
03/04/2024, 09:18 - Tomasz: Yes. I will be at the gate at five
with both of them
04/05/2024, 22:41 - Lena: Please do not come to the house
04/05/2024, 22:43 - Tomasz: \N{LEFT-TO-RIGHT MARK}photo-001.jpg (file attached)
05/06/2024, 08:00 - Lena: Thank you
""".encode()

#: The 25th settles it: day first. One hour that came twice (27 October 2024, 01:30) and one that never was.
DAY_FIRST = b"""\
25/03/2024, 09:15 - Messages and calls are end-to-end encrypted.
31/03/2024, 01:30 - Lena: This time did not exist in London
25/04/2024, 14:00 - Tomasz: Hello
27/10/2024, 01:30 - Lena: This time came twice
28/10/2024, 10:00 - Tomasz: See you
"""


def zipped(*, method: int = zipfile.ZIP_DEFLATED, **members: bytes) -> bytes:
    """Make a zip; names come as given by `name=` pairs, in order."""
    return zip_of(list(members.items()), method)


def zip_of(members: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Make a zip of paths and bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for path, data in members:
            archive.writestr(zipfile.ZipInfo(path, (2024, 5, 4, 12, 0, 0)), data, method)
    return out.getvalue()


def with_media() -> bytes:
    """Make an export with a chat, the file that it names, and one that nothing names."""
    chat = OPEN_ORDER + b"05/06/2024, 08:01 - Tomasz: gone-002.jpg (file attached)\n"
    return zip_of(
        [("WhatsApp Chat with Lena.txt", chat), ("photo-001.jpg", b"\xff\xd8made up"), ("other.opus", b"OggS made up")]
    )


_WORDS = "coat friday school gate call later please bring home never again sorry when where nothing kids swim park"
WORDS = _WORDS.split()


def many(messages: int, seed: int = 7) -> bytes:
    """Make a long chat: each message its own words, about one in eight of two lines. Day first (days go to 28)."""
    rng = random.Random(seed)
    lines = []
    for number in range(messages):
        day, month, year = 1 + number * 28 // max(messages, 1) % 28, 1 + number % 12, 2024
        day = 13 + day % 16
        who = ("Lena", "Tomasz", "Gran")[rng.randrange(3)]
        text = " ".join(rng.choice(WORDS) for _ in range(rng.randrange(3, 12)))
        more = f"\nand {rng.choice(WORDS)} number {number}" if rng.random() < 0.125 else ""
        lines.append(
            f"{day:02}/{month:02}/{year}, {rng.randrange(24):02}:{rng.randrange(60):02} - {who}: {text}{more}\n"
        )
    return "".join(lines).encode()
