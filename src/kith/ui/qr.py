"""Draws an address as a picture for a phone's camera; no service is asked."""

import qrcode
from qrcode.constants import ERROR_CORRECT_M


def qr_path(words: str) -> tuple[str, int]:
    """Draw words as a QR code: the path of its dark squares (SVG), and how many squares wide it is, margin and all."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(words)
    code.make(fit=True)
    squares = code.get_matrix()
    dark = [f"M{x} {y}h1v1h-1z" for y, line in enumerate(squares) for x, is_dark in enumerate(line) if is_dark]
    return "".join(dark), len(squares)
