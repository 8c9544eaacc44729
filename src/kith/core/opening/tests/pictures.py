"""For tests in which the words of a picture are read, also of a page that was made one to leave something out."""

import pytest

from kith.core import opening
from kith.core.opening import tesseract


def _is_here() -> bool:
    try:
        return bool(opening.pictures_state())
    except tesseract.NotHere:
        return False


reads_pictures = pytest.mark.skipif(not _is_here(), reason="no Tesseract: apt-get install tesseract-ocr")
