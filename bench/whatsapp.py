"""Makes WhatsApp exports of any size whose truth is known: invented people, invented words, three layouts.

Every line that begins an item begins with a stamp of the layout. Some messages hold a line that looks like the head of
another layout's message (a pasted appointment); it begins nothing, and a careful reader must not count it.

usage: python -m bench.whatsapp OUT.txt [--mb 200] [--style android24|ios12|android12] [--seed 20]
"""

import argparse
import hashlib
import json
import random
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

STYLES = ("android24", "ios12", "android12")
PEOPLE = (
    *("Mum", "Dad", "Auntie Bryn \N{SUNFLOWER}", "Zo\u00eb", "\u0633\u0644\u0645\u0649", "+44 7700 900142"),
    *("Ms \u00d3 D\u00e1laigh (School)", "Nan: home", "~ Kit", "\u05d3\u05d5\u05d3"),
)
_WORDS = """
can you have them on Friday after swimming I will bring the bag and his inhaler she slept badly again please ring
the school about the trip money nobody told me that was the plan fine see you at half five by the shops the red
coat is still at yours he asked for you twice today we are running late bus did not come tea is in the oven
diolch yfory dzień dobry gracias mañana çay büyük спасибо شكرا 今天 привіт naïve café
"""
WORDS = _WORDS.split()
PICTURES = (
    *("\N{GRINNING FACE}", "\N{HEAVY BLACK HEART}\ufe0f", "\N{THUMBS UP SIGN}\U0001f3fd"),
    *("\N{FACE WITH TEARS OF JOY}", "\U0001f469\u200d\U0001f467", "\U0001f3f4"),
)
NOTICES = (
    "Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.",
    "Dad left",
    "Mum added Zo\u00eb",
    "Mum changed this group's icon",
    "+44 7700 900142 joined using this group's invite link",
)
PASTED = "2018-11-05 16:40 Clinic: seen today, come back in two weeks"
GROUP = "The Marrows"
MARK = "\u200e"
FILES = (("IMG", "jpg"), ("VID", "mp4"), ("PTT", "opus"), ("DOC", "pdf"))
COUNTED = ("messages", "system", "attachments", "multiline", "deleted", "edited")


