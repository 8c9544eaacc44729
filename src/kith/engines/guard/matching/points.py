"""Points on the map: how far a picture, an invitation or a link is from a place that must not be found."""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import asin, cos, isfinite, radians, sin, sqrt

from kith.engines.guard.facts import Geo

_EARTH_RADIUS_M = 6_371_008.8
_POINT = re.compile(r"(?<![\d.])(-?\d{1,2}\.\d{3,12})(?:\s|,|;|%2C|/|!4d){1,4}(-?\d{1,3}\.\d{3,12})(?![\d.])")
_THREE_WORDS = re.compile(
    r"(?:///|w3w\.co/|what3words\.com/)[^\W\d_]{2,20}\.[^\W\d_]{2,20}\.[^\W\d_]{2,20}", re.IGNORECASE
)
_APART = 12  # letters between a latitude and its longitude
_DECIMALS = re.compile(r"\.\d{3}")


_DEGREES = re.compile(
    r"(\d{1,3}(?:\.\d{1,8})?)\s?[°º]\s?(?:(\d{1,2}(?:\.\d{1,6})?)\s?['’′]\s?)?(?:(\d{1,2}(?:\.\d{1,4})?)\s?(?:[\"”″]|''|’’)\s?)?"
    r"([NSEWnsew])"
)
_LETTERED = re.compile(r"(\d{1,3}\.\d{3,12})\s?([NSEWnsew])\b")
_CODE_ALPHABET = "23456789CFGHJMPQRVWX"
_PLUS_CODE = re.compile(
    rf"(?<![A-Z0-9])([{_CODE_ALPHABET}]{{8}})\+([{_CODE_ALPHABET}]{{2,7}})(?![A-Z0-9])", re.IGNORECASE
)
_SIZES = (20.0, 1.0, 0.05, 0.0025, 0.000125)


def metres_between(lat: float, lon: float, geo: Geo) -> float:
    """Measure the great-circle distance in metres (haversine, mean Earth radius)."""
    half_lat, half_lon = radians(geo.lat - lat) / 2, radians(geo.lon - lon) / 2
    chord = sin(half_lat) ** 2 + cos(radians(lat)) * cos(radians(geo.lat)) * sin(half_lon) ** 2
    return 2 * _EARTH_RADIUS_M * asin(sqrt(min(1.0, chord)))


def is_point(lat: float, lon: float) -> bool:
    """Tell whether two numbers can be a latitude and a longitude; 0,0 is what cameras write for "unknown"."""
    return isfinite(lat) and isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180 and (lat, lon) != (0, 0)


def points_in(text: str) -> Iterator[tuple[int, int, float, float]]:
    """Find decimal coordinates written in a text, as in a map link; yields start, end, latitude, longitude."""
    seen = 0
    for decimals in _DECIMALS.finditer(text):
        # Looking for the decimals first is much quicker: a dot before three digits is rare in prose.
        match = _POINT.search(text, max(seen, decimals.start() - 3), decimals.end() + 40)
        if match:
            seen = match.end()
            lat, lon = float(match[1]), float(match[2])
            if is_point(lat, lon):
                yield match.start(), match.end(), lat, lon
    yield from _lettered_points(text)
    yield from _plus_codes(text)


def _lettered_points(text: str) -> Iterator[tuple[int, int, float, float]]:
    """Find a latitude and a longitude each with its letter: 56°24'7"N 0°55'52"W, 56.4021 N, 0.9312 W."""
    halves = (
        [(match.span(), _degrees(match), match[4].upper()) for match in _DEGREES.finditer(text)] if "°" in text else []
    )
    if not halves:
        halves = [(match.span(), float(match[1]), match[2].upper()) for match in _LETTERED.finditer(text)]
    for (first, one, north), (second, other, east) in pairwise(halves):
        if north in "NS" and east in "EW" and second[0] - first[1] < _APART:
            lat, lon = (-one if north == "S" else one), (-other if east == "W" else other)
            if is_point(lat, lon):
                yield first[0], second[1], lat, lon


def _degrees(match: re.Match[str]) -> float:
    return float(match[1]) + float(match[2] or 0) / 60 + float(match[3] or 0) / 3600


def _plus_codes(text: str) -> Iterator[tuple[int, int, float, float]]:
    """Find whole Open Location Codes, and give the middle of their squares.

    References:
        Open Location Code specification: twenty letters, five pairs of digits from 20 degrees down.
    """
    for match in _PLUS_CODE.finditer(text) if "+" in text else ():
        digits = [_CODE_ALPHABET.index(letter) for letter in f"{match[1]}{match[2][:2]}".upper()]
        lat = sum(size * digit for size, digit in zip(_SIZES, digits[0::2], strict=True)) - 90 + _SIZES[-1] / 2
        lon = sum(size * digit for size, digit in zip(_SIZES, digits[1::2], strict=True)) - 180 + _SIZES[-1] / 2
        if is_point(lat, lon):
            yield match.start(), match.end(), lat, lon


def three_words_in(text: str) -> Iterator[tuple[int, int]]:
    """Find addresses of three words (///one.two.three), which say a place exactly and cannot be looked up here."""
    for match in _THREE_WORDS.finditer(text) if "." in text else ():
        yield match.span()
