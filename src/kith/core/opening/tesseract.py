"""The words in a picture, by Tesseract's library where it is installed (Debian: tesseract-ocr).

The library is called inside the locked child, so no program is started and no picture is written to a disk. Its names
and the folders of its models are those of Debian, Ubuntu, Fedora and Homebrew.

References:
    tesseract/capi.h (5.3): TessBaseAPIInit3, SetImage, Recognize, GetUTF8Text; TessMonitorSetDeadlineMSecs.
"""

import ctypes
import os
import time
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from PIL import Image

from kith.engines.guard.opening import PictureUnread

LIBRARIES: Final = ("libtesseract.so.5", "libtesseract.so.4", "libtesseract.5.dylib")
MODELS: Final = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
#: All pictures of one check together: beyond it a picture is named as unread, and the page is not kept waiting.
MOST_SECONDS: Final = 40.0
_SPARSE_TEXT = 11  # words anywhere, in no order: a label in a photograph as well as a page
_LARGEST, _SMALLEST = 2_200, 1_000  # pixels of the longer side: shrunk above, doubled below
_TURNS = (None, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270)
_DOTS_PER_INCH = 200


class NotHere(Exception):
    """Tesseract is not installed, or its models are not."""


def models() -> str:
    """Find the folder with the English model.

    Raises:
        NotHere: there is none.
    """
    for folder in MODELS:
        if (Path(folder) / "eng.traineddata").is_file():
            return folder
    raise NotHere("its English model (tesseract-ocr-eng) is not installed")


class Reader:
    """Tesseract, started at the first picture, once for all pictures of a check."""

    def __init__(self, most_seconds: float = MOST_SECONDS) -> None:
        self._models, self._library = models(), _library()
        self._ends_at = time.monotonic() + most_seconds

    @cached_property
    def _api(self) -> int:
        api: int = self._library.TessBaseAPICreate()
        if self._library.TessBaseAPIInit3(api, self._models.encode(), b"eng"):
            raise PictureUnread("Tesseract does not start")
        self._library.TessBaseAPISetPageSegMode(api, _SPARSE_TEXT)
        return api

    def read(self, picture: Image.Image) -> str:
        """Give the words seen in a picture at each quarter turn, a paragraph a turn.

        Raises:
            PictureUnread: it does not start, or there was no time left for all of it.
        """
        grey = _sized(picture)
        seen = [self._seen(grey if turn is None else grey.transpose(turn)) for turn in _TURNS]
        return "\n\n".join(words for words in seen if words.strip())

    def end(self) -> None:
        """Give its memory back; a child that leaves needs not."""
        if "_api" in vars(self):
            self._library.TessBaseAPIDelete(self._api)

    def _seen(self, grey: Image.Image) -> str:
        left = self._ends_at - time.monotonic()
        if left <= 0:
            raise PictureUnread("it took too long")
        self._library.TessBaseAPISetImage(self._api, grey.tobytes(), grey.width, grey.height, 1, grey.width)
        self._library.TessBaseAPISetSourceResolution(self._api, _DOTS_PER_INCH)
        monitor = self._library.TessMonitorCreate()
        self._library.TessMonitorSetDeadlineMSecs(monitor, max(1, int(left * 1000)))
        try:
            if self._library.TessBaseAPIRecognize(self._api, monitor) or time.monotonic() >= self._ends_at:
                raise PictureUnread("it took too long")
            return self._words()
        finally:
            self._library.TessMonitorDelete(monitor)
            self._library.TessBaseAPIClear(self._api)

    def _words(self) -> str:
        found: int = self._library.TessBaseAPIGetUTF8Text(self._api)
        if not found:
            return ""
        try:
            return ctypes.string_at(found).decode("utf-8", "replace")
        finally:
            self._library.TessDeleteText(found)


def _sized(picture: Image.Image) -> Image.Image:
    """Make a picture grey on white, of a size at which letters are read best."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen)
    grey = picture.convert("L")
    longer = max(grey.size)
    if longer > _LARGEST:
        grey.thumbnail((_LARGEST, _LARGEST))
    elif longer < _SMALLEST:
        grey = grey.resize((grey.width * 2, grey.height * 2), Image.Resampling.LANCZOS)
    return grey


def _library() -> Any:
    os.environ["OMP_THREAD_LIMIT"] = "1"  # the child may start no threads, and one picture needs none
    for name in LIBRARIES:
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        return _typed(library)
    raise NotHere("the library is not installed")


def _typed(library: Any) -> Any:
    """Say which of its arguments are addresses, which would else be cut to 32 bits."""
    address, number, text = ctypes.c_void_p, ctypes.c_int, ctypes.c_char_p
    for name, arguments, answer in (
        ("TessVersion", [], text),
        ("TessBaseAPICreate", [], address),
        ("TessBaseAPIInit3", [address, text, text], number),
        ("TessBaseAPISetPageSegMode", [address, number], None),
        ("TessBaseAPISetImage", [address, text, number, number, number, number], None),
        ("TessBaseAPISetSourceResolution", [address, number], None),
        ("TessBaseAPIRecognize", [address, address], number),
        ("TessBaseAPIGetUTF8Text", [address], address),
        ("TessBaseAPIClear", [address], None),
        ("TessBaseAPIDelete", [address], None),
        ("TessDeleteText", [address], None),
        ("TessMonitorCreate", [], address),
        ("TessMonitorDelete", [address], None),
        ("TessMonitorSetDeadlineMSecs", [address, number], None),
    ):
        function = getattr(library, name)
        function.argtypes, function.restype = arguments, answer
    return library


def version() -> str:
    """Say which Tesseract is here, and whether its model is.

    Raises:
        NotHere: with what is missing.
    """
    models()
    return f"tesseract {_library().TessVersion().decode('ascii', 'replace')}"
