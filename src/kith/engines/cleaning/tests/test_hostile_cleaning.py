"""Hostile and damaged files are cleaned or refused in words, in bounded time; a clean copy never tells more."""

import random
import time

import pytest

from kith.engines.cleaning import CannotClean, clean, hidden_in
from kith.engines.cleaning.tests import places
from kith.engines.guard.tests.test_hostile_openings import HOSTILE, TRIES, damaged

SORTS = {
    "pdf": places.PDFS["note in the structure"],
    "pdf with a layer": places.PDFS["layer"],
    "jpeg": places.PICTURES["JPEG Exif"],
    "png": places.PICTURES["PNG Exif"],
    "webp": places.PICTURES["WebP XMP"],
    "gif": places.PICTURES["GIF comment"],
    "tiff": places.PICTURES["TIFF description"],
    "docx": places.OFFICE["Word struck out"],
    "xlsx": places.OFFICE["Excel hidden row"],
    "pptx": places.OFFICE["PowerPoint notes"],
}


@pytest.mark.timeout(30)
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_in_words_and_in_bounded_time(kind: str) -> None:
    began = time.monotonic()
    try:
        clean("a", HOSTILE[kind])
    except CannotClean as refusal:
        assert str(refusal).endswith(".")
    hidden_in("a", HOSTILE[kind])
    assert time.monotonic() - began < 10


@pytest.mark.timeout(max(60, TRIES * 4))
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", SORTS)
def test_damage_at_random_is_cleaned_or_refused(kind: str) -> None:
    dice = random.Random(f"clean {kind}:{TRIES}")
    for _ in range(TRIES):
        began = time.monotonic()
        try:
            clean("a", damaged(SORTS[kind], dice))
        except CannotClean as refusal:
            assert str(refusal).endswith(".")
        assert time.monotonic() - began < 10
