"""What is left out of a file: areas as they are typed, in hundredths of the page as it is seen."""

import re

from kith.record.rules.words import Wrong

Area = tuple[float, float, float, float]
_AREA = re.compile(r"\s*(\d{1,3})[\s,;]+(\d{1,3})[\s,;]+(\d{1,3})[\s,;]+(\d{1,3})\s*")


def area_of(typed: str) -> str:
    """Tidy an area that was typed: "10, 20, 60, 25" becomes "10 20 60 25"; left, top, right, bottom.

    Raises:
        Wrong: these are not four numbers of up to 100, or the area has no inside.
    """
    found = _AREA.fullmatch(typed)
    if found is None:
        raise Wrong("Enter four numbers: from the left, from the top, to the right, to the bottom, like 10 20 60 25")
    left, top, right, bottom = map(int, found.groups())
    if max(right, bottom) > 100 or left >= right or top >= bottom:
        raise Wrong("The area must end right of and below where it begins, and no number may be above 100")
    return f"{left} {top} {right} {bottom}"


def parts_of(area: str) -> Area | None:
    """Give an area as parts of the page, from 0 to 1; None where there is none."""
    if not area:
        return None
    left, top, right, bottom = (int(each) / 100 for each in area.split())
    return left, top, right, bottom


def said(words: str, page: int | None, area: str) -> str:
    """Say what is left out, in a line: the words, or where the area lies."""
    what = words
    if area:
        left, top, right, bottom = area.split()
        what = f"An area, from {left}% to {right}% across and {top}% to {bottom}% down"
    return f"{what} (page {page} alone)" if page else what
