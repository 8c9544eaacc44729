"""Words made to keep the guard busy: four times as many take about four times as long, whatever they are."""

import time

import pytest

from kith.engines.guard import Fact, Kind, Outgoing, compile_facts
from kith.engines.guard.tests.facts import ALL

FACTS = (*ALL, Fact("birth", Kind.OTHER, "14 March 2016"), Fact("nhs", Kind.OTHER, "999 214 3307"))
SIZE = 40_000
PIECES = (
    "a", "1", " ", "\n", "<", "<b>", "</", "&#", "&amp;", "%41", "=20", "\\u0041", "=\n", "é", "ﬁ", "\u200b",
    "tb9 ", "3xd ", "tb9 3x", "tb9", "07700 ", "07700 x ", "900238 ", "07700 900", "+44", "0", "o", "double ",
    "double o ", "one ", "tango bravo ", "t for tango ", "tee bee ", "x ray ", "s ", "st ", "saint ", "ms ",
    "ms farrowdal ",
    "farrowdale", "farrowdal ", "Ottoline ", "rose ", "Rose ", "winter", "27 ", "27 quil ", "27 quillfeather ",
    "quillfeather", "quilfeather ", "quillfeather lane ", "lane quillfeather ", "ostby magna ", "ostby", "14 march ",
    "14 ", "march ", "two thousand and ", "born 14/03 ", "MDc3", "MDc3MDA ", "Zm9v\n", "deadbeef", "de ad ", "q1ll ",
    "@", "a@b", "!", "otti.", "otti.farrowdale ", "-", ".", "1.234,", "57°", "57°18'", "12.3456 N ", "8FVC9G8F+",
    "///a.b.", "reg TB73 ", "qxv ", "enal ", "rehtaeflliuq ", "yvnar ", "st ethelfriths", "ethelfrith ",
    "ethelfrit school ",
    "primary", "school ", "primaryschool",
)  # fmt: skip


def _seconds(text: str) -> float:
    matcher, began = compile_facts(FACTS), time.process_time()
    matcher.check(Outgoing("email", "father", text))
    return time.process_time() - began


@pytest.mark.parametrize("piece", PIECES)
def test_the_same_words_again_and_again_take_linear_time(piece: str) -> None:
    long = piece * (SIZE // len(piece))
    assert _seconds(long) < 1.0 or _seconds(long) < 8 * _seconds(long[: SIZE // 4])


@pytest.mark.parametrize("shape", ["{}x9", "quillf{}ther", "zz{}QUJDREVG", "tango{}", "{} for t", "ms farro{}le"])
def test_as_many_different_words_take_linear_time(shape: str) -> None:
    words = [shape.format(f"{number:x}".translate(str.maketrans("0123456789", "ghijklmnop"))) for number in range(9000)]
    long = " ".join(words)
    assert _seconds(long) < 1.0 or _seconds(long) < 8 * _seconds(long[: len(long) // 4])
