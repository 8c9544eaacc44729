"""What is saved never runs in our name."""

import ast
from pathlib import Path

import pytest

from kith.ui import downloads

SOURCE = Path(downloads.__file__).parent.parent
#: The only modules that may answer with a type or a name of their own choosing, and why.
MAY = {
    "ui/downloads.py": "it is the way",
    "ui/uploads.py": "JSON for our own script",
    "core/files.py": "what came, not what goes",
}
WORDS = ("content_type", "Content-Disposition", "FileResponse", "StreamingHttpResponse", "X-Accel-Redirect")


@pytest.mark.parametrize("kind", ["text/html", "image/svg+xml", "application/xhtml+xml", "text/xml", "", "nonsense"])
def test_a_type_that_a_browser_might_run_is_only_bytes(kind: str) -> None:
    assert downloads.attachment(b"<script>", name="x.html", media_type=kind)["Content-Type"] == downloads.BYTES


def test_a_safe_type_is_said_without_what_follows_it() -> None:
    answer = downloads.attachment(b"%PDF", name="a.pdf", media_type="Application/PDF; charset=utf-7")
    assert answer["Content-Type"] == "application/pdf"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("statement.pdf", 'attachment; filename="statement.pdf"'),
        ('a"; filename="b.html', 'attachment; filename="a; filename=b.html"'),
        ("a\r\nSet-Cookie: x=y", 'attachment; filename="aSet-Cookie x=y"'),
        ("../../etc/passwd", 'attachment; filename="etcpasswd"'),
        ("\x00", 'attachment; filename="file"'),
        ("Łucja.pdf", "attachment; filename*=utf-8''%C5%81ucja.pdf"),
    ],
)
def test_a_name_stays_a_name(name: str, said: str) -> None:
    assert downloads.attachment(b"", name=name)["Content-Disposition"] == said


def test_it_is_saved_and_not_sniffed_run_framed_or_kept() -> None:
    answer = downloads.attachment(b"x", name="x")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "no-store"


def test_no_other_view_gives_bytes() -> None:
    odd = []
    for path in SOURCE.rglob("*.py"):
        place = str(path.relative_to(SOURCE))
        if place in MAY or "tests" in path.parts or not ("views" in place or place.startswith(("ui/", "core/"))):
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            said = getattr(node, "arg", None) or getattr(node, "id", None) or getattr(node, "value", None)
            if isinstance(node, ast.keyword | ast.Name | ast.Constant) and said in WORDS:
                odd.append(f"{place}:{getattr(node, 'lineno', 0)}")
    assert not odd, f"give bytes by kith.ui.downloads.attachment: {odd}"
