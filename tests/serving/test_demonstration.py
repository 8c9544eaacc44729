"""The demonstration: the main job once, told line by line; and nothing of it left."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from kith.seed import MARKERS
from kith.seed.quillfeather import HIDDEN_ADDRESS, HIDDEN_PHONE, HIDDEN_SCHOOL
from tests.serving.running import a_new_place, clear_away, kith, processes_of

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc"),
    pytest.mark.xdist_group("serving"),
]


@pytest.fixture
def place() -> Iterator[Path]:
    made = a_new_place()
    yield made
    clear_away(made)


@pytest.mark.drill
@pytest.mark.timeout(240)
def test_the_whole_main_job_is_done_and_told(place: Path) -> None:
    done = kith(place, "demo", "--once", "--keep", str(place / "kept"), KITH_LOG="INFO")
    assert done.returncode == 0, done.stderr
    told = done.stdout
    for words in (
        "Case BW-2041, the Quillfeather family, private law",
        "Exhibit E1, WhatsApp Chat with Callum Q.zip, handed over by Lena",
        "34 message",
        "Month first, says Amal Idris",
        '"You fell. You know you fell"',
        "Decision: How are Iris and Jonah to see their father until the hearing?",
        "it tells the protected school, in its body",
        "  | To: callum.quillfeather@example.net",
        "All hold.",
    ):
        assert words in told
    assert re.search(r"\[E1, line 27\]", told)
    assert not [fact for fact in (HIDDEN_ADDRESS, HIDDEN_PHONE, HIDDEN_SCHOOL) if fact in told]
    with pikepdf.open(next((place / "kept").glob("*.pdf"))) as pdf:
        assert f"{len(pdf.pages)} pages" in told
    assert [path.name for path in place.iterdir()] == ["kept"]
    assert not processes_of(place)
    # What the processes logged meanwhile: events and ids, none of the families' names.
    assert '"event": "exhibit read"' in done.stderr
    assert not [marker for marker in MARKERS if marker in done.stderr]