class Export:
    """One export in the making: a stream of lines, and the truth about them."""

    def __init__(self, style: str, seed: int) -> None:
        self.style, self.is_iphone = style, style == "ios12"
        self.random = random.Random(seed)
        self.counts: Counter[str] = Counter()
        self.senders: Counter[str] = Counter()
        self.at = datetime(2016, 2, 28, 7, 30, 12)  # noqa: DTZ001 a telephone's own clock
        self.first = self.at
        # Ready sentences keep the making quick; the file stays as varied as a reader can notice.
        self.sentences = [self._sentence() for _ in range(15_000)]

    def lines(self) -> Iterator[str]:
        """Give items without end, each with its newline."""
        makers = (self._words, self._paragraphs, self._file, self._left_out, self._deleted, self._edited)
        choose, stamp, count = self.random.random, self._stamp, self.counts
        chances = self._ladder()
        while True:
            self.at += timedelta(seconds=self.random.randrange(1, 160))
            chance = choose()
            if chance < 0.0025:
                count["system"] += 1
                yield stamp() + self._notice() + "\n"
                continue
            sender = self.random.choice(PEOPLE)
            self.senders[sender] += 1
            count["messages"] += 1
            yield f"{stamp()}{sender}: {makers[chances[int(chance * 1000)]]()}\n"

    def truth(self, size: int, sha256: str) -> dict[str, object]:
        """Give what is in the file, as it was made."""
        return {
            **{
                key: self.counts[key] for key in ("messages", "system", "attachments", "multiline", "deleted", "edited")
            },
            "senders": dict(self.senders),
            "first": self.first.isoformat(),
            "last": self.at.isoformat(),
            "file_bytes": size,
            "sha256": sha256,
            "style": self.style,
        }

    def _ladder(self) -> list[int]:
        """Spread a thousand chances over the makers: paragraphs 55, files 35, left out 20, deleted 5, edited 8."""
        shares = ((1, 55), (2, 35), (3, 20), (4, 5), (5, 8))
        chances = [maker for maker, share in shares for _ in range(share)]
        return [*[0] * (1000 - len(chances)), *chances]

    def _stamp(self) -> str:
        at = self.at
        if self.style == "android24":
            return f"{at.day:02}/{at.month:02}/{at.year}, {at.hour:02}:{at.minute:02} - "
        hour, half = at.hour % 12 or 12, "pm" if at.hour >= 12 else "am"
        if self.style == "android12":
            return f"{at.day}/{at.month}/{at.year % 100:02}, {hour}:{at.minute:02}\u202f{half} - "
        return f"[{at.month}/{at.day}/{at.year % 100:02}, {hour}:{at.minute:02}:{at.second:02}\u202f{half.upper()}] "

    def _sentence(self) -> str:
        text = " ".join(self.random.choices(WORDS, k=self.random.randrange(1, 17)))
        chance = self.random.random()
        if chance < 0.15:
            text += " " + "".join(self.random.choices(PICTURES, k=self.random.randrange(1, 4)))
        elif chance < 0.19:
            text += f" https://example.org/{self.random.randrange(10**6)}?from=chat"
        elif chance < 0.24:
            text = f"about tomorrow: {text}"
        return text

    def _words(self) -> str:
        return self.random.choice(self.sentences)

    def _paragraphs(self) -> str:
        self.counts["multiline"] += 1
        parts = [self._words()]
        for _ in range(self.random.randrange(1, 6)):
            chance = self.random.random()
            parts.append("" if chance < 0.1 else PASTED if chance < 0.12 else self._words())
        return "\n".join(parts)

    def _file(self) -> str:
        kind, ending = self.random.choice(FILES)
        number = self.counts["attachments"]
        self.counts["attachments"] += 1
        name = f"{kind}-{self.at:%Y%m%d}-WA{number % 10000:04}.{ending}"
        if self.is_iphone:
            return f"{MARK}<attached: {number:08}-{name}>"
        caption = f"\n{self._words()}" if self.random.random() < 0.2 else ""
        return f"{MARK}{name} (file attached){caption}"

    def _left_out(self) -> str:
        return f"{MARK}image omitted" if self.is_iphone else "<Media omitted>"

    def _deleted(self) -> str:
        self.counts["deleted"] += 1
        return f"{MARK}This message was deleted." if self.is_iphone else "This message was deleted"

    def _edited(self) -> str:
        self.counts["edited"] += 1
        mark = MARK if self.is_iphone else ""
        return f"{self._words()} {mark}<This message was edited>"

    def _notice(self) -> str:
        notice = self.random.choice(NOTICES)
        return f"{GROUP}: {MARK}{notice}" if self.is_iphone else notice


def make(out: Path, *, mb: float, style: str, seed: int = 20) -> dict[str, object]:
    """Make an export of at least `mb` million bytes and, beside it, `<out>.truth.json`; give the truth."""
    export, size, found = Export(style, seed), 0, hashlib.sha256()
    waiting: list[str] = []
    with out.open("wb") as file:
        for line in export.lines():
            waiting.append(line)
            if len(waiting) >= 5_000 or size + 120 * len(waiting) >= mb * 1e6:
                block = "".join(waiting).encode()
                waiting.clear()
                file.write(block)
                found.update(block)
                size += len(block)
                if size >= mb * 1e6:
                    break
    truth = export.truth(size, found.hexdigest())
    Path(f"{out}.truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1))
    return truth


def main() -> None:
    """Make one export from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--mb", type=float, default=200)
    parser.add_argument("--style", choices=STYLES, default=STYLES[0])
    parser.add_argument("--seed", type=int, default=20)
    asked = parser.parse_args()
    print(json.dumps(make(asked.out, mb=asked.mb, style=asked.style, seed=asked.seed), ensure_ascii=False))


if __name__ == "__main__":
    main()
