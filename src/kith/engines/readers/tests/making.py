"""Makes exports with a known truth, in the styles that phones write; people and words are made up."""

import random
from datetime import datetime, timedelta

PEOPLE = [
    "Marla Quist",
    "Oren Vane",
    "+44 7700 900123",
    "~ Tyler",
    "Grandma: home",
    "אמא",
    "Zoë 🌸",
    "Ms O’Neill (School)",
]
TEXT = "we are going to the park café πάμε привет 你好 مرحبا שלום 😀 ❤️ re: ok https://example.org/p?x=1"
NOTICES = ["Marla Quist added Oren Vane", "Oren Vane left", "Security code with Oren Vane changed."]
MARK = "\u200e"
TRAP = "2019-04-03 10:11 the nurse wrote: ok"


def stamp(at: datetime, style: str) -> str:
    if style == "android24":
        return at.strftime("%d/%m/%Y, %H:%M - ")
    hour, half = at.hour % 12 or 12, "am" if at.hour < 12 else "pm"
    if style == "android12":
        return f"{at.day}/{at.month}/{at.year % 100:02d}, {hour}:{at.minute:02d}\u202f{half} - "
    seconds = f"{at.minute:02d}:{at.second:02d}\u202f{half.upper()}"
    return f"[{at.month}/{at.day}/{at.year % 100:02d}, {hour}:{seconds}] "


def export(style: str, lines: int, seed: int = 7) -> tuple[bytes, dict]:
    """Make an export, and its truth: counts by kind and mark, lines by sender, first and last time."""
    dice = random.Random(seed)
    at = datetime.fromisoformat("2021-03-01T06:59:58")
    truth: dict = {"message": 0, "system": 0, "attachment": 0, "deleted": 0, "edited": 0, "senders": {}, "first": None}
    out = []
    for _ in range(lines):
        at += timedelta(seconds=dice.randint(1, 9000))
        out.append(stamp(at, style) + _line(dice, style == "ios12", truth))
        truth["first"] = truth["first"] or at
    truth["last"] = at
    return "\n".join(out).encode() + b"\n", truth


def _line(dice: random.Random, ios: bool, truth: dict) -> str:
    if dice.random() < 0.02:
        truth["system"] += 1
        return (f"Family: {MARK}" if ios else "") + dice.choice(NOTICES)
    sender = dice.choice(PEOPLE)
    truth["message"] += 1
    truth["senders"][sender] = truth["senders"].get(sender, 0) + 1
    return f"{sender}: {_body(dice, ios, truth)}"


def _body(dice: random.Random, ios: bool, truth: dict) -> str:
    chance = dice.random()
    if chance < 0.05:
        truth["attachment"] += 1
        name = f"IMG-20210301-WA{truth['attachment']:04d}.jpg"
        return f"{MARK}<attached: {name}>" if ios else f"{MARK}{name} (file attached)"
    if chance < 0.08:
        return f"{MARK}image omitted" if ios else "<Media omitted>"
    if chance < 0.1:
        truth["deleted"] += 1
        return f"{MARK}This message was deleted." if ios else "This message was deleted"
    words = " ".join(dice.choices(TEXT.split(), k=dice.randint(1, 12)))
    if chance < 0.15:
        truth["edited"] += 1
        return words + " <This message was edited>"
    if chance < 0.25:
        return "\n".join([words, TRAP, "", words])
    return words
