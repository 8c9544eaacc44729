"""An address planted in each hidden place of each sort of file is found, and gone from the clean copy."""

import io

import pytest
from PIL import Image, ImageChops, ImageOps

from kith.engines.cleaning import CannotClean, clean, hidden_in
from kith.engines.cleaning.tests import places
from kith.engines.guard import Attachment, Outgoing, check
from kith.engines.guard.opening import open_attachment
from kith.engines.guard.tests import building
from kith.engines.guard.tests.facts import ALL

WITH_WORDS = places.PDFS | places.OFFICE
EVERY = WITH_WORDS | places.PICTURES


def _tells(data: bytes) -> bool:
    return bool(check(Outgoing("email", "father", attachments=(Attachment("a", data),)), ALL).findings)


@pytest.mark.parametrize("place", EVERY)
def test_what_is_planted_is_found_and_gone_from_the_clean_copy(place: str) -> None:
    data = EVERY[place]
    assert _tells(data)
    made = clean("a", data)
    assert not _tells(made.data)
    assert made.removed
    assert places.TOLD.encode() not in made.data
    assert [note for note in made.left if "words inside" not in note.what] == []


@pytest.mark.parametrize("place", EVERY)
def test_what_is_hidden_is_said_in_plain_words_and_a_clean_copy_hides_nothing(place: str) -> None:
    assert [note.what for note in hidden_in("a", EVERY[place])] == [
        note.what for note in clean("a", EVERY[place]).removed
    ]
    assert hidden_in("a", clean("a", EVERY[place]).data) == ()


@pytest.mark.parametrize("place", WITH_WORDS)
def test_what_is_seen_stays(place: str) -> None:
    words = "\n".join(passage.text for passage in open_attachment("a", clean("a", WITH_WORDS[place]).data).passages)
    assert places.KEPT in words


@pytest.mark.parametrize("place", places.PICTURES)
def test_a_picture_keeps_its_pixels_and_its_way_up(place: str) -> None:
    with (
        Image.open(io.BytesIO(places.PICTURES[place])) as before,
        Image.open(io.BytesIO(clean("a", places.PICTURES[place]).data)) as after,
    ):
        assert before.format == after.format
        was, now = (ImageOps.exif_transpose(each).convert("RGB") for each in (before, after))
        assert was.size == now.size
        assert ImageChops.difference(was, now).getbbox() is None


def test_tracked_changes_are_accepted() -> None:
    runs = (
        '<w:del w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del>'
        '<w:ins w:author="A"><w:r><w:t>new</w:t></w:r></w:ins>'
    )
    words = open_attachment("a", clean("a", building.docx(runs)).data).passages
    assert "new" in "".join(each.text for each in words)
    assert "old" not in "".join(each.text for each in words)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xd0\xcf\x11\xe0\0", "Older Word"),
        (b"ID3\3\0", "Recordings"),
        (b"\0\0\0\x18ftypheic", "JPEG"),
        (b"{\\rtf1 x}", "Rich text"),
        (b"plain words", "sort"),
        (building.zipped({"a.txt": b"x"}), "Archives"),
        (b"%PDF-1.7 nothing", "damaged"),
        (places.PICTURES["JPEG comment"][:200], "breaks off"),
    ],
)
def test_what_cannot_be_cleaned_says_why(data: bytes, why: str) -> None:
    with pytest.raises(CannotClean, match=why):
        clean("a", data)
    assert hidden_in("a", data) == ()
