"""Files are opened in a child that can do no harm: one for all files of a check, and one that dies names its file."""

import io
import time
import zlib
from typing import Any

import pytest
from PIL import Image

from kith.core import isolation, opening
from kith.core.opening import parent, tesseract
from kith.core.opening.tests.pictures import reads_pictures
from kith.engines import guard
from kith.engines.cleaning.tests import places
from kith.engines.guard import Attachment, Level, Outgoing
from kith.engines.guard.tests import building
from kith.engines.guard.tests.facts import ALL
from kith.engines.guard.tests.test_cases import CASES
from kith.engines.guard.tests.test_hostile_openings import HOSTILE

TOLD = "27 Quillfeather Lane"


def _bomb() -> bytes:
    """Make a PDF of a few hundred kilobytes with a stream that unpacks to one gigabyte."""
    packer = zlib.compressobj()
    first = packer.compress(b"0" * (16 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    more = packer.compress(b"0" * (16 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    stream = first + more * 63 + packer.flush()
    body = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
    objects = [b"<< /Type /Catalog /Pages 2 0 R /A 3 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>", body]
    made, ends = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        ends.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % end for end in ends)
    tail = b"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(made)
    return made + b"xref\n0 4\n0000000000 65535 f \n" + table + tail


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The children that were started since."""
    names, real = list[str](), isolation.run_isolated

    def counted(name: str, **more: Any) -> isolation.Isolated:
        names.append(name)
        return real(name, **more)

    monkeypatch.setattr(isolation, "run_isolated", counted)
    return names


def test_all_files_of_a_check_are_opened_in_order_by_one_child(started: list[str]) -> None:
    files = [Attachment(f"{number}.txt", f"words {number}".encode()) for number in range(5)]
    found = opening.open_all(files)
    assert [each.passages[1].text for each in found] == [f"words {number}" for number in range(5)]
    assert len(started) == 1


def test_who_asks_again_of_the_same_files_is_told_what_was_found(started: list[str]) -> None:
    ours, other = Attachment("a.txt", b"ours"), Attachment("a.txt", b"other")
    opened = opening.each_once()
    assert [each.passages[1].text for each in opened([ours, other, ours])] == ["ours", "other", "ours"]
    assert [each.passages[1].text for each in opened([other])] == ["other"]
    assert len(started) == 1 and opened([]) == []


def test_no_file_needs_no_child() -> None:
    assert opening.open_all([]) == []
    assert opening.hidden_in([]) == []


def test_the_child_gathers_what_is_gathered_here() -> None:
    files = [Attachment(place, data) for place, data in (places.PDFS | places.OFFICE).items()]
    for found, here in zip(opening.open_all(files), guard.open_here(files), strict=True):
        assert found.passages == here.passages
        assert found.points == here.points


def test_half_of_a_letter_does_not_hide_the_file() -> None:
    found = opening.open_all([Attachment("a.rtf", b"{\\rtf1\\uc0\\u55357 " + TOLD.encode() + b"}")])
    assert TOLD in found[0].passages[1].text


@pytest.mark.timeout(60)
def test_a_file_that_needs_too_much_memory_is_named_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    real, small = isolation.run_isolated, isolation.Limits(memory_bytes=700 << 20, wait_seconds=20)
    monkeypatch.setattr(isolation, "run_isolated", lambda name, give, limits: real(name, give=give, limits=small))
    found = opening.open_all([Attachment("a.pdf", _bomb()), Attachment("b.txt", b"words")])
    assert found[0].unopened
    assert found[1].passages[1].text == "words"


def test_a_child_that_dies_names_the_file_and_another_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    real, short = isolation.run_isolated, isolation.Limits(cpu_seconds=1, wait_seconds=20, may_read=tesseract.MODELS)
    monkeypatch.setattr(isolation, "run_isolated", lambda name, give, limits: real(name, give=give, limits=short))
    slow = b"{\\rtf1" + b"{\\b x}" * 3_000_000
    found = opening.open_all([Attachment("a.txt", b"first"), Attachment("b.rtf", slow), Attachment("c.txt", b"last")])
    assert [each.text for each in (found[0].passages[1], found[2].passages[1])] == ["first", "last"]
    assert "too much time or memory" in found[1].unopened[0].why
    assert found[1].passages[0].text == "b.rtf"


def test_when_there_is_no_time_left_every_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parent, "MOST_SECONDS", 0.0)
    found = opening.open_all([Attachment("a.txt", b"x"), Attachment("b.txt", b"y")])
    assert [each.unopened[0].where for each in found] == ["attachment a.txt", "attachment b.txt"]


@pytest.mark.timeout(90)
def test_hostile_files_are_named_within_the_time_of_a_check() -> None:
    began = time.monotonic()
    found = opening.open_all([Attachment(kind, data) for kind, data in HOSTILE.items()])
    assert time.monotonic() - began < parent.MOST_SECONDS + 5
    assert [kind for kind, each in zip(HOSTILE, found, strict=True) if not each.unopened] in ([], ["zip bomb"])


def test_a_clean_copy_is_made_in_a_child() -> None:
    made = opening.clean("a.pdf", places.PDFS["attachment"])
    assert ("attached files or scripts", "the file") in made.removed
    assert TOLD.encode() not in made.data
    assert opening.clean("a.doc", b"\xd0\xcf\x11\xe0").why_not.startswith("Older Word")
    assert opening.hidden_in([Attachment("a", places.PDFS["note"]), Attachment("b", b"x")]) == [["notes"], []]


@reads_pictures
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_words_in_a_picture_are_read_at_each_quarter_turn(turn: int) -> None:
    picture = Image.open(io.BytesIO(building.drawn(f"We live at {TOLD} now"))).rotate(turn, expand=True)
    out = io.BytesIO()
    picture.save(out, "PNG")
    assert _judged(Outgoing("email", "father", attachments=(Attachment("a.png", out.getvalue()),))).level is Level.BLOCK


def _judged(outgoing: Outgoing) -> guard.Verdict:
    return guard.check(outgoing, ALL, (), opening.open_all)


@reads_pictures
@pytest.mark.parametrize(
    "name",
    [name for name, case in CASES.items() if any(a["kind"] == "image_text" for a in case.get("attachments", ()))],
)
def test_each_case_with_words_in_a_picture_comes_right(name: str) -> None:
    case = CASES[name]
    verdict = guard.check(
        building.outgoing(case), [building.fact(row) for row in case["protected"]], (), opening.open_all
    )
    assert verdict.level == case["level"]
    assert {finding.fact for finding in verdict.findings} == set(case["hits"])


@reads_pictures
def test_a_picture_in_which_nothing_is_written_is_read() -> None:
    found = opening.open_all([Attachment("a.jpg", building.photo(1, 1))])
    assert found[0].unopened == []


@reads_pictures
def test_a_picture_for_which_there_is_no_time_is_unread() -> None:
    reader = tesseract.Reader(most_seconds=0.0)
    with pytest.raises(tesseract.PictureUnread, match="too long"):
        reader.read(Image.new("L", (100, 100)))
    reader.end()


def test_without_its_model_tesseract_is_not_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "MODELS", ())
    with pytest.raises(tesseract.NotHere, match="model"):
        opening.pictures_state()
