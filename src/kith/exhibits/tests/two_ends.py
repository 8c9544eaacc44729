"""One made-up conversation as two telephones would have exported it: Lena's Android and Callum's iPhone."""

from datetime import datetime, timedelta

SAID = (
    ("2024-04-25 09:01:10", "L", "Can you bring the blue coat on Friday?"),
    ("2024-04-25 09:02:40", "C", "Ok"),
    ("2024-04-25 09:05:12", "C", "I will be at the gate at five"),
    ("2024-04-25 09:05:50", "L", "Thank you"),
    ("2024-04-25 21:40:05", "C", "Tell her she fell"),
    ("2024-04-25 21:41:30", "L", "Please do not come to the house"),
    ("2024-04-25 21:43:00", "C", "Ok"),
    ("2024-04-26 07:30:20", "C", "I want to see my children this weekend"),
    ("2024-04-26 07:31:00", "L", "You can ring at six, I will put them on"),
    ("2024-04-26 18:02:00", "C", "Is she there now or not"),
    ("2024-04-26 18:09:45", "L", "She is asleep, ring again tomorrow please"),
)
FELL, HOUSE, SECOND_OK = 4, 5, 6


def android(without: tuple[int, ...] = (), said=SAID, names=("Lena", "Callum Q")) -> bytes:
    """Write the conversation as Lena's telephone does: day first, minutes."""
    lines = ["25/04/2024, 09:00 - Messages and calls are end-to-end encrypted.\n"]
    for place, (at, who, text) in enumerate(said):
        if place not in without:
            moment = datetime.fromisoformat(at)
            lines.append(f"{moment:%d/%m/%Y, %H:%M} - {names[who == 'C']}: {text}\n")
    return "".join(lines).encode()


def iphone(without: tuple[int, ...] = (), hours: int = 0, said=SAID, names=("Lena Q", "Me")) -> bytes:
    """Write it as Callum's does: month first, seconds, and a clock that may stand so many hours ahead."""
    lines: list[str] = []
    for place, (at, who, text) in enumerate(said):
        if place not in without:
            moment = datetime.fromisoformat(at) + timedelta(hours=hours)
            stamp = f"{moment.month}/{moment.day}/{moment:%y}, {int(moment.strftime('%I'))}:{moment:%M:%S %p}"
            lines = lines or [f"[{stamp}] Home: \u200eMessages and calls are end-to-end encrypted.\n"]
            lines.append(f"[{stamp}] {names[who == 'C']}: {text}\n")
    return "".join(lines).encode()
